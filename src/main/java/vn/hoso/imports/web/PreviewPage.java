package vn.hoso.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file beside what is stored.
 *
 * @param id the file
 * @param name what it is called
 * @param month such as 10/2024, null while nobody has said
 * @param found which sheet is read and how, null if none is recognised
 * @param alert what went wrong with the last press, null if nothing did
 * @param issues what keeps the file from being applied
 * @param warnings what deserves a look
 * @param months the months to choose from, if nobody has said
 * @param samples the sheets to describe, if none is recognised
 * @param letters the columns that may be named
 * @param unknown the names to match
 * @param units what they may be matched with
 * @param columns the measures
 * @param rows the units that change, of which only the first are shown
 * @param changed how many change
 * @param same how many are as stored already
 * @param seen the versions that this page shows
 * @param explain the sentence that asks for a word of why, null if nobody needs to say
 * @param note the word typed already
 * @param ready whether it can be applied
 */
record PreviewPage(
        long id,
        String name,
        @Nullable String month,
        @Nullable String found,
        @Nullable String alert,
        List<Issue> issues,
        List<String> warnings,
        List<ImportsPage.Month> months,
        List<Sample> samples,
        List<String> letters,
        List<Unknown> unknown,
        List<Choice> units,
        List<Column> columns,
        List<Row> rows,
        int changed,
        int same,
        String seen,
        @Nullable String explain,
        String note,
        boolean ready) {

    /** A reason, with the cell it is about. */
    record Issue(String where, String text) {}

    /** A sheet's first rows, to say where its figures stand. */
    record Sample(int index, String name, List<String> letters, List<SampleRow> rows) {}

    record SampleRow(int number, List<String> cells) {}

    record Unknown(int index, String name, String folded, int row) {}

    record Choice(long id, String name) {}

    record Column(String field, String labelKey) {}

    /** A unit's figures after the import. */
    record Row(String unit, int row, List<Cell> cells) {}

    /** A figure: after, stored, and the difference where both are numbers and differ. */
    record Cell(
            String labelKey,
            String after,
            @Nullable String stored,
            @Nullable String difference) {}
}
