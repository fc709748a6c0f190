package vn.hoso.dashboard.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.PageSteps;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TracePaths;
import vn.hoso.results.ComparisonResults;
import vn.hoso.results.LikeForLikeResults;
import vn.hoso.results.LikeForLikeResults.LeftOut;
import vn.hoso.results.ResultsChangeSplit;
import vn.hoso.results.ResultsRateChange;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * A period beside the same months of the year before, in words.
 *
 * @param title which months
 * @param days from and to, with the calendar they were counted by
 * @param compared how many units and months are compared
 * @param change what changed, null where nothing is compared
 * @param split why, null where it cannot be said
 * @param leftOut the heading of what is not compared, null where nothing is left out
 * @param units what is not compared, by unit
 * @param trace where the period's figures come from
 * @param traceBefore the same of the year before
 */
record DashboardLastYearView(
        String title,
        String days,
        String compared,
        @Nullable String change,
        @Nullable Split split,
        @Nullable String leftOut,
        List<String> units,
        String trace,
        String traceBefore) {

    /**
     * The two effects and their sum.
     *
     * @param parts the effects
     * @param total the whole change with its sign
     */
    record Split(List<Part> parts, String total) {}

    /**
     * An effect.
     *
     * @param points percentage points with their sign
     * @param meaning what it says of the units
     */
    record Part(String name, String points, String meaning) {}

    static DashboardLastYearView of(ComparisonResults results, PeriodFilter filter, PageMessages wording) {
        LikeForLikeResults found = results.lastYear();
        ResultsRateChange change = found.change();
        List<LeftOut> leftOut = found.nothingBefore() ? List.of() : found.leftOut();
        return new DashboardLastYearView(
                PeriodView.name(found.before(), wording),
                PeriodView.days(found.before(), wording),
                change == null
                        ? wording.of("dashboard.compare.last-year.none")
                        : wording.of(
                                "dashboard.compare.last-year.compared",
                                Formats.count(found.units()),
                                Formats.count(found.months())),
                change == null ? null : sentence(change, wording),
                found.split() == null ? null : split(found.split(), wording),
                leftOut.isEmpty() ? null : wording.of("dashboard.compare.left-out", Formats.count(leftOut.size())),
                Stream.concat(
                                leftOut.stream().limit(PageSteps.WHOLE).map(it -> leftOut(it, wording)),
                                leftOut.size() > PageSteps.WHOLE
                                        ? Stream.of(wording.of(
                                                "dashboard.list.more", Formats.count(leftOut.size() - PageSteps.WHOLE)))
                                        : Stream.of())
                        .toList(),
                TracePaths.of(filter, results.results().period())
                        .of(results.results().district(), results.indicator()),
                TracePaths.of(filter.untilMonth(found.before()), found.before())
                        .of(results.results().district(), results.indicator()));
    }

    private static String sentence(ResultsRateChange change, PageMessages wording) {
        RateView before = RateView.inProse(change.before(), wording);
        RateView after = RateView.inProse(change.after(), wording);
        if (change.points() == null) {
            return wording.of("dashboard.compare.last-year.nothing", after.title());
        }
        return wording.of(
                "dashboard.compare.last-year." + way(change.direction()),
                after.title(),
                before.percent(),
                before.figures(),
                after.percent(),
                after.figures(),
                Formats.number(change.points().abs()));
    }

    /** What each part means goes by the points as printed: those that are 0,00 change nothing. */
    static Split split(ResultsChangeSplit split, PageMessages wording) {
        return new Split(
                List.of(
                        new Part(
                                wording.of("dashboard.compare.split.rate"),
                                Formats.change(split.rate()),
                                wording.of("dashboard.compare.split.rate."
                                        + way(split.rate().signum()))),
                        new Part(
                                wording.of("dashboard.compare.split.mix"),
                                Formats.change(split.mix()),
                                wording.of("dashboard.compare.split.mix."
                                        + way(split.mix().signum())))),
                Formats.change(split.change()));
    }

    private static String leftOut(LeftOut unit, PageMessages wording) {
        List<String> months = Stream.of(
                        months("now", unit.onlyNow(), wording),
                        months("before", unit.onlyBefore(), wording),
                        months("in-part", unit.inPart(), wording))
                .flatMap(Optional::stream)
                .toList();
        return wording.of("dashboard.compare.left-out.unit", unit.unit(), wording.list(months));
    }

    private static Optional<String> months(String why, int months, PageMessages wording) {
        return months == 0
                ? Optional.empty()
                : Optional.of(wording.of("dashboard.compare.left-out." + why, Formats.count(months)));
    }

    private static String way(int direction) {
        return direction == 0 ? "same" : direction < 0 ? "down" : "up";
    }
}
