package vn.hoso.reports.files;

import java.util.List;
import vn.hoso.reports.domain.ReportTextWidth;

/** The report's subject below its kind: one line, or two that break where the sense does. */
final class ReportSubject {

    private static final int AVAILABLE = ReportPageSetup.twips(ReportPageSetup.TEXT_WIDTH);

    private ReportSubject() {}

    /** A subject too long for one line breaks before its place, not wherever the line happens to end. */
    static List<String> lines(String subject, int size) {
        int place = subject.lastIndexOf(" trên ");
        if (place < 0 || ReportTextWidth.bold(subject, size) < AVAILABLE) {
            return List.of(subject);
        }
        return List.of(subject.substring(0, place), subject.substring(place + 1));
    }

    /** The length in twips of the line below: a third to a half of the longest line's. */
    static int ruleBelow(List<String> lines, int size) {
        int longest = lines.stream()
                .mapToInt(line -> ReportTextWidth.bold(line, size))
                .max()
                .orElse(0);
        return Math.min(longest, AVAILABLE) * 2 / 5;
    }
}
