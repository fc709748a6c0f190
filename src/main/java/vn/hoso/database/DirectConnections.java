package vn.hoso.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import org.flywaydb.core.api.callback.Callback;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Connections of their own, outside of the pool, for work that may take as long as it takes: a backup, a restore. None of the
 * pool's limits holds for them.
 */
@Component
public class DirectConnections {

    private final Supplier<Login> program;
    private final Supplier<Login> owner;

    @Autowired
    DirectConnections(
            JdbcConnectionDetails program, ObjectProvider<FlywayConnectionDetails> owner, Environment environment) {
        this(() -> program(program), () -> owner(owner.getIfAvailable(), program, environment));
    }

    private DirectConnections(Supplier<Login> program, Supplier<Login> owner) {
        this.program = program;
        this.owner = owner;
    }

    /** To a database that the program's settings do not name, such as one made for a drill. */
    public static DirectConnections to(
            String url, String program, String password, String owner, String ownerPassword) {
        return new DirectConnections(
                () -> new Login(url, program, password), () -> new Login(url, owner, ownerPassword));
    }

    /** A role and the database it works in. */
    private record Login(String url, String user, String password) {

        Connection open() throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            properties.setProperty("ApplicationName", "ho-so-truc-tuyen");
            properties.setProperty("connectTimeout", "10");
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty("logServerErrorDetail", "false");
            Connection connection = new Driver().connect(url, properties);
            if (connection == null) {
                throw new SQLException("Not an address of PostgreSQL");
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("set statement_timeout = 0");
                statement.execute("set idle_in_transaction_session_timeout = 0");
            }
            return connection;
        }
    }

    private static Login program(JdbcConnectionDetails details) {
        return new Login(
                details.getJdbcUrl(),
                Objects.requireNonNullElse(details.getUsername(), ""),
                Objects.requireNonNullElse(details.getPassword(), ""));
    }

    /** Where no role of its own owns the tables, the program's does. */
    private static Login owner(
            @Nullable FlywayConnectionDetails details, JdbcConnectionDetails program, Environment environment) {
        String url = details == null ? environment.getProperty("spring.flyway.url") : details.getJdbcUrl();
        String user = details == null ? environment.getProperty("spring.flyway.user") : details.getUsername();
        String password = details == null ? environment.getProperty("spring.flyway.password") : details.getPassword();
        Login usual = program(program);
        return new Login(
                StringUtils.hasText(url) ? url : usual.url(),
                StringUtils.hasText(user) ? user : usual.user(),
                StringUtils.hasText(user) ? Objects.requireNonNullElse(password, "") : usual.password());
    }

    /** As the role that the program works with: it reads everything and owns nothing. */
    public Connection asProgram() throws SQLException {
        return program.get().open();
    }

    /** As the role that owns the tables. */
    public Connection asOwner() throws SQLException {
        return owner.get().open();
    }

    /** What gives that role its rights after the migrations. */
    public Callback grants() {
        return new ProgramRights(this);
    }

    /** The role that the program works with; empty where the address names it. */
    public String programRole() {
        return program.get().user();
    }
}
