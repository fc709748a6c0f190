package vn.hoso.dashboard.web;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        };
    }

    private static String sentence(Outlook outlook, Remaining remaining, Wording wording) {
        if (remaining.over()) {
            return wording.of("dashboard.outlook.over");
        }
        String needed = Formats.count(outlook.needed());
        String expected = Formats.count(remaining.dossiers());
        if (outlook.needed() == 0) {
            return wording.of("dashboard.outlook.nothing-needed");
        }
        return outlook.share() == null
                ? wording.of("dashboard.outlook.more-than-expected", needed, expected)
                : wording.of(
                        "dashboard.outlook.needed",
                        needed + "/" + expected,
                        Formats.percentInProse(Objects.requireNonNull(outlook.share())));
    }

    /** What a reader assumed, or was told to assume, about the rest of the year. */
    static @Nullable String assumption(LeaderResults results, Wording wording) {
        Remaining remaining = results.remaining();
        if (remaining == null || remaining.over()) {
            return null;
        }
        String months = remaining.from().equals(remaining.to())
                ? wording.of("dashboard.rest.month", Formats.month(remaining.from()))
                : wording.of(
                        "dashboard.rest.months",
                        String.valueOf(remaining.from().getMonthValue()),
                        Formats.month(remaining.to()));
        return wording.of(
                "dashboard.rest." + remaining.basis(),
                months,
                Formats.count(remaining.dossiers()),
                remaining.reported() + "/" + remaining.expected());
    }
}
