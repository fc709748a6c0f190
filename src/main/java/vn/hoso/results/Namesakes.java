package vn.hoso.results;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoso.units.Unit;

/**
 * What units are called where two of a period share a name: a merged commune mostly takes that of one of its own, and the reader of
 * a list could not tell whose figures are whose. Names are Vietnamese in either language, and so is what tells them apart.
 */
final class Namesakes {

    private final Map<Long, String> names = new HashMap<>();

    private Namesakes() {}

    static Namesakes among(Collection<UnitTotals> units) {
        Namesakes found = new Namesakes();
        units.stream()
                .collect(Collectors.groupingBy(each -> each.unit().name()))
                .values()
                .forEach(found::add);
        return found;
    }

    /** The unit's name, with what tells it from another of that name. */
    String name(Unit unit) {
        return names.getOrDefault(unit.id(), unit.name());
    }

    private void add(List<UnitTotals> alike) {
        if (alike.size() < 2) {
            return;
        }
        YearMonth last = alike.stream()
                .flatMap(Namesakes::lastMonth)
                .max(Comparator.naturalOrder())
                .orElse(null);
        alike.stream()
                .collect(Collectors.partitioningBy(each -> each.state().succeeded()
                        || lastMonth(each).anyMatch(month -> last != null && month.isBefore(last))))
                .forEach((former, units) -> units.forEach(each ->
                        names.put(each.unit().id(), told(each.unit(), Boolean.TRUE.equals(former), units.size() > 1))));
    }

    private static Stream<YearMonth> lastMonth(UnitTotals unit) {
        return unit.expectedIn().stream().max(Comparator.naturalOrder()).stream();
    }

    /** @param alike whether others of that name were there at the same time: districts had communes of one name */
    private static String told(Unit unit, boolean former, boolean alike) {
        String mark = Stream.of(former ? "cũ" : "", alike ? "mã " + unit.code() : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return mark.isEmpty() ? unit.name() : unit.name() + " (" + mark + ")";
    }
}
