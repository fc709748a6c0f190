package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Fraction;
import vn.hoso.rates.Rate;
import vn.hoso.results.WhatIfResults.WhatIfAssumption;
import vn.hoso.results.WhatIfResults.WhatIfAssumption.Level;
import vn.hoso.targets.Verdict;

class WhatIfResultsTest {

    /** Eligible: 80, 50 and 30 of 100 each. */
    private static final List<ScopeResults> UNITS = List.of(unit(1, 40, 80), unit(2, 45, 50), unit(3, 10, 30));

    private static final ScopeResults DISTRICT =
            SampleResults.scope("district", "Huyện", null, counts(95, 160, 300), Map.of(), List.of(), 3, 3);

    @ParameterizedTest(name = "unit {0} at {1} {2}: {3} online, {4} raised, {5} held back")
    @CsvSource({
        ", MEDIAN, , 115, 1, 1",
        "3, MEDIAN, , 115, 1, 1",
        "2, MEDIAN, , 95, 0, 0",
        ", ALL_ELIGIBLE, , 160, 3, 0",
        "1, ALL_ELIGIBLE, , 135, 1, 0",
        "1, PERCENT, 50, 105, 1, 0",
        "1, PERCENT, 50.5, 106, 1, 0",
        "1, PERCENT, 80, 135, 1, 0",
        "1, PERCENT, 80.01, 135, 1, 1",
        "1, PERCENT, 39, 95, 0, 0",
        "1, PERCENT, 0, 95, 0, 0",
        ", PERCENT, 100, 160, 3, 3",
    })
    void raisesUnitsAsFarAsTheirProceduresAllow(
            Long unit, Level level, BigDecimal percent, long online, int raised, int capped) {
        WhatIfResults found = WhatIfResults.of(new WhatIfAssumption(unit, level, percent), DISTRICT, UNITS);

        assertThat(found.before().rate()).isEqualTo(new Rate(95, 300));
        assertThat(found.after().rate()).isEqualTo(new Rate(online, 300));
        assertThat(found.more()).isEqualTo(online - 95);
        assertThat(found.raised()).isEqualTo(raised);
        assertThat(found.capped()).isEqualTo(capped);
    }

    @Test
    void holdsTheResultAgainstEveryTarget() {
        WhatIfResults found = WhatIfResults.of(new WhatIfAssumption(null, Level.ALL_ELIGIBLE, null), DISTRICT, UNITS);

        assertThat(found.verdicts()).extracting(Verdict::met).containsExactly(true, false);
        assertThat(found.verdicts()).extracting(Verdict::shortBy).containsExactly(0L, 20L);
    }

    @Test
    void allEligibleOfThePlansYearEndsAtTheCeiling() {
        YearResults year = SampleResults.demonstration2023();
        WhatIfResults found =
                WhatIfResults.of(new WhatIfAssumption(null, Level.ALL_ELIGIBLE, null), year.district(), year.units());

        assertThat(found.after().rate()).isEqualTo(new Rate(26_086, 48_254));
        assertThat(found.after().percent()).isEqualTo(new BigDecimal("54.06"));
    }

    @ParameterizedTest(name = "of 0/2, 1/2 and {0}: {1} of 10")
    @CsvSource({"'', 3", "'1', 5", "'0', 0"})
    void takesTheMiddleRateOrTheMeanOfTheTwoInTheMiddle(String third, long required) {
        List<Rate> rates = third.isEmpty()
                ? List.of(new Rate(0, 2), new Rate(1, 2))
                : List.of(new Rate(1, 2), new Rate(Long.parseLong(third), 1), new Rate(0, 2));
        Fraction median = Fraction.median(rates);

        assertThat(median).isNotNull();
        assertThat(median.times(Fraction.of(10, 1)).ceiling()).isEqualTo(required);
    }

    @Test
    void nothingHasNoMedian() {
        assertThat(Fraction.median(List.of())).isNull();
    }

    private static ScopeResults unit(long id, long online, long eligible) {
        return SampleResults.scope("X-" + id, "Xã " + id, id, counts(online, eligible, 100), Map.of(), List.of(), 1, 1);
    }

    private static Counts counts(long online, long eligible, long received) {
        return new Counts(0, 0, eligible, Math.min(online, eligible), received, online, null);
    }
}
