package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.ResultsRevision;
import vn.hoso.period.PeriodSpan;
import vn.hoso.results.ResultsCache.Question;
import vn.hoso.security.CurrentUser;

/** The leaders' page's answers are given again exactly as long as they are right. Has its own database to change. */
@ProgramTest(world = OWN)
class ResultsCacheTest {

    private static final PeriodRequest SEPTEMBER = new PeriodRequest(2024, PeriodSpan.YEAR_TO_DATE, 9, null);

    @Autowired
    private LeaderService service;

    @Autowired
    private LeaderQuery leaders;

    @Autowired
    private ResultsRevision changes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private People people;

    private final AtomicInteger computed = new AtomicInteger();

    private LeaderResults ask(ResultsCache answers) {
        CurrentUser reader = people.reviewer();
        return answers.answer(new Question(SEPTEMBER), () -> {
                    computed.incrementAndGet();
                    return service.overview(SEPTEMBER, null, reader);
                })
                .orElseThrow();
    }

    private void change(String sql) {
        assertThat(jdbc.sql(sql).update()).isPositive();
    }

    @Test
    void computesOnceUntilAnythingBehindItChanges() {
        ResultsCache answers = new ResultsCache(changes);
        ask(answers);
        ask(answers);
        assertThat(computed).hasValue(1);
        change("update monthly_return set note = 'xem lại' where unit_id = 2 and month = '2024-09-01'");
        ask(answers);
        change("update unit_version set name = name where unit_id = 2");
        ask(answers);
        change("update target set label = label");
        ask(answers);
        ask(answers);
        assertThat(computed).hasValue(4);
    }

    @Test
    void showsAChangeThatSomebodyMadeBesideTheProgram() {
        CurrentUser leader = people.reviewer();
        long before = received(leader);
        change("update monthly_return set dossiers_received = dossiers_received + 7"
                + " where unit_id = 2 and month = '2024-09-01'");
        assertThat(received(leader)).isEqualTo(before + 7);
    }

    private long received(CurrentUser reader) {
        return leaders.overview(SEPTEMBER, null, reader)
                .orElseThrow()
                .results()
                .district()
                .counts()
                .dossiersReceived();
    }

    @Test
    void keepsNothingOfWhatWasTakenBack() {
        ResultsCache answers = new ResultsCache(changes);
        long before = ask(answers).results().district().counts().dossiersReceived();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            change("update monthly_return set dossiers_received = dossiers_received + 5"
                    + " where unit_id = 2 and month = '2024-09-01'");
            assertThat(ask(answers).results().district().counts().dossiersReceived())
                    .isEqualTo(before + 5);
        });
        change("update monthly_return set note = 'khác' where unit_id = 2 and month = '2024-09-01'");
        assertThat(ask(answers).results().district().counts().dossiersReceived())
                .isEqualTo(before);
    }

    @Test
    void countsOnWhileLinesBecomeOne() {
        long before = changes.count();
        for (int i = 0; i < 1_100; i++) {
            change("update target set label = label where id = 1");
        }
        assertThat(changes.count()).isEqualTo(before + 1_100);
        assertThat(jdbc.sql("select count(*) from figures_change")
                        .query(Long.class)
                        .single())
                .isLessThan(600);
    }
}
