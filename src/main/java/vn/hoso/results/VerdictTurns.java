package vn.hoso.results;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.StoredMonthQueries;
import vn.hoso.figures.StoredMonthQueries.YearWithFigures;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingCalendars;
import vn.hoso.period.StoredMonth;
import vn.hoso.security.CurrentUser;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.TargetInForce;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictDecision;
import vn.hoso.targets.VerdictPreview;

/** Holds the figures of every period against two lists of targets. */
@Component
class VerdictTurns implements VerdictPreview {

    private final PeriodResultsMemory periods;
    private final StoredMonthQueries storedMonths;
    private final TargetCatalogue catalogue;
    private final ReturnCalendarSettings calendars;

    VerdictTurns(
            PeriodResultsMemory periods,
            StoredMonthQueries storedMonths,
            TargetCatalogue catalogue,
            ReturnCalendarSettings calendars) {
        this.calendars = calendars;
        this.periods = periods;
        this.storedMonths = storedMonths;
        this.catalogue = catalogue;
    }

    /** A target as both lists have it; null where one of them has none of this code and indicator. */
    private record Pair(@Nullable Target before, @Nullable Target after) {

        Target shown() {
            return Objects.requireNonNull(after == null ? before : after);
        }

        /**
         * How a scope stands by both.
         *
         * @param confirmed the confirmations that hold for it, by the version they were made of
         */
        Both judging(ScopeResults scope, Map<Long, VerdictDecision> confirmed) {
            return new Both(standing(before, scope, confirmed), standing(after, scope, confirmed));
        }

        private static @Nullable Standing standing(
                @Nullable Target target, ScopeResults scope, Map<Long, VerdictDecision> confirmed) {
            if (target == null || !target.judges(scope.unitId())) {
                return null;
            }
            Verdict verdict = TargetEvaluator.judge(
                            target.heldAgainst(scope.unitId()), scope.counts(), confirmed.get(target.id()))
                    .restingOn(scope.indicator(target.indicator()).basis());
            BigDecimal points = verdict.points();
            return new Standing(
                    verdict.status(),
                    points == null ? null : points.stripTrailingZeros(),
                    verdict.decision(),
                    verdict.awaitsConfirmation(),
                    verdict.finality());
        }
    }

    private record Both(@Nullable Standing before, @Nullable Standing after) {

