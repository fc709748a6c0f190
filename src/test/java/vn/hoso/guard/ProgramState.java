package vn.hoso.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds, as one number for each table, so that any change anywhere is seen. */
final class ProgramState {

    /** The trail may grow by telling of a refusal or of an export; that its old lines stay is its own test. */
    private static final Set<String> MAY_GROW = Set.of("audit_event", "audit_chain");

    /** Who is signed in and who tried to: no figures, and moved by every request. */
    private static final Set<String> NOT_LOOKED_AT = Set.of("flyway_schema_history");

    private static final List<String> COMINGS_AND_GOINGS =
            List.of("session", "attempt", "throttl", "sign_in", "known_address");

    private final JdbcClient jdbc;
    private final String allTables;

    ProgramState(JdbcClient jdbc) {
        this.jdbc = jdbc;
        allTables = tables(jdbc).stream()
                .filter(name -> !MAY_GROW.contains(name) && !NOT_LOOKED_AT.contains(name))
                .filter(name -> !comesAndGoes(name))
                .map(name -> "select '" + name
                        + "' as name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0)"
                        + " as content from " + name + " t")
                .collect(Collectors.joining(" union all "));
    }

    /** Sessions, tries and where people usually come from. */
    static boolean comesAndGoes(String table) {
        return COMINGS_AND_GOINGS.stream().anyMatch(table::contains);
    }

    static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("select table_name from information_schema.tables"
                        + " where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1")
                .query(String.class)
                .list();
    }

    /** Table by table. */
    Map<String, String> now() {
        Map<String, String> state = new TreeMap<>();
        jdbc.sql(allTables).query(row -> {
            state.put(row.getString(1), row.getString(2));
        });
        return state;
    }

    /** The tables in which two states differ. */
    static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream()
                .filter(table -> !before.get(table).equals(after.get(table)))
                .collect(Collectors.toSet());
    }
}
