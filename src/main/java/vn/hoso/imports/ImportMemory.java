package vn.hoso.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.LayoutKey;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** What people answered before: which unit a name means, and where an unknown sheet keeps its figures. */
@Component
class ImportMemory {

    /** In place of a unit: the row belongs to none. */
    static final long NO_UNIT = 0;

    static final int ROWS_TRIED = 60;

    private static final String KEPT = """
            select kind, m.id, what, unit_id, chooser.display_name as by, chosen_at, chosen_by = :reader as own
            from (select 'SHEET' as kind, id, sheet as what, null as unit_id, chosen_by, chosen_at from sheet_layout
                union all
                select 'NAME', id, coalesce(written, folded), unit_id, chosen_by, chosen_at from unit_alias) m
                join app_user chooser on chooser.id = chosen_by
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportMemory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The unit of each folded name, {@link #NO_UNIT} for those that are none. The Office answers for everybody, a unit's
     * staff for themselves.
     */
    Map<String, Long> aliases(CurrentUser reader) {
        return names(reader).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .unitOrNone()));
    }

    /** The same with whose answer it is that counts for the reader. */
    Map<String, RememberedAnswer> names(CurrentUser reader) {
        Map<String, RememberedAnswer> names = new HashMap<>();
        jdbc.sql("""
                        select distinct on (folded) folded, 'NAME' as kind, m.id, coalesce(written, folded) as what, unit_id,
                            chooser.display_name as by, chosen_at, chosen_by = :reader as own
                        from unit_alias m join app_user chooser on chooser.id = chosen_by
                        where chosen_by = :reader or chooser.role = 'REVIEWER'
                        order by folded, (chosen_by = :reader) desc, chosen_at desc
                        """).param("reader", reader.id()).query(row -> {
            names.put(row.getString("folded"), remembered(row));
        });
        return names;
    }

    void remember(String folded, long unitId, CurrentUser by) {
        remember(folded, folded, unitId, by);
    }

    /** Remembers what a name means, with the name as the sheet writes it. */
    void remember(String folded, String written, long unitId, CurrentUser by) {
        jdbc.sql("""
                        insert into unit_alias (folded, written, unit_id, chosen_by, chosen_at)
                        values (:folded, :written, nullif(:unit, 0), :by, :at)
                        on conflict (folded, chosen_by) do update
                        set unit_id = excluded.unit_id, written = excluded.written, chosen_at = excluded.chosen_at
                        """)
                .param("folded", folded)
                .param("written", written)
                .param("unit", unitId)
                .param("by", by.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Remembers a layout under its whole heading, the words above it and its tab. */
    void remember(ParsedSheet sheet, SheetLayout layout, CurrentUser by) {
        String columns = layout.columns().entrySet().stream()
                .map(each -> each.getKey().field() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        jdbc.sql("""
                        insert into sheet_layout (signature, sheet, unit_column, columns, chosen_by, chosen_at)
                        values (:signature, :sheet, :unitColumn, :columns, :by, :at)
                        on conflict (signature, chosen_by) do update set unit_column = excluded.unit_column,
                            columns = excluded.columns, chosen_at = excluded.chosen_at
                        """)
                .param("signature", LayoutKey.of(sheet, layout.headerRow()))
                .param("sheet", sheet.name())
                .param("unitColumn", layout.unitColumn())
                .param("columns", columns)
                .param("by", by.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Where a sheet's figures stand, and who said so. */
    record Described(SheetLayout layout, RememberedAnswer memory) {}

    /** The layout that a person described for a sheet that differs in nothing but its month. */
    Optional<Described> layout(ParsedSheet sheet, CurrentUser reader) {
        Map<String, Integer> rows = new HashMap<>();
        sheet.first(ROWS_TRIED).forEach(row -> rows.put(LayoutKey.of(sheet, row.number()), row.number()));
        return jdbc
                .sql("""
                        select signature, unit_column, columns, 'SHEET' as kind, m.id, sheet as what, null::bigint as unit_id,
                            chooser.display_name as by, chosen_at, chosen_by = :reader as own
                        from sheet_layout m join app_user chooser on chooser.id = chosen_by
                        where signature = any(:signatures) and (chosen_by = :reader or chooser.role = 'REVIEWER')
                        order by (chosen_by = :reader) desc, chosen_at desc
                        """)
                .param("reader", reader.id())
                .param("signatures", rows.keySet().toArray(String[]::new))
                .query((row, n) -> new Described(
                        SheetLayout.chosen(
                                Objects.requireNonNull(rows.get(row.getString("signature"))),
                                row.getInt("unit_column"),
                                columns(row.getString("columns"))),
                        remembered(row)))
                .list()
                .stream()
                .findFirst();
    }

    private static Map<Measure, Integer> columns(String text) {
        Map<Measure, Integer> columns = new EnumMap<>(Measure.class);
        Arrays.stream(text.split(",")).map(each -> List.of(each.split("="))).forEach(each -> Measure.ofField(
                        each.get(0))
                .ifPresent(measure -> columns.put(measure, Integer.valueOf(each.get(1)))));
        return columns;
    }

    /** What is kept and holds for the reader: whose it is, and since when; the latest first. */
    List<RememberedAnswer> kept(CurrentUser reader) {
        return jdbc.sql(KEPT + """
                        where chosen_by = :reader or chooser.role = 'REVIEWER'
                        order by chosen_at desc, kind, m.id
                        """)
                .param("reader", reader.id())
                .query((row, n) -> remembered(row))
                .list();
    }

    /** One answer that the person may withdraw: their own, or for the Office anybody's. */
    Optional<RememberedAnswer> withdrawable(RememberedAnswer.Kind kind, long id, CurrentUser by) {
        return jdbc.sql(KEPT + "where kind = :kind and m.id = :id")
                .param("reader", by.id())
                .param("kind", kind.name())
                .param("id", id)
                .query((row, n) -> remembered(row))
                .optional()
                .filter(each -> each.mayWithdraw(by));
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

    /**
     * Forgets an answer, which is asked about again: one's own, or for the Office anybody's.
     *
     * @return whether there was one
     */
    boolean withdraw(RememberedAnswer.Kind kind, long id, CurrentUser by) {
        return jdbc.sql("delete from " + kind.table() + " where id = :id and (chosen_by = :by or :office)")
                        .param("id", id)
                        .param("by", by.id())
                        .param("office", by.role() == Role.REVIEWER)
                        .update()
                > 0;
    }
}
