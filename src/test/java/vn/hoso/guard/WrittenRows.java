package vn.hoso.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.hoso.TableContents;

/**
 * What a request wrote, row by row, without what differs from one time to the next: made-up ids, times, hashes. Rows that
 * point to one just written say so instead of naming its id.
 */
final class WrittenRows {

    /** What comes with every change: the database's own, and where the change's answer led. */
    private static final Set<String> COUNTED = Set.of("audit_chain", "results_revision", "used_form_key");

    private static final Pattern DIFFERS_EACH_TIME =
            Pattern.compile("id|at|.*_at|.*secret.*|.*hash.*|.*token.*|seq(uence)?|.*salt.*");
    /** A unit's id where a reorganisation keeps it. */
    private static final Pattern UNIT_WITHIN = Pattern.compile("(?<=\"id\":|\"made\":\\[)\\d+");

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final List<String> tables;
    private final String contents;
    private final Map<String, String> references = new HashMap<>();
    private final Map<String, Set<JsonNode>> settled;
    private Map<String, Set<JsonNode>> before;

    /** Each table's rows as they were read last, and the content they were read for: few tables change between two looks. */
    private final Map<String, Set<JsonNode>> read = new TreeMap<>();

    private Map<String, String> readFor = Map.of();

    /** Remembers what is there now: ids that stay the same. */
    WrittenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        tables = TableContents.tables(jdbc).stream()
                .filter(name -> !ProgramState.comesAndGoes(name) && !COUNTED.contains(name))
                .toList();
        contents = TableContents.versions(jdbc, tables::contains);
        jdbc.sql("""
                        select from_table.relname, a.attname, to_table.relname from pg_constraint c
                        join pg_class from_table on from_table.oid = c.conrelid
                        join pg_class to_table on to_table.oid = c.confrelid
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f'
                        """).query(row -> {
            references.put(row.getString(1) + "." + row.getString(2), row.getString(3));
        });
        settled = all();
        before = settled;
    }

    /** Counts from here. */
    WrittenRows begin() {
        before = all();
        return this;
    }

    private Map<String, Set<JsonNode>> all() {
        Map<String, String> now = TableContents.read(jdbc, contents);
        for (String table : tables) {
            if (!now.get(table).equals(readFor.get(table))) {
                Set<JsonNode> rows = new HashSet<>();
                jdbc.sql("select to_jsonb(t)::text from " + table + " t").query(row -> {
                    rows.add(JSON.readTree(row.getString(1)));
                });
                read.put(table, rows);
            }
        }
        readFor = now;
        return new TreeMap<>(read);
    }

    /** One line for each row written or changed since, in a fixed order. */
    List<String> now() {
        Map<String, Set<JsonNode>> after = all();
        Map<String, Set<JsonNode>> idsBefore = new HashMap<>();
        Map<String, Set<JsonNode>> known = new HashMap<>();
        before.forEach((table, rows) -> idsBefore.put(table, ids(rows)));
        settled.forEach((table, rows) -> known.put(table, ids(rows)));
        List<String> written = new ArrayList<>();
        after.forEach((table, rows) -> rows.stream()
                .filter(row -> !before.get(table).contains(row))
                .map(row -> table + (isNew(row, idsBefore.get(table)) ? " + " : " ~ ") + plain(table, row, known))
                .forEach(written::add));
        before.forEach((table, rows) -> {
            Set<JsonNode> idsAfter = ids(after.get(table));
            rows.stream()
                    .filter(row -> row.path("id").isMissingNode() || !idsAfter.contains(row.path("id")))
                    .filter(row -> !after.get(table).contains(row))
                    .map(row -> table + " - " + plain(table, row, known))
                    .forEach(written::add);
        });
        return written.stream().sorted().toList();
    }

    private static Set<JsonNode> ids(Set<JsonNode> rows) {
        Set<JsonNode> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.path("id")));
        return ids;
    }

    private static boolean isNew(JsonNode row, Set<JsonNode> ids) {
        return !ids.contains(row.path("id"));
    }

    private String plain(String table, JsonNode row, Map<String, Set<JsonNode>> known) {
        ObjectNode plain = ((ObjectNode) row).deepCopy();
        for (String column : List.copyOf(plain.propertyNames())) {
            String target = references.get(table + "." + column);
            if (DIFFERS_EACH_TIME.matcher(column).matches()) {
                plain.remove(column);
            } else if (target != null
                    && !plain.get(column).isNull()
                    && !known.get(target).contains(plain.get(column))
                    && !known.get(target).equals(Set.of(JSON.missingNode()))) {
                plain.put(column, "one just written");
            } else if (plain.get(column).isContainer()) {
                plain.put(
                        column,
                        UNIT_WITHIN
                                .matcher(plain.get(column).toString())
                                .replaceAll(unit -> known.get("unit").stream()
                                                .anyMatch(id -> id.toString().equals(unit.group()))
                                        ? unit.group()
                                        : "one just written"));
            }
        }
        return plain.toString();
    }
}
