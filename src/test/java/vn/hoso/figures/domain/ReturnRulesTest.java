package vn.hoso.figures.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.figures.domain.FigureValue.NOT_APPLICABLE;
import static vn.hoso.figures.domain.FigureValue.NOT_REPORTED;
import static vn.hoso.figures.domain.Figures.sound;
import static vn.hoso.figures.domain.Figures.with;
import static vn.hoso.figures.domain.Measure.DOSSIERS_RECEIVED;
import static vn.hoso.figures.domain.Measure.FULL_PROCESS_ONLINE;
import static vn.hoso.figures.domain.Measure.FULL_PROCESS_RECEIVED;
import static vn.hoso.figures.domain.Measure.ONLINE_REPORTED;
import static vn.hoso.figures.domain.Measure.PAID_ONLINE;
import static vn.hoso.figures.domain.Measure.PARTIAL_ONLINE;
import static vn.hoso.figures.domain.Measure.PARTIAL_RECEIVED;
import static vn.hoso.figures.domain.Measure.PAYABLE;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import vn.hoso.fields.ReturnField;

class ReturnRulesTest {

    static final List<Measure> REQUIRED =
            List.of(FULL_PROCESS_RECEIVED, FULL_PROCESS_ONLINE, PARTIAL_RECEIVED, PARTIAL_ONLINE, DOSSIERS_RECEIVED);

    @Test
    void aSoundReturnBreaksNoRule() {
        assertThat(ReturnRules.check(sound())).isEmpty();
    }

