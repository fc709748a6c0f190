package vn.hoso.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hoso.TableContents;

/**
 * What the database holds and what was written to it, table by table. A request asked in a transaction that is taken back
 * is judged by the rows it wrote; that nothing stayed, whatever its own transaction, by what the tables hold afterwards.
 */
final class ProgramState {

    /** The trail may grow by telling of a refusal or of an export; that its old lines stay is its own test. */
    private static final Set<String> MAY_GROW = Set.of("audit_event", "audit_chain");

    /** Who is signed in and who tried to: no figures, and moved by every request. */
    private static final Set<String> NOT_LOOKED_AT = Set.of("flyway_schema_history");

    private static final List<String> COMINGS_AND_GOINGS =
            List.of("session", "attempt", "throttl", "sign_in", "known_address", "wall_use");

    /**
     * Rows inserted, updated and deleted by the transaction that asks, so far, of the tables that it wrote to: as
     * {@code pg_stat_xact_user_tables} counts them, which looks at the indexes of every table as well.
     */
    static final String WRITTEN = """
            select relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
                + pg_stat_get_xact_tuples_deleted(oid) as rows
            from pg_class
            where relkind = 'r' and relnamespace = current_schema()::regnamespace
                and (pg_stat_get_xact_tuples_inserted(oid) > 0 or pg_stat_get_xact_tuples_updated(oid) > 0
                    or pg_stat_get_xact_tuples_deleted(oid) > 0)
            """;

    private final JdbcClient jdbc;
    private final String allTables;

    ProgramState(JdbcClient jdbc) {
        this.jdbc = jdbc;
        allTables = TableContents.versions(jdbc, ProgramState::isLookedAt);
    }

    private static boolean isLookedAt(String table) {
        return !MAY_GROW.contains(table) && !NOT_LOOKED_AT.contains(table) && !comesAndGoes(table);
    }

    /** Sessions, tries and where people usually come from. */
    static boolean comesAndGoes(String table) {
        return COMINGS_AND_GOINGS.stream().anyMatch(table::contains);
    }

    /** What each table holds, as one number. */
    Map<String, String> content() {
        return TableContents.read(jdbc, allTables);
    }

    /** How many rows of each table the transaction that asks has written so far. */
    Map<String, Long> written() {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql(WRITTEN).query(row -> {
            if (isLookedAt(row.getString(1))) {
                rows.put(row.getString(1), row.getLong(2));
            }
        });
        return rows;
    }

    /** The tables written to between two looks. */
    static Set<String> changed(Map<String, Long> before, Map<String, Long> after) {
        return after.keySet().stream()
                .filter(table -> !after.get(table).equals(before.getOrDefault(table, 0L)))
                .collect(Collectors.toSet());
    }
}
