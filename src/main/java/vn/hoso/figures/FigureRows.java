package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Reads figures from rows of returns or of their revisions. */
final class FigureRows {

    /** The columns that {@link #figures} reads. */
    static final String COLUMNS = """
            full_process_received, full_process_online, full_process_na, partial_received, partial_online, partial_na,
            dossiers_received, online_reported, payable, paid_online, note
            """;

    private FigureRows() {}

    static ReturnFigures figures(ResultSet row) throws SQLException {
        boolean noFullProcess = row.getBoolean("full_process_na");
        boolean noPartial = row.getBoolean("partial_na");
        Map<Measure, Cell> cells = new EnumMap<>(Measure.class);
        cells.put(Measure.FULL_PROCESS_RECEIVED, cell(row, "full_process_received", noFullProcess));
        cells.put(Measure.FULL_PROCESS_ONLINE, cell(row, "full_process_online", noFullProcess));
        cells.put(Measure.PARTIAL_RECEIVED, cell(row, "partial_received", noPartial));
        cells.put(Measure.PARTIAL_ONLINE, cell(row, "partial_online", noPartial));
        cells.put(Measure.DOSSIERS_RECEIVED, cell(row, "dossiers_received", false));
        cells.put(Measure.ONLINE_REPORTED, cell(row, "online_reported", false));
        cells.put(Measure.PAYABLE, cell(row, "payable", false));
        cells.put(Measure.PAID_ONLINE, cell(row, "paid_online", false));
        return new ReturnFigures(cells, row.getString("note"));
    }

    private static Cell cell(ResultSet row, String column, boolean notApplicable) throws SQLException {
        int number = row.getInt(column);
        boolean reported = !row.wasNull();
        return FigureColumns.cell(reported ? number : null, notApplicable);
    }
}
