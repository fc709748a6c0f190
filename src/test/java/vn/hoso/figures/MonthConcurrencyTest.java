package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.Meanwhile;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.domain.Figures;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.RemarkAnswers;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Installations;
import vn.hoso.units.UnitService;

/**
 * Many people at one month of a real PostgreSQL. {@code -Dhoso.rounds=500} and {@code -Dhoso.lock-races=5000} run it at
 * length. Has a database of its own.
 */
@ProgramTest(world = OWN)
class MonthConcurrencyTest {

    private static final int WRITERS = 20;
    private static final int ROUNDS = Integer.getInteger("hoso.rounds", 10);
    private static final int RACES = Integer.getInteger("hoso.lock-races", 50);

    private static final long DIEU_TRI = 2;
    private static final long TUY_PHUOC = 1;
    private static final String REASON = "thử ghi đồng thời";

    @Autowired
    private MonthEntryService entry;

    @Autowired
    private MonthLockService locks;

    @Autowired
    private MonthWorkflowService workflow;

    @Autowired
    private UnitService register;

    @Autowired
    private ReturnCalendarSettings calendars;

    @Autowired
    private Installations installations;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    private static ReturnFigures figures(int dossiers) {
        ReturnFigures figures = Figures.with(Figures.sound(), Measure.DOSSIERS_RECEIVED, 1_000 + dossiers);
        return Figures.with(figures, REASON);
    }

    private SaveOutcome save(YearMonth month, int version, int dossiers, CurrentUser by) {
        return entry.save(
                new MonthEdit(
                        month,
                        List.of(
                                new MonthEdit.Row(DIEU_TRI, version, figures(dossiers)),
                                new MonthEdit.Row(TUY_PHUOC, version, figures(dossiers))),
                        ReturnSource.FORM),
                by);
    }

    private int version(YearMonth month, long unit) {
        return jdbc.sql("select coalesce(max(version), 0) from monthly_return where month = ? and unit_id = ?")
                .params(month.atDay(1), unit)
                .query(Integer.class)
                .single();
    }

    private int count(String sql, YearMonth month) {
        return jdbc.sql(sql).param(month.atDay(1)).query(Integer.class).single();
    }

    /** Figures, versions and states of a month in one text: equal before and after means that nothing changed. */
    private String hash(YearMonth month) {
        return jdbc.sql("""
                        select coalesce(md5(string_agg(concat_ws('/', unit_id, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, online_reported, note, status, version), ' '
                            order by unit_id)), 'nothing')
                        from monthly_return where month = ?
                        """).param(month.atDay(1)).query(String.class).single();
    }

    private static <T> List<T> together(ExecutorService pool, List<Callable<T>> people) throws Exception {
        CyclicBarrier start = new CyclicBarrier(people.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> person : people) {
            running.add(pool.submit(() -> {
                start.await();
                return person.call();
            }));
        }
        List<T> done = new ArrayList<>();
        for (Future<T> each : running) {
            done.add(each.get());
        }
        return done;
    }

    @Test
    void everyAcknowledgedSaveIsOneVersionAndOverwritesNothingUnseen() throws Exception {
        YearMonth month = YearMonth.of(2026, 2);
        CurrentUser writer = people.reviewer();
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger conflicts = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<SaveOutcome>> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    int mine = round * WRITERS + i;
                    int seen = version(month, DIEU_TRI);
                    writers.add(() -> save(month, seen, mine, writer));
                }
                List<SaveOutcome> outcomes = together(pool, writers);
                long saved = outcomes.stream()
                        .filter(SaveOutcome.Saved.class::isInstance)
                        .count();
                assertThat(saved).as("round %s: %s", round, outcomes).isEqualTo(1);
                acknowledged.addAndGet((int) saved);
                conflicts.addAndGet((int) outcomes.stream()
                        .filter(SaveOutcome.Conflicting.class::isInstance)
                        .count());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(acknowledged).hasValue(ROUNDS);
        assertThat(conflicts).hasValue(ROUNDS * (WRITERS - 1));
        assertThat(version(month, DIEU_TRI)).isEqualTo(acknowledged.get());
        assertThat(version(month, TUY_PHUOC)).isEqualTo(acknowledged.get());
        assertThat(count(
                        "select count(*) from return_revision v join monthly_return r on r.id = v.return_id where r.month = ?",
                        month))
                .isEqualTo(2 * acknowledged.get());
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'figures.saved' and subject = ?")
                        .param(month.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(acknowledged.get());
    }

