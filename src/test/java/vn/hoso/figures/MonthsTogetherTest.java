package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.domain.Figures;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SaveOutcome.JointSaveOutcome;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.security.CurrentUser;

/** Several months are stored together or not at all, and are held against one another. All of it is taken back. */
@ProgramTest(world = OWN)
@Transactional
class MonthsTogetherTest {

    private static final long DIEU_TRI = 2;
    private static final long TUY_PHUOC = 1;
    private static final YearMonth FIRST = YearMonth.of(2022, 3);

    @Autowired
    private MonthEntryService entry;

    @Autowired
    private MonthLockService locks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private People people;

    private CurrentUser office;

    @BeforeEach
    void signIn() {
        office = people.reviewer();
    }

    private static MonthEdit month(int after, int version, int dossiers) {
        ReturnFigures figures = Figures.with(Figures.sound(), Measure.DOSSIERS_RECEIVED, dossiers);
        return new MonthEdit(
                FIRST.plusMonths(after),
                List.of(new MonthEdit.Row(DIEU_TRI, version, figures), new MonthEdit.Row(TUY_PHUOC, version, figures)),
                ReturnSource.IMPORT,
                null);
    }

    private int stored() {
        entities.flush();
        return jdbc.sql("select count(*) from monthly_return where month between '2022-03-01' and '2022-12-01'")
                .query(Integer.class)
                .single();
    }

    @Test
    void areStoredInAnyOrderGiven() {
        assertThat(entry.saveAll(List.of(month(2, 0, 1_003), month(0, 0, 1_001), month(1, 0, 1_002)), office, () -> {}))
                .isEqualTo(new JointSaveOutcome(null, new SaveOutcome.Saved(6)));
        assertThat(stored()).isEqualTo(6);
        assertThat(entry.saveAll(List.of(month(0, 1, 1_001), month(1, 1, 1_002)), office, () -> {}))
                .isEqualTo(new JointSaveOutcome(null, new SaveOutcome.Saved(0)));
    }

    @Test
    void stopWholeAtALockedMonthAndNameIt() {
        locks.lock(FIRST.plusMonths(1), new MonthLockService.Unfinished(23, 0, 0), office);
        JointSaveOutcome outcome = entry.saveAll(List.of(month(0, 0, 1_001), month(1, 0, 1_002)), office, () -> {});
        assertThat(outcome.month()).isEqualTo(FIRST.plusMonths(1));
        assertThat(outcome.outcome()).isInstanceOf(SaveOutcome.MonthLocked.class);
        assertThat(stored()).isZero();
    }

    @Test
    void stopWholeWhereSomebodyChangedOneOfThem() {
        entry.save(month(1, 0, 1_002), office);
        JointSaveOutcome outcome = entry.saveAll(List.of(month(0, 0, 1_001), month(1, 0, 1_500)), office, () -> {});
        assertThat(outcome.month()).isEqualTo(FIRST.plusMonths(1));
        assertThat(outcome.outcome()).isInstanceOf(SaveOutcome.Conflicting.class);
        assertThat(stored()).isEqualTo(2);
    }

    /** The same figures month after month: the second of them is odd although neither is stored yet. */
    @Test
    void areHeldAgainstTheMonthsBeforeThemThatAreNewToo() {
        JointSaveOutcome outcome = entry.saveAll(List.of(month(0, 0, 1_001), month(1, 0, 1_001)), office, () -> {});
        assertThat(outcome.month()).isEqualTo(FIRST.plusMonths(1));
        assertThat(((SaveOutcome.Unexplained) outcome.outcome()).findings())
                .containsOnlyKeys(DIEU_TRI, TUY_PHUOC)
                .extractingByKey(DIEU_TRI)
                .asInstanceOf(InstanceOfAssertFactories.list(UnusualFinding.class))
                .extracting(UnusualFinding::rule)
                .containsExactly("sameAsLastMonth");
        assertThat(stored()).isZero();
    }
}
