package vn.hoso;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that fails at a chosen statement of a request; as long as nobody asks for that, nothing stands in between. */
@TestConfiguration(proxyBeanMethods = false)
public class FailingStatements {

    @Bean
    static Failures failures() {
        return new Failures();
    }

    @Bean
    static BeanPostProcessor failingDataSource(Failures failures) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source
                        ? new DelegatingDataSource(source) {
                            @Override
                            public Connection getConnection() throws SQLException {
                                return failures.over(super.getConnection());
                            }
                        }
                        : bean;
            }
        };
    }

    /** The n-th statement or commit of requests, from the first. */
    public static class Failures {

        /** The place of a statement among those of a request, and whether its answer alone is lost: the database had done it. */
        public record Place(int number, boolean done) {}

        private static final String REQUESTS = "exec-";
        private static final String IO_ERROR = "58030";

        private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean looking;
        private volatile @Nullable Place place;
        private volatile String state = IO_ERROR;

        /** From now on what requests send is looked at, and fails at a place. */
        public void failAt(@Nullable Place failing) {
            failAt(failing, IO_ERROR);
        }

        /** The same with a SQLSTATE. */
        public void failAt(@Nullable Place failing, String why) {
            state = why;
            seen.clear();
            place = failing;
            looking = true;
        }

        /** Nothing fails any more. Gives what was sent since, {@code commit} for the end of a transaction. */
        public List<String> end() {
            looking = false;
            place = null;
            return List.of(seen.toArray(String[]::new));
        }

        Connection over(Connection connection) {
            return looking && Thread.currentThread().getName().contains(REQUESTS)
                    ? (Connection) proxy(Connection.class, connection, "")
                    : connection;
        }

        private Object proxy(Class<?> type, Object target, String prepared) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                String name = method.getName();
                boolean counts = name.startsWith("execute") || name.equals("commit");
                if (counts) {
                    String sql = given != null && given[0] instanceof String text ? text : prepared;
                    seen.add(name.equals("commit") ? name : sql);
                }
                Place failing = counts ? place : null;
                boolean fails = failing != null && failing.number() == seen.size();
                if (fails && !failing.done()) {
                    throw failure();
                }
                Object result;
                try {
                    result = method.invoke(target, given);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
                if (fails) {
                    throw failure();
                }
                return result instanceof Statement statement
                        ? proxy(
                                method.getReturnType(),
                                statement,
                                given != null && given[0] instanceof String text ? text : "")
                        : result;
            });
        }

        private SQLException failure() {
            return new SQLException("made to fail", state);
        }
    }
}
