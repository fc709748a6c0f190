package vn.hoso.dashboard.web;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.Gauge;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.UnitResults.UnitMonth;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * A month of a unit.
 *
 * @param month such as 09/2024
 * @param fullProcess toàn trình
 * @param partial một phần
 * @param overall all dossiers
 * @param defined the rates of indicators that the administrator defined
 * @param bar how far the overall rate reaches, null where there is none
 * @param paper dossiers handed in on paper although the procedure is offered online
 * @param absence why there are no figures, null where there are
 * @param state where the return stands, null while there is none
 * @param note what the unit wrote
 * @param counted whether the month adds to the year
 */
record DashboardMonthView(
        String month,
        RateView fullProcess,
        RateView partial,
        RateView overall,
        List<RateView> defined,
        @Nullable String bar,
        String paper,
        @Nullable String absence,
        @Nullable StatusBadge state,
        @Nullable String note,
        boolean counted) {

    static DashboardMonthView of(
            UnitMonth month, List<Indicator> defined, String trace, YearMonth current, PageMessages wording) {
        Counts counts = month.counts();
        IndicatorResult overall = month.rates().of(Indicator.OVERALL);
        return new DashboardMonthView(
                Formats.month(month.month()),
                RateView.inTable(month.rates().of(Indicator.FULL_PROCESS), wording)
                        .tracedTo(trace),
                RateView.inTable(month.rates().of(Indicator.PARTIAL), wording).tracedTo(trace),
                RateView.inTable(overall, wording).tracedTo(trace),
                defined.stream()
                        .map(each -> RateView.inTable(month.rates().of(each), wording)
                                .tracedTo(trace))
                        .toList(),
                overall.percent() == null ? null : Gauge.place(overall.percent()),
                counts == null ? RateView.NONE : Formats.count(counts.paperThoughOnline()),
                counts == null ? absence(month, current, wording) : null,
                month.status() == null ? null : state(month.status(), wording),
                month.note(),
                counts != null);
    }

    /** Not reported, not complete and not yet due are different things, and none of them is 0. */
    private static String absence(UnitMonth month, YearMonth current, PageMessages wording) {
        if (month.status() != null) {
            return wording.of("dashboard.month.incomplete");
        }
        return wording.of(month.month().isAfter(current) ? "dashboard.month.future" : "dashboard.not-reported");
    }

    private static StatusBadge state(String status, PageMessages wording) {
        String word = wording.of("dashboard.month." + status);
        return switch (status) {
            case "APPROVED" -> new StatusBadge("met", "met", word);
            case "RETURNED" -> new StatusBadge("unmet", "unmet", word);
            default -> new StatusBadge("suggested", "suggested", word);
        };
    }
}
