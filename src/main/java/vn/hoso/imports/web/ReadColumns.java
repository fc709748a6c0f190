package vn.hoso.imports.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.hoso.imports.ActSheet;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.shared.PageMessages;

/**
 * Says which columns are read as what: one line for all sheets that are read alike, months side by side among them.
 *
 * @param units by the name of its sheet the unit that all its rows are of
 */
record ReadColumns(PageMessages messages, Map<String, String> units) {

    List<PanelView.Line> of(List<ActSheet> used) {
        Map<String, String> alike = used.stream()
                .collect(Collectors.groupingBy(
                        this::columns,
                        LinkedHashMap::new,
                        Collectors.mapping(ActSheet::name, Collectors.joining(", "))));
        List<PanelView.Line> lines = new ArrayList<>();
        alike.forEach((columns, sheets) -> lines.add(new PanelView.Line(
                messages.of("imports.panel.columns"),
                alike.size() == 1 ? columns : sheets + ": " + columns,
                List.of(),
                false)));
        return lines;
    }

    /** Months side by side are read alike where each has in its place what the first has. */
    private String columns(ActSheet read) {
        SheetLayout layout = Objects.requireNonNull(read.layout());
        ParsedSheet sheet = read.sheet();
        Map<Integer, String> columns = new TreeMap<>();
        layout.columns()
                .forEach((measure, column) ->
                        columns.put(sheet.ofFirst(column), messages.of("figures.measure." + measure.field())));
        layout.rowColumns()
                .forEach((what, column) ->
                        columns.put(sheet.ofFirst(column), messages.of("imports.panel.columns." + what)));
        String figures = columns.entrySet().stream()
                .map(each -> Columns.letters(each.getKey()) + " " + each.getValue())
                .collect(Collectors.joining("; "));
        if (read.ofOneUnit()) {
            return ofOneUnit(layout, units.getOrDefault(read.name(), ""), figures);
        }
        return messages.of(
                sheet.sideBySide() ? "imports.panel.columns.months" : "imports.panel.columns.read",
                String.valueOf(layout.headerRow()),
                Columns.letters(layout.unitColumn()),
                figures);
    }

    /** @param unit its name, empty while nobody has said */
    private String ofOneUnit(SheetLayout layout, String unit, String figures) {
        return messages.of(
                "imports.panel.columns.one-unit",
                String.valueOf(layout.headerRow()),
                Columns.letters(layout.unitColumn()),
                figures,
                unit.isEmpty() ? messages.of("imports.panel.columns.one-unit.open") : unit);
    }
}
