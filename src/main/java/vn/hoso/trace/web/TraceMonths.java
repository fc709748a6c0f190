package vn.hoso.trace.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.ReturnTraceQueries.Hands;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.results.RoundedResultRates;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.UnitResults;
import vn.hoso.results.UnitResults.UnitMonth;
import vn.hoso.results.UnitResultsPast;
import vn.hoso.results.UnitResultsPast.Origin;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** A unit's months as parts of its year's rate, with the people who entered and approved them. */
final class TraceMonths {

    private TraceMonths() {}

    static List<TraceView.Part> of(UnitResults year, List<Hands> hands, Indicator indicator, PageMessages wording) {
        Map<YearMonth, Hands> byMonth = hands.stream().collect(Collectors.toMap(Hands::month, Function.identity()));
        return year.months().stream()
                .filter(month -> month.status() != null)
                .map(month -> part(year, month, byMonth.get(month.month()), indicator, wording))
                .toList();
    }

    /** The units whose figures a unit's own are the sum of; they lead on for whoever may see them. */
    static List<TraceView.Part> origins(
            UnitResultsPast past, TracePaths paths, Indicator indicator, CurrentUser reader, PageMessages wording) {
        return past.origins().stream()
                .map(origin -> {
                    IndicatorResult result = result(origin, indicator);
                    return TraceView.part(
                            origin.name(),
                            reader.maySee(origin.unitId()) ? paths.of(origin.unitId(), indicator) : null,
                            RateView.inTable(result, wording),
                            result.rate(),
                            origin.divided()
                                    ? wording.of("dashboard.past.estimate", PastView.part(origin, wording))
                                    : wording.list(origin.instruments()));
                })
                .toList();
    }

    /** The same as results. */
    static Stream<IndicatorResult> results(UnitResultsPast past, Indicator indicator) {
        return past.origins().stream().map(origin -> result(origin, indicator));
    }

    private static IndicatorResult result(Origin origin, Indicator indicator) {
        return RoundedResultRates.of(origin.counts(), List.of()).of(indicator);
    }

    private static TraceView.Part part(
            UnitResults year, UnitMonth month, @Nullable Hands hands, Indicator indicator, PageMessages wording) {
        TraceView.Part part = TraceView.part(
                Formats.month(month.month()),
                TracePaths.ofReturn(year.unit(), month.month()),
                RateView.inTable(month.rates().of(indicator), wording),
                month.rates().of(indicator).rate(),
                wording.of("dashboard.month." + month.status()));
        return hands == null
                ? part
                : new TraceView.Part(
                        part.name(),
                        part.path(),
                        part.numerator(),
                        part.denominator(),
                        part.percent(),
                        part.state(),
                        wording.of(
                                "trace.entered",
                                wording.author(hands.enteredBy()),
                                Formats.time(hands.enteredAt()),
                                wording.of("trace.source." + hands.source())),
                        hands.approvedBy() == null || hands.approvedAt() == null
                                ? null
                                : wording.of(
                                        "trace.approved",
                                        wording.author(hands.approvedBy()),
                                        Formats.time(hands.approvedAt())));
    }
}
