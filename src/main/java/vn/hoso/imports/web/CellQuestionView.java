package vn.hoso.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question about all cells or rows of a kind.
 *
 * @param field which it is
 * @param title what is asked
 * @param places the cells or rows, of which only the first are named
 * @param more how many more there are
 * @param options the answers
 * @param answer what was said, null while nobody has
 */
record CellQuestionView(
        String field,
        String title,
        List<String> places,
        int more,
        List<Option> options,
        @Nullable String answer) {

    record Option(String value, String label) {}
}
