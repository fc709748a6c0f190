package vn.hoso.shared;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What units are called in a list where two of them share a name: a merged commune mostly takes that of one of its own, and the
 * reader could not tell whose figures are whose. Names are Vietnamese in either language, and so is what tells them apart.
 */
public final class UnitNamesakes {

    private UnitNamesakes() {}

    /**
     * A unit as a list would name it.
     *
     * @param former whether it is no more while another of its name may be there
     */
    public record Named(long id, String code, String name, boolean former) {}

    /** What to call each of these units, by their ids: its name, with what tells it from another one's. */
    public static Map<Long, String> names(Collection<Named> units) {
        Map<Long, String> names = new HashMap<>();
        units.stream().collect(Collectors.groupingBy(Named::name)).values().forEach(alike -> alike.stream()
                .collect(Collectors.partitioningBy(Named::former))
                .values()
                .forEach(group -> group.forEach(
                        each -> names.put(each.id(), alike.size() < 2 ? each.name() : told(each, group)))));
        return names;
    }

    /** @param alike those of its name that were there at the same time: districts had communes of one name */
    private static String told(Named unit, List<Named> alike) {
        String mark = Stream.of(unit.former() ? "cũ" : "", alike.size() > 1 ? "mã " + unit.code() : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return mark.isEmpty() ? unit.name() : unit.name() + " (" + mark + ")";
    }
}
