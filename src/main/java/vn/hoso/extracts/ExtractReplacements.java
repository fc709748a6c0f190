package vn.hoso.extracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.extracts.ExtractCounting.Placed;
import vn.hoso.extracts.ExtractCounting.UnitMonth;
import vn.hoso.extracts.SameCodes.Pair;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.RowKey;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;
import vn.hoso.shared.Sha256;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Finds what counting a list would put out of force or count a second time, so that nobody replaces more by less unseen. */
@Component
public class ExtractReplacements {

    private final JdbcClient jdbc;
    private final Units units;
    private final ExtractCounts counts;

    ExtractReplacements(JdbcClient jdbc, Units units, ExtractCounts counts) {
        this.jdbc = jdbc;
        this.units = units;
        this.counts = counts;
    }

    /**
     * What the list in force counted for a unit's month.
     *
     * @param named how many of its dossiers name the official who received them
     * @param firstDay the first day of its dossiers, null where these were forgotten
     */
    public record InForce(
            String name,
            Instant appliedAt,
            int dossiers,
            int named,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    /**
     * A unit's month that the new list counts.
     *
     * @param named how many of its dossiers name the official who received them
     * @param old what it replaces, null if no list did count it
     * @param stored dossiers that the stored return has, 0 where it has none
     */
    public record Row(
            Unit unit,
            YearMonth month,
            LocalDate firstDay,
            LocalDate lastDay,
            int dossiers,
            int named,
            @Nullable InForce old,
            int stored) {

        /** Whether it has fewer dossiers, days or named officials than what it replaces. */
        public boolean fewer() {
            return dossiers < stored
                    || old != null
                            && (dossiers < old.dossiers()
                                    || named < old.named()
                                    || old.firstDay() != null && firstDay.isAfter(old.firstDay())
                                    || old.lastDay() != null && lastDay.isBefore(old.lastDay()));
        }
    }

    /** A unit's month that another list counted and the new one does not have. */
    public record Absent(Unit unit, YearMonth month, InForce old) {}

    /** A dossier that counts for another unit or month, and would go on counting there. */
    public record Moved(String code, int row, String unit, YearMonth month) {}

    /**
     * All of it.
     *
     * @param movedAll how many dossiers would count twice; the first of them are named
     * @param mark what a person confirms
     * @param confirmed whether a person did, as it is now
     */
    public record Replaced(
            List<Row> rows, List<Absent> absent, List<Moved> moved, int movedAll, String mark, boolean confirmed) {

        /** Whether a person has to confirm it. */
        public boolean asked() {
            return rows.stream().anyMatch(Row::fewer) || !absent.isEmpty() || !moved.isEmpty();
        }

        boolean settled() {
            return confirmed || !asked();
        }
    }

    /**
     * Finds it.
     *
     * @param repeating pairs of which the later row is no dossier of its own
     * @param inForce what counts now in the months that are counted
     */
    Replaced of(
            ExtractFile file,
            ExtractCounting counting,
            List<Pair> repeating,
            ImportPreview figures,
            Map<RowKey, InForce> inForce,
            CurrentUser reader) {
        Map<RowKey, InForce> old = new LinkedHashMap<>(inForce);
        Map<RowKey, Integer> officials = counts.named(file.id(), counting, repeating);
        Map<RowKey, Integer> stored = figures.rows().stream()
                .collect(Collectors.toMap(ImportPreview.Row::key, row -> dossiers(row.stored()), Math::max));
        Map<RowKey, TreeSet<LocalDate>> days = new HashMap<>();
        counting.placed()
                .forEach(each -> days.computeIfAbsent(new RowKey(each.unitId(), each.month()), key -> new TreeSet<>())
                        .add(each.group().receivedOn()));
        List<Row> rows = new ArrayList<>();
        for (UnitMonth each : counting.counted()) {
            RowKey key = each.place();
            TreeSet<LocalDate> span = Objects.requireNonNull(days.get(key));
            rows.add(new Row(
                    each.unit(),
                    each.month(),
                    span.first(),
                    span.last(),
                    each.count().dossiers(),
                    officials.getOrDefault(key, 0),
                    old.remove(key),
                    stored.getOrDefault(key, 0)));
        }
        Map<YearMonth, Map<Long, Unit>> named = new TreeMap<>();
        // A list that is one unit's own says nothing about others.
        List<Absent> absent = new ArrayList<>();
        if (file.unitId() == null && !rows.isEmpty()) {
            old.forEach((key, each) -> {
                Unit unit = units(named, key.month()).get(key.unitId());
                if (unit != null && reader.mayEnter(unit.id())) {
                    absent.add(new Absent(unit, key.month(), each));
                }
            });
        }
        List<Moved> moved = new ArrayList<>();
        int all = moved(file.id(), counting, repeating, rows, named, moved);
        String mark = Sha256.of(rows.stream().filter(Row::fewer).toList() + "\n" + absent + "\n" + moved + all);
        return new Replaced(
                rows, absent, moved, all, mark, mark.equals(file.answers().confirmed()));
    }

    private static int dossiers(ReturnFigures stored) {
        int classified = Objects.requireNonNullElse(stored.number(Measure.FULL_PROCESS_RECEIVED), 0)
                + Objects.requireNonNullElse(stored.number(Measure.PARTIAL_RECEIVED), 0);
        return Math.max(classified, Objects.requireNonNullElse(stored.number(Measure.DOSSIERS_RECEIVED), 0));
    }

    private Map<Long, Unit> units(Map<YearMonth, Map<Long, Unit>> named, YearMonth month) {
        return named.computeIfAbsent(
                month, each -> units.all(each).stream().collect(Collectors.toMap(Unit::id, unit -> unit)));
    }

    /** Dossiers that are counted now and stay in force elsewhere; the number of all, the first of them into a list. */
    private int moved(
            long id,
            ExtractCounting counting,
            List<Pair> repeating,
            List<Row> rows,
            Map<YearMonth, Map<Long, Unit>> named,
            List<Moved> moved) {
        Set<List<String>> counted = counting.placed().stream()
                .map(Placed::group)
                .map(each -> List.of(
                        Objects.requireNonNullElse(each.unit(), ""),
                        each.receivedOn().toString()))
                .collect(Collectors.toSet());
        int[] all = {0};
        jdbc.sql("""
                        select fresh.code, fresh.row_number, old.unit_id, old.month, count(*) over () as number
                        from extract_dossier fresh
                        join unnest(:names, cast(:days as date[])) as counted (name, day)
                            on coalesce(fresh.unit_name, '') = counted.name and fresh.received_on = counted.day
                        join received_dossier old on old.code = fresh.code
                        where fresh.extract_id = :id and fresh.repeats_row is null
                            and fresh.row_number <> all(:repeating) and not exists (
                            select 1 from unnest(:units, cast(:months as date[])) as replaced (unit_id, month)
                            where replaced.unit_id = old.unit_id and replaced.month = old.month)
                        order by fresh.row_number limit 200
                        """)
                .param("id", id)
                .param("repeating", repeating.stream().map(Pair::row).toArray(Integer[]::new))
                .param("names", counted.stream().map(each -> each.get(0)).toArray(String[]::new))
                .param("days", counted.stream().map(each -> each.get(1)).toArray(String[]::new))
                .param("units", rows.stream().map(each -> each.unit().id()).toArray(Long[]::new))
                .param(
                        "months",
                        rows.stream()
                                .map(each -> each.month().atDay(1).toString())
                                .toArray(String[]::new))
                .query(row -> {
                    all[0] = row.getInt("number");
                    YearMonth month = Rows.month(row, "month");
                    Unit unit = units(named, month).get(row.getLong("unit_id"));
                    moved.add(new Moved(
                            row.getString("code"), row.getInt("row_number"), unit == null ? "–" : unit.name(), month));
                });
        return all[0];
    }
}
