package vn.hoso.extracts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.extracts.ExtractReplacements.InForce;
import vn.hoso.imports.RowKey;
import vn.hoso.shared.Rows;

/** The counts of lists that are in force: of each unit's month those of the list applied last. */
@Component
class CountsInForce {

    private final JdbcClient jdbc;

    CountsInForce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What counts now of some months. */
    Map<RowKey, InForce> of(Collection<YearMonth> months) {
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
    Map<RowKey, Integer> named(long id, ExtractCounting counting) {
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
                        where fresh.extract_id = :id and fresh.repeats_row is null
                        group by place.unit_id, place.month
                        """)
                .param("id", id)
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
