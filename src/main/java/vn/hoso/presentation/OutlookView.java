package vn.hoso.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.RemainingYear;
import vn.hoso.results.RemainingYear.Owed;
import vn.hoso.results.ResultsOutlook;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * What the rest of the year must bring for a target, ready to print.
 *
 * @param mark whether it can be done
 * @param sentence what is needed
 * @param over whether nothing more will come
 */
public record OutlookView(StatusBadge mark, String sentence, boolean over) {

    /** What is said where more will come. */
    public OutlookView(StatusBadge mark, String sentence) {
        this(mark, sentence, false);
    }

    /** By target. */
    public static Map<Long, OutlookView> of(LeaderResults results, PageMessages wording) {
        RemainingYear remaining = results.remaining();
        return remaining == null
                ? Map.of()
                : results.outlooks().stream()
                        .collect(Collectors.toMap(
                                it -> it.target().id(),
                                it -> new OutlookView(
                                        mark(it.state(), wording),
                                        sentence(it, remaining, wording),
                                        remaining.over())));
    }

    private static StatusBadge mark(ResultsOutlook.State state, PageMessages wording) {
        String word = wording.of("dashboard.outlook." + state);
        return switch (state) {
            case CERTAIN -> new StatusBadge("met", "met", word);
            case ON_TRACK -> new StatusBadge("met", "clock", word);
            case MUST_SPEED_UP -> new StatusBadge("suggested", "warning", word);
            case OUT_OF_REACH -> new StatusBadge("unmet", "unmet", word);
            case UNDECIDED -> new StatusBadge("unknown", "unknown", word);
        };
    }

    private static String sentence(ResultsOutlook outlook, RemainingYear remaining, PageMessages wording) {
        if (remaining.over()) {
            return wording.of("dashboard.outlook.over");
        }
        String needed = needed(outlook, remaining, wording);
        return outlook.state() == ResultsOutlook.State.UNDECIDED ? needed + " " + open(remaining, wording) : needed;
    }

    private static String needed(ResultsOutlook outlook, RemainingYear remaining, PageMessages wording) {
        // Where no month is left, what is needed can only stand in the returns that are owed.
        String whence = remaining.hasMonthsAhead() ? "" : ".owed";
        if (outlook.needed() == 0) {
            return wording.of(
                    outlook.state() == ResultsOutlook.State.CERTAIN
                            ? "dashboard.outlook.nothing-needed"
                            : "dashboard.outlook.nothing-if-expected" + whence);
        }
        String needed = Formats.count(outlook.needed());
        String expected = Formats.count(remaining.dossiers());
        return outlook.share() == null
                ? wording.of("dashboard.outlook.more-than-expected" + whence, needed, expected)
                : wording.of(
                        "dashboard.outlook.needed" + whence,
                        needed + "/" + expected,
                        Formats.percentInProse(outlook.share()));
    }

    /** Why nothing can be said yet. */
    private static String open(RemainingYear remaining, PageMessages wording) {
        int begun = remaining.owed().begun();
        return begun > 0
                ? wording.of("dashboard.outlook.owed", Formats.count(begun))
                : wording.of("dashboard.outlook.without-basis", Formats.count(remaining.withoutBasis()));
    }

    /** What a reader assumed, or was told to assume, about the rest of the year. */
    public static @Nullable String assumption(LeaderResults results, PageMessages wording) {
        RemainingYear remaining = results.remaining();
        if (remaining == null || remaining.over()) {
            return null;
        }
        return wording.of(
                remaining.given() ? "dashboard.rest.given" : "dashboard.rest.expected",
                rest(remaining, wording),
                Formats.count(remaining.dossiers()),
                remaining.given() ? "" : basis(remaining.owed(), wording));
    }

    /** "3 báo cáo tháng còn thiếu và tháng 10 đến tháng 12/2024". */
    private static String rest(RemainingYear remaining, PageMessages wording) {
        List<String> parts = new ArrayList<>();
        if (remaining.owed().begun() > 0) {
            parts.add(wording.of(
                    "dashboard.rest.owed", Formats.count(remaining.owed().begun())));
        }
        if (remaining.hasMonthsAhead()) {
            parts.add(
                    remaining.from().equals(remaining.to())
                            ? wording.of("dashboard.rest.month", Formats.month(remaining.from()))
                            : wording.of(
                                    "dashboard.rest.months",
                                    String.valueOf(remaining.from().getMonthValue()),
                                    Formats.month(remaining.to())));
        }
        return String.join(" " + wording.of("dashboard.rest.and") + " ", parts);
    }

    /** On what the expectation of how many returns rests. */
    private static String basis(Owed owed, PageMessages wording) {
        List<String> parts = new ArrayList<>();
        if (owed.asLastYear() > 0) {
            parts.add(wording.of("dashboard.rest.as-last-year", Formats.count(owed.asLastYear())));
        }
        if (owed.asMean() > 0) {
            parts.add(wording.of("dashboard.rest.as-mean", Formats.count(owed.asMean())));
        }
        if (owed.asFormers() > 0) {
            parts.add(wording.of("dashboard.rest.as-formers", Formats.count(owed.asFormers())));
        }
        if (owed.withoutBasis() > 0) {
            parts.add(wording.of("dashboard.rest.without-basis", Formats.count(owed.withoutBasis())));
        }
        return String.join("; ", parts);
    }
}
