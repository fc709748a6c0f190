package vn.hoso.results;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the changes of what results are made of. The database counts them, whoever makes them. */
@Component
class ResultsRevision {

    private final JdbcClient jdbc;

    ResultsRevision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there were; as long as it stays the same, so does everything made of them. */
    public long count() {
        return jdbc.sql("select coalesce(sum(changes), 0) from results_revision")
                .query(Long.class)
                .single();
    }
}
