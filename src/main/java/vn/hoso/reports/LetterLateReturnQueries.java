package vn.hoso.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UnitNamesakes;
import vn.hoso.shared.UnitNamesakes.Named;

/** Which units owe returns of a year whose deadline is over. */
@Component
public class LetterLateReturnQueries {

    private final JdbcClient jdbc;
    private final SubmissionDeadlineQueries settings;
    private final Clock clock;

    LetterLateReturnQueries(JdbcClient jdbc, SubmissionDeadlineQueries settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A unit that owes returns.
     *
     * @param name its name in the latest of the months, with what tells it from another late unit of that name
     * @param kind what it is, as sentences name it
     * @param office whether it is part of the organisation's own administration
     * @param months the months it owes, in order
     * @param returned those of them that were sent back
     * @param opened those that the unit opened again after it had handed them in
     * @param due the first deadline that it missed; null where every return it owes was handed in before
     * @param daysLate how many days ago that was
     */
    public record LateUnit(
            long unitId,
            String name,
            String kind,
            boolean office,
            List<YearMonth> months,
            List<YearMonth> returned,
            List<YearMonth> opened,
            @Nullable LocalDate due,
            long daysLate) {

        /** The months that it never handed in. */
        public List<YearMonth> unsent() {
            return months.stream()
                    .filter(month -> !returned.contains(month) && !opened.contains(month))
                    .toList();
        }
    }

    /**
     * The late units of a year.
     *
     * @param units in the order of documents
     * @param demonstration whether figures of the year are made up
     */
    public record LateYear(int year, List<LateUnit> units, boolean demonstration) {}

    /** @param former whether the unit is no more today */
    private record Owed(
            long unitId,
            String code,
            String name,
            String kind,
            boolean office,
            boolean former,
            YearMonth month,
            boolean returned,
            boolean opened,
            @Nullable LocalDate again) {

        boolean handedIn() {
            return returned || opened;
        }
    }

    /** In three statements, whatever the number of units. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public LateYear find(int year) {
        return new LateYear(
                year,
                units(year, settings.deadlines(), null),
                jdbc.sql("""
                                select exists (select from monthly_return
                                where source = 'DEMONSTRATION' and month between :first and :last)
                                """)
                        .param("first", LocalDate.of(year, 1, 1))
                        .param("last", LocalDate.of(year, 12, 1))
                        .query(Boolean.class)
                        .single());
    }

    /** Those of these units that are late with returns of a year, in the order of documents. In one statement. */
    public List<LateUnit> among(Collection<Long> units, int year, SubmissionDeadlines deadlines) {
        return units(year, deadlines, units);
    }

    /** @param of the units asked about, null for all */
    private List<LateUnit> units(int year, SubmissionDeadlines deadlines, @Nullable Collection<Long> of) {
        LocalDate today = LocalDate.now(clock);
        Map<Long, List<Owed>> byUnit = new LinkedHashMap<>();
        jdbc
                .sql("""
                        select v.unit_id, v.code, v.name, k.name as kind, k.office, cast(m as date) as month,
                            not exists (select from unit_version w where w.unit_id = v.unit_id
                                and not w.valid << daterange(cast(:today as date), null)) as former,
                            r.opened_at is null and (coalesce(r.status = 'RETURNED', false) or sent_back_at(r.id) is not null) as returned,
                            r.opened_at is not null as opened, coalesce(r.opened_at, sent_back_at(r.id)) as owed_again_at
                        from generate_series(make_date(:year, 1, 1), make_date(:year, 12, 1), interval '1 month') m
                        join lateral unit_at(cast(m as date)) v on month_due(cast(m as date)) %s
                        join unit_kind k on k.code = v.kind
                        left join monthly_return r on r.unit_id = v.unit_id and r.month = cast(m as date)
                        left join reporting_month gate on gate.month = cast(m as date)
                        where (r.status is null or r.status in ('DRAFT', 'RETURNED')) and r.with_office is not true
                            and not coalesce(gate.state = 'LOCKED' or gate.reopened_until < :today, false)
                        order by v.place, v.code, m
                        """.formatted(of == null ? "" : "and v.unit_id = any(:units)"))
                .param("units", of == null ? null : of.toArray(Long[]::new))
                .param("year", year)
                .param("today", today)
                .query((row, n) -> new Owed(
                        row.getLong("unit_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getBoolean("office"),
                        row.getBoolean("former"),
                        Rows.month(row, "month"),
                        row.getBoolean("returned"),
                        row.getBoolean("opened"),
                        Rows.day(row, "owed_again_at")))
                .list()
                .stream()
                .filter(owed -> deadlines.daysLate(owed.month(), today, owed.again()) > 0)
                .forEach(owed -> byUnit.computeIfAbsent(owed.unitId(), id -> new ArrayList<>())
                        .add(owed));
        Map<Long, String> names = UnitNamesakes.names(byUnit.values().stream()
                .map(owed -> owed.get(owed.size() - 1))
                .map(last -> new Named(last.unitId(), last.code(), last.name(), last.former()))
                .toList());
        return byUnit.values().stream()
                .map(owed -> unit(owed, names, deadlines, today))
                .toList();
    }

    private static LateUnit unit(
            List<Owed> owed, Map<Long, String> names, SubmissionDeadlines deadlines, LocalDate today) {
        Owed last = owed.get(owed.size() - 1);
        Optional<YearMonth> missed =
                owed.stream().filter(each -> !each.handedIn()).map(Owed::month).findFirst();
        return new LateUnit(
                last.unitId(),
                Objects.requireNonNull(names.get(last.unitId())),
                last.kind(),
                last.office(),
                owed.stream().map(Owed::month).toList(),
                owed.stream().filter(Owed::returned).map(Owed::month).toList(),
                owed.stream().filter(Owed::opened).map(Owed::month).toList(),
                missed.map(deadlines::of).orElse(null),
                missed.map(month -> deadlines.daysLate(month, today)).orElse(0L));
    }
}
