package vn.hoso.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.expression.spel.SpelEvaluationException;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * An exception as the log prints it. Messages quote what could not be read, stored or sent – names, notes, figures, addresses – so
 * that only those are printed which by their kind cannot; of the others there is the type, the place in the program and, from the
 * database, the state and the rule that was broken.
 */
final class Quoted implements IThrowableProxy {

    /** States whose messages tell of the database itself: connections, serialization, resources, the system, damaged pages. */
    private static final Set<String> OF_THE_DATABASE = Set.of("08", "40", "53", "55", "57", "58", "F0", "XX");

    /** Our own, whose texts name folders and settings; by name, for their modules stand above this one. */
    private static final Set<String> OWN = Set.of("vn.hoso.database.StartupFailure");

    static final String LEFT_OUT = "…";

    private final IThrowableProxy exception;

    private Quoted(IThrowableProxy exception) {
        this.exception = exception;
    }

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy exception) {
        return exception == null ? null : new Quoted(exception);
    }

    /** What the log may print of an exception's message, empty for nothing. */
    static Optional<String> printable(IThrowableProxy proxy) {
        Throwable exception = proxy instanceof ThrowableProxy real ? real.getThrowable() : null;
        if (exception instanceof SQLException refused) {
            return Optional.of(ofTheDatabase(refused));
        }
        boolean tellsOfTheProgram = exception instanceof NullPointerException
                || exception instanceof ClassCastException
                || exception instanceof LinkageError
                || exception instanceof VirtualMachineError
                || exception instanceof SocketException
                || exception instanceof SocketTimeoutException
                || exception instanceof BeanCreationException
                || exception instanceof NoSuchBeanDefinitionException
                || exception instanceof TemplateProcessingException
                || exception instanceof SpelEvaluationException
                || OWN.contains(proxy.getClassName());
        return tellsOfTheProgram ? Optional.ofNullable(proxy.getMessage()) : Optional.empty();
    }

    private static String ofTheDatabase(SQLException refused) {
        String state = refused.getSQLState();
        if (state == null || OF_THE_DATABASE.contains(state.substring(0, 2))) {
            return state == null ? String.valueOf(refused.getMessage()) : state + " " + refused.getMessage();
        }
        ServerErrorMessage told = refused instanceof PSQLException known ? known.getServerErrorMessage() : null;
        return told == null || told.getConstraint() == null
                ? "SQLSTATE " + state
                : "SQLSTATE " + state + " " + told.getTable() + "." + told.getConstraint();
    }

    @Override
    public @Nullable String getMessage() {
        return exception.getMessage() == null ? null : printable(exception).orElse(LEFT_OUT);
    }

    @Override
    public String getClassName() {
        return exception.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return exception.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return exception.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return of(exception.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        IThrowableProxy[] suppressed = exception.getSuppressed();
        IThrowableProxy[] quoted = new IThrowableProxy[suppressed.length];
        for (int i = 0; i < quoted.length; i++) {
            quoted[i] = new Quoted(suppressed[i]);
        }
        return quoted;
    }

    @Override
    public boolean isCyclic() {
        return exception.isCyclic();
    }
}
