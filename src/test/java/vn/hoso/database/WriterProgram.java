package vn.hoso.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;

/**
 * A program of its own for tests that kill one: starts the database on the folder given, then saves numbers one after
 * another and prints each after its save was acknowledged.
 */
final class WriterProgram {

    private WriterProgram() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgresServer server =
                EmbeddedPostgresServer.start(DataFolder.at(arguments[0]).withBinaries(Path.of(arguments[1])), "hoso");
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(), server.ownerName(), server.ownerPassword())) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists saved (number bigint primary key)");
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into saved select coalesce(max(number), 0) + 1 from saved" + " returning number")) {
                while (true) {
                    try (var row = insert.executeQuery()) {
                        row.next();
                        System.out.println("saved " + row.getLong(1));
                    }
                }
            }
        }
    }
}
