package vn.hoso;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tables hold, each as one number that changes with every row. */
public final class TableContents {

    private TableContents() {}

    /** The names of all tables. */
    public static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("select table_name from information_schema.tables"
                        + " where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1")
                .query(String.class)
                .list();
    }

    /** The query for the contents of the tables that are looked at; {@link #read} runs it. */
    public static String query(JdbcClient jdbc, Predicate<String> lookedAt) {
        return query(jdbc, lookedAt, "hashtextextended(t::text, 0)");
    }

    /**
     * The same by which versions of rows each table holds, whatever stands in them, at less than half of the cost: tells within one database
     * whether anything was written meanwhile and stayed, even the same once more.
     */
    public static String versions(JdbcClient jdbc, Predicate<String> lookedAt) {
        return query(jdbc, lookedAt, "hashtidextended(t.ctid, cast(cast(t.xmin as text) as bigint))");
    }

    private static String query(JdbcClient jdbc, Predicate<String> lookedAt, String number) {
        return tables(jdbc).stream()
                .filter(lookedAt)
                .map(name -> "select '" + name + "' as name, count(*) || ':' || coalesce(sum(" + number + "), 0)"
                        + " as content from " + name + " t")
                .collect(Collectors.joining(" union all "));
    }

    public static Map<String, String> read(JdbcClient jdbc, String query) {
        Map<String, String> contents = new TreeMap<>();
        jdbc.sql(query).query(row -> {
            contents.put(row.getString(1), row.getString(2));
        });
        return contents;
    }
}
