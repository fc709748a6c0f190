package vn.hoso.results;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.CalendarSettings;
import vn.hoso.organisation.Organisations;

/** Counts the changes of what results are made of. The database counts them, whoever makes them. */
@Component
class ResultsRevision {

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final CalendarSettings calendars;

    ResultsRevision(JdbcClient jdbc, Organisations organisations, CalendarSettings calendars) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.calendars = calendars;
    }

    private record Counted(long changes, long organisation, int calendars) {}

    /**
     * How many there were; as long as it stays the same, so does everything made of them. The same statement tells whether what
     * this copy of the program knows of the organisation and its calendar still holds.
     */
    public long count() {
        Counted counted = jdbc.sql("""
                        select coalesce(sum(changes), 0) as changes,
                            (select coalesce(sum(version + 1), 0) from organisation_version) as organisation,
                            (select count(*) from calendar_setting) as calendars
                        from results_revision
                        """).query(Counted.class).single();
        organisations.upTo(counted.organisation());
        calendars.upTo(counted.calendars());
        return counted.changes();
    }
}
