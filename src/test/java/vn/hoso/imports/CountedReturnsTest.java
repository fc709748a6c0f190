package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.units.SampleKinds;
import vn.hoso.units.Unit;

/** What counted figures say about a pair of which the unit said that it does not apply. */
class CountedReturnsTest {

    private static final ReturnFigures STORED = ReturnFigures.reporting(
            Map.of(
                    Measure.FULL_PROCESS_RECEIVED, FigureValue.NOT_APPLICABLE,
                    Measure.FULL_PROCESS_ONLINE, FigureValue.NOT_APPLICABLE),
            null);

    private static Map<Measure, ?> cells(int received, int online) {
        CountedReturns.Counted counted = new CountedReturns.Counted(
                new Unit(1, "21967", "Xã Phước Hòa", SampleKinds.COMMUNE),
                YearMonth.of(2024, 10),
                9,
                Map.of(
                        Measure.FULL_PROCESS_RECEIVED, received,
                        Measure.FULL_PROCESS_ONLINE, online,
                        Measure.DOSSIERS_RECEIVED, 9));
        return CountedReturns.line(counted, Measure.OWN, STORED).cells();
    }

    @Test
    void nothingCountedLeavesItAsItIsAndAnythingReplacesIt() {
        assertThat(cells(0, 0)).containsOnlyKeys(Measure.DOSSIERS_RECEIVED);
        assertThat(cells(2, 0))
                .containsOnlyKeys(
                        Measure.FULL_PROCESS_RECEIVED, Measure.FULL_PROCESS_ONLINE, Measure.DOSSIERS_RECEIVED);
    }
}
