package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hoso.figures.domain.Figures.sound;
import static vn.hoso.figures.domain.Figures.with;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.figures.domain.CorrectionStatus;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** Who may do what with a proposal to correct approved figures, and when. */
class CorrectionVerbsTest {

    private static final long DIEU_TRI = 2;
    private static final Instant AT = Instant.parse("2024-10-05T03:40:00Z");
    private static final CurrentUser STAFF = person(1, Role.UNIT_STAFF, DIEU_TRI);
    private static final CurrentUser ELSEWHERE = person(2, Role.UNIT_STAFF, 3L);
    private static final CurrentUser REVIEWER = person(3, Role.REVIEWER);
    private static final CurrentUser SECOND = person(4, Role.REVIEWER);
    private static final CurrentUser LEADER = person(5, Role.LEADER);
    private static final ReturnFigures OTHER = with(sound(), Measure.DOSSIERS_RECEIVED, 201);

    /** Whose proposals a second approver approves. */
    private static final Set<Long> OFFICE = Set.of(3L, 4L);

    private static CurrentUser person(long id, Role role, Long... units) {
        return new CurrentUser(id, "nguoi" + id, "Người " + id, role, Set.of(units));
    }

    private static CurrentUser named(String name) {
        return switch (name) {
            case "staff" -> STAFF;
            case "elsewhere" -> ELSEWHERE;
            case "reviewer" -> REVIEWER;
            case "second" -> SECOND;
            default -> LEADER;
        };
    }

    private static MonthlyReturn entered() {
        MonthlyReturn each = new MonthlyReturn(DIEU_TRI, YearMonth.of(2024, 9));
        each.enter(sound(), ReturnSource.FORM, STAFF, AT);
        return each;
    }

    private static MonthlyReturn approved() {
        MonthlyReturn each = entered();
        each.submit(1, STAFF, AT);
        each.approve(2, OFFICE, REVIEWER, AT);
        return each;
    }

    private static ReturnCorrection proposed(MonthlyReturn of, CurrentUser by) {
        return new ReturnCorrection(of, of.version(), OTHER, "đối chiếu sổ", by, AT);
    }

    private static void assertRefused(Runnable verb, WorkflowError refusal) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(WorkflowException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }

    @Test
    void aSecondApproverApprovesWhatTheOfficeProposedAndNothingElse() {
        CurrentUser leader = new CurrentUser(6, "nguoi6", "Người 6", Role.LEADER, Set.of(), Set.of(), true);
        ReturnCorrection units = proposed(approved(), STAFF);
        assertRefused(() -> units.approve(OFFICE, leader, AT), WorkflowError.NOT_THE_OFFICES);
        assertRefused(() -> units.refuse("chưa rõ nguồn", leader, AT), WorkflowError.NOT_A_REVIEWER);
        ReturnCorrection offices = proposed(approved(), REVIEWER);
        assertRefused(() -> offices.approve(OFFICE, LEADER, AT), WorkflowError.NOT_A_REVIEWER);
        assertThat(offices.approve(OFFICE, leader, AT).version()).isEqualTo(4);
    }

    @Test
    void approvingPutsTheProposedFiguresInPlaceAndLeavesTheReasonInTheTrace() {
        MonthlyReturn each = approved();
        ReturnCorrection proposal = proposed(each, STAFF);
        assertThat(each.figures()).isEqualTo(sound());

        ReturnRevision trace = proposal.approve(OFFICE, SECOND, AT);

        assertThat(each.figures()).isEqualTo(OTHER);
        assertThat(each.status()).isEqualTo(ReturnStatus.APPROVED);
        assertThat(each.source()).isEqualTo(ReturnSource.CORRECTION);
        assertThat(each.changedBy()).isEqualTo(ReturnAuthor.of(SECOND));
        assertThat(trace.version()).isEqualTo(4);
        assertThat(trace.figures()).isEqualTo(OTHER);
        assertThat(proposal.state()).isEqualTo(CorrectionStatus.APPROVED);
        assertThat(proposal.alreadyDecided(CorrectionStatus.APPROVED, SECOND)).isTrue();
        assertThat(proposal.alreadyDecided(CorrectionStatus.APPROVED, REVIEWER)).isFalse();
    }

