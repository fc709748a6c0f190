package vn.hoso.dashboard.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.Gauge;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TargetColumn;
import vn.hoso.presentation.TracePaths;
import vn.hoso.presentation.VerdictView;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/**
 * A rate and the targets held against it: one of the three large ones, or another that has targets.
 *
 * @param rate the rate with its fraction
 * @param overall whether it is that of all dossiers
 * @param missed whether a target set from above is missed
 * @param bar how far it reaches, null where there is no rate
 * @param ticks the targets' places on the bar
 * @param verdicts targets set from above, the missed ones first
 * @param goals goals of the plan's own, the missed ones first
 */
record RateCardView(
        RateView rate,
        boolean overall,
        boolean missed,
        @Nullable String bar,
        String ticks,
        List<VerdictView> verdicts,
        List<VerdictView> goals) {

    private static final List<Indicator> SHOWN = List.of(Indicator.OVERALL, Indicator.FULL_PROCESS, Indicator.PARTIAL);

    /** A verdict and how the page prints it. */
    private record Line(Verdict verdict, VerdictView view) {

        boolean missed() {
            return verdict.status() == VerdictStatus.NOT_MET;
        }
    }

    /** Rates that miss a target set from above come first, otherwise that of all dossiers. */
    static List<RateCardView> of(ScopeResults district, DashboardView page, TracePaths paths, PageMessages wording) {
        return SHOWN.stream()
                .map(indicator -> of(indicator, district, page, paths, wording))
                .sorted(Comparator.comparing(card -> !card.missed))
                .toList();
    }

    /** The rates that are none of the three but have targets set from above. */
    static List<RateCardView> others(
            ScopeResults district, DashboardView page, TracePaths paths, PageMessages wording) {
        return district.verdicts().stream()
                .map(verdict -> verdict.target().indicator())
                .filter(indicator -> !SHOWN.contains(indicator))
                .distinct()
                .map(indicator -> of(indicator, district, page, paths, wording))
                .toList();
    }

    private static RateCardView of(
            Indicator indicator, ScopeResults district, DashboardView page, TracePaths paths, PageMessages wording) {
        Predicate<Verdict> held = verdict -> verdict.target().indicator().equals(indicator);
        List<Line> verdicts = lines(district.verdicts(), page.verdicts(), held);
        List<Line> goals = lines(district.aspirations(), page.aspirations(), held);
        var percent = district.indicator(indicator).percent();
        return new RateCardView(
                RateView.inProse(district.indicator(indicator), wording).tracedTo(paths.of(district, indicator)),
                indicator.equals(Indicator.OVERALL),
                verdicts.stream().anyMatch(Line::missed),
                percent == null ? null : Gauge.place(percent),
                TargetColumn.ticks(Stream.concat(verdicts.stream(), goals.stream())
                        .map(line -> line.verdict.target())
                        .filter(target -> target.threshold() != null)
                        .map(TargetColumn::asks)
                        .toList()),
                views(verdicts),
                views(goals));
    }

    private static List<Line> lines(List<Verdict> verdicts, List<VerdictView> views, Predicate<Verdict> held) {
        return IntStream.range(0, verdicts.size())
                .mapToObj(i -> new Line(verdicts.get(i), views.get(i)))
                .filter(line -> held.test(line.verdict))
                .sorted(Comparator.comparing(line -> !line.missed()))
                .toList();
    }

    private static List<VerdictView> views(List<Line> lines) {
        return lines.stream().map(Line::view).toList();
    }
}
