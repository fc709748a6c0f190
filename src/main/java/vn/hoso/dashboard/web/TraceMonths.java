package vn.hoso.dashboard.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.ReturnHistories.Hands;
import vn.hoso.rates.Indicator;
import vn.hoso.results.UnitMonth;
import vn.hoso.results.UnitYear;
import vn.hoso.shared.Formats;

/** A unit's months as parts of its year's rate, with the people who entered and approved them. */
final class TraceMonths {

    private TraceMonths() {}

    static List<TracePage.Part> of(UnitYear year, List<Hands> hands, Indicator indicator, Wording wording) {
        Map<YearMonth, Hands> byMonth = hands.stream().collect(Collectors.toMap(Hands::month, Function.identity()));
        return year.months().stream()
                .filter(month -> month.status() != null)
                .map(month -> part(year, month, byMonth.get(month.month()), indicator, wording))
                .toList();
    }

    private static TracePage.Part part(
            UnitYear year, UnitMonth month, @Nullable Hands hands, Indicator indicator, Wording wording) {
        TracePage.Part part = TracePage.part(
                Formats.month(month.month()),
                TracePaths.ofReturn(year.unit(), month.month()),
                RateText.inTable(month.rates().of(indicator), wording),
                month.rates().of(indicator).rate(),
                wording.of("dashboard.month." + month.status()));
        return hands == null
                ? part
                : new TracePage.Part(
                        part.name(),
                        part.path(),
                        part.numerator(),
                        part.denominator(),
                        part.percent(),
                        part.state(),
                        wording.of(
                                "dashboard.trace.entered",
                                hands.enteredBy(),
                                Formats.time(hands.enteredAt()),
                                wording.of("dashboard.trace.source." + hands.source())),
                        hands.approvedBy() == null || hands.approvedAt() == null
                                ? null
                                : wording.of(
                                        "dashboard.trace.approved",
                                        hands.approvedBy(),
                                        Formats.time(hands.approvedAt())));
    }
}
