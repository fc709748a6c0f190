package vn.hoso.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.shared.Rows;

/** Reads what an imported file changed, from the revisions that name it: one statement. */
@Component
public class ImportedReturnQueries {

    private final JdbcClient jdbc;

    ImportedReturnQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One unit's figures of a month as the file left them, whatever became of them since.
     *
     * @param sheet the sheet of the file, null where the file had one only
     * @param row the row of the file's sheet
     * @param before the figures that stood there until then
     */
    public record Imported(
            long unitId,
            YearMonth month,
            @Nullable String sheet,
            int row,
            ReturnFigures before,
            ReturnFigures figures) {}

    /** The first of them, by month and in the order of the sheets' rows. */
    public List<Imported> findByFile(long fileId, int most) {
        List<Imported> found = new ArrayList<>();
        Map<Long, ReturnFigures> before = new HashMap<>();
        jdbc.sql("select return_id, unit_id, month, sheet, sheet_row, own, " + FigureColumns.ALL + """
                        from (select i.unit_id, i.month, i.sheet, i.sheet_row, v.id = i.id as own, v.*
                              from (select w.id, w.return_id, w.version, w.import_sheet as sheet, w.import_row as sheet_row,
                                        r.unit_id, r.month
                                    from return_revision w join monthly_return r on r.id = w.return_id
                                    where w.import_file_id = :file
                                    order by r.month, w.import_sheet, w.import_row, w.id limit :most) i
                              join return_revision v on v.return_id = i.return_id and v.version in (i.version - 1, i.version)
                             ) states
                        order by month, sheet, sheet_row, unit_id, version
                        """)
                .param("file", fileId)
                .param("most", most)
                .query(row -> {
                    long of = row.getLong("return_id");
                    ReturnFigures figures = FigureColumns.figures(row);
                    if (row.getBoolean("own")) {
                        ReturnFigures stood = before.getOrDefault(of, ReturnFigures.BLANK);
                        found.add(new Imported(
                                row.getLong("unit_id"),
                                Rows.month(row, "month"),
                                row.getString("sheet"),
                                row.getInt("sheet_row"),
                                stood,
                                figures));
                    }
                    before.put(of, figures);
                });
        return found;
    }
}
