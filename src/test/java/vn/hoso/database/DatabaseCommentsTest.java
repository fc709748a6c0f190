package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hoso.ProgramTest;

/** Who opens the database without the program reads there what each table and column holds. */
@ProgramTest
class DatabaseCommentsTest {

    /** Tables that a library made and tells of. */
    private static final String OTHERS = "flyway_schema_history";

    @Autowired
    private JdbcClient jdbc;

    /** The questions below find something to ask about. */
    @Test
    void thereAreTables() {
        assertThat(jdbc.sql(
                                "select count(*) from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'")
                        .query(Long.class)
                        .single())
                .isGreaterThan(40);
        assertThat(jdbc.sql("select obj_description('monthly_return'::regclass, 'pg_class')")
                        .query(String.class)
                        .single())
                .contains("not zero");
    }

    @Test
    void everyTableAndViewSaysWhatItHolds() {
        assertThat(jdbc.sql("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> :others
                            and coalesce(obj_description(c.oid, 'pg_class'), '') = ''
                        order by 1""").param("others", OTHERS).query(String.class).list())
                .isEmpty();
    }

    @Test
    void everyColumnSaysWhatItHolds() {
        assertThat(jdbc.sql("""
                        select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> :others
                            and a.attnum > 0 and not a.attisdropped and coalesce(col_description(c.oid, a.attnum), '') = ''
                        order by c.relname, a.attnum""").param("others", OTHERS).query(String.class).list())
                .isEmpty();
    }
}
