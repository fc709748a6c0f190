package vn.hoso.operations;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.shared.Rows;

/** What the database knows of itself and of the programs that work with it. */
@Component
public class ProgramQueries {

    private final JdbcClient jdbc;

    ProgramQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The database.
     *
     * @param version PostgreSQL's, such as {@code 18.1}
     * @param schema the latest migration
     * @param bytes how much room it takes
     */
    public record DatabaseState(String version, String schema, long bytes) {}

    public DatabaseState database() {
        return jdbc.sql("""
                        select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
                            (select version from flyway_schema_history where success and version is not null
                             order by installed_rank desc limit 1) as schema
                        """).query(DatabaseState.class).single();
    }

    /** Since when each running copy of the program is connected, the oldest first; by the names that their connections carry. */
    public List<Instant> replicas() {
        return jdbc.sql("""
                        select min(backend_start) as since from pg_stat_activity
                        where datname = current_database() and usename = current_user and application_name like 'hoso %'
                        group by application_name order by since
                        """).query((row, n) -> Rows.instant(row, "since")).list();
    }
}
