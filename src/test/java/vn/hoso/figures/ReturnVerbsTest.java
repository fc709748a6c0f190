package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hoso.figures.domain.Figures.sound;
import static vn.hoso.figures.domain.Figures.with;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

class ReturnVerbsTest {

    private static final long DIEU_TRI = 2;
    private static final Instant AT = Instant.parse("2024-10-05T03:32:00Z");
    private static final CurrentUser STAFF = person(1, Role.UNIT_STAFF, Set.of(DIEU_TRI));
    private static final CurrentUser ELSEWHERE = person(2, Role.UNIT_STAFF, Set.of(3L));
    private static final CurrentUser REVIEWER = person(3, Role.REVIEWER, Set.of());
    private static final CurrentUser LEADER = person(4, Role.LEADER, Set.of());

    /** Whose entries a second approver approves. */
    private static final Set<Long> OFFICE = Set.of(3L);

    private static CurrentUser person(long id, Role role, Set<Long> units) {
        return new CurrentUser(id, "p" + id, "Người " + id, role, units);
    }

    /** A return that climbed to a status through its own verbs; typed by the unit's staff. */
    private static MonthlyReturn reached(ReturnStatus status) {
        MonthlyReturn each = new MonthlyReturn(DIEU_TRI, YearMonth.of(2024, 9));
        each.enter(sound(), ReturnSource.FORM, STAFF, AT);
        if (status != ReturnStatus.DRAFT) {
            each.submit(each.version(), STAFF, AT);
        }
        if (status == ReturnStatus.RETURNED) {
            each.sendBack(each.version(), new ReviewRemarks("xem lại", Map.of()), REVIEWER, AT);
        }
        if (status == ReturnStatus.APPROVED) {
            each.approve(each.version(), OFFICE, REVIEWER, AT);
        }
        return each;
    }

    private static void move(MonthlyReturn each, String verb, int seen, CurrentUser by) {
        switch (verb) {
            case "submit" -> each.submit(seen, by, AT);
            case "approve" -> each.approve(seen, OFFICE, by, AT);
            case "sendBack" -> each.sendBack(seen, new ReviewRemarks("xem lại", Map.of()), by, AT);
            default -> throw new IllegalArgumentException(verb);
        }
    }

    private static CurrentUser named(String name) {
        return switch (name) {
            case "staff" -> STAFF;
            case "elsewhere" -> ELSEWHERE;
            case "reviewer" -> REVIEWER;
            default -> LEADER;
        };
    }

    @ParameterizedTest(name = "{1} by {2} on {0}: {3}")
    @CsvSource({
        "DRAFT, submit, staff, SUBMITTED",
        "DRAFT, submit, reviewer, SUBMITTED",
        "RETURNED, submit, staff, SUBMITTED",
        "SUBMITTED, approve, reviewer, APPROVED",
        "SUBMITTED, sendBack, reviewer, RETURNED",
        "APPROVED, sendBack, reviewer, RETURNED"
    })
    void movesOn(ReturnStatus from, String verb, String by, ReturnStatus to) {
        MonthlyReturn each = reached(from);
        int before = each.version();

        move(each, verb, before, named(by));

        assertThat(each.status()).isEqualTo(to);
        assertThat(each.version()).isEqualTo(before + 1);
        assertThat(each.changedBy()).isEqualTo(ReturnAuthor.of(named(by)));
        assertThat(each.figures()).isEqualTo(sound());
        assertThat(each.alreadyMoved(to, before, named(by))).isTrue();
        assertThat(each.alreadyMoved(to, before, LEADER)).isFalse();
        assertThat(each.alreadyMoved(to, before + 1, named(by))).isFalse();
    }

