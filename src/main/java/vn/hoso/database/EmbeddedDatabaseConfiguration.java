package vn.hoso.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Brings the embedded PostgreSQL in when nobody named a database: no {@code spring.datasource.url} (by whatever way,
 * {@code SPRING_DATASOURCE_URL} included; an empty one counts as none) and no connection details from elsewhere.
 *
 * <p>An auto-configuration, because only those are looked at after every other bean is known.
 */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Conditional(EmbeddedDatabaseConfiguration.NoDatabaseNamed.class)
@ConditionalOnMissingBean({JdbcConnectionDetails.class, DataSource.class})
@EnableConfigurationProperties(EmbeddedDatabaseConfiguration.EmbeddedDatabaseProperties.class)
class EmbeddedDatabaseConfiguration {

    /** Whether a missing database is made; set by commands that only read. */
    static final String CREATE = "hoso.embedded.create";

    /** Closed after the connection pool, which depends on it through the connection details. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgresServer embeddedPostgresServer(
            EmbeddedDatabaseProperties properties, ObjectProvider<EarlyStart> early, Environment environment) {
        EarlyStart begun = early.getIfAvailable();
        boolean create = environment.getProperty(CREATE, Boolean.class, true);
        return begun == null ? start(properties, create) : begun.take();
    }

    static EmbeddedPostgresServer start(EmbeddedDatabaseProperties properties, boolean create) {
        return EmbeddedPostgresServer.start(
                DataFolder.at(properties.dataDir()), properties.embedded().database(), create);
    }

    /** Whether a database was named, by whatever way; an empty name is none. */
    static boolean namesADatabase(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    @Bean
    JdbcConnectionDetails embeddedPostgresConnectionDetails(EmbeddedPostgresServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return server.jdbcUrl();
            }

            @Override
            public String getUsername() {
                return server.username();
            }

            @Override
            public String getPassword() {
                return server.password();
            }
        };
    }

    /** The schema is changed by its owner; the program gets by with less. */
    @Bean
    FlywayConnectionDetails embeddedPostgresOwner(EmbeddedPostgresServer server) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                // A row that a migration stumbles over is not quoted either.
                return server.jdbcUrl() + "?logServerErrorDetail=false";
            }

            @Override
            public String getUsername() {
                return server.ownerName();
            }

            @Override
            public String getPassword() {
                return server.ownerPassword();
            }
        };
    }

    /** Boot's own property conditions take an empty value for a set one. */
    static final class NoDatabaseNamed extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            boolean named = namesADatabase(context.getEnvironment());
            return new ConditionOutcome(
                    !named,
                    ConditionMessage.forCondition("Embedded PostgreSQL")
                            .because(named ? "spring.datasource.url is set" : "spring.datasource.url is not set"));
        }
    }

    /**
     * Where the embedded PostgreSQL keeps its data.
     *
     * @param dataDir folder; kept as text, for a {@code Path} would be looked up among the program's resources first
     * @param embedded settings of the database inside
     */
    @ConfigurationProperties("hoso")
    record EmbeddedDatabaseProperties(
            @DefaultValue("./data") String dataDir,
            @DefaultValue Embedded embedded) {

        /** @param database name of the program's database, letters a–z, digits and underscores */
        record Embedded(@DefaultValue("hoso") String database) {}
    }
}
