package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.rates.Counts;
import vn.hoso.results.RemainingYear.Owed;
import vn.hoso.targets.Target;

class ResultsOutlookTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2024, 9);

    /** One step either side of every boundary; the target is 60 %, {@code eligible} the part of {@code rest}. */
    @ParameterizedTest(name = "{0}/{1} so far, {2} to come, {3} of them eligible: {4} needed, {5}")
    @CsvSource({
        "60, 100, 0, 0, 0, CERTAIN",
        "59, 100, 0, 0, 1, OUT_OF_REACH",
        "99, 100, 65, 65, 0, CERTAIN",
        "99, 100, 66, 66, 1, ON_TRACK",
        "60, 100, 100, 100, 60, ON_TRACK",
        "59, 100, 100, 100, 61, MUST_SPEED_UP",
        "60, 100, 1, 1, 1, MUST_SPEED_UP",
        "60, 100, 100, 60, 60, ON_TRACK",
        "60, 100, 100, 59, 60, OUT_OF_REACH",
        "50, 100, 100, 70, 70, MUST_SPEED_UP",
        "50, 100, 100, 69, 70, OUT_OF_REACH",
        "0, 100, 100, 100, 120, OUT_OF_REACH",
    })
    void tellsTheStatesApartExactlyWhileNothingIsOwed(
            long online, long received, long rest, long eligible, long needed, ResultsOutlook.State state) {
        ResultsOutlook outlook =
                outlook(SampleResults.QD2679, online, received, rest, eligible, owed(0, rest > 0 ? 3 : 0, 0));

        assertThat(outlook.needed()).isEqualTo(needed);
        assertThat(outlook.state()).isEqualTo(state);
    }

    /** Three months are ahead and one return of a month gone by is owed. */
    @ParameterizedTest(name = "{0}/{1} so far, {2} to come, {3} of them eligible: {4}")
    @CsvSource({
        "99, 100, 65, 65, ON_TRACK",
        "60, 100, 0, 0, ON_TRACK",
        "59, 100, 0, 0, UNDECIDED",
        "60, 100, 100, 60, ON_TRACK",
        "60, 100, 100, 59, UNDECIDED",
        "50, 100, 100, 70, MUST_SPEED_UP",
        "50, 100, 100, 69, UNDECIDED",
    })
    void saysNothingForCertainWhileAReturnIsOwed(
            long online, long received, long rest, long eligible, ResultsOutlook.State state) {
        assertThat(outlook(SampleResults.QD2679, online, received, rest, eligible, owed(1, 3, 0))
                        .state())
                .isEqualTo(state);
    }

    /** December is there, so that whatever is needed can only stand in what is owed. */
    @ParameterizedTest(name = "{0}/{1} so far, {2} owed, {3} of them eligible")
    @CsvSource({"100, 100, 5, 5", "60, 100, 100, 100", "60, 100, 100, 59", "0, 100, 5, 5", "60, 100, 0, 0"})
    void isUndecidedWhereOnlyOwedReturnsAreLeft(long online, long received, long rest, long eligible) {
        assertThat(outlook(SampleResults.QD2679, online, received, rest, eligible, owed(1, 0, 0))
                        .state())
                .isEqualTo(ResultsOutlook.State.UNDECIDED);
    }

    /** A target of 0 % holds whatever comes, and one of 100 % is lost with the first dossier on paper. */
    @ParameterizedTest(name = "{0} %, {1}/100 so far")
    @CsvSource({
        "0, 0, CERTAIN",
        "0, 100, CERTAIN",
        "99.9999, 99, UNDECIDED",
        "100, 99, OUT_OF_REACH",
        "100, 100, UNDECIDED",
    })
    void isSureOfWhatHoldsForEveryOwedReturn(BigDecimal threshold, long online, ResultsOutlook.State state) {
        assertThat(outlook(asking(threshold), online, 100, 10, 10, owed(1, 0, 0))
                        .state())
                .isEqualTo(state);
    }

    /** Of some months to come nothing is known, unless the reader says what to expect. */
    @Test
    void saysNothingForCertainWithoutABasis() {
        Counts soFar = counts(99, 100);
        RemainingYear unknown = RemainingYear.of(owed(0, 3, 2), SEPTEMBER, soFar, null);
        RemainingYear assumed = RemainingYear.of(owed(0, 3, 2), SEPTEMBER, soFar, 65L);

        assertThat(ResultsOutlook.of(SampleResults.QD2679, soFar, unknown).state())
                .isEqualTo(ResultsOutlook.State.ON_TRACK);
        assertThat(unknown.withoutBasis()).isEqualTo(2);
        assertThat(ResultsOutlook.of(SampleResults.QD2679, soFar, assumed).state())
                .isEqualTo(ResultsOutlook.State.CERTAIN);
        assertThat(assumed.withoutBasis()).isZero();
    }

    @Test
    void looksAheadFromTheDemonstrationsSeptember() {
        Counts soFar = SampleResults.provisional2024().district().counts();
        RemainingYear remaining = RemainingYear.of(SampleResults.owed(SEPTEMBER), SEPTEMBER, soFar, null);

        assertThat(remaining)
                .isEqualTo(new RemainingYear(
                        new Owed(3, 69, 72, 12_982, 0, 0, 0, 0),
                        YearMonth.of(2024, 10),
                        YearMonth.of(2024, 12),
                        12_982,
                        8_750,
                        false));
        assertThat(ResultsOutlook.of(SampleResults.QD2679, soFar, remaining))
                .isEqualTo(new ResultsOutlook(
                        SampleResults.QD2679, 8_000, new BigDecimal("61.62"), ResultsOutlook.State.MUST_SPEED_UP));
        assertThat(ResultsOutlook.of(SampleResults.NQ17, soFar, remaining))
                .isEqualTo(new ResultsOutlook(
                        SampleResults.NQ17, 2_928, new BigDecimal("22.55"), ResultsOutlook.State.ON_TRACK));
    }

    @Test
    void expectsWhatTheReaderSays() {
        RemainingYear remaining = RemainingYear.of(owed(1, 3, 0), SEPTEMBER, counts(50, 90), 31L);

        assertThat(remaining.dossiers()).isEqualTo(31);
        assertThat(remaining.eligible()).isEqualTo(31);
        assertThat(remaining.given()).isTrue();
    }

    @Test
    void isOverWithTheLastReturnAndNotWithTheLastMonth() {
        YearMonth december = YearMonth.of(2024, 12);
        RemainingYear over = RemainingYear.of(Owed.NOTHING, december, counts(50, 90), 500L);

        assertThat(over.over()).isTrue();
        assertThat(over.dossiers()).isZero();
        assertThat(over.given()).isFalse();
        assertThat(RemainingYear.of(owed(1, 0, 1), december, counts(50, 90), null)
                        .over())
                .isFalse();
    }

    private static ResultsOutlook outlook(
            Target target, long online, long received, long rest, long eligible, Owed owed) {
        return ResultsOutlook.of(
                target,
                counts(online, received),
                new RemainingYear(owed, YearMonth.of(2024, 10), YearMonth.of(2024, 12), rest, eligible, false));
    }

    /** Each return of which something is known is expected to be as last year. */
    private static Owed owed(int begun, int ahead, int withoutBasis) {
        return new Owed(begun, ahead, begun + ahead - withoutBasis, 0, 0, 0, withoutBasis, 0);
    }

    private static Target asking(BigDecimal threshold) {
        Target like = SampleResults.QD2679;
        return new Target(
                like.id(),
                like.code(),
                like.label(),
                like.clause(),
                like.indicator(),
                like.rule(),
                threshold,
                like.scope(),
                like.aspiration(),
                like.validFrom(),
                like.validUntil(),
                like.instruments());
    }

    private static Counts counts(long online, long received) {
        return new Counts(0, 0, received, online, received, online, null);
    }
}