    @ParameterizedTest(name = "{1} by {2} on {0}: {3}")
    @CsvSource({
        "DRAFT, submit, elsewhere, NOT_YOURS",
        "DRAFT, submit, leader, NOT_YOURS",
        "SUBMITTED, submit, staff, NOT_A_DRAFT",
        "APPROVED, submit, staff, NOT_A_DRAFT",
        "SUBMITTED, approve, staff, NOT_A_REVIEWER",
        "SUBMITTED, approve, leader, NOT_A_REVIEWER",
        "DRAFT, approve, reviewer, NOT_SUBMITTED",
        "RETURNED, approve, reviewer, NOT_SUBMITTED",
        "APPROVED, approve, reviewer, NOT_SUBMITTED",
        "SUBMITTED, sendBack, staff, NOT_A_REVIEWER",
        "DRAFT, sendBack, reviewer, NOT_SUBMITTED",
        "RETURNED, sendBack, reviewer, NOT_SUBMITTED"
    })
    void refuses(ReturnStatus from, String verb, String by, WorkflowError refusal) {
        MonthlyReturn each = reached(from);
        int before = each.version();

        assertRefused(() -> move(each, verb, before, named(by)), refusal);
        assertThat(each.status()).isEqualTo(from);
        assertThat(each.version()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{1}, {2} versions off")
    @CsvSource({
        "DRAFT, submit, -1",
        "DRAFT, submit, 1",
        "SUBMITTED, approve, -1",
        "SUBMITTED, approve, 1",
        "SUBMITTED, sendBack, -1"
    })
    void refusesAnyVersionButTheOneSeen(ReturnStatus from, String verb, int off) {
        MonthlyReturn each = reached(from);

        assertRefused(() -> move(each, verb, each.version() + off, REVIEWER), WorkflowError.STALE);
    }

    @Test
    void nobodyApprovesWhatTheyTypedWhoeverSubmittedIt() {
        MonthlyReturn each = new MonthlyReturn(DIEU_TRI, YearMonth.of(2024, 9));
        each.enter(sound(), ReturnSource.FORM, REVIEWER, AT);
        each.submit(1, STAFF, AT);

        assertRefused(() -> each.approve(2, OFFICE, REVIEWER, AT), WorkflowError.OWN_FIGURES);

        each.approve(2, OFFICE, person(5, Role.REVIEWER, Set.of()), AT);
        assertThat(each.status()).isEqualTo(ReturnStatus.APPROVED);
    }

    @Test
    void aSecondApproverApprovesWhatTheOfficeTypedAndNothingElse() {
        CurrentUser second = new CurrentUser(6, "p6", "Người 6", Role.LEADER, Set.of(), Set.of(), true);
        MonthlyReturn units = reached(ReturnStatus.SUBMITTED);
        assertRefused(() -> units.approve(2, OFFICE, second, AT), WorkflowError.NOT_THE_OFFICES);
        assertRefused(() -> units.approve(2, OFFICE, LEADER, AT), WorkflowError.NOT_A_REVIEWER);

        MonthlyReturn offices = new MonthlyReturn(DIEU_TRI, YearMonth.of(2024, 9));
        offices.enter(sound(), ReturnSource.FORM, REVIEWER, AT);
        offices.submit(1, REVIEWER, AT);
        assertRefused(() -> offices.approve(1, OFFICE, second, AT), WorkflowError.STALE);
        assertRefused(() -> offices.approve(2, Set.of(), second, AT), WorkflowError.NOT_THE_OFFICES);
        assertRefused(
                () -> offices.sendBack(2, new ReviewRemarks("xem lại", Map.of()), second, AT),
                WorkflowError.NOT_A_REVIEWER);
        offices.approve(2, OFFICE, second, AT);
        assertThat(offices.status()).isEqualTo(ReturnStatus.APPROVED);
        assertThat(offices.changedBy()).isEqualTo(new ReturnAuthor(6L, "Người 6"));
    }

    @Test
    void saysThatSomebodyStoodIn() {
        CurrentUser standIn =
                new CurrentUser(7, "p7", "Phạm Thu", Role.UNIT_STAFF, Set.of(DIEU_TRI, 3L), Set.of(DIEU_TRI), false);
        MonthlyReturn each = reached(ReturnStatus.DRAFT);
        each.submit(1, standIn, AT);
        assertThat(each.changedBy()).isEqualTo(new ReturnAuthor(7L, "Phạm Thu (làm thay)"));
        assertThat(ReturnAuthor.of(standIn, 3)).isEqualTo(new ReturnAuthor(7L, "Phạm Thu"));
        assertThat(standIn.nameFor(Set.of(DIEU_TRI, 3L))).isEqualTo("Phạm Thu");
        assertThat(standIn.nameFor(Set.of())).isEqualTo("Phạm Thu");
    }

    @Test
    void whoeverOnlySubmittedMayApprove() {
        MonthlyReturn each = reached(ReturnStatus.DRAFT);
        each.submit(1, REVIEWER, AT);
        each.approve(2, OFFICE, REVIEWER, AT);

        assertThat(each.status()).isEqualTo(ReturnStatus.APPROVED);
    }

    @Test
    void submitsNothingThatLacksAFigure() {
        for (Measure measure : Measure.OWN) {
            MonthlyReturn each = new MonthlyReturn(DIEU_TRI, YearMonth.of(2024, 9));
            each.enter(with(sound(), measure, FigureValue.NOT_REPORTED), ReturnSource.FORM, STAFF, AT);
            if (measure.required()) {
                assertRefused(() -> each.submit(1, STAFF, AT), WorkflowError.INCOMPLETE);
            } else {
                each.submit(1, STAFF, AT);
            }
        }
    }

    @Test
    void changingSubmittedFiguresMakesThemADraftAgain() {
        MonthlyReturn each = reached(ReturnStatus.SUBMITTED);

        each.enter(with(sound(), Measure.DOSSIERS_RECEIVED, 201), ReturnSource.FORM, STAFF, AT);

        assertThat(each.status()).isEqualTo(ReturnStatus.DRAFT);
        assertRefused(() -> each.approve(2, OFFICE, REVIEWER, AT), WorkflowError.STALE);
        assertRefused(() -> each.approve(3, OFFICE, REVIEWER, AT), WorkflowError.NOT_SUBMITTED);
    }

    @ParameterizedTest(name = "reopened until the 15th, on the {0}th: locked {1}")
    @CsvSource({"14, false", "15, false", "16, true"})
    void aReopenedMonthLocksItselfAfterItsLastDay(int day, boolean locked) {
        ReportingMonth month = new ReportingMonth();
        month.lock(ReturnAuthor.of(REVIEWER), AT);
        assertThat(month.locked(LocalDate.of(2024, 10, day))).isTrue();

        month.reopen("sai số", LocalDate.of(2024, 10, 15), ReturnAuthor.of(REVIEWER), AT);

        assertThat(month.locked(LocalDate.of(2024, 10, day))).isEqualTo(locked);
        month.lock(ReturnAuthor.of(REVIEWER), AT);
        assertThat(month.locked(LocalDate.of(2024, 10, 1))).isTrue();
    }

    @Test
    void anOpenMonthIsNotReopened() {
        ReportingMonth month = new ReportingMonth();

        assertThatThrownBy(() -> month.reopen("sai số", LocalDate.of(2024, 10, 15), ReturnAuthor.of(REVIEWER), AT))
                .isInstanceOfSatisfying(WorkflowException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(WorkflowError.MONTH_OPEN));
    }

    private static void assertRefused(Runnable verb, WorkflowError refusal) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(WorkflowException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }
}