    @ParameterizedTest(name = "{0} proposes: {1}")
    @CsvSource({"staff, ", "reviewer, ", "elsewhere, NOT_YOURS", "leader, NOT_YOURS"})
    void isProposedByThoseWhoMayEnter(String by, WorkflowError refusal) {
        MonthlyReturn each = approved();
        if (refusal == null) {
            assertThat(proposed(each, named(by)).state()).isEqualTo(CorrectionStatus.PROPOSED);
        } else {
            assertRefused(() -> proposed(each, named(by)), refusal);
        }
    }

    @ParameterizedTest(name = "proposed by {0}, {1} by {2}: {3}")
    @CsvSource({
        "staff, approve, reviewer, ",
        "reviewer, approve, second, ",
        "reviewer, approve, reviewer, OWN_FIGURES",
        "staff, approve, staff, NOT_A_REVIEWER",
        "staff, approve, leader, NOT_A_REVIEWER",
        "staff, refuse, reviewer, ",
        "reviewer, refuse, reviewer, OWN_FIGURES",
        "staff, refuse, staff, NOT_A_REVIEWER",
        "staff, withdraw, staff, ",
        "reviewer, withdraw, reviewer, ",
        "staff, withdraw, reviewer, NOT_THE_PROPOSER",
        "reviewer, withdraw, second, NOT_THE_PROPOSER"
    })
    void isDecidedByAnotherPersonOrWithdrawnByItsOwn(String maker, String verb, String by, WorkflowError refusal) {
        MonthlyReturn each = approved();
        ReturnCorrection proposal = proposed(each, named(maker));
        Runnable decision = () -> decide(proposal, verb, named(by));

        if (refusal == null) {
            decision.run();
            assertThat(proposal.state()).isNotEqualTo(CorrectionStatus.PROPOSED);
            // Reviewer and proposer may both try again: what is decided stays so.
            assertRefused(() -> proposal.approve(OFFICE, SECOND, AT), WorkflowError.DECIDED);
        } else {
            assertRefused(decision, refusal);
            assertThat(proposal.state()).isEqualTo(CorrectionStatus.PROPOSED);
            assertThat(each.figures()).isEqualTo(sound());
        }
    }

    private static void decide(ReturnCorrection proposal, String verb, CurrentUser by) {
        switch (verb) {
            case "approve" -> proposal.approve(OFFICE, by, AT);
            case "refuse" -> proposal.refuse("chưa rõ nguồn", by, AT);
            case "withdraw" -> proposal.withdraw("gõ nhầm", by, AT);
            default -> throw new IllegalArgumentException(verb);
        }
    }

    @Test
    void isAboutApprovedFiguresOfTheVersionSeenAndChangesThem() {
        MonthlyReturn each = approved();

        assertRefused(() -> proposed(entered(), STAFF), WorkflowError.NOT_APPROVED);
        assertRefused(() -> new ReturnCorrection(each, 2, OTHER, "lý do", STAFF, AT), WorkflowError.STALE);
        assertRefused(() -> new ReturnCorrection(each, 3, sound(), "lý do", STAFF, AT), WorkflowError.NO_CHANGE);
        assertRefused(
                () -> new ReturnCorrection(
                        each, 3, with(sound(), Measure.PARTIAL_ONLINE, FigureValue.NOT_REPORTED), "lý do", STAFF, AT),
                WorkflowError.INCOMPLETE);
    }

    @Test
    void isNotApprovedOnFiguresThatMovedOnSince() {
        MonthlyReturn each = approved();
        ReturnCorrection proposal = proposed(each, STAFF);
        each.sendBack(3, new ReviewRemarks("xem lại", Map.of()), REVIEWER, AT);

        assertRefused(() -> proposal.approve(OFFICE, SECOND, AT), WorkflowError.NOT_APPROVED);
        each.submit(4, STAFF, AT);
        each.approve(5, OFFICE, REVIEWER, AT);
        assertRefused(() -> proposal.approve(OFFICE, SECOND, AT), WorkflowError.STALE);
        assertThat(each.figures()).isEqualTo(sound());
    }
}
