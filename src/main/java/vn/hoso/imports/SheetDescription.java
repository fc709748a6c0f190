package vn.hoso.imports;

import java.util.Map;
import java.util.Set;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.FileErrors;
import vn.hoso.imports.files.FileLimits;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.OneUnitSheet;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.shared.UserFacingException;

/**
 * Where the figures stand in a sheet, as a person says.
 *
 * @param headerRow the number of the heading's last row
 * @param unitColumn the units' names, {@link OneUnitSheet#NO_COLUMN} where all rows are of one unit
 * @param columns the column of each measure
 */
public record SheetDescription(int headerRow, int unitColumn, Map<Measure, Integer> columns) {

    /**
     * The layout that it describes.
     *
     * @param asked the measures that there may be
     * @throws UserFacingException with 422 where it is not enough to read the sheet by
     */
    SheetLayout layout(ParsedSheet sheet, Set<Measure> asked) {
        boolean headed = sheet.rows().stream().anyMatch(row -> row.number() == headerRow);
        boolean apart =
                columns.values().stream().distinct().count() == columns.size() && !columns.containsValue(unitColumn);
        if (!headed || !apart || columns.isEmpty() || !asked.containsAll(columns.keySet()) || !near()) {
            throw FileErrors.of("description");
        }
        return unitColumn == OneUnitSheet.NO_COLUMN
                ? OneUnitSheet.described(sheet, headerRow, unitColumn, columns)
                        .orElseThrow(() -> FileErrors.of("description-months"))
                : SheetLayout.chosen(headerRow, unitColumn, columns);
    }

    private boolean near() {
        return headerRow <= MemoryQueries.ROWS_TRIED
                && unitColumn >= OneUnitSheet.NO_COLUMN
                && unitColumn <= FileLimits.COLUMNS
                && columns.values().stream().allMatch(column -> column <= FileLimits.COLUMNS);
    }
}