    @Test
    void aBlankReturnBreaksNoRule() {
        assertThat(ReturnRules.check(ReturnFigures.BLANK)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1} is allowed: {2}")
    @CsvSource({
        // online within received
        "FULL_PROCESS_ONLINE, 0, true",
        "FULL_PROCESS_ONLINE, 99, true",
        "FULL_PROCESS_ONLINE, 100, true",
        "FULL_PROCESS_ONLINE, 101, false",
        "FULL_PROCESS_RECEIVED, 81, true",
        "FULL_PROCESS_RECEIVED, 80, true",
        "FULL_PROCESS_RECEIVED, 79, false",
        "PARTIAL_ONLINE, 49, true",
        "PARTIAL_ONLINE, 50, true",
        "PARTIAL_ONLINE, 51, false",
        "PARTIAL_RECEIVED, 30, true",
        "PARTIAL_RECEIVED, 29, false",
        // eligible within all: 100 + 50
        "DOSSIERS_RECEIVED, 151, true",
        "DOSSIERS_RECEIVED, 150, true",
        "DOSSIERS_RECEIVED, 149, false",
        "PARTIAL_RECEIVED, 100, true",
        "PARTIAL_RECEIVED, 101, false",
        // the reported online total: explained when it is not 80 + 30, and within all
        "ONLINE_REPORTED, 110, true",
        "ONLINE_REPORTED, 109, false",
        "ONLINE_REPORTED, 111, false",
    })
    void oneFigureAtItsBoundaryAndOnePast(Measure measure, int number, boolean allowed) {
        assertThat(ReturnRules.check(with(sound(), measure, number)).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void aProblemNamesItsCellItsRuleAndBothFiguresInVietnameseFormat() {
        ReturnFigures figures = Figures.of(
                new FigureValue.Number(10_682),
                new FigureValue.Number(11_212),
                new FigureValue.Number(0),
                new FigureValue.Number(0),
                new FigureValue.Number(48_254));

        assertThat(ReturnRules.check(figures))
                .containsExactly(new RuleViolation(FULL_PROCESS_ONLINE, "onlineAboveReceived", "11.212", "10.682"));
    }

    @Test
    void eachRuleSpeaksAtTheCellToCorrect() {
        assertThat(ReturnRules.check(with(sound(), PARTIAL_ONLINE, 51)))
                .containsExactly(new RuleViolation(PARTIAL_ONLINE, "onlineAboveReceived", "51", "50"));
        assertThat(ReturnRules.check(with(sound(), DOSSIERS_RECEIVED, 149)))
                .containsExactly(new RuleViolation(DOSSIERS_RECEIVED, "eligibleAboveAll", "150", "149"));
        assertThat(ReturnRules.check(with(with(sound(), ONLINE_REPORTED, 201), "gồm hồ sơ tỉnh")))
                .containsExactly(new RuleViolation(ONLINE_REPORTED, "onlineAboveAll", "201", "200"));
        assertThat(ReturnRules.check(with(sound(), ONLINE_REPORTED, 111)))
                .containsExactly(new RuleViolation(null, "unclassifiedUnexplained", "111", "110"));
    }

    @Test
    void theReportedTotalMayBeAllDossiersButNotOneMore() {
        ReturnFigures explained = with(sound(), "gồm hồ sơ chưa phân loại");

        assertThat(ReturnRules.check(with(explained, ONLINE_REPORTED, 200))).isEmpty();
        assertThat(ReturnRules.check(with(explained, ONLINE_REPORTED, 201))).hasSize(1);
    }

    @Test
    void everyBrokenRuleIsToldAtOnce() {
        ReturnFigures figures = with(
                with(with(with(sound(), FULL_PROCESS_ONLINE, 101), PARTIAL_ONLINE, 51), PAYABLE, 3), PAID_ONLINE, 4);

        assertThat(ReturnRules.check(figures))
                .extracting(RuleViolation::rule)
                .containsExactly("onlineAboveReceived", "onlineAboveReceived", "paidAbovePayable");
    }

    @ParameterizedTest(name = "{0} reported, note “{1}”: allowed {2}")
    @CsvSource({
        "400, , false",
        "400, 290 hồ sơ chưa phân loại, true",
        "0, , false",
        "0, hệ thống của tỉnh lỗi, true",
        "110, , true",
    })
    void anUnclassifiedRestNeedsAWordOfWhyInBothDirections(int reported, String note, boolean allowed) {
        ReturnFigures figures = with(with(with(sound(), DOSSIERS_RECEIVED, 500), ONLINE_REPORTED, reported), note);

        assertThat(ReturnRules.check(figures).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void theRestIsNotJudgedWhileAClassIsStillMissing() {
        ReturnFigures reported = with(sound(), ONLINE_REPORTED, 80);

        assertThat(ReturnRules.check(with(reported, PARTIAL_ONLINE, NOT_REPORTED)))
                .isEmpty();
        assertThat(ReturnRules.check(reported))
                .extracting(RuleViolation::rule)
                .containsExactly("unclassifiedUnexplained");
    }

    @Test
    void aClassThatDoesNotApplyAddsNothingToTheRest() {
        ReturnFigures noPartial = Figures.of(
                new FigureValue.Number(100),
                new FigureValue.Number(80),
                NOT_APPLICABLE,
                NOT_APPLICABLE,
                new FigureValue.Number(200));

        assertThat(ReturnRules.check(with(noPartial, ONLINE_REPORTED, 80))).isEmpty();
        assertThat(ReturnRules.check(with(noPartial, ONLINE_REPORTED, 81)))
                .extracting(RuleViolation::rule)
                .containsExactly("unclassifiedUnexplained");
    }

    @ParameterizedTest(name = "payable {0}, paid {1}: {2} at {3}")
    @CsvSource({
        "10, 9, , ",
        "10, 10, , ",
        "0, 0, , ",
        "10, 11, paidAbovePayable, PAID_ONLINE",
        "0, 1, paidAbovePayable, PAID_ONLINE",
        "10, , paymentAsPair, PAID_ONLINE",
        "0, , paymentAsPair, PAID_ONLINE",
        ", 9, paymentAsPair, PAYABLE",
        ", , , ",
    })
    void paymentIsAPair(Integer payable, Integer paid, String rule, Measure at) {
        ReturnFigures figures = with(with(sound(), PAYABLE, cell(payable)), PAID_ONLINE, cell(paid));

        List<RuleViolation> problems = ReturnRules.check(figures);

        assertThat(problems).extracting(RuleViolation::rule).isEqualTo(rule == null ? List.of() : List.of(rule));
        assertThat(problems).extracting(RuleViolation::measure).isEqualTo(at == null ? List.of() : List.of(at));
    }

    private static FigureValue cell(Integer number) {
        return number == null ? NOT_REPORTED : new FigureValue.Number(number);
    }

    @Test
    void notApplicableIsSaidOfBothOrOfNeither() {
        ReturnFigures noFullProcess =
                with(with(sound(), FULL_PROCESS_RECEIVED, NOT_APPLICABLE), FULL_PROCESS_ONLINE, NOT_APPLICABLE);
        ReturnFigures noPartial = with(with(sound(), PARTIAL_RECEIVED, NOT_APPLICABLE), PARTIAL_ONLINE, NOT_APPLICABLE);

        assertThat(ReturnRules.check(noFullProcess)).isEmpty();
        assertThat(ReturnRules.check(noPartial)).isEmpty();
    }

    @ParameterizedTest(name = "{0} does not apply, its partner {1} is told")
    @CsvSource({
        "FULL_PROCESS_RECEIVED, FULL_PROCESS_ONLINE",
        "FULL_PROCESS_ONLINE, FULL_PROCESS_RECEIVED",
        "PARTIAL_RECEIVED, PARTIAL_ONLINE",
        "PARTIAL_ONLINE, PARTIAL_RECEIVED",
    })
    void halfAPairDoesNotFailToApply(Measure said, Measure partner) {
        assertThat(ReturnRules.check(with(sound(), said, NOT_APPLICABLE)))
                .containsExactly(new RuleViolation(partner, "notApplicableAsPair"));
        assertThat(ReturnRules.check(with(with(sound(), said, NOT_APPLICABLE), partner, NOT_REPORTED)))
                .containsExactly(new RuleViolation(partner, "notApplicableAsPair"));
    }

    @ParameterizedTest
    @FieldSource("REQUIRED")
    void aReturnMayBeSavedBeforeAllIsKnown(Measure missing) {
        assertThat(ReturnRules.check(with(sound(), missing, NOT_REPORTED))).isEmpty();
    }

    /** 200 dossiers; handled at most those, on time at most the handled ones. */
    @ParameterizedTest
    @CsvSource({
        "199, 198, ",
        "200, 199, ",
        "200, 200, ",
        "201, 200, handled 201 200",
        "200, 201, on_time 201 200",
        "0, 0, ",
        "0, 1, on_time 1 0",
        ", 201, ",
        "200, , "
    })
    void anAddedFigureStaysWithinWhatItIsAPartOf(
            @Nullable Integer handled, @Nullable Integer onTime, @Nullable String broken) {
        ReturnFigures figures = with(
                with(sound(), added("handled", "dossiers_received"), cell(handled)),
                added("on_time", "handled"),
                cell(onTime));

        assertThat(ReturnRules.check(figures).stream()
                        .map(problem -> problem.measure() + " "
                                + String.join(" ", problem.arguments().subList(0, 2))))
                .containsExactlyElementsOf(broken == null ? List.of() : List.of(broken));
    }

    private static Measure added(String code, String whole) {
        return Measure.of(new ReturnField(code, code, whole, false, 10, YearMonth.of(2025, 1), null));
    }

    @Test
    void sumsDoNotWrapAtTheLargestFigures() {
        FigureValue most = new FigureValue.Number(FigureValue.Number.MOST);

        assertThat(ReturnRules.check(Figures.of(most, most, most, most, most)))
                .extracting(RuleViolation::rule)
                .containsExactly("eligibleAboveAll", "onlineAboveAll");
    }
}
