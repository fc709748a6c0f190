package vn.hoso.logs;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.HashSet;
import java.util.Set;

/**
 * Prints a line of the log without the messages of its exception, which servers and libraries like to repeat in it. Named by
 * {@code logback-spring.xml}.
 */
public final class QuotedMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        String line = super.convert(event);
        return event.getThrowableProxy() == null
                ? line
                : withoutMessages(line, event.getThrowableProxy(), new HashSet<>());
    }

    private static String withoutMessages(String line, IThrowableProxy exception, Set<IThrowableProxy> seen) {
        if (!seen.add(exception)) {
            return line;
        }
        String told = exception.getMessage();
        String left = told == null
                        || told.isBlank()
                        || Quoted.printable(exception).filter(told::equals).isPresent()
                ? line
                : line.replace(told, Quoted.LEFT_OUT);
        for (IThrowableProxy each : exception.getSuppressed()) {
            left = withoutMessages(left, each, seen);
        }
        return exception.getCause() == null ? left : withoutMessages(left, exception.getCause(), seen);
    }
}
