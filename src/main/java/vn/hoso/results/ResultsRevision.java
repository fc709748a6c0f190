package vn.hoso.results;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.organisation.Organisations;

/** Counts the changes of what results are made of. The database counts them, whoever makes them. */
@Component
class ResultsRevision {

    private final JdbcClient jdbc;
    private final Organisations organisations;

    ResultsRevision(JdbcClient jdbc, Organisations organisations) {
        this.jdbc = jdbc;
        this.organisations = organisations;
    }

    private record Counted(long changes, long organisation) {}

    /**
     * How many there were; as long as it stays the same, so does everything made of them. The same statement tells whether the
     * organisation is still called what this copy of the program knows.
     */
    public long count() {
        Counted counted = jdbc.sql("""
                        select coalesce(sum(changes), 0) as changes,
                            (select coalesce(sum(version + 1), 0) from organisation_version) as organisation
                        from results_revision
                        """).query(Counted.class).single();
        organisations.upTo(counted.organisation());
        return counted.changes();
    }
}
