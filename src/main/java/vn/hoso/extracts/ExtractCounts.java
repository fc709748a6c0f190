package vn.hoso.extracts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.extracts.ExtractReplacements.InForce;
import vn.hoso.extracts.SameCodes.Pair;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.RowKey;
import vn.hoso.shared.Rows;

/**
 * Reads what applied lists counted. Of a unit's month the list that was applied last is in force, until the Office takes it back.
 */
@Component
public class ExtractCounts {

    private final JdbcClient jdbc;

    ExtractCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What an applied list counted for a unit and month.
     *
     * @param inForce whether it counts now
     * @param withdrawal why it does not though no later list of them was applied, null where nobody took it back
     * @param numbers by measure; the payment pair may be absent
     */
    public record Counted(
            String name,
            String sha256,
            String broughtBy,
            @Nullable String appliedBy,
            Instant appliedAt,
            boolean inForce,
            @Nullable Withdrawal withdrawal,
            Map<Measure, Integer> numbers) {}

    /** Who took a count back, when and why. */
    public record Withdrawal(String by, Instant at, String reason) {}

    /** What a list counted for a unit and month; empty if it counted nothing for them. */
    public Optional<Counted> counted(long id, long unitId, YearMonth month) {
        return jdbc.sql("""
                        select counted.*, file.name, file.sha256, file.brought_by_name, file.applied_by_name, file.applied_at
                        from extract_count counted join dossier_extract file on file.id = counted.extract_id
                        where counted.extract_id = :id and counted.unit_id = :unit and counted.month = :month
                        """)
                .param("id", id)
                .param("unit", unitId)
                .param("month", month.atDay(1))
                .query((row, n) -> new Counted(
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getString("brought_by_name"),
                        row.getString("applied_by_name"),
                        Rows.instant(row, "applied_at"),
                        row.getBoolean("in_force"),
                        withdrawal(row),
                        numbers(row)))
                .optional();
    }

    /** The units and months for which an applied list counted. */
    public record CountedPlace(
            long unitId,
            YearMonth month,
            boolean inForce,
            @Nullable Withdrawal withdrawal,
            Map<Measure, Integer> numbers) {}

    public List<CountedPlace> counted(long id) {
        return jdbc.sql("select * from extract_count where extract_id = :id order by month, unit_id")
                .param("id", id)
                .query((row, n) -> new CountedPlace(
                        row.getLong("unit_id"),
                        Rows.month(row, "month"),
                        row.getBoolean("in_force"),
                        withdrawal(row),
                        numbers(row)))
                .list();
    }

    static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "withdrawn_at");
        return at == null
                ? null
                : new Withdrawal(row.getString("withdrawn_by_name"), at, row.getString("withdrawn_reason"));
    }

    private static Map<Measure, Integer> numbers(ResultSet row) throws SQLException {
        Map<Measure, Integer> numbers = new TreeMap<>();
        for (Measure measure : Measure.OWN) {
            Integer number = row.getObject(measure.column(), Integer.class);
            if (number != null) {
                numbers.put(measure, number);
            }
        }
        return numbers;
    }

    /** What counts now of some months. */
    Map<RowKey, InForce> inForce(Collection<YearMonth> months) {
        Map<RowKey, InForce> found =
                new TreeMap<>(Comparator.comparing(RowKey::month).thenComparing(RowKey::unitId));
        jdbc.sql("""
                        select counted.unit_id, counted.month, file.name, file.applied_at, counted.dossiers_received,
                            count(dossier.received_by_key) filter (where dossier.repeats_row is null) as named,
                            min(dossier.received_on) as first_day, max(dossier.received_on) as last_day
                        from extract_count counted
                        join dossier_extract file on file.id = counted.extract_id
                        left join extract_dossier dossier on dossier.extract_id = counted.extract_id
                            and dossier.unit_id = counted.unit_id and dossier.month = counted.month
                        where counted.in_force and counted.month = any(cast(:months as date[]))
                        group by counted.unit_id, counted.month, file.name, file.applied_at, counted.dossiers_received
                        """)
                .param(
                        "months",
                        months.stream().map(month -> month.atDay(1).toString()).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            new RowKey(row.getLong("unit_id"), Rows.month(row, "month")),
                            new InForce(
                                    row.getString("name"),
                                    Rows.instant(row, "applied_at"),
                                    row.getInt("dossiers_received"),
                                    row.getInt("named"),
                                    row.getObject("first_day", LocalDate.class),
                                    row.getObject("last_day", LocalDate.class)));
                });
        return found;
    }

    /** How many dossiers of the new list name an official, by the unit and month that it counts them for. */
    Map<RowKey, Integer> named(long id, ExtractCounting counting, List<Pair> repeating) {
        Map<List<String>, RowKey> places = new LinkedHashMap<>();
        counting.placed()
                .forEach(each -> places.put(
                        List.of(
                                Objects.requireNonNullElse(each.group().unit(), ""),
                                each.group().receivedOn().toString()),
                        new RowKey(each.unitId(), each.month())));
        Map<RowKey, Integer> named = new HashMap<>();
        jdbc.sql("""
                        select place.unit_id, place.month, count(fresh.received_by_key) as named
                        from extract_dossier fresh
                        join unnest(:names, cast(:days as date[]), :units, cast(:months as date[])) as place (name, day, unit_id, month)
                            on coalesce(fresh.unit_name, '') = place.name and fresh.received_on = place.day
                        where fresh.extract_id = :id and fresh.repeats_row is null and fresh.row_number <> all(:repeating)
                        group by place.unit_id, place.month
                        """)
                .param("id", id)
                .param("repeating", repeating.stream().map(Pair::row).toArray(Integer[]::new))
                .param(
                        "names",
                        places.keySet().stream().map(each -> each.get(0)).toArray(String[]::new))
                .param("days", places.keySet().stream().map(each -> each.get(1)).toArray(String[]::new))
                .param("units", places.values().stream().map(RowKey::unitId).toArray(Long[]::new))
                .param(
                        "months",
                        places.values().stream()
                                .map(each -> each.month().atDay(1).toString())
                                .toArray(String[]::new))
                .query(row -> {
                    named.put(new RowKey(row.getLong("unit_id"), Rows.month(row, "month")), row.getInt("named"));
                });
        return named;
    }
}
