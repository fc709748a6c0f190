package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.Formats;
import vn.hoso.units.UnitFilter;

/** Whom a leader may call about returns: three units have not handed in September 2024, due on 05/10. */
@ProgramTest
@Transactional
class LateMonthsTest {

    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final YearMonth SEPTEMBER = YearMonth.of(2024, 9);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    private Map<Long, Integer> late(String day, YearMonth to) {
        Clock clock = Clock.fixed(
                LocalDate.parse(day).atTime(9, 0).atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        return new SubmissionDeadlineQueries(jdbc, clock)
                .unitsToAsk(JANUARY, to, List.of()).entrySet().stream()
                        .filter(each -> each.getValue().late() > 0)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().late()));
    }

    @Test
    void aMonthIsLateAfterItsDeadlineAndNotBefore() {
        assertThat(late("2024-10-05", SEPTEMBER)).isEmpty();
        assertThat(late("2024-10-06", SEPTEMBER)).hasSize(3).allSatisfy((unit, months) -> assertThat(months)
                .isEqualTo(1));
        // The first unit's October is typed on 01/11: nobody is late with it before 06/11.
        assertThat(late("2024-11-05", SEPTEMBER.plusMonths(1))).isEqualTo(late("2024-11-05", SEPTEMBER));
        assertThat(late("2024-11-06", SEPTEMBER.plusMonths(1))).hasSize(23).containsValue(2);
    }

    @Test
    void nobodyIsLateWithAMonthThatIsLocked() {
        jdbc.sql("update reporting_month set state = 'LOCKED' where month = '2024-09-01'")
                .update();
        assertThat(late("2024-10-06", SEPTEMBER)).isEmpty();
    }

    /** A unit that handed its figures in is not called where the Office entered others since. */
    @Test
    void nobodyIsLateWithWhatTheOfficeMadeADraftAgain() {
        String set =
                "update monthly_return set status = 'DRAFT', handed_in = true, with_office = ? where unit_id = 2 and month = '2024-09-01'";
        jdbc.sql(set).param(false).update();
        assertThat(late("2024-10-06", SEPTEMBER)).hasSize(4).containsKey(2L);
        jdbc.sql(set).param(true).update();
        assertThat(late("2024-10-06", SEPTEMBER)).hasSize(3).doesNotContainKey(2L);
    }

    /** A unit that is just putting right what it handed in in time is not called on that day. */
    @Test
    void nobodyIsCalledOnTheDayOnWhichTheyOpenTheirReturnAgain() {
        String set = "update monthly_return set status = 'DRAFT', handed_in = true, opened_at = cast(? as timestamptz)"
                + " where unit_id = 2 and month = '2024-09-01'";
        jdbc.sql(set).param("2024-10-09 00:00+07").update();
        assertThat(late("2024-10-09", SEPTEMBER)).hasSize(3).doesNotContainKey(2L);
        jdbc.sql(set).param("2024-10-08 23:59+07").update();
        assertThat(late("2024-10-09", SEPTEMBER)).hasSize(4).containsKey(2L);
    }

    /** It lay with the reviewers until that day. */
    @Test
    void nobodyIsCalledOnTheDayOnWhichTheirReturnIsSentBack() {
        long id = jdbc.sql(
                        "update monthly_return set status = 'RETURNED' where unit_id = 2 and month = '2024-09-01' returning id")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into return_remark (return_id, version, text, made_by_name, made_at)
                        values (?, 1, 'Xem lại', 'A', '2024-10-09 00:00+07')
                        """).param(id).update();
        assertThat(late("2024-10-09", SEPTEMBER)).hasSize(3).doesNotContainKey(2L);
        assertThat(late("2024-10-10", SEPTEMBER)).hasSize(4).containsKey(2L);
    }

    /** The year's table counts until a return was first handed in: a day before the deadline here. */
    @Test
    void theYearsTableCountsNoDaysOfWhatTheOfficeMadeADraftAgain() {
        jdbc.sql(
                        "insert into reporting_month (month, first_day, last_day) values ('2024-10-01', '2024-10-01', '2024-10-31') on conflict do nothing")
                .update();
        long id = jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, dossiers_received, status, source, version, changed_by_name,
                            changed_at, handed_in)
                        select nextval('monthly_return_id_seq') * 1000, 2, '2024-10-01', 9, 'DRAFT', 'FORM', 2, 'A', now(), true
                        returning id
                        """).query(Long.class).single();
        jdbc.sql("""
                        insert into return_revision (id, return_id, version, full_process_na, partial_na, dossiers_received, status, source,
                            changed_by_name, changed_at)
                        select nextval('return_revision_id_seq') * 1000, ?, 1, false, false, 9, 'SUBMITTED', 'FORM', 'A', '2024-11-04 09:00+07'
                        """).param(id).update();
        assertThat(daysOfOctober()).isEqualTo(25);
        jdbc.sql("update monthly_return set with_office = true where id = ?")
                .param(id)
                .update();
        assertThat(daysOfOctober()).isZero();
        // Handed in in time and opened on the 20th by its unit: late since then. Opened before the deadline: since the
        // deadline.
        jdbc.sql("update monthly_return set with_office = false, opened_at = '2024-11-20 09:00+07' where id = ?")
                .param(id)
                .update();
        assertThat(daysOfOctober()).isEqualTo(10);
        jdbc.sql("update monthly_return set opened_at = '2024-11-04 15:00+07' where id = ?")
                .param(id)
                .update();
        assertThat(daysOfOctober()).isEqualTo(25);
    }

    private long daysOfOctober() {
        Clock clock = Clock.fixed(
                LocalDate.parse("2024-11-30").atTime(9, 0).atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        return new CompletenessQueries(jdbc, new SubmissionDeadlineQueries(jdbc, clock), clock)
                .findStates(2024, people.named("dieutri"), UnitFilter.typed("", "", 1)).stream()
                        .filter(each -> each.month().equals(YearMonth.of(2024, 10)))
                        .findFirst()
                        .orElseThrow()
                        .daysLate();
    }

    @Test
    void whoIsCalledForAnotherReasonIsThereWithTheirContact() {
        Clock clock = Clock.fixed(
                LocalDate.parse("2024-10-05").atTime(9, 0).atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        assertThat(new SubmissionDeadlineQueries(jdbc, clock).unitsToAsk(JANUARY, YearMonth.of(2024, 8), List.of(2L)))
                .hasSize(1)
                .hasEntrySatisfying(2L, asked -> {
                    assertThat(asked.late()).isZero();
                    assertThat(asked.contact().known()).isTrue();
                });
    }
}
