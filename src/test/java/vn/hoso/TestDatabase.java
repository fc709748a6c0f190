package vn.hoso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import vn.hoso.platform.ThrowawayPostgres;

/**
 * The database for tests with a Spring context: {@code @Import(TestDatabase.class)}. Always a real PostgreSQL 18, in a
 * container where a Docker engine answers, else the one that comes with the program; one server for the JVM, and in it
 * a fresh database for each context. As in the program, one role owns it and another one works with it. The log says which
 * server it is.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final Logger log = LoggerFactory.getLogger(TestDatabase.class);

    private static final String ROLE = "hoso";
    private static final String OWNER = "hoso_owner";
    private static final String PASSWORD = "for-tests-only";

    @Bean
    FreshDatabase testDatabaseConnectionDetails() {
        return createDatabase();
    }

    @Bean
    FlywayConnectionDetails testDatabaseOwner(FreshDatabase database) {
        return database.owner();
    }

    /** Makes a fresh, empty database; also for tests without a Spring context. */
    public static FreshDatabase createDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        Server server = OneServer.INSTANCE;
        try (Connection superuser = server.connect();
                Statement statement = superuser.createStatement()) {
            statement.execute("create database " + name + " owner " + OWNER + " encoding 'UTF8' template template0");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("No database for this test", e);
        }
        return new FreshDatabase(server.jdbcUrl(name));
    }

    /** A database of one test's own, as the program sees it. */
    public record FreshDatabase(String url) implements JdbcConnectionDetails {

        /** The same database for who owns its tables, and could get round the triggers. */
        public FlywayConnectionDetails owner() {
            return new FlywayConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return url;
                }

                @Override
                public String getUsername() {
                    return OWNER;
                }

                @Override
                public String getPassword() {
                    return PASSWORD;
                }
            };
        }

        public Connection connectAsOwner() throws SQLException {
            return DriverManager.getConnection(url, OWNER, PASSWORD);
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return ROLE;
        }

        @Override
        public String getPassword() {
            return PASSWORD;
        }
    }

    /** Either kind of server, seen through what is needed of it. */
    private interface Server {

        Connection connect() throws SQLException, IOException;

        String jdbcUrl(String database);
    }

    private record InContainer(PostgreSQLContainer container) implements Server {

        @Override
        public Connection connect() throws SQLException {
            return container.createConnection("");
        }

        @Override
        public String jdbcUrl(String database) {
            return "jdbc:postgresql://" + container.getHost() + ":"
                    + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
        }
    }

    private record Embedded(ThrowawayPostgres postgres) implements Server {

        @Override
        public Connection connect() throws SQLException, IOException {
            return postgres.connectAsSuperuser();
        }

        @Override
        public String jdbcUrl(String database) {
            return postgres.jdbcUrl(database);
        }
    }

    /** Started by the first test that asks, stopped with the JVM. */
    private static final class OneServer {

        static final Server INSTANCE = start();

        private static Server start() {
            Server server = dockerAnswers() ? inContainer() : embedded();
            try (Connection superuser = server.connect();
                    Statement statement = superuser.createStatement()) {
                statement.execute("create role " + ROLE + " login password '" + PASSWORD + "'");
                statement.execute("create role " + OWNER + " login password '" + PASSWORD + "'");
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("The PostgreSQL for the tests does not answer", e);
            }
            return server;
        }

        /** Looks for a socket first: asking Testcontainers without one costs seconds and a page of warnings. */
        private static boolean dockerAnswers() {
            boolean configured = System.getenv("DOCKER_HOST") != null
                    || Files.exists(Path.of("/var/run/docker.sock"))
                    || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
            return configured && DockerClientFactory.instance().isDockerAvailable();
        }

        private static Server inContainer() {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
            container.start();
            log.info("Tests use PostgreSQL in a container: {}", container.getJdbcUrl());
            return new InContainer(container);
        }

        private static Server embedded() {
            ThrowawayPostgres postgres =
                    ThrowawayPostgres.startIn(Path.of("target").toAbsolutePath());
            log.info("Tests use the embedded PostgreSQL (no Docker engine answers): {}", postgres.jdbcUrl("postgres"));
            return new Embedded(postgres);
        }
    }
}
