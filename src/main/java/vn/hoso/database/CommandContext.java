package vn.hoso.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hoso.database.EmbeddedDatabaseConfiguration.EmbeddedDatabaseProperties;

/**
 * The program's database and nothing of its pages, for one command of the console. The embedded database is started for it; where
 * a running copy of the program has it open, the command works in that one's.
 */
@ImportAutoConfiguration({
    EmbeddedDatabaseConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
public final class CommandContext {

    private static final String SETTING = "--hoso.command=";

    /** What a command prints is its answer. */
    private static final Map<String, Object> QUIET =
            Map.of("logging.level.root", "warn", "spring.main.log-startup-info", "false");

    /** Where {@code postmaster.pid} says which port is listened on. */
    private static final int PORT_LINE = 3;

    CommandContext() {}

    /** Whether the command line asks for this command. */
    public static boolean asksFor(String command, String... arguments) {
        return List.of(arguments).contains(SETTING + command);
    }

    /**
     * Opens it for a command that reads.
     *
     * @param arguments of the command line; settings as for the program
     * @param parts what the command needs besides
     * @throws RuntimeException when the database is not to be had, or holds nothing of the program; the reason has been printed, and
     *     no database was made
     */
    public static ConfigurableApplicationContext open(String[] arguments, Class<?>... parts) {
        return open(false, arguments, parts);
    }

    /** The same for a command that fills the database: a missing one is made. */
    public static ConfigurableApplicationContext openToFill(String[] arguments, Class<?>... parts) {
        return open(true, arguments, parts);
    }

    private static ConfigurableApplicationContext open(boolean create, String[] arguments, Class<?>... parts) {
        SpringApplication command = new SpringApplication(
                Stream.concat(Stream.of(CommandContext.class), Stream.of(parts)).toArray(Class<?>[]::new));
        command.setWebApplicationType(WebApplicationType.NONE);
        ApplicationListener<ApplicationEnvironmentPreparedEvent> look =
                prepared -> joinRunningCopy(prepared.getEnvironment(), create);
        command.addListeners(look);
        if (!create) {
            ApplicationListener<ApplicationStartedEvent> read =
                    started -> requireTables(started.getApplicationContext().getBean(JdbcClient.class));
            command.addListeners(read);
        }
        Map<String, Object> settings = new HashMap<>(QUIET);
        settings.put(EmbeddedDatabaseConfiguration.CREATE, create);
        command.setDefaultProperties(settings);
        return command.run(arguments);
    }

    /** The settings alone, for a command that must not start the database as it is. */
    public static Environment settings(String... arguments) {
        SpringApplication settings = new SpringApplication(PropertyPlaceholderAutoConfiguration.class);
        settings.setWebApplicationType(WebApplicationType.NONE);
        settings.setDefaultProperties(QUIET);
        try (ConfigurableApplicationContext context = settings.run(arguments)) {
            return context.getEnvironment();
        }
    }

    private static void requireTables(JdbcClient jdbc) {
        if (!jdbc.sql("select to_regclass('flyway_schema_history') is not null")
                .query(Boolean.class)
                .single()) {
            throw new StartupFailure(
                    "Cơ sở dữ liệu "
                            + jdbc.sql("select current_database()")
                                    .query(String.class)
                                    .single() + " chưa có bảng nào của chương trình.",
                    "Hãy kiểm tra hoso.data-dir hoặc spring.datasource.url: lệnh phải chạy với cùng các thiết lập của chương trình.");
        }
    }

    /** Names the embedded database of the running copy, if there is one. */
    private static void joinRunningCopy(ConfigurableEnvironment environment, boolean create) {
        if (EmbeddedDatabaseConfiguration.namesADatabase(environment)) {
            return;
        }
        EmbeddedDatabaseProperties properties =
                Binder.get(environment).bindOrCreate("hoso", EmbeddedDatabaseProperties.class);
        DataFolder folder = create ? DataFolder.at(properties.dataDir()) : DataFolder.existing(properties.dataDir());
        if (!Files.exists(folder.lockFile())) {
            if (!create && !ExistingData.isIn(folder)) {
                throw ExistingData.none(folder);
            }
            return;
        }
        try (FolderLock lock = FolderLock.acquire(folder)) {
            // Nobody runs on it.
        } catch (StartupFailure running) {
            try {
                List<String> lines = Files.readAllLines(folder.cluster().resolve("postmaster.pid"));
                String server =
                        "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/";
                String password = Files.readString(folder.superuserPassword()).strip();
                requireDatabase(folder, server, password, properties.embedded().database());
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "runningCopy",
                                Map.of(
                                        "spring.datasource.url",
                                        server + properties.embedded().database(),
                                        "spring.datasource.username",
                                        PostgresServer.SUPERUSER,
                                        "spring.datasource.password",
                                        password)));
            } catch (IOException | IndexOutOfBoundsException notReadable) {
                throw running;
            }
        }
    }

    private static void requireDatabase(DataFolder folder, String server, String password, String database) {
        try (Connection superuser =
                DriverManager.getConnection(server + "postgres", PostgresServer.SUPERUSER, password)) {
            ProgramDatabase.require(superuser, folder, database);
        } catch (SQLException notReadable) {
            // Connecting says why, in the command's own words.
        }
    }
}
