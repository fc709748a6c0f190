package vn.hoso.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.LayoutKey;
import vn.hoso.imports.layouts.OneUnitSheet;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.security.CurrentUser;

/**
 * What people answered before: which unit a name means, and where an unknown sheet keeps its figures. The Office answers
 * for everybody, a unit's staff for themselves, and one's own answer comes first.
 */
@Component
public class MemoryQueries {

    static final int ROWS_TRIED = 60;

    private static final String SHEETS = """
            select 'SHEET' as kind, m.id, m.sheet as what, null::bigint as unit_id, m.signature, m.unit_column, m.columns,
                chooser.display_name as by, m.chosen_at, m.chosen_by = :reader as own
            from sheet_layout m join app_user chooser on chooser.id = m.chosen_by
            """;

    private static final String NAMES = """
            select 'NAME' as kind, m.id, coalesce(m.written, m.folded) as what, m.unit_id, m.folded,
                chooser.display_name as by, m.chosen_at, m.chosen_by = :reader as own
            from unit_alias m join app_user chooser on chooser.id = m.chosen_by
            """;

    private static final String HOLDS = " (m.chosen_by = :reader or chooser.role = 'REVIEWER') ";
    private static final String BEST_FIRST = "(m.chosen_by = :reader) desc, m.chosen_at desc";

    private final JdbcClient jdbc;

    MemoryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The unit of each folded name, {@link RememberedAnswer#NO_UNIT} for those that are none. */
    public Map<String, Long> aliases(CurrentUser reader) {
        return names(reader).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .unitOrNone()));
    }

    /** The same with whose answer it is that counts for the reader. */
    public Map<String, RememberedAnswer> names(CurrentUser reader) {
        Map<String, RememberedAnswer> names = new HashMap<>();
        jdbc.sql(NAMES + "where" + HOLDS + "order by " + BEST_FIRST)
                .param("reader", reader.id())
                .query(row -> {
                    names.putIfAbsent(row.getString("folded"), remembered(row));
                });
        return names;
    }

    /** Where a sheet's figures stand, and who said so. */
    record Described(SheetLayout layout, RememberedAnswer memory) {}

    /** The layout that a person described for a sheet that differs in nothing but its month. */
    Optional<Described> layout(ParsedSheet sheet, CurrentUser reader) {
        Map<String, Integer> rows = new HashMap<>();
        sheet.first(ROWS_TRIED).forEach(row -> rows.put(LayoutKey.of(sheet, row.number()), row.number()));
        return jdbc
                .sql(SHEETS + "where m.signature = any(:signatures) and" + HOLDS + "order by " + BEST_FIRST)
                .param("reader", reader.id())
                .param("signatures", rows.keySet().toArray(String[]::new))
                .query((row, n) -> new Described(
                        layout(
                                sheet,
                                Objects.requireNonNull(rows.get(row.getString("signature"))),
                                sheet.ofThis(row.getInt("unit_column")),
                                columns(row.getString("columns"), sheet)),
                        remembered(row)))
                .list()
                .stream()
                .findFirst();
    }

    /** Where the column of names holds months, all rows are of one unit. */
    private static SheetLayout layout(ParsedSheet sheet, int headerRow, int unitColumn, Map<Measure, Integer> columns) {
        return OneUnitSheet.described(sheet, headerRow, unitColumn, columns)
                .orElseGet(() -> SheetLayout.chosen(headerRow, unitColumn, columns));
    }

    private static Map<Measure, Integer> columns(String text, ParsedSheet sheet) {
        Map<Measure, Integer> columns = new TreeMap<>();
        Arrays.stream(text.split(",")).map(each -> List.of(each.split("="))).forEach(each -> Measure.ofField(
                        each.get(0))
                .ifPresent(measure -> columns.put(measure, sheet.ofThis(Integer.parseInt(each.get(1))))));
        return columns;
    }

    /** One answer, whosever it is. */
    Optional<RememberedAnswer> find(RememberedAnswer.Kind kind, long id, CurrentUser reader) {
        return jdbc.sql((kind == RememberedAnswer.Kind.SHEET ? SHEETS : NAMES) + "where m.id = :id")
                .param("reader", reader.id())
                .param("id", id)
                .query((row, n) -> remembered(row))
                .optional();
    }

    private static RememberedAnswer remembered(ResultSet row) throws SQLException {
        return new RememberedAnswer(
                RememberedAnswer.Kind.valueOf(row.getString("kind")),
                row.getLong("id"),
                row.getString("what"),
                row.getObject("unit_id", Long.class),
                row.getString("by"),
                row.getObject("chosen_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("own"));
    }
}
