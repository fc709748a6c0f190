package vn.hoso;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database that a program under test works in: another one for each test class that writes, while the program runs on.
 * Each has a pool of connections of its own, so none leads back to where the program was before.
 */
public final class CurrentDatabase implements JdbcConnectionDetails, DisposableBean {

    private FreshDatabase database;
    private @Nullable Pool pool;

    CurrentDatabase(FreshDatabase atFirst) {
        database = atFirst;
    }

    FreshDatabase database() {
        return database;
    }

    /** The program's own pool at the start, and those that follow. */
    DataSource poolInsteadOf(HikariDataSource own) {
        pool = new Pool(own);
        return pool;
    }

    /** Cuts every connection, so that the database can become a template. */
    void leave() {
        if (pool != null) {
            pool.close();
        }
    }

    void moveTo(FreshDatabase other) {
        leave();
        database = other;
        if (pool != null) {
            pool.open(other.url());
        }
    }

    /** Leaves this database for one that holds the demonstration as it was at the start. */
    public void startOver() {
        Worlds.move(this, ProgramTest.World.OWN);
    }

    @Override
    public void destroy() {
        leave();
    }

    /** The same database for who owns its tables, and could get round the triggers. */
    public FlywayConnectionDetails owner() {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return TestServer.OWNER;
            }

            @Override
            public String getPassword() {
                return TestServer.PASSWORD;
            }
        };
    }

    public Connection connectAsOwner() throws SQLException {
        return database.connectAsOwner();
    }

    /** Counts the rows anew where a test has added thousands. */
    public void analyze() {
        database.analyze();
    }

    @Override
    public String getJdbcUrl() {
        return database.url();
    }

    @Override
    public String getUsername() {
        return TestServer.ROLE;
    }

    @Override
    public String getPassword() {
        return TestServer.PASSWORD;
    }

    /** Who asks for a connection while the program moves waits until it has. */
    private static final class Pool extends DelegatingDataSource {

        private final HikariConfig settings = new HikariConfig();
        private final ReadWriteLock moving = new ReentrantReadWriteLock();
        private HikariDataSource current;

        Pool(HikariDataSource own) {
            super(own);
            own.copyStateTo(settings);
            settings.setMinimumIdle(1);
            current = own;
        }

        void close() {
            moving.writeLock().lock();
            try {
                current.close();
            } finally {
                moving.writeLock().unlock();
            }
        }

        void open(String url) {
            moving.writeLock().lock();
            try {
                settings.setJdbcUrl(url);
                current = new HikariDataSource(settings);
                setTargetDataSource(current);
            } finally {
                moving.writeLock().unlock();
            }
        }

        @Override
        public Connection getConnection() throws SQLException {
            moving.readLock().lock();
            try {
                return super.getConnection();
            } finally {
                moving.readLock().unlock();
            }
        }
    }
}
