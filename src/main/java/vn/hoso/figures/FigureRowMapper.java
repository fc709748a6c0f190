package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;

/** Reads figures from rows of returns, of their revisions or of proposals. */
final class FigureRowMapper {

    private static final List<String> NAMES = List.of(
            "full_process_received",
            "full_process_online",
            "full_process_na",
            "partial_received",
            "partial_online",
            "partial_na",
            "dossiers_received",
            "online_reported",
            "payable",
            "paid_online",
            "note");

    /** The columns that {@link #figures} reads. */
    static final String COLUMNS = String.join(", ", NAMES) + "\n";

    private FigureRowMapper() {}

    /** The same columns of one table in a statement, named with a prefix so that two of them fit into a row. */
    static String columnsOf(String table, String prefix) {
        return NAMES.stream()
                .map(name -> table + "." + name + " as " + prefix + name)
                .collect(Collectors.joining(", "));
    }

    static ReturnFigures figures(ResultSet row) throws SQLException {
        return figures(row, "");
    }

    static ReturnFigures figures(ResultSet row, String prefix) throws SQLException {
        boolean noFullProcess = row.getBoolean(prefix + "full_process_na");
        boolean noPartial = row.getBoolean(prefix + "partial_na");
        Map<Measure, FigureValue> cells = new EnumMap<>(Measure.class);
        cells.put(Measure.FULL_PROCESS_RECEIVED, cell(row, prefix + "full_process_received", noFullProcess));
        cells.put(Measure.FULL_PROCESS_ONLINE, cell(row, prefix + "full_process_online", noFullProcess));
        cells.put(Measure.PARTIAL_RECEIVED, cell(row, prefix + "partial_received", noPartial));
        cells.put(Measure.PARTIAL_ONLINE, cell(row, prefix + "partial_online", noPartial));
        cells.put(Measure.DOSSIERS_RECEIVED, cell(row, prefix + "dossiers_received", false));
        cells.put(Measure.ONLINE_REPORTED, cell(row, prefix + "online_reported", false));
        cells.put(Measure.PAYABLE, cell(row, prefix + "payable", false));
        cells.put(Measure.PAID_ONLINE, cell(row, prefix + "paid_online", false));
        return new ReturnFigures(cells, row.getString(prefix + "note"));
    }

    private static FigureValue cell(ResultSet row, String column, boolean notApplicable) throws SQLException {
        int number = row.getInt(column);
        boolean reported = !row.wasNull();
        return FigureColumns.cell(reported ? number : null, notApplicable);
    }
}
