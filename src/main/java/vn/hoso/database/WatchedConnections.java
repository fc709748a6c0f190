package vn.hoso.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool's connections, refused at once while the database is known not to answer. */
@Configuration(proxyBeanMethods = false)
class WatchedConnections {

    @Bean
    static BeanPostProcessor watchedPool(ObjectProvider<DatabaseOutage> outage) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") && bean instanceof DataSource source
                        ? new Watched(source, outage)
                        : bean;
            }
        };
    }

    private static final class Watched extends DelegatingDataSource {

        /** How long somebody stands in the queue for a connection of a database that answers. */
        private static final Duration LONGEST_QUEUE = Duration.ofSeconds(8);

        private final ObjectProvider<DatabaseOutage> outage;

        Watched(DataSource pool, ObjectProvider<DatabaseOutage> outage) {
            super(pool);
            this.outage = outage;
        }

        @Override
        public Connection getConnection() throws SQLException {
            DatabaseOutage known = outage.getObject();
            long start = System.nanoTime();
            while (true) {
                if (known.isKnown()) {
                    throw new SQLTransientConnectionException("the database is known not to answer");
                }
                try {
                    return super.getConnection();
                } catch (SQLTransientConnectionException noneFree) {
                    if (!known.answers() || System.nanoTime() - start > LONGEST_QUEUE.toNanos()) {
                        throw noneFree;
                    }
                }
            }
        }
    }
}
