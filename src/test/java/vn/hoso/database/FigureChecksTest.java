package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hoso.ProgramTest;
import vn.hoso.figures.domain.Measure;

/** Every table that holds a return's figures holds all of them and keeps the same rules, so that no copy can be nonsense. */
@ProgramTest
class FigureChecksTest {

    @Autowired
    private JdbcClient jdbc;

    /** The tables that can say that a class of procedures does not apply: nothing else holds a return's figures. */
    private List<String> holders() {
        return jdbc.sql("""
                        select cast(cast(attrelid as regclass) as text) from pg_attribute a join pg_class c on c.oid = a.attrelid
                        where attname = 'full_process_na' and relkind = 'r' order by 1
                        """).query(String.class).list();
    }

    private Map<String, String> rules(String table) {
        return jdbc.sql("""
                        select conname, pg_get_constraintdef(oid) as condition from pg_constraint
                        where contype = 'c' and conrelid = cast(:table as regclass)
                        """).param("table", table).query().listOfRows().stream()
                .collect(Collectors.toMap(
                        row -> row.get("conname").toString().substring(table.length() + 1),
                        // PostgreSQL prints the same condition with other parentheses when it was read from print.
                        row -> row.get("condition").toString().replaceAll("[()]", "")));
    }

    @Test
    void everyTableKeepsTheRulesOfAReturn() {
        assertThat(holders()).containsExactly("monthly_return", "return_correction", "return_revision");
        Map<String, String> ofReturns = rules("monthly_return");
        // Who may approve a return, who is to submit it and since when is no rule about its figures.
        ofReturns.keySet().removeAll(List.of("maker_is_not_approver", "with_office", "opened"));
        assertThat(rules("return_revision")).containsAllEntriesOf(ofReturns);
        ofReturns.keySet().removeAll(List.of("status", "source"));
        assertThat(rules("return_correction")).containsAllEntriesOf(ofReturns);
    }

    @Test
    void everyMeasureHasItsColumnWithinBoundsEverywhere() {
        for (String table : holders()) {
            assertThat(jdbc.sql("""
                                    select attname from pg_attribute
                                    where attrelid = cast(:table as regclass) and atttypid = cast('integer' as regtype)
                                    """).param("table", table).query(String.class).list())
                    .as(table)
                    .containsAll(Measure.OWN.stream().map(Measure::column).toList());
            assertThat(rules(table).get("counts"))
                    .as(table)
                    .contains(Measure.OWN.stream().map(Measure::column).toList());
        }
    }

    @Test
    void everyMeasureCanBeAskedAbout() {
        assertThat(rules("return_remark").get("measure"))
                .contains(Measure.OWN.stream().map(Measure::name).toList());
    }
}
