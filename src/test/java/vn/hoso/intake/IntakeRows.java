package vn.hoso.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counted extracts for tests of what is read from them. */
public final class IntakeRows {

    /** An official of the sample extract with what is expected of them. */
    record Expected(String unitCode, String name, int offered, int paper) {}

    private IntakeRows() {}

    /** One dossier on paper that names nobody, in an extract of its own. */
    public static void paper(JdbcClient db, long unit, String month) {
        LocalDate first = LocalDate.parse(month + "-01");
        long extract = extract(db, "mot-ho-so.xlsx", 1);
        dossiers(db, extract, 1, unit, first, null, 0, 1);
        count(db, extract, first);
    }

    /** The code of the dossier of {@link #paper}. */
    public static String code(long unit, String month) {
        return "H08." + unit + "-" + month.substring(2).replace("-", "") + "-1";
    }

    /** An explanation of such a dossier that waits, proposed by an administrator, whom no page lets; its id. */
    public static long explanation(JdbcClient db, long unit, String month) {
        return db.sql("""
                        insert into paper_explanation (unit_id, month, dossier_code, dossiers, reason, state, proposed_by,
                            proposed_by_name, proposed_at)
                        select :unit, :month, :code, 1, 'ELDERLY', 'PROPOSED', id, 'Thử', now()
                        from app_user where username = 'quantri' returning id
                        """)
                .param("unit", unit)
                .param("month", LocalDate.parse(month + "-01"))
                .param("code", code(unit, month))
                .query(Long.class)
                .single();
    }

    /** What the sample extract of October 2024 holds of each official. */
    static List<Expected> expected() {
        try (var file = Objects.requireNonNull(
                IntakeRows.class.getResourceAsStream("/extract/expected-paper-by-person-2024-10.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(part -> new Expected(part[0], part[2], Integer.parseInt(part[3]), Integer.parseInt(part[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same dossiers, half of those on paper by post, as an extract that is counted for this month. */
    static long sample(JdbcClient db, String month) {
        LocalDate first = LocalDate.parse(month + "-01");
        long extract = extract(db, "igate-" + month + ".xlsx", 5000);
        int row = 1;
        for (Expected each : expected()) {
            long unit = db.sql("select unit_id from unit_at(:first) where code = :code")
                    .param("first", first)
                    .param("code", each.unitCode())
                    .query(Long.class)
                    .single();
            row = dossiers(db, extract, row, unit, first, each.name(), each.offered() - each.paper(), each.paper());
        }
        count(db, extract, first);
        return extract;
    }

    static long extract(JdbcClient db, String name, int rows) {
        return db.sql("""
                        insert into dossier_extract (name, sha256, size, brought_by, brought_by_name, brought_at, state, rows_read,
                            applied_by, applied_by_name, applied_at)
                        select :name, repeat('a', 64), 1, id, 'Thử', now(), 'APPLIED', :rows, id, 'Thử', now()
                        from app_user where username = 'vanphong' returning id
                        """)
                .param("name", name)
                .param("rows", rows)
                .query(Long.class)
                .single();
    }

    /** Dossiers of one official; returns the next row. Classes take turns, and so do counter and post. */
    static int dossiers(
            JdbcClient db,
            long extract,
            int row,
            long unit,
            LocalDate month,
            @Nullable String name,
            int online,
            int paper) {
        db.sql("""
                insert into extract_dossier (extract_id, row_number, code, unit_id, received_on, month, procedure_code,
                    procedure_name, counted_class, channel, received_by, received_by_key)
                select :extract, :row + i, 'H08.' || :unit || '-' || to_char(cast(:month as date), 'YYMM') || '-' || (:row + i), :unit,
                    cast(:month as date) + (i % 28), :month, '1.00' || (i % 7), 'Thủ tục số ' || (i % 7),
                    case when i % 2 = 0 then 'PARTIAL' else 'FULL_PROCESS' end,
                    case when i < :online then 'ONLINE' when i % 2 = 0 then 'PAPER' else 'POST' end,
                    cast(:name as text), lower(cast(:name as text))
                from generate_series(0, :online + :paper - 1) i
                """)
                .param("extract", extract)
                .param("row", row)
                .param("unit", unit)
                .param("month", month)
                .param("online", online)
                .param("paper", paper)
                .param("name", name)
                .update();
        return row + online + paper;
    }

    /** Makes the extract the one that counts for this month of its units. */
    static void count(JdbcClient db, long extract, LocalDate month) {
        db.sql("""
                update extract_count set in_force = false where in_force and month = :month and unit_id in
                    (select unit_id from extract_dossier where extract_id = :extract)
                """).param("month", month).param("extract", extract).update();
        db.sql("""
                insert into extract_count (extract_id, unit_id, month, in_force, full_process_received, full_process_online,
                    partial_received, partial_online, dossiers_received, online_reported)
                select extract_id, unit_id, month, true, count(*) filter (where counted_class = 'FULL_PROCESS'),
                    count(*) filter (where counted_class = 'FULL_PROCESS' and channel = 'ONLINE'),
                    count(*) filter (where counted_class = 'PARTIAL'),
                    count(*) filter (where counted_class = 'PARTIAL' and channel = 'ONLINE'), count(*),
                    count(*) filter (where channel = 'ONLINE')
                from extract_dossier where extract_id = :extract and month = :month group by extract_id, unit_id, month
                """).param("extract", extract).param("month", month).update();
    }
}