    @Test
    void nothingChangesOnceTheMonthIsLocked() throws Exception {
        YearMonth month = YearMonth.of(2026, 4);
        CurrentUser reviewer = people.reviewer();
        AtomicInteger savedInTime = new AtomicInteger();
        AtomicInteger toldTooLate = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int race = 0; race < RACES; race++) {
                int number = race;
                int seen = version(month, DIEU_TRI);
                Callable<String> saver = () -> {
                    SaveOutcome outcome = save(month, seen, number, reviewer);
                    (outcome instanceof SaveOutcome.Saved ? savedInTime : toldTooLate).incrementAndGet();
                    return "";
                };
                Callable<String> locker = () -> {
                    if (number % 2 == 1) {
                        Thread.yield();
                    }
                    assertThat(locks.lock(month, new MonthLockService.Unfinished(23, 0, 0), reviewer)
                                    .locked())
                            .isTrue();
                    return hash(month);
                };
                String atTheLock = together(pool, List.of(saver, locker)).get(1);
                assertThat(hash(month)).as("race %s", race).isEqualTo(atTheLock);
                assertThat(save(month, version(month, DIEU_TRI), 1_000_000 + number, reviewer))
                        .isInstanceOf(SaveOutcome.MonthLocked.class);
                assertThat(hash(month)).isEqualTo(atTheLock);
                locks.reopen(month, REASON, LocalDate.of(2999, 1, 1), null, reviewer);
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.printf(
                "%d races of a save and a lock: %d saves in time, %d told that the month is locked%n",
                RACES, savedInTime.get(), toldTooLate.get());
        assertThat(savedInTime.get() + toldTooLate.get()).isEqualTo(RACES);
        assertThat(version(month, DIEU_TRI)).isEqualTo(savedInTime.get());
    }

