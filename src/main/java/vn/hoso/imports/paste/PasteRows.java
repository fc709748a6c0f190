package vn.hoso.imports.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.imports.files.FileErrors;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ComparableText;
import vn.hoso.imports.layouts.FigureLine;
import vn.hoso.imports.layouts.SheetInterpretation;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.imports.layouts.SheetLines;
import vn.hoso.imports.layouts.SheetTotals;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.imports.layouts.UnitMatcher.UnitMatch;
import vn.hoso.imports.paste.PasteReader.PasteCursor;
import vn.hoso.imports.paste.PastedBlock.Standing;
import vn.hoso.units.Unit;

/** The rows of a block in one order of its columns. */
final class PasteRows {

    private final PasteMonth month;
    private final PasteChoices choices;
    private final List<PastedBlock.Row> rows = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<Integer> totals = new ArrayList<>();
    private final List<Map<Measure, String>> figures = new ArrayList<>();
    private final List<SheetTotals.Mismatch> wrongTotals = new ArrayList<>();
    /** The rows of headings that state a sum, by their numbers. */
    private final Set<Integer> groups = new HashSet<>();

    private int nameless;

    private PasteRows(PasteMonth month, PasteChoices choices) {
        this.month = month;
        this.choices = choices;
    }

    /** Rows that name their units. */
    static PasteRows named(SheetInterpretation sheet, PasteMonth month, UnitMatcher names, PasteChoices choices) {
        PasteRows read = new PasteRows(month, choices);
        SheetLines lines = sheet.lines();
        List<FigureLine> counted = new ArrayList<>();
        List<FigureLine> groups = new ArrayList<>();
        lines.units()
                .forEach(line -> (!line.heading() || names.find(line.name()).isPresent() ? counted : groups).add(line));
        List<FigureLine> headings = new ArrayList<>(lines.totals());
        headings.addAll(groups);
        groups.stream()
                .filter(line -> SheetLines.total(line.name()) || SheetTotals.sums(line, counted, headings))
                .forEach(line -> read.groups.add(line.row()));
        Set<Integer> otherMonths = read.otherMonths(sheet);
        lines.units().forEach(line -> read.place(line, otherMonths.contains(line.row()), names));
        List<FigureLine> totals = new ArrayList<>(lines.totals());
        groups.stream().filter(line -> SheetLines.total(line.name())).forEach(totals::add);
        read.wrongTotals.addAll(SheetTotals.mismatches(counted, totals, lines.sums()));
        totals.forEach(line -> read.totals.add(line.row()));
        lines.sums().forEach(line -> read.totals.add(line.row()));
        read.nameless = lines.nameless().size();
        read.markTwice();
        return read;
    }

    /**
     * Rows that go down from the cursor, one for each line of the block.
     *
     * @throws vn.hoso.shared.UserFacingException if the grid has not so many below it
     */
    static PasteRows from(
            ParsedSheet sheet, SheetLayout layout, PasteCursor cursor, PasteMonth month, PasteChoices choices) {
        PasteRows read = new PasteRows(month, choices);
        List<ParsedRow> below = sheet.after(layout.headerRow());
        int needed = below.get(below.size() - 1).number() - layout.headerRow();
        if (cursor.row() + needed > month.rows().size()) {
            throw FileErrors.of(
                    "paste-beyond-bottom",
                    String.valueOf(needed),
                    String.valueOf(month.rows().size() - cursor.row()));
        }
        for (ParsedRow row : below) {
            Unit unit = month.rows().get(cursor.row() + row.number() - layout.headerRow() - 1);
            Map<Measure, String> texts = new TreeMap<>();
            layout.columns().forEach((measure, column) -> texts.put(measure, row.text(column)));
            read.add(row.number(), "", unit, read.standing(unit), texts);
        }
        return read;
    }

    /** The rows that say another month than that of the grid, or what cannot be read as that one. */
    private Set<Integer> otherMonths(SheetInterpretation sheet) {
        Set<Integer> others = new HashSet<>();
        sheet.rowMonths().forEach((row, said) -> {
            if (!said.month().equals(month.month())) {
                others.add(row);
            }
        });
        sheet.unreadableMonths().stream()
                .filter(cell -> !cell.agrees(month.month()))
                .forEach(cell -> others.add(cell.row()));
        return others;
    }

