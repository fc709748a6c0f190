package vn.hoso.reconciliation.web;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.reconciliation.ComparedFigure;
import vn.hoso.reconciliation.CountedDays;
import vn.hoso.reconciliation.Difference;
import vn.hoso.reconciliation.OutsideTotal;
import vn.hoso.reconciliation.ValueSource;
import vn.hoso.shared.Formats;

/**
 * A page of the totals that others state, ready to print.
 *
 * @param shown "1–200 of 350", null where all are on the page
 */
record OutsideTotalsView(
        List<Line> lines,
        @Nullable String shown,
        @Nullable Integer previous,
        @Nullable Integer next) {

    private static final int ON_A_PAGE = 200;

    /**
     * A total.
     *
     * @param ended why it is in force no longer, null while it is
     * @param standing whether it agrees with the typed value, or where none stands with the one furthest from it; null where it
     *     is in force no longer
     * @param path the page of its difference, null where there is none
     */
    record Line(
            long id,
            String unit,
            String period,
            String measure,
            String source,
            String value,
            String origin,
            @Nullable String ended,
            @Nullable StatusBadge standing,
            @Nullable String path) {}

    /**
     * @param stated the values beside each figure
     * @param days which days the figures of the year count
     */
    static OutsideTotalsView of(
            List<OutsideTotal> totals,
            Map<ComparedFigure, String> stated,
            CountedDays days,
            int page,
            DifferenceMessages words) {
        int pages = Math.max(1, (totals.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        int from = (shown - 1) * ON_A_PAGE;
        List<OutsideTotal> onPage = totals.subList(from, Math.min(totals.size(), from + ON_A_PAGE));
        return new OutsideTotalsView(
                onPage.stream()
                        .map(each -> line(each, stated.getOrDefault(each.figure(), ""), days, words))
                        .toList(),
                pages == 1
                        ? null
                        : words.say(
                                "reconciliation.shown",
                                Formats.count(from + 1L),
                                Formats.count(from + onPage.size()),
                                Formats.count(totals.size())),
                shown == 1 ? null : shown - 1,
                shown == pages ? null : shown + 1);
    }

    /** The page on which the total of this place among all is. */
    static int pageOf(int index) {
        return index / ON_A_PAGE + 1;
    }

    private static Line line(OutsideTotal total, String seen, CountedDays days, DifferenceMessages words) {
        OutsideTotal.End ended = total.ended();
        Map<ValueSource, Long> values = Difference.values(seen);
        boolean compared = ended == null && values.size() > 1;
        long spread = compared ? Collections.max(values.values()) - Collections.min(values.values()) : 0;
        return new Line(
                total.id(),
                words.unit(total.figure(), total.unit(), days),
                words.period(total.figure()),
                words.measure(total.figure()),
                words.source(total.source()),
                Formats.count(total.value()),
                words.origin(total),
                ended == null ? null : ended(ended, words),
                ended == null ? standing(compared, compared ? apart(total, values) : 0, words) : null,
                spread > 0 ? "/reconciliation/" + total.figure().address() : null);
    }

    private static long apart(OutsideTotal total, Map<ValueSource, Long> values) {
        Long typed = values.get(ValueSource.TYPED);
        return (typed == null ? values.values().stream() : Stream.of(typed))
                .mapToLong(other -> Math.abs(total.value() - other))
                .max()
                .orElse(0);
    }

    private static String ended(OutsideTotal.End ended, DifferenceMessages words) {
        return words.say(
                ended.corrected() ? "reconciliation.ended.corrected" : "reconciliation.ended.withdrawn",
                ended.by(),
                Formats.time(ended.at()),
                ended.reason());
    }

    private static StatusBadge standing(boolean compared, long apart, DifferenceMessages words) {
        if (!compared) {
            return new StatusBadge("unknown", "unknown", words.say("reconciliation.totals.uncompared"));
        }
        return apart == 0
                ? new StatusBadge("met", "met", words.say("reconciliation.totals.agrees"))
                : new StatusBadge("unmet", "warning", words.say("reconciliation.totals.differs", Formats.count(apart)));
    }
}
