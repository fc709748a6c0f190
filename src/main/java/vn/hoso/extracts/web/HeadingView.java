package vn.hoso.extracts.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.extracts.ExtractFile.Reading;
import vn.hoso.extracts.reading.ExtractHeading;
import vn.hoso.extracts.web.ExtractPages.Choice;
import vn.hoso.imports.files.Columns;

/**
 * A heading whose columns a person describes, and what the program takes them for.
 *
 * @param hintKey why it is asked about
 * @param known the number of each column that is kept, by its name
 */
record HeadingView(String signature, int row, String hintKey, List<Choice> columns, Map<String, String> known) {

    /** One that is not understood. */
    static HeadingView of(ExtractHeading likely) {
        return new HeadingView(
                likely.signature(),
                likely.row(),
                "extracts.describe.hint",
                choices(likely.choices()),
                likely.columns().entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey().name(), each -> String.valueOf(each.getValue()))));
    }

    /** That of a list that was read, so that another is read otherwise; null where it is not known any more. */
    static @Nullable HeadingView of(Reading read) {
        return read.signature() == null
                ? null
                : new HeadingView(
                        Objects.requireNonNull(read.signature()),
                        read.heading(),
                        "extracts.describe.again.hint",
                        choices(read.headings()),
                        read.columns().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, each -> String.valueOf(Columns.of(each.getValue())))));
    }

    private static List<Choice> choices(Map<Integer, String> headings) {
        return headings.entrySet().stream()
                .map(each -> new Choice(
                        String.valueOf(each.getKey()), Columns.letters(each.getKey()) + " – " + each.getValue()))
                .toList();
    }
}
