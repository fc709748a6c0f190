package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Rate;
import vn.hoso.results.PaperPeriodResults.PaperSeries;

class PaperSeriesTest {

    @ParameterizedTest(name = "paper of 10 in each month: {0}")
    @CsvSource({
        "4, , ",
        "4 3, 1, -10.00",
        "4 3 3, 1, 0.00",
        "5 5 4 3, 2, -15.00",
        "9 5 5 5 4 4 4, 3, -10.00",
        "9 9 1 2 3 1 2 4, 3, 3.33",
    })
    void comparesTheLatestMonthsWithAsManyBefore(String paper, Integer months, BigDecimal points) {
        PaperSeries series = series(paper);

        if (months == null) {
            assertThat(series.trend()).isNull();
        } else {
            assertThat(series.trend()).isNotNull();
            assertThat(series.trend().months()).isEqualTo(months);
            assertThat(series.trend().points()).isEqualTo(points);
            assertThat(series.trend().direction()).isEqualTo(points.signum());
        }
    }

    @Test
    void aMissingMonthIsNotAZero() {
        PaperSeries series = series("4 - 3");

        assertThat(series.months()).containsExactly(4L, null, 3L);
        assertThat(series.share()).isEqualTo(new Rate(7, 20));
        assertThat(series.paper()).isEqualTo(7);
        assertThat(series.trend()).isNull();
    }

    @Test
    void nothingReportedHasNoShare() {
        PaperSeries series = series("- -");

        assertThat(series.share()).isNull();
        assertThat(series.percent()).isNull();
    }

    private static PaperSeries series(String paper) {
        List<YearMonth> months = new ArrayList<>();
        Map<YearMonth, Counts> counts = new TreeMap<>();
        for (String each : paper.split(" ")) {
            YearMonth month = YearMonth.of(2024, months.size() + 1);
            months.add(month);
            if (!each.equals("-")) {
                long online = 10 - Long.parseLong(each);
                counts.put(month, new Counts(0, 0, 10, online, 20, online, null));
            }
        }
        return PaperSeries.of(1L, "Xã A", months, counts, months);
    }
}
