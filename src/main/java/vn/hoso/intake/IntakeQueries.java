package vn.hoso.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.StoredMonthQueries;
import vn.hoso.intake.PaperIntake.KnownMonth;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UnitNamesakes;
import vn.hoso.shared.UnitNamesakes.Named;

/** Reads dossiers by who received them; a unit's staff read those of their units alone. Each method costs three statements at most. */
@Component
public class IntakeQueries {

    /** The dossiers of procedures offered online, each with whether it was explained by itself, or somebody proposed to. */
    private static final String OFFERED = """
            select d.*, d.channel <> 'ONLINE' as paper, d.channel <> 'ONLINE' and e.state is not distinct from 'ACCEPTED' as explained,
                d.channel <> 'ONLINE' and e.state is not distinct from 'PROPOSED' as waiting
            from received_dossier d
            left join paper_explanation e on e.state in ('PROPOSED', 'ACCEPTED') and e.unit_id = d.unit_id and e.month = d.month
                and e.dossier_code = d.code
            where d.service_class in ('FULL_PROCESS', 'PARTIAL') and d.month between :first and :last
                and (:every or d.unit_id = any(:mine))
            """;

    private final JdbcClient jdbc;
    private final StoredMonthQueries storedMonths;
    private final ReturnCalendarSettings calendars;
    private final Clock clock;

