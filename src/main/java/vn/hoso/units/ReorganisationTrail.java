package vn.hoso.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.audit.Change;
import vn.hoso.units.ReorganisationQueries.Line;
import vn.hoso.units.ReorganisationQueries.Named;
import vn.hoso.units.UnitCarriage.What;

/** What the trail tells of a reorganisation: what came of which units, and what the new ones were given. */
final class ReorganisationTrail {

    private ReorganisationTrail() {}

    /**
     * One change for each line, and one for each thing that went over to a new unit.
     *
     * @param lines as they are kept
     * @param items what could be carried over, by the number of the new unit's line
     * @param carried what was chosen of it
     * @param made the new units by the number of their line
     */
    static List<Change> changes(
            List<Line> lines, Map<What, List<UnitCarriage.Item>> items, Set<What> carried, Map<Integer, Long> made) {
        List<Change> changes = new ArrayList<>();
        lines.forEach(each -> changes.add(Change.of("unit.line." + each.deed(), before(each), after(each))));
        items.forEach((what, all) -> all.stream()
                .filter(each -> carried.contains(what) && each.fits())
                .map(each -> new Change(
                        Objects.requireNonNull(made.get((int) each.successor())),
                        null,
                        "unit.carried." + what,
                        null,
                        each.text()))
                .distinct()
                .forEach(changes::add));
        return changes;
    }

    private static @Nullable String before(Line line) {
        return line.from().isEmpty()
                ? null
                : line.from().stream().map(ReorganisationTrail::name).collect(Collectors.joining(", "));
    }

    private static String after(Line line) {
        return line.to() == null ? "GONE" : name(line.to());
    }

    private static String name(Named unit) {
        String part = unit.whole() ? "" : " (" + unit.numerator() + "/" + unit.denominator() + ")";
        return unit.code() + " " + unit.name() + part;
    }
}
