package vn.hoso.reports.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;

/**
 * What people offer to the report beside its figures, in the order of documents.
 *
 * @param explanations notes on units' months
 * @param tasks what is being done about missed targets
 * @param shops what the one-stop shops have, null where nobody said so in the period
 */
public record ReportSuggestions(
        List<Explanation> explanations,
        List<Task> tasks,
        @Nullable OneStopShops shops) {

    /** Where nobody offers anything. */
    public static final ReportSuggestions NOTHING = new ReportSuggestions(List.of(), List.of(), null);

    /** A unit's note on one of its months. */
    public record Explanation(String unit, YearMonth month, String text) {

        String sentence() {
            return ended(text);
        }
    }

    /**
     * A task about a missed target.
     *
     * @param unit whose figures it is about, null for the district's
     * @param due its last day
     */
    public record Task(@Nullable String unit, String target, String text, String responsible, LocalDate due) {

        Line sentence() {
            return Sentences.of(NamedFigures.none())
                    .with("nguoi", responsible)
                    .with("ma", target)
                    .with("don_vi", unit)
                    .with("viec", clause(text))
                    .with("han", Formats.date(due))
                    .fill("task");
        }
    }

    private static String ended(String text) {
        String line = line(text);
        return line.matches(".*[.!?…]") ? line : line + ".";
    }

    private static String clause(String text) {
        return line(text).replaceFirst("[.;]+$", "");
    }

    /** A paragraph of a document is one line, however it was typed. */
    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
