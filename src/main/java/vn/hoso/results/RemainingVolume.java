package vn.hoso.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.results.Remaining.Basis;

/**
 * Expects the rest of a year: as a reader says, else as in the same months of last year if each of them holds figures,
 * else as in the mean month of this year.
 *
 * @param period from January to the latest month with figures
 * @param soFar what the period holds
 * @param months the twelve months that end with the period, so that the first of them are last year's rest
 * @param given the reader's own assumption, null for none
 */
record RemainingVolume(
        ReportingPeriod period,
        Counts soFar,
        List<DistrictMonth> months,
        @Nullable Long given) {

    Remaining expected() {
        YearMonth from = period.to().plusMonths(1);
        YearMonth to = period.to().withMonth(12);
        int left = 12 - period.to().getMonthValue();
        if (left == 0) {
            return new Remaining(from, to, 0, 0, Basis.YEAR_IS_OVER, 0, 0);
        }
        if (given != null) {
            return new Remaining(from, to, given, eligible(given), Basis.GIVEN, 0, 0);
        }
        List<DistrictMonth> lastYear = months.stream()
                .filter(each -> !each.month().isBefore(from.minusYears(1))
                        && !each.month().isAfter(to.minusYears(1)))
                .toList();
        if (lastYear.size() == left && lastYear.stream().allMatch(each -> each.counts() != null)) {
            long dossiers = lastYear.stream()
                    .map(DistrictMonth::counts)
                    .reduce(Counts.NONE, Counts::plus)
                    .dossiersReceived();
            return new Remaining(
                    from,
                    to,
                    dossiers,
                    eligible(dossiers),
                    Basis.SAME_MONTHS_LAST_YEAR,
                    lastYear.stream().mapToInt(DistrictMonth::reported).sum(),
                    lastYear.stream().mapToInt(DistrictMonth::expected).sum());
        }
        long mean = mean(left);
        return new Remaining(from, to, mean, eligible(mean), Basis.MEAN_OF_THIS_YEAR, 0, 0);
    }

    /** Months of the period that nobody reported say nothing about the others. */
    private long mean(int left) {
        long held = months.stream()
                .filter(each -> !each.month().isBefore(period.from()) && each.counts() != null)
                .count();
        return BigDecimal.valueOf(soFar.dossiersReceived())
                .multiply(BigDecimal.valueOf(left))
                .divide(BigDecimal.valueOf(Math.max(1, held)), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private long eligible(long dossiers) {
        if (soFar.dossiersReceived() == 0) {
            return 0;
        }
        return BigDecimal.valueOf(dossiers)
                .multiply(BigDecimal.valueOf(soFar.eligible()))
                .divide(BigDecimal.valueOf(soFar.dossiersReceived()), 0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
