package vn.hoso.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The database's tables, one text each: all rows in the order of their keys, what is drawn by lot only as there or not there. */
final class Tables {

    private static final Set<String> DRAWN = Set.of(
            "password_hash",
            "token_hash",
            "code_hash",
            "secret",
            "request_id",
            "hash",
            "previous_hash",
            "credential",
            "credential_id",
            "link_hash");

    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated
            from pg_attribute a where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum
            """;

    private static final String RULES = """
            select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = '%1$s'::regclass
                and contype <> 'n'
            union all select pg_get_indexdef(indexrelid) from pg_index where indrelid = '%1$s'::regclass
            union all select pg_get_triggerdef(oid) from pg_trigger where tgrelid = '%1$s'::regclass and not tgisinternal
            order by 1
            """;

    /** When the migrations wrote a row: by the server's clock, not by the script's. */
    private static final Pattern AT_THE_MIGRATION =
            Pattern.compile("((?:changed|set)_by_name=Chương trình \\| (?:changed|set)_at=)[^|]+");

    private Tables() {}

    static void write(Connection database, Record record) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("set timezone = 'UTC'");
        }
        for (String table : texts(database, """
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                    and table_name not like 'spring_session%' and table_name not in ('flyway_schema_history', 'used_form_key')
                    order by 1
                """)) {
            record.put("tables/" + table + ".txt", rows(database, table));
            record.put("schema/" + table + ".txt", schema(database, table));
        }
    }

    private static String schema(Connection database, String table) throws SQLException {
        String columns = rowsOf(database, COLUMNS.formatted(table));
        return columns + String.join("\n", texts(database, RULES.formatted(table))) + "\n";
    }

    private static String rows(Connection database, String table) throws SQLException {
        List<String> columns = texts(
                database,
                "select attname from pg_attribute where attrelid = '" + table + "'::regclass"
                        + " and attnum > 0 and not attisdropped order by attnum");
        List<String> types = texts(
                database,
                "select format_type(atttypid, null) from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and not attisdropped order by attnum");
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = '"' + columns.get(i) + '"';
            String value = types.get(i).equals("bytea") ? "encode(sha256(" + column + "), 'hex')" : column + "::text";
            shown.add("'" + columns.get(i) + "=' || coalesce("
                    + (DRAWN.contains(columns.get(i)) ? "'⟨drawn⟩' || left(" + column + "::text, 0)" : value)
                    + ", '∅')");
        }
        String key = texts(database, """
                select string_agg('"' || a.attname || '"', ', ' order by array_position(i.indkey::int2[], a.attnum))
                from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                where i.indisprimary and i.indrelid = '%s'::regclass
                """.formatted(table)).get(0);
        boolean drawnKey = key == null || DRAWN.stream().anyMatch(key::contains);
        return texts(
                        database,
                        "select " + String.join(" || ' | ' || ", shown) + " from \"" + table + "\" order by "
                                + (drawnKey ? "1" : key))
                .stream()
                .map(row -> AT_THE_MIGRATION.matcher(row).replaceAll("$1⟨time⟩").replace("\n", "⏎") + "\n")
                .collect(Collectors.joining());
    }

    private static String rowsOf(Connection database, String query) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= width; i++) {
                    text.append(rows.getString(i)).append(i < width ? " " : "\n");
                }
            }
        }
        return text.toString();
    }

    private static List<String> texts(Connection database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
