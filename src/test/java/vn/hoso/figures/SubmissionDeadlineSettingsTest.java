package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.shared.EntryWindows;

/** The program started with one deadline and later with another. Each start is taken back. */
@ProgramTest
@Transactional
class SubmissionDeadlineSettingsTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private EntryWindows windows;

    @Autowired
    private Clock clock;

    @Autowired
    private People people;

    private final AuditTrail audit = mock();

    private void startWith(int day) {
        new SubmissionDeadlineSettings(
                        day, jdbc, entities, TransactionOperations.withoutTransaction(), audit, windows, clock)
                .afterSingletonsInstantiated();
    }

    private SubmissionDeadlines deadlines() {
        return new SubmissionDeadlineQueries(jdbc, clock).deadlines();
    }

    private static TrailEntry entry(YearMonth from, int day) {
        return new TrailEntry("deadline.set", from.toString(), String.valueOf(day), from, List.of(), null, List.of());
    }

    @Test
    void theFirstStartSetsTheDayForAllMonths() {
        assertThat(deadlines().settings()).containsExactly(new SubmissionDeadlines.Setting(YearMonth.of(2021, 1), 5));
        assertThat(jdbc.sql("select actor_name from audit_event where action = 'deadline.set'")
                        .query(String.class)
                        .list())
                .containsExactly("Chương trình");
    }

    @Test
    void theSameDayAgainDecidesNothing() {
        startWith(5);
        assertThat(deadlines().settings()).hasSize(1);
        verify(audit, never()).recordOwn(any());
    }

    @Test
    void anotherDayHoldsFromTheCurrentMonthOnAndNeverBack() {
        YearMonth now = windows.today().current();
        startWith(12);
        startWith(12);
        assertThat(deadlines().settings())
                .containsExactly(
                        new SubmissionDeadlines.Setting(YearMonth.of(2021, 1), 5),
                        new SubmissionDeadlines.Setting(now, 12));
        assertThat(deadlines().of(now.minusMonths(1))).isEqualTo(now.atDay(5));
        assertThat(deadlines().of(now)).isEqualTo(now.plusMonths(1).atDay(12));
        verify(audit).recordOwn(entry(now, 12));
    }

    @Test
    void changingItBackWithinTheMonthLeavesTheMonthWithTheLastDay() {
        YearMonth now = windows.today().current();
        startWith(12);
        startWith(5);
        assertThat(deadlines().of(now)).isEqualTo(now.plusMonths(1).atDay(5));
        verify(audit).recordOwn(entry(now, 5));
    }

    @Test
    void aSettingIsNeitherChangedNorRemoved() {
        assertThatThrownBy(() -> jdbc.sql("update deadline_setting set day = 6").update())
                .hasMessageContaining("deadline_setting");
    }

    @Test
    void whoWasLateBeforeStaysAsLate() {
        LocalDate submitted = LocalDate.of(2024, 10, 12);
        long late = deadlines().daysLate(YearMonth.of(2024, 9), submitted);
        startWith(20);
        assertThat(late).isEqualTo(7);
        assertThat(deadlines().daysLate(YearMonth.of(2024, 9), submitted)).isEqualTo(late);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 29})
    void refusesToStartWithADayThatNotEveryMonthHas(int day) {
        assertThatThrownBy(() -> startWith(day)).hasMessage("hoso.deadline-day must be 1 to 28 but is " + day);
    }

    private SubmissionDeadlineSettings.Outcome decide(YearMonth from, int day, int seen) {
        return new SubmissionDeadlineSettings(
                        5, jdbc, entities, TransactionOperations.withoutTransaction(), audit, windows, clock)
                .decide(from, day, seen, people.named("quantri"));
    }

    @Test
    void anAdministratorDecidesFromThisMonthOnAndAYearAhead() {
        YearMonth now = windows.today().current();
        assertThat(decide(now.minusMonths(1), 10, 1)).isEqualTo(SubmissionDeadlineSettings.Outcome.NOT_THIS_MONTH);
        assertThat(decide(now.plusMonths(13), 10, 1)).isEqualTo(SubmissionDeadlineSettings.Outcome.NOT_THIS_MONTH);
        assertThat(decide(now.plusMonths(12), 10, 1)).isEqualTo(SubmissionDeadlineSettings.Outcome.DECIDED);
        assertThat(decide(now, 7, 2)).isEqualTo(SubmissionDeadlineSettings.Outcome.DECIDED);

        assertThat(deadlines().of(now.minusMonths(1))).isEqualTo(now.atDay(5));
        assertThat(deadlines().of(now)).isEqualTo(now.plusMonths(1).atDay(7));
        assertThat(deadlines().of(now.plusMonths(12)))
                .isEqualTo(now.plusMonths(13).atDay(10));
        assertThat(new SubmissionDeadlineQueries(jdbc, clock).decisions())
                .extracting(SubmissionDeadlineQueries.Decision::setBy)
                .containsExactly("Lê Quản Trị", "Lê Quản Trị", "Chương trình");
    }

    @Test
    void theSamePressTwiceDecidesOnceAndTheSlowerOfTwoIsTold() {
        YearMonth now = windows.today().current();
        assertThat(decide(now, 10, 1)).isEqualTo(SubmissionDeadlineSettings.Outcome.DECIDED);
        assertThat(decide(now, 10, 1)).isEqualTo(SubmissionDeadlineSettings.Outcome.UNCHANGED);
        assertThat(decide(now, 12, 1)).isEqualTo(SubmissionDeadlineSettings.Outcome.DECIDED_MEANWHILE);
        assertThat(deadlines().of(now)).isEqualTo(now.plusMonths(1).atDay(10));
    }

    @Test
    void whatAnAdministratorDecidedOutlivesTheNextStart() {
        YearMonth now = windows.today().current();
        decide(now, 10, 1);
        startWith(5);
        assertThat(deadlines().of(now)).isEqualTo(now.plusMonths(1).atDay(10));
    }
}
