package vn.hoso.backup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a database holds, as its own catalogue tells: tables with the columns that are stored (not those it computes), in an
 * order in which each comes after those it refers to; and its sequences.
 *
 * @param tables every table but the migrations' own
 * @param sequences names of the sequences
 */
record Catalogue(List<Table> tables, List<String> sequences) {

    /** What is no part of a package: sign-ins at hand and what tells of this very computer. */
    static final Set<String> LEFT_OUT = Set.of(
            "spring_session",
            "spring_session_attributes",
            "sign_in_throttle",
            "one_time_link",
            "backup_run",
            "flyway_schema_history");

    /**
     * A table.
     *
     * @param columns in their order, without generated ones
     * @param key columns of the primary key, the order in which rows are written
     * @param texts which columns are ordered as the database orders texts, unless they are told otherwise
     */
    record Table(String name, List<String> columns, List<String> key, Set<String> texts) {

        boolean kept() {
            return !LEFT_OUT.contains(name);
        }

        /** The statement that writes its rows, the same for the same rows wherever they are stored. */
        String copyOut() {
            return "copy (select " + list(columns) + " from " + quoted(name) + " order by " + order() + ") to stdout";
        }

        /** By its key; texts by their code points, which every database orders in one way. */
        String order() {
            return String.join(
                    ", ",
                    key.stream()
                            .map(column -> quoted(column) + (texts.contains(column) ? " collate \"C\"" : ""))
                            .toList());
        }

        String copyIn() {
            return "copy " + quoted(name) + " (" + list(columns) + ") from stdin";
        }
    }

    static Catalogue of(JdbcClient jdbc) {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        jdbc.sql("""
                        select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to"
                        from pg_constraint c
                        where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and c.conrelid <> c.confrelid
                        """).query(row -> {
            references
                    .computeIfAbsent(row.getString("from"), from -> new HashSet<>())
                    .add(row.getString("to"));
        });
        List<Table> tables = new ArrayList<>(jdbc.sql("""
                        select t.relname as name,
                            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
                             where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
                            (select array_agg(a.attname::text order by k.place) from pg_index i,
                                unnest(i.indkey) with ordinality as k (number, place)
                                join pg_attribute a on a.attnum = k.number
                             where i.indrelid = t.oid and i.indisprimary and a.attrelid = t.oid) as key,
                            (select coalesce(array_agg(a.attname::text), '{}') from pg_attribute a
                             where a.attrelid = t.oid and a.attnum > 0 and a.attcollation <> 0) as texts
                        from pg_class t
                        where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
                            and t.relname <> 'flyway_schema_history'
                        order by t.relname
                        """)
                .query((row, number) -> new Table(
                        row.getString("name"),
                        List.of((String[]) row.getArray("columns").getArray()),
                        row.getArray("key") == null
                                ? List.of((String[]) row.getArray("columns").getArray())
                                : Arrays.asList((String[]) row.getArray("key").getArray()),
                        Set.of((String[]) row.getArray("texts").getArray())))
                .list());
        List<String> sequences = jdbc
                .sql("select sequencename from pg_sequences where schemaname = current_schema() order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
        return new Catalogue(sorted(tables, references), sequences);
    }

    private static List<Table> sorted(List<Table> tables, Map<String, Set<String>> references) {
        List<Table> waiting = new ArrayList<>(tables);
        List<Table> sorted = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (!waiting.isEmpty()) {
            List<Table> free = waiting.stream()
                    .filter(table -> done.containsAll(references.getOrDefault(table.name(), Set.of())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + waiting);
            }
            sorted.addAll(free);
            waiting.removeAll(free);
            free.forEach(table -> done.add(table.name()));
        }
        return List.copyOf(sorted);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String list(List<String> names) {
        return String.join(", ", names.stream().map(Catalogue::quoted).toList());
    }
}
