package vn.hoso.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The program's own database and its two roles: the owner, who changes the schema at start and nothing else, and the one that
 * the program works with, which owns nothing and may therefore be kept from rewriting what only grows.
 */
final class ProgramDatabase {

    static final String ROLE = "hoso";
    static final String OWNER = "hoso_owner";

    /** As the profile "demo" names it. */
    private static final String DEMONSTRATION = "hoso_demo";

    private ProgramDatabase() {}

    /** @throws StartupFailure when {@code hoso.embedded.database} is not a plain lower-case name */
    static void requireName(String database) {
        if (!database.matches("[a-z][a-z0-9_]{0,62}") || database.matches("postgres|template[01]")) {
            throw new StartupFailure(
                    "Tên cơ sở dữ liệu \"" + database + "\" không dùng được.",
                    "Hãy đặt hoso.embedded.database chỉ gồm chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng"
                            + " chữ cái.");
        }
    }

    /**
     * Refuses a server without the database: a command that reads makes none. A demonstration keeps its figures in a database of its
     * own, which a command finds with the demonstration's settings alone.
     *
     * @param superuser connected to another database of the same server
     * @throws StartupFailure naming the databases that are there
     */
    static void require(Connection superuser, DataFolder folder, String database) throws SQLException {
        List<String> there = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet names = statement.executeQuery(
                        "select datname from pg_database where not datistemplate and datname <> 'postgres' order by datname")) {
            while (names.next()) {
                there.add(names.getString(1));
            }
        }
        if (there.contains(database)) {
            return;
        }
        if (there.isEmpty()) {
            throw ExistingData.none(folder);
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

    /**
     * Makes what is missing and gives both roles a new password; running it again changes only the passwords.
     *
     * @param superuser connected to another database of the same server
     */
    static void ensure(Connection superuser, String database, String password, String ownerPassword)
            throws SQLException {
        requireName(database);
        ensureRole(superuser, OWNER, ownerPassword);
        ensureRole(superuser, ROLE, password);
        try (Statement statement = superuser.createStatement()) {
            if (!exists(superuser, "select 1 from pg_database where datname = ?", database)) {
                // template0 carries the cluster's collation.
                statement.execute(
                        "create database " + database + " owner " + OWNER + " encoding 'UTF8' template template0");
            }
        }
    }

    private static void ensureRole(Connection superuser, String role, String password) throws SQLException {
        if (!exists(superuser, "select 1 from pg_roles where rolname = ?", role)) {
            try (Statement statement = superuser.createStatement()) {
                statement.execute("create role " + role + " login nosuperuser nocreatedb nocreaterole noreplication");
            }
        }
        // Hashed here, so that the password itself never reaches the server's log.
        superuser.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    /**
     * Hands a database over to the owner in which the program still owns everything, as it did in its first versions.
     *
     * @param superuser connected to the program's database
     */
    static void handOver(Connection superuser) throws SQLException {
        boolean ownsSomething = exists(superuser, """
                select 1 from pg_roles r where r.rolname = ? and (
                    exists (select from pg_class where relowner = r.oid)
                    or exists (select from pg_database where datdba = r.oid and datname = current_database()))
                """, ROLE);
        if (ownsSomething) {
            try (Statement statement = superuser.createStatement()) {
                statement.execute("reassign owned by " + ROLE + " to " + OWNER);
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
