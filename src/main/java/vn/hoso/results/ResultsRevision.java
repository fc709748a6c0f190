package vn.hoso.results;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.fields.ReturnFields;
import vn.hoso.figures.CalendarSettings;
import vn.hoso.indicators.Indicators;
import vn.hoso.organisation.Organisations;

/** Counts the changes of what results are made of. The database counts them, whoever makes them. */
@Component
class ResultsRevision {

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final CalendarSettings calendars;
    private final Clock clock;
    private final ReturnFields fields;
    private final Indicators indicators;

    ResultsRevision(
            JdbcClient jdbc,
            Organisations organisations,
            CalendarSettings calendars,
            ReturnFields fields,
            Indicators indicators,
            Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.calendars = calendars;
        this.fields = fields;
        this.indicators = indicators;
    }

    /** On which it depends what has been reorganised until today. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private record Counted(
            long changes,
            long organisation,
            int calendars,
            @Nullable String fields,
            @Nullable String indicators) {}

    /**
     * How many there were; as long as it stays the same, so does everything made of them. The same statement tells whether what
     * this copy of the program knows of the organisation, its calendar, the return's fields and
     * indicators still holds.
     */
    public long count() {
        Counted counted = jdbc.sql("""
                        select coalesce(sum(changes), 0) as changes,
                            (select coalesce(sum(version + 1), 0) from organisation_version) as organisation,
                            (select count(*) from calendar_setting) as calendars,
                            %s as fields, %s as indicators
                        from results_revision
                        """.formatted(ReturnFields.STATE, Indicators.STATE))
                .query(Counted.class)
                .single();
        organisations.upTo(counted.organisation());
        calendars.upTo(counted.calendars());
        fields.upTo(counted.fields());
        indicators.upTo(counted.indicators());
        return counted.changes();
    }
}
