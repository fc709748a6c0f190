package vn.hoso.results;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Fraction;
import vn.hoso.results.MeasuredSums.Due;
import vn.hoso.results.MonthlyResultTotals.UnitMonthCounts;
import vn.hoso.results.UnitResultsPast.Origin;
import vn.hoso.units.Lineage;
import vn.hoso.units.Lineage.Part;
import vn.hoso.units.Unit;

/**
 * Puts the figures of units under the units that came of them until a day. Only sums are moved, whole or by the exact part that
 * the act declares, so that all units together remain what they were.
 */
final class ResultsFolding {

    private final Lineage lineage;
    private final Map<Long, List<Part>> parts;
    private final Map<Long, Set<Long>> behind = new HashMap<>();

    ResultsFolding(Lineage lineage, LocalDate day) {
        this.lineage = lineage;
        this.parts = lineage.until(day);
        parts.forEach((predecessor, all) -> all.forEach(part ->
                behind.computeIfAbsent(part.unitId(), unit -> new TreeSet<>()).add(predecessor)));
    }

    Lineage lineage() {
        return lineage;
    }

    /** For whom a unit's figures count. */
    List<Part> of(long unitId) {
        return parts.getOrDefault(unitId, List.of(Part.own(unitId)));
    }

    /** The units whose figures count for this one, itself first. */
    List<Long> behind(long unitId) {
        return Stream.concat(Stream.of(unitId), behind.getOrDefault(unitId, Set.of()).stream())
                .toList();
    }

    /** Of these, those that were there in the month. */
    List<Long> behind(long unitId, YearMonth month) {
        return behind(unitId).stream()
                .filter(each -> lineage.wasThere(each, month.atDay(1)))
                .toList();
    }

    /** Which part of a unit's figures counts for another; 0 for none. */
    Fraction part(long predecessor, long successor) {
        return of(predecessor).stream()
                .filter(part -> part.unitId() == successor)
                .map(Part::part)
                .findFirst()
                .orElse(Fraction.ZERO);
    }

    /** The units that came of one, and what of its figures counts for each. */
    static List<Origin> successors(long unitId, Lineage lineage) {
        return lineage.until(LocalDate.MAX).getOrDefault(unitId, List.of()).stream()
                .map(part -> new Origin(
                        part.unitId(),
                        Objects.requireNonNull(lineage.successor(part.unitId())).name(),
                        part.part(),
                        part.instruments(),
                        null))
                .toList();
    }

    /** What the units of a period make for those that came of them; the order is that of documents, ended units last. */
    List<UnitResultTotals> totals(List<UnitResultTotals> reported) {
        Map<Long, Sum> sums = new LinkedHashMap<>();
        for (UnitResultTotals each : reported) {
            for (Part share : of(each.unit().id())) {
                Unit successor = lineage.successor(share.unitId());
                boolean own = share.unitId() == each.unit().id();
                sums.computeIfAbsent(
                                share.unitId(),
                                id -> new Sum(
                                        own || successor == null ? each.unit() : successor,
                                        lineage.isGone(id)
                                                || own && each.state().ended()))
                        .add(each, share);
            }
        }
        return sums.values().stream()
                .map(Sum::totals)
                .sorted(Comparator.comparing(
                                (UnitResultTotals each) -> each.state().ended())
                        .thenComparing(each -> each.unit().kind().place())
                        .thenComparing(each -> each.unit().code()))
                .toList();
    }

    /** The same month by month. */
    List<UnitMonthCounts> months(List<UnitMonthCounts> reported) {
        record Place(long unitId, YearMonth month) {}
        Map<Place, Counts> sums = new LinkedHashMap<>();
        for (UnitMonthCounts each : reported) {
            for (Part share : of(each.unitId())) {
                sums.merge(
                        new Place(share.unitId(), each.month()), each.counts().times(share.part()), Counts::plus);
            }
        }
        return sums.entrySet().stream()
                .map(each -> new UnitMonthCounts(
                        each.getKey().unitId(), each.getKey().month(), each.getValue()))
                .toList();
    }

    /** Whether the unit was there in the month. */
    boolean wasThere(long unitId, YearMonth month) {
        return lineage.wasThere(unitId, month.atDay(1));
    }

    /** Whether the unit's figures count for itself. */
    boolean keeps(long unitId) {
        return !parts.containsKey(unitId);
    }

    /** The months of one unit, from the returns of all behind it; a month is as far as the return that lags most. */
    List<UnitMonthResults> months(long unitId, List<UnitMonthResults> returns) {
        Map<YearMonth, UnitMonthResults> sums = new TreeMap<>();
        returns.forEach(each -> sums.merge(each.month(), as(unitId, each), UnitMonthResults::plus));
        return List.copyOf(sums.values());
    }

    private UnitMonthResults as(long unitId, UnitMonthResults each) {
        String name = each.unitId() == unitId ? null : lineage.predecessor(each.unitId());
        return new UnitMonthResults(
                unitId,
                each.month(),
                each.counts() == null ? null : each.counts().times(part(each.unitId(), unitId)),
                each.status(),
                each.note() == null || name == null ? each.note() : name + ": " + each.note());
    }

    /** Whose figures stand for a unit in those of the months in which it was not there yet. */
    List<Origin> before(long unitId, List<YearMonth> months) {
        return behind(unitId).stream()
                .filter(each -> each != unitId
                        && months.stream().anyMatch(month -> !wasThere(unitId, month) && wasThere(each, month)))
                .flatMap(each -> of(each).stream()
                        .filter(part -> part.unitId() == unitId)
                        .map(part -> new Origin(
                                each,
                                Objects.requireNonNullElse(lineage.predecessor(each), ""),
                                part.part(),
                                part.instruments(),
                                null)))
                .toList();
    }

    static @Nullable Counts plus(@Nullable Counts one, @Nullable Counts other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one.plus(other);
    }

    /** What has come together for one unit. */
    private static final class Sum {
        private final Unit unit;
        private final boolean ended;
        private final List<Origin> origins = new ArrayList<>();
        private int dueMonths;
        private int expected;
        private final Set<YearMonth> expectedIn = new TreeSet<>();
        private int reported;
        private int approved;
        private @Nullable Counts counts;
        private @Nullable Instant changedAt;
        private final List<Due> due = new ArrayList<>();

        private Sum(Unit unit, boolean ended) {
            this.unit = unit;
            this.ended = ended;
        }

        private void add(UnitResultTotals each, Part share) {
            Counts part = each.counts() == null ? null : each.counts().times(share.part());
            origins.add(new Origin(each.unit().id(), each.unit().name(), share.part(), share.instruments(), part));
            dueMonths = Math.max(dueMonths, each.dueMonths());
            due.addAll(each.measured());
            expected += each.expectedMonths();
            expectedIn.addAll(each.expectedIn());
            reported += each.reportedMonths();
            approved += each.approvedMonths();
            counts = plus(counts, part);
            Instant changed = each.changedAt();
            if (changed != null && (changedAt == null || changed.isAfter(changedAt))) {
                changedAt = changed;
            }
        }

        private UnitResultTotals totals() {
            boolean alone = origins.size() == 1 && origins.get(0).unitId() == unit.id();
            return new UnitResultTotals(
                    unit,
                    dueMonths,
                    expected,
                    List.copyOf(expectedIn),
                    reported,
                    approved,
                    counts,
                    changedAt,
                    Due.sum(due.stream()),
                    new UnitResultTotals.UnitState(false, false, ended, true),
                    alone && !ended ? null : new UnitResultsPast(ended, alone ? List.of() : origins));
        }
    }
}
