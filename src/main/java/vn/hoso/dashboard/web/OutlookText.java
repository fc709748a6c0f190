package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.OwedReturns.Owed;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.Outlook;
import vn.hoso.results.Remaining;
import vn.hoso.shared.Formats;

/**
 * What the rest of the year must bring for a target, ready to print.
 *
 * @param mark whether it can be done
 * @param sentence what is needed
 * @param over whether nothing more will come
 */
record OutlookText(Mark mark, String sentence, boolean over) {

    /** What is said where more will come. */
    OutlookText(Mark mark, String sentence) {
        this(mark, sentence, false);
    }

    /** By target. */
    static Map<Long, OutlookText> of(LeaderResults results, Wording wording) {
        Remaining remaining = results.remaining();
        return remaining == null
                ? Map.of()
                : results.outlooks().stream()
                        .collect(Collectors.toMap(
                                it -> it.target().id(),
                                it -> new OutlookText(
                                        mark(it.state(), wording),
                                        sentence(it, remaining, wording),
                                        remaining.over())));
    }

    private static Mark mark(Outlook.State state, Wording wording) {
        String word = wording.of("dashboard.outlook." + state);
        return switch (state) {
            case CERTAIN -> new Mark("met", "met", word);
            case ON_TRACK -> new Mark("met", "clock", word);
            case MUST_SPEED_UP -> new Mark("suggested", "warning", word);
            case OUT_OF_REACH -> new Mark("unmet", "unmet", word);
            case UNDECIDED -> new Mark("unknown", "unknown", word);
        };
    }

    private static String sentence(Outlook outlook, Remaining remaining, Wording wording) {
        if (remaining.over()) {
            return wording.of("dashboard.outlook.over");
        }
        String needed = needed(outlook, remaining, wording);
        return outlook.state() == Outlook.State.UNDECIDED ? needed + " " + open(remaining, wording) : needed;
    }

    private static String needed(Outlook outlook, Remaining remaining, Wording wording) {
        // Where no month is left, what is needed can only stand in the returns that are owed.
        String whence = remaining.hasMonthsAhead() ? "" : ".owed";
        if (outlook.needed() == 0) {
            return wording.of(
                    outlook.state() == Outlook.State.CERTAIN
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
    private static String open(Remaining remaining, Wording wording) {
        int begun = remaining.owed().begun();
        return begun > 0
                ? wording.of("dashboard.outlook.owed", Formats.count(begun))
                : wording.of("dashboard.outlook.without-basis", Formats.count(remaining.withoutBasis()));
    }

    /** What a reader assumed, or was told to assume, about the rest of the year. */
    static @Nullable String assumption(LeaderResults results, Wording wording) {
        Remaining remaining = results.remaining();
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
    private static String rest(Remaining remaining, Wording wording) {
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
    private static String basis(Owed owed, Wording wording) {
        List<String> parts = new ArrayList<>();
        if (owed.asLastYear() > 0) {
            parts.add(wording.of("dashboard.rest.as-last-year", Formats.count(owed.asLastYear())));
        }
        if (owed.asMean() > 0) {
            parts.add(wording.of("dashboard.rest.as-mean", Formats.count(owed.asMean())));
        }
        if (owed.withoutBasis() > 0) {
            parts.add(wording.of("dashboard.rest.without-basis", Formats.count(owed.withoutBasis())));
        }
        return String.join("; ", parts);
    }
}