    @Test
    void noFigureIsStoredForAUnitThatEndsMeanwhile() throws Exception {
        YearMonth month = YearMonth.of(2026, 7);
        CurrentUser reviewer = people.reviewer();
        int stored = 0;
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int race = 0; race < RACES; race++) {
                long unit = jdbc.sql("""
                                with born as (insert into unit (version) values (0) returning id)
                                insert into unit_version (unit_id, kind, code, name, valid)
                                select id, 'COMMUNE', :code, :name, daterange('2021-01-01', null) from born returning unit_id
                                """)
                        .param("code", "R" + race)
                        .param("name", "Xã thử " + race)
                        .query(Long.class)
                        .single();
                MonthEdit edit =
                        new MonthEdit(month, List.of(new MonthEdit.Row(unit, 0, figures(race))), ReturnSource.FORM);
                boolean saved = together(
                                pool,
                                List.<Callable<Boolean>>of(
                                        () -> entry.save(edit, reviewer) instanceof SaveOutcome.Saved,
                                        () -> register.end(unit, month.atDay(1), 0, reviewer)
                                                .isEmpty()))
                        .get(0);
                boolean exists = jdbc.sql("select exists (select from unit_at(:month) where unit_id = :unit)")
                        .param("month", month.atDay(1))
                        .param("unit", unit)
                        .query(Boolean.class)
                        .single();
                assertThat(saved).as("race %s", race).isEqualTo(exists);
                stored += saved ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
            // The other tests count the units of their months.
            jdbc.sql("update unit_version set valid = daterange('2021-01-01', '2021-02-01') where code ~ '^R[0-9]+$'")
                    .update();
        }
        System.out.printf("%d races of a save and the unit's end: %d saves in time%n", RACES, stored);
    }

    /** To each remark of the last round. */
    private RemarkAnswers answers(YearMonth month) {
        Map<Long, String> texts = new HashMap<>();
        jdbc.sql("select m.id from return_remark m join monthly_return r on r.id = m.return_id where r.month = ?")
                .param(month.atDay(1))
                .query(row -> {
                    texts.put(row.getLong(1), "Đã sửa");
                });
        return RemarkAnswers.of(texts);
    }

    @Test
    void anApprovalAndASaveNeverMissEachOther() throws Exception {
        YearMonth month = YearMonth.of(2026, 6);
        CurrentUser staff = people.staff();
        CurrentUser reviewer = people.reviewer();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        int approvals = 0;
        try {
            for (int round = 0; round < ROUNDS; round++) {
                int version = version(month, DIEU_TRI);
                assertThat(saveOne(month, version, round * 2, staff)).isInstanceOf(SaveOutcome.Saved.class);
                MonthWorkflowService.Seen drafted = new MonthWorkflowService.Seen(DIEU_TRI, version + 1);
                workflow.submit(month, List.of(drafted), answers(month), staff);
                int submitted = version + 2;
                int typed = round * 2 + 1;
                List<Boolean> done = together(
                        pool,
                        List.of(
                                () -> saveOne(month, submitted, typed, staff) instanceof SaveOutcome.Saved,
                                () -> approved(month, submitted, reviewer)));
                assertThat(done).as("exactly one of save and approval").containsOnlyOnce(true);
                approvals += done.get(1) ? 1 : 0;
                if (done.get(1)) {
                    workflow.sendBack(
                            month,
                            new MonthWorkflowService.Seen(DIEU_TRI, submitted + 1),
                            new ReviewRemarks(REASON, Map.of()),
                            reviewer);
                }
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.printf("%d races of a save and an approval: %d approved%n", ROUNDS, approvals);
    }

    @Test
    void whatWasSentBackIsSubmittedOnceAndToldToTheOther() throws Exception {
        YearMonth month = YearMonth.of(2026, 5);
        CurrentUser staff = people.staff();
        CurrentUser reviewer = people.reviewer();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                int version = version(month, DIEU_TRI);
                assertThat(saveOne(month, version, round, staff)).isInstanceOf(SaveOutcome.Saved.class);
                workflow.submit(month, List.of(seen(version + 1)), answers(month), staff);
                workflow.sendBack(month, seen(version + 2), new ReviewRemarks(REASON, Map.of()), reviewer);
                RemarkAnswers answers = answers(month);
                List<Boolean> done = together(
                        pool,
                        List.of(
                                () -> submitted(month, version + 3, answers, staff),
                                () -> submitted(month, version + 3, answers, reviewer)));
                assertThat(done).as("round %s: exactly one of two", round).containsOnlyOnce(true);
                assertThat(version(month, DIEU_TRI)).isEqualTo(version + 4);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Two administrators: the slower one is told, and does not take the other's month away. */
    @Test
    void theFirstMonthOfUseIsDecidedByOneOfTwo() throws Exception {
        CurrentUser administrator = people.named("quantri");
        int seen = installations.stored().version();
        YearMonth month = YearMonth.of(2023, 2);

        ReturnCalendarSettings.Outcome slower = Meanwhile.press(
                transactions,
                jdbc,
                () -> assertThat(calendars.useSince(month, seen, administrator))
                        .isEqualTo(ReturnCalendarSettings.Outcome.DECIDED),
                () -> calendars.useSince(month.plusMonths(1), seen, administrator));

        assertThat(slower).isEqualTo(ReturnCalendarSettings.Outcome.DECIDED_MEANWHILE);
        assertThat(installations.stored().inUseSince()).isEqualTo(month);
    }

    private static MonthWorkflowService.Seen seen(int version) {
        return new MonthWorkflowService.Seen(DIEU_TRI, version);
    }

    private boolean submitted(YearMonth month, int version, RemarkAnswers answers, CurrentUser by) {
        try {
            return workflow.submit(month, List.of(seen(version)), answers, by) == 1;
        } catch (WorkflowException refused) {
            assertThat(refused.refusal()).isIn(WorkflowError.STALE, WorkflowError.NOT_A_DRAFT);
            return false;
        }
    }

    private SaveOutcome saveOne(YearMonth month, int version, int dossiers, CurrentUser by) {
        return entry.save(
                new MonthEdit(
                        month, List.of(new MonthEdit.Row(DIEU_TRI, version, figures(dossiers))), ReturnSource.FORM),
                by);
    }

    private boolean approved(YearMonth month, int version, CurrentUser by) {
        try {
            return workflow.approve(month, List.of(new MonthWorkflowService.Seen(DIEU_TRI, version)), by) == 1;
        } catch (WorkflowException refused) {
            assertThat(refused.refusal()).isIn(WorkflowError.STALE, WorkflowError.NOT_SUBMITTED);
            return false;
        }
    }
}
