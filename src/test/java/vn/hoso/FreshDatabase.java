package vn.hoso;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of the tests' server that nobody else uses. As in the program, one role owns it and another works with it. */
record FreshDatabase(String name, String url) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A place of its own to count from: far more changes and numbers than one class uses. */
    private static final String COUNT_FROM_ELSEWHERE = """
            do $$ begin
                insert into results_revision (changes) values (%1$d * 1000000);
                perform setval(format('%%I.%%I', schemaname, sequencename)::regclass,
                        coalesce(last_value, start_value) + increment_by * 1000 * %1$d)
                    from pg_sequences where increment_by > 1;
            end $$
            """;

    /** An empty one. */
    static FreshDatabase empty() {
        return create(NUMBER.incrementAndGet(), "template0");
    }

    /** An empty one that orders texts in another way than the server's other databases. */
    static FreshDatabase ordering(String locale) {
        return create(NUMBER.incrementAndGet(), "template0 " + locale);
    }

    /**
     * One with everything this one holds, made by the server in milliseconds; nobody may be connected to this one. What the program
     * keeps in memory of one copy is never taken for another's: each counts its changes, and the numbers that Hibernate takes in
     * blocks, from a place of its own.
     */
    FreshDatabase copy() {
        int number = NUMBER.incrementAndGet();
        FreshDatabase copy = create(number, name);
        try (Connection owner = copy.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(COUNT_FROM_ELSEWHERE.formatted(number));
        } catch (SQLException e) {
            throw new IllegalStateException("No copy of " + name, e);
        }
        return copy;
    }

    private static FreshDatabase create(int number, String template) {
        TestServer server = TestServer.instance();
        String name = "test_" + number;
        // Whole files instead of a log of every page of them: a third less work.
        server.run("create database " + name + " owner " + TestServer.OWNER
                + " encoding 'UTF8' strategy file_copy template " + template);
        return new FreshDatabase(name, server.jdbcUrl(name));
    }

    /** Counts what the tables hold, as a database does by itself within a minute; without it, it looks for rows the long way. */
    void analyze() {
        try (Connection owner = connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException("Not analyzed: " + name, e);
        }
    }

    /** Lets nobody in any more: it only serves as a template. */
    void seal() {
        TestServer.instance()
                .run(
                        "alter database " + name + " with allow_connections false",
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    void drop() {
        TestServer.instance().run("drop database " + name + " with (force)");
    }

    Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, TestServer.OWNER, TestServer.PASSWORD);
    }
}
