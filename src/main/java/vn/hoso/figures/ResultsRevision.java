package vn.hoso.figures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the changes of figures, units, targets and decisions. The database counts them, whoever makes them. */
@Component
public class ResultsRevision {

    private final JdbcClient jdbc;

    ResultsRevision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there were; as long as it stays the same, so does everything made of them. */
    public long count() {
        return jdbc.sql("select coalesce(sum(changes), 0) from figures_change")
                .query(Long.class)
                .single();
    }
}