        boolean turned() {
            return !Objects.equals(before, after);
        }
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<PeriodTurns> turns(List<TargetInForce> before, List<TargetInForce> after, CurrentUser reader) {
        List<PeriodTurns> found = new ArrayList<>();
        List<YearWithFigures> years = storedMonths.years();
        for (int i = years.size() - 1; i >= 0; i--) {
            YearWithFigures year = years.get(i);
            periods.find(ResultsRequest.year(year.year()), reader)
                    .flatMap(results -> turns(results, before, after))
                    .ifPresent(found::add);
            year.stored().stream()
                    .filter(month -> year.lastMonth() != null
                            && !month.month().isAfter(year.lastMonth())
                            && !pairs(month.lastDay(), before, after).isEmpty())
                    .map(month -> month(month, reader))
                    .flatMap(Optional::stream)
                    .map(results -> turns(results, before, after))
                    .flatMap(Optional::stream)
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<EndingConfirmation> endingConfirmations(List<TargetInForce> before, List<TargetInForce> after) {
        ReportingCalendars calendar = calendars.current();
        List<EndingConfirmation> found = new ArrayList<>();
        List<YearWithFigures> years = storedMonths.years();
        for (int i = years.size() - 1; i >= 0; i--) {
            YearMonth last = years.get(i).lastMonth();
            // Published totals stand until December already.
            if (last != null && !years.get(i).published()) {
                Map<Long, VerdictDecision> confirmed = confirmed(last.getYear());
                SortedMap<YearMonth, LocalDate> days = new TreeMap<>();
                for (YearMonth month = last; month.getYear() == last.getYear(); month = month.plusMonths(1)) {
                    days.put(
                            month,
                            PeriodSpan.MONTH
                                    .of(month, calendar.of(month))
                                    .storedAs(years.get(i).stored())
                                    .lastDay());
                }
                before.stream()
                        .map(TargetInForce::target)
                        .map(target -> ending(target, confirmed.get(target.id()), days, before, after))
                        .flatMap(Optional::stream)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /**
     * What holds now by both lists, and in a later month by the first one alone.
     *
     * @param days the latest month with figures and those to come, with their last days
     */
    private static Optional<EndingConfirmation> ending(
            Target target,
            @Nullable VerdictDecision decision,
            SortedMap<YearMonth, LocalDate> days,
            List<TargetInForce> before,
            List<TargetInForce> after) {
        LocalDate now = Objects.requireNonNull(days.get(days.firstKey()));
        if (decision == null || !holds(target, now, before) || !holds(target, now, after)) {
            return Optional.empty();
        }
        return days.entrySet().stream()
                .filter(month -> !holds(target, month.getValue(), after))
                .findFirst()
                .filter(month -> holds(target, month.getValue(), before))
                .map(month -> new EndingConfirmation(
                        target,
                        decision,
                        month.getKey(),
                        on(month.getValue(), after).containsKey(key(target))));
    }

    private static boolean holds(Target target, LocalDate day, List<TargetInForce> targets) {
        Target held = on(day, targets).get(key(target));
        return held != null && held.id() == target.id();
    }

    private Optional<PeriodResults> month(StoredMonth month, CurrentUser reader) {
        return periods.find(
                new ResultsRequest(
                        month.month().getYear(), PeriodSpan.MONTH, month.month().getMonthValue()),
                reader);
    }

    /** The targets that hold on a day by one list and not so by the other. */
    private static List<Pair> pairs(LocalDate day, List<TargetInForce> before, List<TargetInForce> after) {
        Map<String, Target> old = on(day, before);
        Map<String, Target> now = on(day, after);
        Map<String, Pair> pairs = new LinkedHashMap<>();
        now.forEach((key, target) -> pairs.put(key, new Pair(old.get(key), target)));
        old.forEach((key, target) -> pairs.putIfAbsent(key, new Pair(target, null)));
        return pairs.values().stream()
                .filter(pair -> !Objects.equals(pair.before(), pair.after()))
                .toList();
    }

    private static Map<String, Target> on(LocalDate day, List<TargetInForce> targets) {
        Map<String, Target> held = new LinkedHashMap<>();
        targets.stream()
                .map(TargetInForce::target)
                .filter(target -> target.holdsOn(day))
                .forEach(target -> held.put(key(target), target));
        return held;
    }

    /** What the versions of a target have in common. */
    private static String key(Target target) {
        return target.code() + " " + target.indicator();
    }

    /** Users' confirmations of the year as a whole, by the version they were made of; none for a slice of it. */
    private Map<Long, VerdictDecision> confirmed(PeriodResults found) {
        return found.reachesTheLatest()
                ? confirmed(found.results().period().lastDay().getYear())
                : Map.of();
    }

    private Map<Long, VerdictDecision> confirmed(int year) {
        return catalogue.all(year).stream()
                .filter(each -> each.decision() != null)
                .collect(Collectors.toMap(each -> each.target().id(), each -> Objects.requireNonNull(each.decision())));
    }

    private Optional<PeriodTurns> turns(PeriodResults found, List<TargetInForce> before, List<TargetInForce> after) {
        YearResults results = found.results();
        List<Pair> pairs = pairs(results.period().lastDay(), before, after);
        Map<Long, VerdictDecision> confirmed = pairs.isEmpty() ? Map.of() : confirmed(found);
        List<Turn> turns = new ArrayList<>();
        for (Pair pair : pairs) {
            Both whole = pair.judging(results.district(), confirmed);
            Map<Both, List<String>> units = new LinkedHashMap<>();
            if (whole.turned()) {
                units.put(whole, new ArrayList<>());
            }
            for (ScopeResults unit : results.units()) {
                Both both = pair.judging(unit, Map.of());
                if (both.turned()) {
                    units.computeIfAbsent(both, turned -> new ArrayList<>()).add(unit.name());
                }
            }
            units.forEach((both, names) -> turns.add(
                    new Turn(pair.shown(), both.before(), both.after(), both.equals(whole) && whole.turned(), names)));
        }
        return turns.isEmpty() ? Optional.empty() : Optional.of(new PeriodTurns(results.period(), turns));
    }
}
