package vn.hoso.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
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

    /** As the profile "demo" names it. */
    private static final String DEMONSTRATION = "hoso_demo";

    CommandContext() {}

    /** Whether the command line asks for this command. */
    public static boolean asksFor(String command, String... arguments) {
        return List.of(arguments).contains(SETTING + command);
    }

    /**
     * Opens it.
     *
     * @param arguments of the command line; settings as for the program
     * @param parts what the command needs besides
     * @throws RuntimeException when the database is not to be had; the reason has been printed
     */
    public static ConfigurableApplicationContext open(String[] arguments, Class<?>... parts) {
        SpringApplication command = new SpringApplication(
                Stream.concat(Stream.of(CommandContext.class), Stream.of(parts)).toArray(Class<?>[]::new));
        command.setWebApplicationType(WebApplicationType.NONE);
        ApplicationListener<ApplicationEnvironmentPreparedEvent> look =
                prepared -> joinRunningCopy(prepared.getEnvironment());
        command.addListeners(look);
        command.setDefaultProperties(QUIET);
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

    /** Names the embedded database of the running copy, if there is one. */
    private static void joinRunningCopy(ConfigurableEnvironment environment) {
        if (EmbeddedDatabaseConfiguration.namesADatabase(environment)) {
            return;
        }
        EmbeddedDatabaseProperties properties =
                Binder.get(environment).bindOrCreate("hoso", EmbeddedDatabaseProperties.class);
        DataFolder folder = DataFolder.at(properties.dataDir());
        if (!Files.exists(folder.lockFile())) {
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

    /** A demonstration keeps its figures in a database of its own, which a command finds with the demonstration's settings alone. */
    private static void requireDatabase(DataFolder folder, String server, String password, String database) {
        List<String> there = new ArrayList<>();
        try (Connection superuser =
                        DriverManager.getConnection(server + "postgres", PostgresServer.SUPERUSER, password);
                Statement statement = superuser.createStatement();
                ResultSet names = statement.executeQuery(
                        "select datname from pg_database where not datistemplate and datname <> 'postgres' order by datname")) {
            while (names.next()) {
                there.add(names.getString(1));
            }
        } catch (SQLException notReadable) {
            // Connecting says why, in the command's own words.
            return;
        }
        if (there.contains(database) || there.isEmpty()) {
            return;
        }
        boolean demonstration = there.equals(List.of(DEMONSTRATION));
        throw new StartupFailure(
                demonstration
                        ? "Thư mục dữ liệu " + folder.root() + " là của bản minh họa."
                        : "Thư mục dữ liệu " + folder.root() + " không có cơ sở dữ liệu \"" + database + "\"; đang có: "
                                + String.join(", ", there) + ".",
                demonstration
                        ? "Hãy chạy lại lệnh với --spring.profiles.active=demo, hoặc đặt --hoso.data-dir sang thư mục của chương"
                                + " trình dùng thật."
                        : "Hãy chạy lại lệnh với --hoso.embedded.database=<một trong các tên ấy>, hoặc đặt --hoso.data-dir sang"
                                + " thư mục khác.");
    }
}
