package vn.hoso.results;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.fields.ReturnFields;
import vn.hoso.figures.CalendarSettings;
import vn.hoso.organisation.Organisations;

/** Counts the changes of what results are made of. The database counts them, whoever makes them. */
@Component
class ResultsRevision {

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final CalendarSettings calendars;
    private final ReturnFields fields;

    ResultsRevision(JdbcClient jdbc, Organisations organisations, CalendarSettings calendars, ReturnFields fields) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.calendars = calendars;
        this.fields = fields;
    }

    private record Counted(
            long changes,
            long organisation,
            int calendars,
            @Nullable String fields) {}

    /**
     * How many there were; as long as it stays the same, so does everything made of them. The same statement tells whether what
     * this copy of the program knows of the organisation, its calendar and the return's fields still holds.
     */
    public long count() {
        Counted counted =
                jdbc.sql("""
                        select coalesce(sum(changes), 0) as changes,
                            (select coalesce(sum(version + 1), 0) from organisation_version) as organisation,
                            (select count(*) from calendar_setting) as calendars,
                            %s as fields
                        from results_revision
                        """.formatted(ReturnFields.STATE)).query(Counted.class).single();
        organisations.upTo(counted.organisation());
        calendars.upTo(counted.calendars());
        fields.upTo(counted.fields());
        return counted.changes();
    }
}
