package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.CurrentDatabase;
import vn.hoso.ProgramTest;

/** The database refuses nonsense by itself, whoever writes: each hard rule has its named constraint. */
@ProgramTest
@Transactional
class DatabaseRulesTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CurrentDatabase database;

    private void change(String assignment) {
        jdbc.sql("update monthly_return set " + assignment + " where unit_id = 2 and month = '2024-09-01'")
                .update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "full_process_received = -1, full_process_online = -1 | monthly_return_counts",
                "online_reported = -1 | monthly_return_counts",
                "dossiers_received = 10000000 | monthly_return_counts",
                "full_process_online = full_process_received + 1 | monthly_return_full_process",
                "partial_online = partial_received + 1 | monthly_return_partial",
                "dossiers_received = full_process_received + partial_received - 1, online_reported = null | monthly_return_eligible",
                "online_reported = dossiers_received + 1 | monthly_return_online_total",
                "payable = 4, paid_online = 5 | monthly_return_payment",
                "payable = 4 | monthly_return_payment_pair",
                "full_process_na = true | monthly_return_full_process_na",
                "partial_na = true | monthly_return_partial_na",
                "note = normalize('Hòa', NFD) | monthly_return_note",
                "status = 'DONE' | monthly_return_status",
                "month = '2024-09-02' | monthly_return_month_fkey",
                "unit_id = 999999 | monthly_return_unit_id_fkey",
                "unit_id = 1 | monthly_return_once"
            })
    void refusesAReturnThatBreaksARule(String assignment, String constraint) {
        assertThatThrownBy(() -> change(assignment))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(constraint);
    }

    /** What goes into the log of a refused row is the rule it breaks, never a figure, a note or a name. */
    @Test
    void tellsNothingOfTheRowItRefuses() {
        assertThatThrownBy(() -> jdbc.sql("update monthly_return set note = ?, dossiers_received = ? where unit_id = 2")
                        .params("Bà Nguyễn Thị Hỏi, 0987", 10000000)
                        .update())
                .hasStackTraceContaining("monthly_return_counts")
                .satisfies(refused -> assertThat(Throwables.getStackTrace(refused))
                        .doesNotContain("Nguyễn Thị Hỏi", "10000000", "Failing row", "Detail"));
    }

    @Test
    void acceptsTheBoundaries() {
        change("full_process_online = full_process_received, partial_online = partial_received,"
                + " dossiers_received = full_process_received + partial_received,"
                + " online_reported = full_process_received + partial_received, payable = 5, paid_online = 5");
        change("dossiers_received = 9999999, online_reported = 9999999");
        assertThat(jdbc.sql("select dossiers_received from monthly_return where unit_id = 2 and month = '2024-09-01'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9_999_999);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update return_revision set dossiers_received = 1",
                "delete from return_revision",
                "delete from target_decision",
                "delete from return_remark",
                "update audit_event set detail = ''",
                "delete from audit_event",
                "truncate audit_event",
                "update audit_chain set length = 0",
                "insert into audit_chain (length, hash) values (0, '')",
                "delete from audit_chain",
                "alter table audit_event disable trigger all",
                "drop table audit_event",
                "create table elsewhere (n int)",
                "delete from flyway_schema_history"
            })
    void givesTheProgramNoRightToRewriteWhatOnlyGrows(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .satisfies(refusal ->
                        assertThat(((SQLException) refusal).getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update return_revision set dossiers_received = 1",
                "delete from return_revision",
                "update audit_event set detail = ''",
                "delete from audit_event",
                "truncate audit_event",
                "delete from audit_chain"
            })
    void refusesToRewriteWhatOnlyGrowsEvenToTheOwner(String statement) throws SQLException {
        try (Connection owner = database.connectAsOwner()) {
            owner.setAutoCommit(false);
            owner.createStatement()
                    .execute("insert into audit_event (at, actor_name, action, subject, detail)"
                            + " values (now(), 'a', 'b', 'c', 'd')");
            assertThatThrownBy(() -> owner.createStatement().execute(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("only grows");
            owner.rollback();
        }
    }

    @Test
    void refusesTwoNamesOfOneUnitAtOnce() {
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into unit_version (unit_id, kind, code, name, valid)
                                values (2, 'COMMUNE', '99999', 'Tên khác', daterange('2024-01-01', '2024-02-01'))
                                """).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("unit_version_one_at_a_time");
    }
}
