package vn.hoso;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The database for tests with a Spring context: {@code @Import(TestDatabase.class)}. Always a real PostgreSQL 18
 * ({@link TestServer}). The first program with the demonstration fills an empty database; those after it begin with a copy. Which
 * database a test class works in is up to {@link Worlds}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    @Bean
    static CurrentDatabase currentTestDatabase(Environment settings) {
        return new CurrentDatabase(
                settings.acceptsProfiles(Profiles.of("demo")) ? Worlds.toStartIn() : FreshDatabase.empty());
    }

    @Bean
    static FlywayConnectionDetails testDatabaseOwner(CurrentDatabase database) {
        return database.owner();
    }

    @Bean
    static BeanPostProcessor testDatabasePools(ObjectProvider<CurrentDatabase> database) {
        return new Pools(database);
    }

    /** Comes before whatever else wraps the pool. */
    private record Pools(ObjectProvider<CurrentDatabase> database) implements BeanPostProcessor, PriorityOrdered {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof HikariDataSource own ? database.getObject().poolInsteadOf(own) : bean;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
