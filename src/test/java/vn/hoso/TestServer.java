package vn.hoso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import vn.hoso.database.ThrowawayPostgres;

/**
 * The PostgreSQL 18 of this JVM's tests: in a container where a Docker engine answers, else the one that comes with the
 * program; {@code -Dhoso.tests.database=docker} or {@code embedded} decides it. Started by the first test that asks, stopped
 * with the JVM; the log says which it is.
 */
interface TestServer {

    /** The role that owns the databases, and could get round their triggers. */
    String OWNER = "hoso_owner";

    /** The role that the program works with. */
    String ROLE = "hoso";

    String PASSWORD = "for-tests-only";

    static TestServer instance() {
        return One.INSTANCE;
    }

    Connection connectAsSuperuser() throws SQLException, IOException;

    String jdbcUrl(String database);

    /** Runs these statements as superuser, outside every test's database. */
    default void run(String... statements) {
        One.run(statements);
    }

    record InContainer(PostgreSQLContainer container) implements TestServer {

        @Override
        public Connection connectAsSuperuser() throws SQLException {
            return container.createConnection("");
        }

        @Override
        public String jdbcUrl(String database) {
            return "jdbc:postgresql://" + container.getHost() + ":"
                    + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
        }
    }

    record Embedded(ThrowawayPostgres postgres) implements TestServer {

        @Override
        public Connection connectAsSuperuser() throws SQLException, IOException {
            return postgres.connectAsSuperuser();
        }

        @Override
        public String jdbcUrl(String database) {
            return postgres.jdbcUrl(database);
        }
    }

    /** Started when it is first asked for. */
    final class One {

        private static final Logger log = LoggerFactory.getLogger(TestServer.class);

        private static final TestServer INSTANCE = start();

        private One() {}

        /** What {@code -Dhoso.tests.database} asks for; without it, a container where that is possible. */
        private static TestServer start() {
            return switch (System.getProperty("hoso.tests.database", "")) {
                case "embedded" -> embedded();
                case "docker" -> inContainer();
                case "" -> dockerAnswers() ? inContainerOrEmbedded() : embedded();
                default -> throw new IllegalArgumentException("hoso.tests.database is embedded or docker, or left out");
            };
        }

        /** An engine may answer and still be unable to fetch the image. */
        private static TestServer inContainerOrEmbedded() {
            try {
                return inContainer();
            } catch (ContainerFetchException | ContainerLaunchException noImage) {
                log.warn("The Docker engine has no postgres:18 to run: {}", noImage.getMessage());
                return embedded();
            }
        }

        /** One connection for the whole JVM: making and dropping databases is most of what is asked here. */
        private static final class Superuser {

            private static final Connection CONNECTION = connect();

            private static Connection connect() {
                try {
                    Connection superuser = INSTANCE.connectAsSuperuser();
                    try (Statement statement = superuser.createStatement()) {
                        // Proving a password the usual 4,096 times over takes longer than most tests need a connection
                        // for.
                        statement.execute("set scram_iterations = 1");
                        statement.execute("create role " + ROLE + " login password '" + PASSWORD + "'");
                        statement.execute("create role " + OWNER + " login password '" + PASSWORD + "'");
                    }
                    return superuser;
                } catch (SQLException | IOException e) {
                    throw new IllegalStateException("The PostgreSQL for the tests has no superuser", e);
                }
            }
        }

        private static synchronized void run(String... statements) {
            try (Statement statement = Superuser.CONNECTION.createStatement()) {
                for (String each : statements) {
                    statement.execute(each);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(
                        "The PostgreSQL for the tests refused " + String.join("; ", statements), e);
            }
        }

        /** Looks for a socket first: asking Testcontainers without one costs seconds and a page of warnings. */
        private static boolean dockerAnswers() {
            boolean configured = System.getenv("DOCKER_HOST") != null
                    || Files.exists(Path.of("/var/run/docker.sock"))
                    || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
            return configured && DockerClientFactory.instance().isDockerAvailable();
        }

        private static TestServer inContainer() {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
            container.start();
            log.info("Tests use PostgreSQL in a container: {}", container.getJdbcUrl());
            return new InContainer(container);
        }

        private static TestServer embedded() {
            ThrowawayPostgres postgres =
                    ThrowawayPostgres.startIn(Path.of("target").toAbsolutePath());
            log.info("Tests use the embedded PostgreSQL: {}", postgres.jdbcUrl("postgres"));
            return new Embedded(postgres);
        }
    }
}
