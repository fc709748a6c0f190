package vn.hoso.presentation;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;

/** The addresses of the pages that tell where a figure comes from; short enough to be typed from a printed page. */
public final class TracePaths {

    private TracePaths() {}

    /** Where the scope's rate comes from. */
    public static String of(ScopeResults scope, Indicator indicator, int year) {
        return of(scope.unitId(), indicator, year);
    }

    public static String of(@Nullable Long unitId, Indicator indicator, int year) {
        String district = "/trace/" + year + "/" + word(indicator);
        return unitId == null ? district : district + "/units/" + unitId;
    }

    /** Where one month's figures of one unit come from. */
    public static String ofReturn(ScopeResults unit, YearMonth month) {
        return "/trace/returns/" + unit.unitId() + "/" + month;
    }

    public static String word(Indicator indicator) {
        return indicator.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Indicator> indicator(String word) {
        return Arrays.stream(Indicator.values())
                .filter(each -> word(each).equals(word))
                .findFirst();
    }
}
