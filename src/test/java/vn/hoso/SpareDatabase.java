package vn.hoso;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.hoso.database.DirectConnections;

/** An empty database beside the program's, for what is put into another one. */
public final class SpareDatabase implements AutoCloseable {

    private final FreshDatabase database;

    public SpareDatabase() {
        this(FreshDatabase.empty());
    }

    private SpareDatabase(FreshDatabase database) {
        this.database = database;
    }

    /** One that orders texts as its locale does, as {@code create database} says it. */
    public static SpareDatabase ordering(String locale) {
        return new SpareDatabase(FreshDatabase.ordering(locale));
    }

    public DirectConnections connections() {
        return DirectConnections.to(
                database.url(), TestServer.ROLE, TestServer.PASSWORD, TestServer.OWNER, TestServer.PASSWORD);
    }

    public Connection connectAsOwner() throws SQLException {
        return database.connectAsOwner();
    }

    /** Every table it holds, as one number each. */
    public Map<String, String> contents(Predicate<String> lookedAt) throws SQLException {
        try (Connection owner = connectAsOwner()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(owner, true));
            return TableContents.tables(jdbc).isEmpty()
                    ? new TreeMap<>()
                    : TableContents.read(jdbc, TableContents.query(jdbc, lookedAt));
        }
    }

    /** Cuts whoever is connected. */
    public void cut() {
        TestServer.instance()
                .run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database.name()
                        + "'");
    }

    @Override
    public void close() {
        database.drop();
    }
}
