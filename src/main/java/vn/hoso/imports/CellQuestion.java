package vn.hoso.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cells or rows of a file that have one answer for all of them.
 *
 * @param places each of them with the unit it belongs to
 * @param answer what a person said, null while nobody has
 */
public record CellQuestion(
        Kind kind, List<Place> places, @Nullable String answer) {

    public enum Kind {
        /** A dash where a count belongs: nothing arisen, or not reported. */
        DASHES("zero", "missing"),
        /** Rows hidden, filtered out or struck through. */
        ROWS("count", "leave"),
        /** Cells whose format shows another number than the one that they hold. */
        SCALED("stored");

        private final List<String> answers;

        Kind(String... answers) {
            this.answers = List.of(answers);
        }

        public List<String> answers() {
            return answers;
        }

        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of them.
     *
     * @param unit what the sheet calls the unit
     * @param how why the row is asked about, as a part of a message key; what the cell holds otherwise
     */
    public record Place(ImportPreview.Spot at, String unit, String how) {}

    public boolean open() {
        return answer == null;
    }
}
