package vn.hoso.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.figures.domain.Measure;
import vn.hoso.reconciliation.Difference.State;

/** What becomes of a difference whose values move or go. */
class DifferenceTest {

    @ParameterizedTest
    @CsvSource({
        "'', INCOMPARABLE, false, false",
        "TYPED=0, INCOMPARABLE, false, false",
        "COUNTED=7 TYPED=7, CORRECTED, true, false",
        "COUNTED=7 TYPED=8, OPEN, false, true"
    })
    void isClosedOnlyWhereTwoFiguresAgreeOrSomebodySaidWhy(
            String seen, State expected, boolean closed, boolean unsettled) {
        ComparedFigure figure = new ComparedFigure(2L, 2024, YearMonth.of(2024, 9), Measure.DOSSIERS_RECEIVED);

        State state = new Difference(figure, "Xã Phước An", seen, null, null, null, null, null).state();

        assertThat(state).isEqualTo(expected);
        assertThat(state.closed()).isEqualTo(closed);
        assertThat(state.unsettled()).isEqualTo(unsettled);
    }
}