    IntakeQueries(JdbcClient jdbc, StoredMonthQueries storedMonths, ReturnCalendarSettings calendars, Clock clock) {
        this.jdbc = jdbc;
        this.storedMonths = storedMonths;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The officials of a period. What was explained of an official's month is at most what was received on paper in it.
     *
     * @param year null for the latest with counted extracts, of this reader's units
     * @param month 1 to 12; null for the latest of that year with counted extracts
     */
    public PaperIntake find(@Nullable Integer year, PeriodSpan span, @Nullable Integer month, CurrentUser reader) {
        List<KnownMonth> known = known(reader);
        YearMonth latest = latest(year, month, known);
        ReportingPeriod period =
                storedMonths.stored(span.of(latest, calendars.current().of(latest)));
        List<Official> officials = new ArrayList<>();
        Map<Long, Named> named = new LinkedHashMap<>();
        of(period, reader, jdbc.sql("with offered as (" + OFFERED + """
                ), spelled as (
                    select unit_id, received_by_key, coalesce(
                        mode() within group (order by received_by) filter (where received_by <> upper(received_by)),
                        mode() within group (order by received_by)) as name
                    from offered where received_by_key is not null group by unit_id, received_by_key
                ), covered as (
                    select unit_id, received_by_key, month, coalesce(sum(dossiers) filter (where state = 'ACCEPTED'), 0) as accepted,
                        coalesce(sum(dossiers) filter (where state = 'PROPOSED'), 0) as proposed from paper_explanation
                    where state in ('PROPOSED', 'ACCEPTED') and dossier_code is null and month between :first and :last
                    group by unit_id, received_by_key, month
                ), monthly as (
                    select o.unit_id, o.received_by_key, o.month, count(*) as received, count(*) filter (where o.paper) as paper,
                        count(*) filter (where o.explained) as explained, count(*) filter (where o.waiting) as waiting
                    from offered o group by o.unit_id, o.received_by_key, o.month
                ), named as materialized (
                    select here.unit_id, v.name, v.code, v.place, v.former from (select distinct unit_id from monthly) here
                    join lateral (
                        select v.name, v.code, k.place, v.valid << daterange(:last, null) as former
                        from unit_version v join unit_kind k on k.code = v.kind
                        where v.unit_id = here.unit_id and not v.valid >> daterange(:last, :last, '[]')
                        order by v.valid desc limit 1) v on true
                )
                select m.unit_id, v.name as unit, v.code, v.former, m.received_by_key, s.name, m.month, m.received, m.paper, a.explained,
                    least(m.paper - a.explained, m.waiting + coalesce(c.proposed, 0)) as waiting
                from monthly m
                left join spelled s on s.unit_id = m.unit_id and s.received_by_key = m.received_by_key
                left join covered c on c.unit_id = m.unit_id and c.received_by_key = m.received_by_key and c.month = m.month
                cross join lateral (select least(m.paper, m.explained + coalesce(c.accepted, 0)) as explained) a
                join named v on v.unit_id = m.unit_id
                order by v.place, v.code, m.unit_id, m.received_by_key, m.month
                """)).query(row -> {
            Official last = officials.isEmpty() ? null : officials.get(officials.size() - 1);
            String key = row.getString("received_by_key");
            if (last == null || last.unitId() != row.getLong("unit_id") || !Objects.equals(last.key(), key)) {
                last = new Official(
                        row.getLong("unit_id"), row.getString("unit"), key, row.getString("name"), new TreeMap<>());
                officials.add(last);
                named.putIfAbsent(
                        last.unitId(),
                        new Named(last.unitId(), row.getString("code"), last.unit(), row.getBoolean("former")));
            }
            last.months().put(Rows.month(row, "month"), tally(row));
        });
        Collator names = Collator.getInstance(Locale.forLanguageTag("vi"));
        Map<Long, String> units = UnitNamesakes.names(named.values());
        officials.replaceAll(each -> each.of(Objects.requireNonNull(units.get(each.unitId()))));
        Map<Long, Integer> order = new HashMap<>();
        named.keySet().forEach(unit -> order.put(unit, order.size()));
        officials.sort(Comparator.<Official, Integer>comparing(each -> order.get(each.unitId()))
                .thenComparing(Official::name, Comparator.nullsLast(names)));
        return new PaperIntake(period, List.copyOf(officials), known);
    }

    private List<KnownMonth> known(CurrentUser reader) {
        return theirs(jdbc.sql("""
                        select c.month, count(*) as units, count(distinct c.extract_id) as extracts,
                            count(*) filter (where c.dossiers_received > 0 and not exists (
                                select from extract_dossier d
                                where d.extract_id = c.extract_id and d.unit_id = c.unit_id and d.month = c.month)) as forgotten
                        from extract_count c where c.in_force and (:every or c.unit_id = any(:mine))
                        group by c.month order by c.month
                        """), reader)
                .query((row, n) -> new KnownMonth(
                        Rows.month(row, "month"), row.getInt("units"), row.getInt("forgotten"), row.getInt("extracts")))
                .list();
    }

    private YearMonth latest(@Nullable Integer year, @Nullable Integer month, List<KnownMonth> known) {
        YearMonth last = known.stream()
                .map(KnownMonth::month)
                .filter(each -> year == null || each.getYear() == year)
                .reduce((earlier, later) -> later)
                .orElseGet(
                        () -> YearMonth.of(year == null ? LocalDate.now(clock).getYear() : year, 12));
        return month == null ? last : last.withMonth(month);
    }

    /**
     * A procedure that is offered online.
     *
     * @param code null where the extracts have none
     * @param total explained are here only dossiers that were explained one by one: an official's month is of no procedure
     */
    public record Procedure(@Nullable String code, String name, Tally total) {}

    /** The procedures of a period, the most paper first, of a unit or of one of its officials where these are named. */
    public List<Procedure> procedures(
            ReportingPeriod period, @Nullable Long unitId, @Nullable Official official, CurrentUser reader) {
        return of(
                        period,
                        reader,
                        jdbc.sql(
                                "select procedure_code, coalesce(mode() within group (order by procedure_name), procedure_code, '–')"
                                        + " as name, count(*) as received, count(*) filter (where paper) as paper,"
                                        + " count(*) filter (where explained) as explained,"
                                        + " count(*) filter (where waiting) as waiting from (" + OFFERED + """
                                ) o
                                where (cast(:unit as bigint) is null or unit_id = :unit)
                                    and (not :one or received_by_key is not distinct from cast(:key as text))
                                group by procedure_code, case when procedure_code is null then procedure_name end
                                order by paper desc, received desc, procedure_code, name
                                """))
                .param("unit", unitId)
                .param("one", official != null)
                .param("key", official == null ? null : official.key())
                .query((row, n) -> new Procedure(row.getString("procedure_code"), row.getString("name"), tally(row)))
                .list();
    }

    /**
     * A dossier on paper though its procedure is offered online.
     *
     * @param code null where the extract has none
     * @param post whether it came by public postal service, which is no online submission
     * @param waiting whether an explanation of it waits for the Office
     * @param file the extract that it stands in
     * @param row its row of that file
     */
    public record Dossier(
            YearMonth month,
            @Nullable String code,
            @Nullable LocalDate receivedOn,
            @Nullable String procedure,
            boolean post,
            boolean explained,
            boolean waiting,
            String file,
            int row) {}

    /** An official's dossiers on paper in a period, the latest first. */
    public List<Dossier> dossiers(
            ReportingPeriod period, Official official, int limit, long offset, CurrentUser reader) {
        return of(period, reader, jdbc.sql("select o.*, f.name as file from (" + OFFERED + """
                        ) o join dossier_extract f on f.id = o.extract_id
                        where o.paper and o.unit_id = :unit and o.received_by_key is not distinct from cast(:key as text)
                        order by o.month desc, o.received_on desc nulls last, o.code, o.extract_id, o.row_number
                        limit :limit offset :offset
                        """))
                .param("unit", official.unitId())
                .param("key", official.key())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> new Dossier(
                        Rows.month(row, "month"),
                        row.getString("code"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("procedure_name"),
                        "POST".equals(row.getString("channel")),
                        row.getBoolean("explained"),
                        row.getBoolean("waiting"),
                        row.getString("file"),
                        row.getInt("row_number")))
                .list();
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("received"), row.getLong("paper"), row.getLong("explained"), row.getLong("waiting"));
    }

    private static StatementSpec of(ReportingPeriod period, CurrentUser reader, StatementSpec statement) {
        return theirs(
                statement
                        .param("first", period.from().atDay(1))
                        .param("last", period.to().atDay(1)),
                reader);
    }

    private static StatementSpec theirs(StatementSpec statement, CurrentUser reader) {
        return statement
                .param("every", reader.seesAllUnits())
                .param("mine", reader.unitIds().toArray(Long[]::new));
    }
}
