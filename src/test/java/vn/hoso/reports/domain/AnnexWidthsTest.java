package vn.hoso.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.reports.domain.AnnexWidths.Asked;

/** The annex's columns fill a landscape page, whatever stands beside the names of units. */
class AnnexWidthsTest {

    private static AnnexWidths of(List<Long> largest, int defined, int targets, boolean yearBefore) {
        return of(200, largest, defined, targets, yearBefore);
    }

    private static AnnexWidths of(int units, List<Long> largest, int defined, int targets, boolean yearBefore) {
        return AnnexWidths.of(new Asked(units, largest, defined, targets, yearBefore));
    }

    private static Asked of(int units, long total, int defined, int targets) {
        return new Asked(units, Collections.nCopies(6, total), defined, targets, true);
    }

    private static int together(AnnexWidths widths, int targets, boolean yearBefore) {
        return widths.order()
                + widths.counts().stream().mapToInt(Integer::intValue).sum()
                + 3 * widths.rate()
                + widths.columns() * widths.defined()
                + widths.verdicts() * widths.verdict()
                + (yearBefore ? widths.rate() + AnnexWidths.CHANGE : 0)
                + widths.name()
                + widths.note();
    }

    @Test
    void namesAlwaysHaveRoom() {
        for (long total : List.of(0L, 99_999L, 100_000L, 999_999L, 1_000_000L, 9_999_999L)) {
            for (int defined = 0; defined <= 2; defined++) {
                for (int targets = 0; targets <= 40; targets++) {
                    for (boolean yearBefore : List.of(false, true)) {
                        for (int units : List.of(23, 200)) {
                            if (yearBefore && !AnnexWidths.leaveRoom(of(units, total, defined, targets))) {
                                continue;
                            }
                            AnnexWidths widths = of(units, Collections.nCopies(6, total), defined, targets, yearBefore);
                            String asked = total + " " + defined + " " + targets + " " + yearBefore + ": " + widths;
                            assertThat(widths.name()).as(asked).isGreaterThanOrEqualTo(35);
                            assertThat(widths.verdicts()).as(asked).isBetween(Math.min(targets, 5), targets);
                            assertThat(widths.note()).as(asked).isGreaterThanOrEqualTo(10);
                            assertThat(together(widths, targets, yearBefore))
                                    .as(asked)
                                    .isBetween(targets == 0 ? 252 : 252 - targets + 1, 252);
                        }
                    }
                }
            }
        }
    }

    /** Beside four targets for as long as each of them has a column. */
    @Test
    void leavesRoomForTheYearBefore() {
        List<Long> province = List.of(90_000L, 80_000L, 1_900_000L, 800_000L, 2_000_000L, 1_000_000L);

        assertThat(AnnexWidths.leaveRoom(new Asked(200, province, 0, 4, true))).isTrue();
        assertThat(AnnexWidths.leaveRoom(of(200, 9_999_999, 0, 4))).isFalse();
        assertThat(AnnexWidths.leaveRoom(of(200, 9_999_999, 0, 3))).isTrue();
        assertThat(AnnexWidths.leaveRoom(of(23, 999_999, 0, 4))).isTrue();
        assertThat(AnnexWidths.leaveRoom(of(23, 48_254, 0, 5))).isFalse();
    }

    /** Two indicators of the office, two targets and seven digits left 12 mm; both indicators keep their columns. */
    @ParameterizedTest
    @CsvSource({"23, 48254, 2, 29", "200, 48254, 2, 22", "23, 9999999, 2, 22", "200, 9999999, 2, 22"})
    void keepsTheOfficesIndicators(int units, long total, int columns, int wide) {
        AnnexWidths widths = of(units, List.of(total, total, total, total, total, total), 2, 2, false);

        assertThat(widths.columns()).isEqualTo(columns);
        assertThat(widths.defined()).isEqualTo(wide);
    }

    /** Each count is as wide as its own digits ask where room is short. */
    @Test
    void asksTheContent() {
        assertThat(of(List.of(90_000L, 80_000L, 900_000L, 800_000L, 2_000_000L, 1_000_000L), 2, 2, false)
                        .counts())
                .containsExactly(11, 11, 12, 12, 14, 14);
    }

    /** In a cell of an annex that is as tight as can be, in its least letters: a number parted between two lines is another number. */
    @ParameterizedTest
    @CsvSource({"99999, 99.999", "999999, 999.999", "9999999, 9.999.999", "99999999, 99.999.999"})
    void partsNoTotal(long total, String printed) {
        for (int targets = 0; targets <= 12; targets++) {
            AnnexWidths widths = of(Collections.nCopies(6, total), 2, targets, false);
            assertThat(widths.counts())
                    .allMatch(width -> ReportTextWidth.bold(printed, 8) <= width * 283 / 5 - 102, widths.toString());
        }
    }

    /** What a district's annex has had is left as it is. */
    @Test
    void leavesAUsualAnnexAsItIs() {
        AnnexWidths widths = of(List.of(11_212L, 10_682L, 14_874L, 11_602L, 48_254L, 22_574L), 0, 2, false);

        assertThat(widths).isEqualTo(new AnnexWidths(9, List.of(12, 12, 12, 12, 13, 13), 16, 26, 0, 21, 2, 48, 31));
    }
}
