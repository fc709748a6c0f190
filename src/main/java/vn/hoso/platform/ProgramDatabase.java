package vn.hoso.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The program's own database and the role it signs in with: owner of that database, and nothing more. */
final class ProgramDatabase {

    static final String ROLE = "hoso";

    private ProgramDatabase() {}

    /** @throws StartRefusal when {@code hoso.embedded.database} is not a plain lower-case name */
    static void requireName(String database) {
        if (!database.matches("[a-z][a-z0-9_]{0,62}") || database.matches("postgres|template[01]")) {
            throw new StartRefusal(
                    "Tên cơ sở dữ liệu \"" + database + "\" không dùng được.",
                    "Hãy đặt hoso.embedded.database chỉ gồm chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng"
                            + " chữ cái.");
        }
    }

    /** Makes what is missing and gives the role a new password; running it again changes only the password. */
    static void ensure(Connection superuser, String database, String password) throws SQLException {
        requireName(database);
        try (Statement statement = superuser.createStatement()) {
            if (!exists(superuser, "select 1 from pg_roles where rolname = ?", ROLE)) {
                statement.execute("create role " + ROLE + " login nosuperuser nocreatedb nocreaterole noreplication");
            }
            // Hashed here, so that the password itself never reaches the server's log.
            superuser.unwrap(PGConnection.class).alterUserPassword(ROLE, password.toCharArray(), "scram-sha-256");
            if (!exists(superuser, "select 1 from pg_database where datname = ?", database)) {
                // template0 carries the cluster's collation.
                statement.execute(
                        "create database " + database + " owner " + ROLE + " encoding 'UTF8' template template0");
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
