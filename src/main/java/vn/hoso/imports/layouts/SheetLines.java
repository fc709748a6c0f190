package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.hoso.figures.Measure;
import vn.hoso.imports.files.Sheet;
import vn.hoso.imports.files.SheetCell;
import vn.hoso.imports.files.SheetRow;

/**
 * The rows of a sheet that say something.
 *
 * @param units one for each unit, and for each name that may be one
 * @param totals the sheet's own totals
 * @param nameless addresses of figures that no name stands beside
 */
public record SheetLines(List<FigureLine> units, List<FigureLine> totals, List<String> nameless) {

    private static final Pattern NUMBERING = Pattern.compile("\\(?[0-9A-Za-zĐđ]{1,2}\\)?(=.*)?");
    private static final Pattern GROUP = Pattern.compile("[IVX]{1,5}|[A-ZĐ]");
    private static final List<String> TOTALS =
            List.of(Fold.of("tổng cộng"), Fold.of("tổng số"), Fold.of("tổng"), Fold.of("cộng"), Fold.of("toàn huyện"));

    public static SheetLines of(Sheet sheet, Layout layout) {
        SheetLines lines = new SheetLines(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<FigureLine> last = lines.units();
        for (SheetRow row : sheet.after(layout.headerRow())) {
            if (!numbering(row)) {
                last = lines.take(row, layout, last);
            }
        }
        return lines;
    }

    private List<FigureLine> take(SheetRow row, Layout layout, List<FigureLine> last) {
        String name = row.text(layout.unitColumn());
        if (layout.kind() == Layout.Kind.TALL && !last.isEmpty()) {
            Map<Measure, FigureLine.Figure> part = part(row, name, layout);
            if (!part.isEmpty()) {
                last.add(last.remove(last.size() - 1).with(part));
                return last;
            }
        }
        FigureLine line = line(row, name, layout);
        if (line.name().isEmpty()) {
            line.cells().values().stream()
                    .filter(figure -> countLike(figure.cell()))
                    .findFirst()
                    .ifPresent(figure -> nameless.add(figure.address()));
            return last;
        }
        if (line.blank()) {
            return last;
        }
        List<FigureLine> into = total(line.name()) ? totals : units;
        into.add(line);
        return into;
    }

    private static FigureLine line(SheetRow row, String name, Layout layout) {
        Map<Measure, FigureLine.Figure> cells = new EnumMap<>(Measure.class);
        layout.columns().forEach((measure, column) -> cells.put(measure, figure(row, column)));
        boolean heading = row.cells().headMap(layout.unitColumn()).values().stream()
                .anyMatch(cell -> GROUP.matcher(cell.text().strip()).matches());
        return new FigureLine(
                row.number(),
                layout.codeColumn() > 0 ? row.text(layout.codeColumn()) : "",
                name.isEmpty() ? totalBesideTheName(row, layout) : name,
                heading,
                cells,
                layout.noteColumn() > 0 ? row.text(layout.noteColumn()) : "");
    }

    /** A total's name may be merged over the columns before the units' names. */
    private static String totalBesideTheName(SheetRow row, Layout layout) {
        return row.cells().headMap(layout.unitColumn()).values().stream()
                .map(cell -> cell.text().strip())
                .filter(SheetLines::total)
                .findFirst()
                .orElse("");
    }

    /** Figures of one class, in a row below its unit's. */
    private static Map<Measure, FigureLine.Figure> part(SheetRow row, String name, Layout layout) {
        FigureLine.Figure received = figure(row, layout.columns().get(Measure.DOSSIERS_RECEIVED));
        FigureLine.Figure online = figure(row, layout.columns().get(Measure.ONLINE_REPORTED));
        if (ColumnMeaning.fullProcess(name)) {
            return Map.of(Measure.FULL_PROCESS_RECEIVED, received, Measure.FULL_PROCESS_ONLINE, online);
        }
        return ColumnMeaning.partial(name)
                ? Map.of(Measure.PARTIAL_RECEIVED, received, Measure.PARTIAL_ONLINE, online)
                : Map.of();
    }

    private static FigureLine.Figure figure(SheetRow row, int column) {
        return new FigureLine.Figure(row.cell(column), row.address(column));
    }

    private static boolean numbering(SheetRow row) {
        return row.cells().size() > 2
                && row.cells().values().stream()
                        .allMatch(cell -> NUMBERING.matcher(cell.text().strip()).matches())
                && row.cells().values().stream().anyMatch(cell -> cell.text().contains("("));
    }

    private static boolean total(String name) {
        String folded = Fold.of(name);
        return TOTALS.stream().anyMatch(total -> folded.equals(total) || folded.startsWith(total + " "));
    }

    /** A number, rather than a date or a name in a signature. */
    private static boolean countLike(SheetCell cell) {
        return cell.kind() != SheetCell.Kind.TEXT || cell.text().strip().matches("[0-9][0-9.,\\s]*");
    }
}
