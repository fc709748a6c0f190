package vn.hoso.rates;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What returns say of an indicator that the administrator defined. Only returns that hold all its fields are added, so that
 * numerator and denominator always speak of the same dossiers.
 *
 * @param indicator what is measured
 * @param rate the sums
 * @param returns how many returns these were added up from, at least one
 */
public record MeasuredCounts(Indicator indicator, Rate rate, int returns) {

    /** The same in the order of the indicators' names. */
    static List<MeasuredCounts> byName(List<MeasuredCounts> reported) {
        return reported.stream()
                .sorted(Comparator.comparing(each -> each.indicator().name()))
                .toList();
    }

    /** What was reported of an indicator; null where no return holds its fields. */
    static @Nullable MeasuredCounts find(List<MeasuredCounts> reported, Indicator indicator) {
        return reported.stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst()
                .orElse(null);
    }

    /** Indicator by indicator; one that only either side holds as it is. */
    static List<MeasuredCounts> sum(List<MeasuredCounts> a, List<MeasuredCounts> b) {
        return Stream.concat(a.stream(), b.stream())
                .map(MeasuredCounts::indicator)
                .distinct()
                .map(indicator -> Stream.concat(a.stream(), b.stream())
                        .filter(each -> each.indicator().equals(indicator))
                        .reduce(MeasuredCounts::plus)
                        .orElseThrow())
                .toList();
    }

    MeasuredCounts plus(MeasuredCounts other) {
        return new MeasuredCounts(indicator, rate.plus(other.rate), Math.addExact(returns, other.returns));
    }

    /** A part of them, on as many returns. */
    MeasuredCounts times(Fraction part) {
        return new MeasuredCounts(
                indicator,
                Rate.of(
                        rate.exactNumerator().times(part),
                        rate.exactDenominator().times(part)),
                returns);
    }
}
