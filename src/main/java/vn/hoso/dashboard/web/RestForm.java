package vn.hoso.dashboard.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.NumberInput;
import vn.hoso.presentation.OutlookView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.RemainingYear;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * The assumption about the rest of the year, and the form that changes it.
 *
 * @param assumption what is assumed, in words
 * @param eligible how much of it could arrive online
 * @param typed what stands in the field
 * @param given whether the reader assumed it
 * @param wrong whether what was typed is no number
 * @param kept the rest of the address, as hidden fields
 * @param reset this page with the program's own assumption
 */
record RestForm(
        String assumption,
        String eligible,
        String typed,
        boolean given,
        boolean wrong,
        List<PeriodFilter.Kept> kept,
        String reset) {

    static @Nullable RestForm of(LeaderResults results, PeriodFilter filter, NumberInput typed, PageMessages wording) {
        RemainingYear remaining = results.remaining();
        String assumption = OutlookView.assumption(results, wording);
        BigDecimal ceiling = results.results().district().rates().ceiling();
        if (remaining == null || assumption == null || ceiling == null) {
            return null;
        }
        return new RestForm(
                assumption,
                wording.of(
                        "dashboard.rest.eligible",
                        Formats.count(remaining.eligible()),
                        Formats.percentInProse(ceiling)),
                typed.wrong() ? typed.text() : Formats.count(remaining.dossiers()),
                remaining.given(),
                typed.wrong(),
                filter.kept(results.results().period()),
                filter.address("/dashboard", results.results().period()));
    }
}
