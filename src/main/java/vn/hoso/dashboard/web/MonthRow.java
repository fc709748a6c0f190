package vn.hoso.dashboard.web;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.IndicatorResult;
import vn.hoso.results.UnitMonth;
import vn.hoso.shared.Formats;

/**
 * A month of a unit.
 *
 * @param month such as 09/2024
 * @param fullProcess toàn trình
 * @param partial một phần
 * @param overall all dossiers
 * @param bar how far the overall rate reaches, null where there is none
 * @param paper dossiers handed in on paper although the procedure is offered online
 * @param absence why there are no figures, null where there are
 * @param state where the return stands, null while there is none
 * @param note what the unit wrote
 * @param counted whether the month adds to the year
 */
record MonthRow(
        String month,
        RateText fullProcess,
        RateText partial,
        RateText overall,
        @Nullable String bar,
        String paper,
        @Nullable String absence,
        @Nullable Mark state,
        @Nullable String note,
        boolean counted) {

    static MonthRow of(UnitMonth month, String trace, YearMonth current, Wording wording) {
        Counts counts = month.counts();
        IndicatorResult overall = month.rates().of(Indicator.OVERALL);
        return new MonthRow(
                Formats.month(month.month()),
                RateText.inTable(month.rates().of(Indicator.FULL_PROCESS), wording)
                        .tracedTo(trace),
                RateText.inTable(month.rates().of(Indicator.PARTIAL), wording).tracedTo(trace),
                RateText.inTable(overall, wording).tracedTo(trace),
                overall.percent() == null ? null : Gauge.place(overall.percent()),
                counts == null ? RateText.NONE : Formats.count(counts.paperThoughOnline()),
                counts == null ? absence(month, current, wording) : null,
                month.status() == null ? null : state(month.status(), wording),
                month.note(),
                counts != null);
    }

    /** Not reported, not complete and not yet due are different things, and none of them is 0. */
    private static String absence(UnitMonth month, YearMonth current, Wording wording) {
        if (month.status() != null) {
            return wording.of("dashboard.month.incomplete");
        }
        return wording.of(month.month().isAfter(current) ? "dashboard.month.future" : "dashboard.not-reported");
    }

    private static Mark state(String status, Wording wording) {
        String word = wording.of("dashboard.month." + status);
        return switch (status) {
            case "APPROVED" -> new Mark("met", "met", word);
            case "RETURNED" -> new Mark("unmet", "unmet", word);
            default -> new Mark("suggested", "suggested", word);
        };
    }
}
