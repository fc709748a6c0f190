package vn.hoso.backup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection for those who commit on the way: they do not, for everything is one transaction. */
final class Uncommitted {

    private Uncommitted() {}

    /** The same connection, on which nobody but its owner ends the transaction. */
    static Connection over(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Uncommitted.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean ends = Set.of("commit", "setAutoCommit", "close").contains(method.getName())
                            || method.getName().equals("rollback") && method.getParameterCount() == 0;
                    return ends ? null : call(connection, method, arguments);
                });
    }

    private static @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        }
    }
}
