package vn.hoso.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.FigureLine;

/** What is asked once for all cells or rows of one kind, and what lines become by the answer. */
final class CellAnswerResolver {

    private static final Set<String> DASHES = Set.of("-", "–", "—", "−", "‒", "―");

    private final ImportChoices answers;
    private final Map<CellQuestion.Kind, List<CellQuestion.Place>> found = new EnumMap<>(CellQuestion.Kind.class);

    CellAnswerResolver(ImportChoices answers) {
        this.answers = answers;
    }

    /** What was found so far, each kind once. */
    List<CellQuestion> questions() {
        return found.entrySet().stream()
                .map(each -> new CellQuestion(
                        each.getKey(),
                        List.copyOf(each.getValue()),
                        answers.of(each.getKey()).orElse(null)))
                .toList();
    }

    /** Whether a row counts. One that cannot be seen, or is struck through, counts once a person has said so. */
    boolean counts(ParsedSheet sheet, FigureLine line) {
        Set<ParsedRow.Mark> marks = marks(sheet, line);
        if (marks.isEmpty()) {
            return true;
        }
        String how = marks.contains(ParsedRow.Mark.STRUCK)
                ? "struck"
                : marks.contains(ParsedRow.Mark.FILTERED) ? "filtered" : "hidden";
        ask(
                CellQuestion.Kind.ROWS,
                new ImportPreview.Spot(sheet.name(), String.valueOf(line.row()), false),
                line.name(),
                how);
        return !answers.of(CellQuestion.Kind.ROWS).equals(Optional.of("leave"));
    }

    /** The line with its dashes read as the person said; while nobody has, they count as blank. */
    FigureLine read(ParsedSheet sheet, FigureLine line) {
        Map<Measure, FigureLine.Figure> cells = new HashMap<>();
        line.cells().forEach((measure, figure) -> cells.put(measure, read(sheet, line, figure)));
        return new FigureLine(line.row(), line.code(), line.name(), line.heading(), cells, line.note());
    }

    private FigureLine.Figure read(ParsedSheet sheet, FigureLine line, FigureLine.Figure figure) {
        ParsedCell cell = figure.cell();
        if (cell.format() == ParsedCell.Format.SCALED) {
            ask(CellQuestion.Kind.SCALED, spot(sheet, figure), line.name(), cell.text());
        }
        if (!DASHES.contains(cell.text().strip())) {
            return figure;
        }
        ask(
                CellQuestion.Kind.DASHES,
                spot(sheet, figure),
                line.name(),
                cell.text().strip());
        boolean zero =
                answers.of(CellQuestion.Kind.DASHES).filter("zero"::equals).isPresent();
        return new FigureLine.Figure(
                zero ? new ParsedCell("0", ParsedCell.Kind.NUMBER) : ParsedCell.BLANK, figure.address());
    }

    private void ask(CellQuestion.Kind kind, ImportPreview.Spot at, String unit, String how) {
        found.computeIfAbsent(kind, each -> new ArrayList<>()).add(new CellQuestion.Place(at, unit, how));
    }

    private static ImportPreview.Spot spot(ParsedSheet sheet, FigureLine.Figure figure) {
        return new ImportPreview.Spot(sheet.name(), figure.address(), true);
    }

    /** The marks of all rows that a line is made of. */
    private static Set<ParsedRow.Mark> marks(ParsedSheet sheet, FigureLine line) {
        Set<Integer> rows = new LinkedHashSet<>(Set.of(line.row()));
        line.cells()
                .values()
                .forEach(figure -> rows.add(Integer.valueOf(figure.address().replaceAll("[^0-9]", ""))));
        Set<ParsedRow.Mark> marks = new LinkedHashSet<>();
        sheet.rows().stream().filter(row -> rows.contains(row.number())).forEach(row -> marks.addAll(row.marks()));
        return marks;
    }
}
