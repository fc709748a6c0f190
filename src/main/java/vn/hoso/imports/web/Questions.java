package vn.hoso.imports.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.ActSheet;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.SheetName;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.units.Unit;

/**
 * What has to be answered before a file can be applied, and what was answered before and can be changed.
 *
 * @param sheets the sheets whose month is open
 * @param cells what one answer for the whole file is asked about
 * @param mapping where the figures stand, null if the program knows the layout by itself
 * @param unknown the names that no unit is known by
 * @param answered the names that a person has matched
 * @param units what names may be matched with
 */
record Questions(
        List<SheetMonth> sheets,
        List<CellQuestionView> cells,
        @Nullable Mapping mapping,
        List<Name> unknown,
        List<Name> answered,
        UnitOptions units) {

    static final UnitOptions NONE = new UnitOptions(List.of(), null, null);

    /** What names of a preview may be matched with. */
    static UnitOptions options(ImportPreview preview) {
        List<YearMonth> months = preview.months().stream()
                .map(ImportPreview.Month::month)
                .sorted()
                .toList();
        return new UnitOptions(
                preview.units().stream().map(Unit::option).toList(),
                months.isEmpty() ? null : months.get(0).atDay(1),
                months.isEmpty() ? null : months.get(months.size() - 1).atEndOfMonth());
    }

    /**
     * Where the unit of a name is chosen.
     *
     * @param said what was answered and refused, null if nothing was
     */
    static UnitField field(int at, SheetName name, UnitOptions units, PreviewForms.@Nullable UnitsForm said) {
        String place = String.valueOf(at);
        String id = (name.chosen() == null ? "unit" : "unit-known-") + place;
        return said != null && name.key().equals(said.nameOf().get(place))
                ? said.field(units, id, place)
                : UnitField.of(
                        units,
                        id,
                        "unitOf[" + place + "]",
                        name.chosen() == null ? "" : name.chosen().toString(),
                        null);
    }

    /**
     * A sheet whose month is open.
     *
     * @param index its place in the file
     * @param text what it says of months
     * @param said the months that it says, and where
     * @param months every month to choose from, or every year
     * @param years whether a year is asked
     */
    record SheetMonth(
            int index,
            String name,
            String text,
            List<ImportsView.Month> said,
            List<ImportsView.Month> months,
            boolean years) {}

    /**
     * A sheet that is described column by column.
     *
     * @param samples the sheets
     * @param letters the columns that may be named
     * @param columns the measures
     * @param form what stands in the form's fields
     * @param open whether the description is still missing or was refused
     * @param months the months to choose from, if nobody has said
     */
    record Mapping(
            List<Sample> samples,
            List<String> letters,
            List<PreviewView.Column> columns,
            PreviewForms.LayoutForm form,
            boolean open,
            List<ImportsView.Month> months) {}

    /**
     * A sheet's first rows, to say where its figures stand.
     *
     * @param months whether what is said of it holds for the months that stand beside it
     */
    record Sample(int index, String name, boolean months, List<String> letters, List<SampleRow> rows) {

        private static final int ROWS = 15;

        /** How many columns of a sheet can be said to mean something. */
        static final int COLUMNS = 30;

        /** Of months side by side the first alone: its description serves the others. */
        static List<Sample> of(List<ActSheet> sheets) {
            return IntStream.range(0, sheets.size())
                    .filter(at -> !sheets.get(at).sheet().readAsFirst())
                    .mapToObj(at -> of(at, sheets.get(at).sheet()))
                    .toList();
        }

        private static Sample of(int index, ParsedSheet sheet) {
            int widest = sheet.rows().stream()
                    .limit(ROWS)
                    .mapToInt(row -> Objects.requireNonNull(row.cells().lastKey()))
                    .max()
                    .orElse(1);
            List<Integer> columns =
                    IntStream.rangeClosed(1, Math.min(widest, COLUMNS)).boxed().toList();
            return new Sample(
                    index,
                    sheet.name(),
                    sheet.sideBySide(),
                    columns.stream().map(Columns::letters).toList(),
                    sheet.rows().stream()
                            .limit(ROWS)
                            .map(row -> new SampleRow(
                                    row.number(),
                                    columns.stream().map(row::text).toList()))
                            .toList());
        }
    }

    record SampleRow(int number, List<String> cells) {}

    /**
     * A name of the sheet and the unit it means, null while nobody has said.
     *
     * @param folded what the answer is kept under
     * @param where where it stands first
     * @param why what keeps the program from deciding although it knows a unit, null if it knows none
     * @param field where the unit is chosen
     */
    record Name(
            int index,
            String name,
            String folded,
            String where,
            @Nullable Long chosen,
            @Nullable String why,
            UnitField field) {}

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
}
