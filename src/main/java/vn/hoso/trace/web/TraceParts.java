package vn.hoso.trace.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.ReturnTraceQueries.Hands;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.RoundedResultRates;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.UnitResults;
import vn.hoso.results.UnitResults.UnitMonth;
import vn.hoso.results.UnitResultsPast.Origin;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** What a rate is the sum of: units, or one unit's months with the people who entered and approved them. */
final class TraceParts {

    private TraceParts() {}

    static List<TraceView.Part> of(UnitResults year, List<Hands> hands, Indicator indicator, PageMessages wording) {
        Map<YearMonth, Hands> byMonth = hands.stream().collect(Collectors.toMap(Hands::month, Function.identity()));
        return year.months().stream()
                .filter(month -> month.status() != null)
                .map(month -> part(year, month, byMonth.get(month.month()), indicator, wording))
                .toList();
    }

    /** The units whose figures a unit's own are the sum of; they lead on for whoever may see them. */
    static List<TraceView.Part> origins(
            ScopeResults unit, TracePaths paths, Indicator indicator, CurrentUser reader, PageMessages wording) {
        return origins(unit)
                .map(origin -> {
                    IndicatorResult result = result(unit, origin, indicator);
                    return part(
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
    static Stream<IndicatorResult> results(ScopeResults unit, Indicator indicator) {
        return origins(unit).map(origin -> result(unit, origin, indicator));
    }

    private static Stream<Origin> origins(ScopeResults unit) {
        return unit.past() == null ? Stream.of() : unit.past().origins().stream();
    }

    /** Read beside the targets of the unit that it is a part of, as its months are. */
    private static IndicatorResult result(ScopeResults unit, Origin origin, Indicator indicator) {
        return RoundedResultRates.of(origin.counts(), unit.targets().toList()).of(indicator);
    }

    private static TraceView.Part part(
            UnitResults year, UnitMonth month, @Nullable Hands hands, Indicator indicator, PageMessages wording) {
        TraceView.Part part = part(
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

    static TraceView.Part part(ScopeResults unit, Indicator indicator, TracePaths paths, PageMessages wording) {
        return part(
                unit.name(),
                paths.of(unit, indicator),
                RateView.inTable(unit.indicator(indicator), wording),
                unit.indicator(indicator).rate(),
                months(unit, indicator, wording));
    }

    /** The months that hold the figures, of those that should. */
    private static String months(ScopeResults unit, Indicator indicator, PageMessages wording) {
        if (unit.notDue()) {
            return wording.of("dashboard.not-expected");
        }
        Basis basis = unit.indicator(indicator).basis();
        return basis == null || !indicator.optional()
                ? wording.of(
                        "trace.months", String.valueOf(unit.reportedMonths()), String.valueOf(unit.expectedMonths()))
                : wording.of("trace.months", String.valueOf(basis.reported()), String.valueOf(basis.expected()));
    }

    private static TraceView.Part part(
            String name, @Nullable String path, RateView text, @Nullable Rate rate, @Nullable String state) {
        return new TraceView.Part(
                name,
                path,
                rate == null ? RateView.NONE : Formats.count(rate.numerator()),
                rate == null ? RateView.NONE : Formats.count(rate.denominator()),
                text.known() ? text.percent() : text.fraction(),
                state,
                null,
                null);
    }

    /** Adds the parts up before the reader's eyes; the rate itself stays the one that the results decided. */
    static TraceView.@Nullable Part sum(Stream<@Nullable Rate> parts, PageMessages wording) {
        return parts.filter(Objects::nonNull)
                .reduce(Rate::plus)
                .map(sum -> new TraceView.Part(
                        wording.of("trace.sum"),
                        null,
                        Formats.count(sum.numerator()),
                        Formats.count(sum.denominator()),
                        "",
                        null,
                        null,
                        null))
                .orElse(null);
    }
}