    private void place(FigureLine line, boolean otherMonth, UnitMatcher names) {
        Map<Measure, String> texts = new TreeMap<>();
        line.cells()
                .forEach((measure, figure) ->
                        texts.put(measure, figure.cell().text().strip()));
        UnitMatch match = names.find(line.name(), line.code());
        if (match instanceof UnitMatch.Found found) {
            place(line, otherMonth, found.unit(), texts);
        } else if (match instanceof UnitMatch.Disagree) {
            add(line.row(), line.name(), null, Standing.CODE_DISAGREES, texts);
        } else if (match instanceof UnitMatch.Several) {
            add(line.row(), line.name(), null, Standing.SEVERAL, texts);
        } else if (Long.valueOf(0).equals(month.aliases().get(ComparableText.of(line.name())))) {
            add(line.row(), line.name(), null, Standing.NO_UNIT, texts);
        } else if (!groups.contains(line.row()) && line.hasDigit()) {
            add(line.row(), line.name(), null, Standing.UNKNOWN, texts);
        }
    }

    private void place(FigureLine line, boolean otherMonth, Unit unit, Map<Measure, String> texts) {
        if (month.enterable().contains(unit.id())) {
            add(line.row(), line.name(), unit, otherMonth ? Standing.OTHER_MONTH : standing(unit), texts);
        } else {
            others.add(unit.name());
        }
    }

    private Standing standing(Unit unit) {
        return month.approved().contains(unit.id()) ? Standing.APPROVED : Standing.FILLS;
    }

    private void add(int number, String name, @Nullable Unit unit, Standing standing, Map<Measure, String> pasted) {
        Map<Measure, String> texts = new TreeMap<>();
        pasted.forEach((measure, text) -> texts.put(measure, undashed(text)));
        figures.add(texts);
        Map<Measure, List<RuleViolation>> broken = ColumnOrders.problems(texts);
        Map<Measure, PastedBlock.Cell> cells = new TreeMap<>();
        texts.forEach((measure, text) -> cells.put(
                measure,
                cell(measure, pasted.getOrDefault(measure, ""), text, broken.getOrDefault(measure, List.of()))));
        rows.add(new PastedBlock.Row(number, name, unit, standing, cells));
    }

    /** The text with what a person said dashes mean. */
    private String undashed(String text) {
        if (choices.dashes() == null || !PastedCellKind.dash(text)) {
            return text;
        }
        return choices.dashes() == PasteChoices.Dashes.ZERO ? "0" : "";
    }

    private static PastedBlock.Cell cell(Measure measure, String pasted, String text, List<RuleViolation> broken) {
        ReturnInput.Reading reading = new ReturnInput(Map.of(measure, text), "").read();
        ReturnFigures read = reading.figures();
        if (read == null) {
            RuleViolation problem = PastedCellKind.percent(text)
                    ? new RuleViolation(measure, PastedBlock.PERCENT)
                    : reading.problems().get(0);
            return new PastedBlock.Cell(pasted, null, problem);
        }
        return new PastedBlock.Cell(
                pasted, ReturnInput.of(read).cell(measure), broken.isEmpty() ? null : broken.get(0));
    }

    /** Two rows of one unit: neither of them is taken. */
    private void markTwice() {
        Map<Long, Integer> times = new HashMap<>();
        rows.forEach(row -> {
            if (row.unit() != null) {
                times.merge(row.unit().id(), 1, Integer::sum);
            }
        });
        rows.replaceAll(
                row -> row.unit() != null && times.getOrDefault(row.unit().id(), 0) > 1
                        ? new PastedBlock.Row(row.number(), row.name(), row.unit(), Standing.TWICE, row.cells())
                        : row);
    }

    /** How many rows cannot be right in this order. */
    int contradicting() {
        return (int) figures.stream().filter(ColumnOrders::contradicts).count();
    }

    List<Map<Measure, String>> figures() {
        return figures;
    }

    Map<Measure, String> example() {
        return figures.isEmpty() ? Map.of() : figures.get(0);
    }

    boolean dashes() {
        return rows.stream()
                .flatMap(row -> row.cells().values().stream())
                .anyMatch(cell -> PastedCellKind.dash(cell.pasted()));
    }

    List<PastedBlock.Row> rows() {
        return rows;
    }

    List<String> others() {
        return others;
    }

    List<Integer> totals() {
        return totals;
    }

    List<SheetTotals.Mismatch> wrongTotals() {
        return wrongTotals;
    }

    int nameless() {
        return nameless;
    }
}
