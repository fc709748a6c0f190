package vn.hoso.reports.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.CountedReturnQueries.ReturnChange;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.ResultsChange;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.shared.Formats;

/** Changed figures, results and verdicts as pages print them: before and after. */
final class ReportChangesView {

    private static final String NOTHING = "–";

    private ReportChangesView() {}

    /** A value before and after, under a message's name or, where that is null, under a name that the office gave. */
    record Line(@Nullable String labelKey, @Nullable String label, String before, String after) {}

    /** A verdict that turns: the target, keys of both verdicts, and whether missing returns could turn it again. */
    record Flip(
            String code,
            String label,
            String beforeKey,
            String afterKey,
            @Nullable String provisionalKey) {}

    /** What happens to the district or a unit. */
    record Scope(String name, List<Line> lines, List<Flip> flips) {}

    /** What happened to a unit's month. */
    record Month(
            String address,
            String month,
            long unitId,
            String unit,
            List<Line> lines,
            boolean added,
            boolean gone,
            @Nullable String reason,
            String by) {}

    private static Line line(ResultsChange.IndicatorChange change) {
        Indicator.Definition definition = change.indicator().definition();
        return definition == null
                ? new Line(
                        "indicators.report." + change.indicator(), null, share(change.before()), share(change.after()))
                : new Line(null, definition.title(), share(change.before()), share(change.after()));
    }

    static Scope scope(ResultsChange change) {
        return new Scope(
                change.name(),
                change.indicators().stream().map(ReportChangesView::line).toList(),
                change.flips().stream()
                        .map(flip -> new Flip(
                                flip.target().code(),
                                flip.target().label(),
                                "targets.verdict." + flip.before(),
                                "targets.verdict." + flip.after(),
                                flip.finality() == DataStatus.OFFICIAL ? null : "reports.change.is." + flip.finality()))
                        .toList());
    }

    static Month month(ReturnChange change) {
        ReturnFigures before = change.before();
        ReturnFigures after = change.after();
        return new Month(
                change.month().toString(),
                Formats.month(change.month()),
                change.unitId(),
                change.unit(),
                before == null || after == null ? List.of() : figures(before, after),
                before == null,
                after == null,
                change.reason(),
                change.by() + ", " + Formats.time(change.at()));
    }

    static List<Line> figures(ReturnFigures before, ReturnFigures after) {
        List<Line> lines = new ArrayList<>();
        before.differences(after)
                .forEach(measure -> lines.add(new Line(
                        "figures.measure." + measure.field(), null, figure(before, measure), figure(after, measure))));
        return lines;
    }

    private static String figure(ReturnFigures figures, Measure measure) {
        Integer number = figures.number(measure);
        if (number != null) {
            return Formats.count(number);
        }
        return figures.notApplicable(measure) ? "x" : NOTHING;
    }

    private static String share(IndicatorResult result) {
        Rate rate = result.rate();
        if (rate == null) {
            return NOTHING;
        }
        String fraction = Formats.count(rate.numerator()) + "/" + Formats.count(rate.denominator());
        return result.percent() == null ? fraction : fraction + " (" + Formats.percent(result.percent()) + ")";
    }
}
