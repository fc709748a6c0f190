package vn.hoso.results;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoso.shared.UnitNamesakes;
import vn.hoso.shared.UnitNamesakes.Named;

/** What the units of a period are called: of those that share a name, the one that others came of, or that was gone first, is the former. */
final class ResultUnitNames {

    private ResultUnitNames() {}

    /** Their names by their ids. */
    static Map<Long, String> among(Collection<UnitResultTotals> units) {
        return UnitNamesakes.names(
                units.stream().collect(Collectors.groupingBy(each -> each.unit().name())).values().stream()
                        .flatMap(ResultUnitNames::named)
                        .toList());
    }

    private static Stream<Named> named(List<UnitResultTotals> alike) {
        YearMonth last = alike.stream()
                .flatMap(ResultUnitNames::lastMonth)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return alike.stream()
                .map(each -> new Named(
                        each.unit().id(),
                        each.unit().code(),
                        each.unit().name(),
                        each.state().succeeded()
                                || lastMonth(each).anyMatch(month -> last != null && month.isBefore(last))));
    }

    private static Stream<YearMonth> lastMonth(UnitResultTotals unit) {
        return unit.expectedIn().stream().max(Comparator.naturalOrder()).stream();
    }
}
