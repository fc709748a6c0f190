package vn.hoso.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what an imported file changed, from the revisions that name it: one statement. */
@Component
public class ImportedReturns {

    private final JdbcClient jdbc;

    ImportedReturns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One unit's figures as the file left them, whatever became of them since.
     *
     * @param row the row of the file's sheet
     * @param before the figures that stood there until then
     */
    public record Imported(long unitId, int row, ReturnFigures before, ReturnFigures figures) {}

    /** The first of them, in the order of the sheet. */
    public List<Imported> of(long fileId, int most) {
        List<Imported> found = new ArrayList<>();
        Map<Long, ReturnFigures> before = new HashMap<>();
        jdbc.sql("select unit_id, sheet_row, own, " + FigureRows.COLUMNS + """
                        from (select r.unit_id, i.sheet_row, v.id = i.id as own, v.*
                              from (select id, return_id, version, import_row as sheet_row from return_revision
                                    where import_file_id = :file order by import_row, id limit :most) i
                              join monthly_return r on r.id = i.return_id
                              join return_revision v on v.return_id = i.return_id and v.version in (i.version - 1, i.version)
                             ) states
                        order by sheet_row, unit_id, version
                        """)
                .param("file", fileId)
                .param("most", most)
                .query(row -> {
                    long unit = row.getLong("unit_id");
                    ReturnFigures figures = FigureRows.figures(row);
                    if (row.getBoolean("own")) {
                        ReturnFigures stood = before.getOrDefault(unit, ReturnFigures.BLANK);
                        found.add(new Imported(unit, row.getInt("sheet_row"), stood, figures));
                    }
                    before.put(unit, figures);
                });
        return found;
    }
}
