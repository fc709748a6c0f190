package vn.hoso.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An issued report as the program once wrote it, to be put back after it was taken back: making its files takes longest. */
final class IssuedReportRows {

    private static final Map<String, String> KEY_OF_TABLE = new LinkedHashMap<>();

    static {
        KEY_OF_TABLE.put("issued_report", "id");
        KEY_OF_TABLE.put("issued_report_file", "report_id");
        KEY_OF_TABLE.put("issued_report_return", "report_id");
    }

    private final JdbcClient database;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private long before = -1;
    private long id;

    IssuedReportRows(JdbcClient database) {
        this.database = database;
    }

    /** The report's id: issued where none is remembered that follows the latest there is, else written again. */
    long after(Runnable issuing) {
        long latest = latest();
        if (latest == before) {
            rows.forEach((table, lines) -> lines.forEach(line -> write(table, line)));
        } else {
            issuing.run();
            before = latest;
            id = latest();
            KEY_OF_TABLE.forEach((table, key) -> rows.put(table, read(table, key)));
        }
        return id;
    }

    private long latest() {
        return database.sql("select coalesce(max(id), 0) from issued_report")
                .query(Long.class)
                .single();
    }

    private List<String> read(String table, String key) {
        return database.sql("select to_jsonb(t)::text from %s t where %s = ?".formatted(table, key))
                .param(id)
                .query(String.class)
                .list();
    }

    private void write(String table, String line) {
        database.sql(
                        "insert into %1$s overriding system value select * from jsonb_populate_record(null::%1$s, ?::jsonb)"
                                .formatted(table))
                .param(line)
                .update();
    }
}
