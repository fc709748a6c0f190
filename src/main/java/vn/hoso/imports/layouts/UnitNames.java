package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoso.units.Unit;
import vn.hoso.units.UnitKind;

/** Knows a month's units by whatever sheets call them. Two that a name could mean are none: a person is asked. */
public final class UnitNames {

    private record Known(Unit unit, UnitName name) {}

    private final Map<Long, Unit> byId = new HashMap<>();
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<String, List<Known>> byInitials = new HashMap<>();
    private final Map<String, Long> aliases;

    /**
     * @param units the month's units
     * @param aliases folded names that a person has matched before
     */
    public UnitNames(List<Unit> units, Map<String, Long> aliases) {
        this.aliases = aliases;
        for (Unit unit : units) {
            Known known = new Known(unit, UnitName.of(unit.name()));
            byId.put(unit.id(), unit);
            byCode.put(Fold.of(unit.code()), unit);
            byName.computeIfAbsent(known.name().rest(), rest -> new ArrayList<>())
                    .add(known);
            if (unit.kind() == UnitKind.DISTRICT_OFFICE) {
                byInitials
                        .computeIfAbsent(known.name().initials(), initials -> new ArrayList<>())
                        .add(known);
            }
        }
    }

    public Optional<Unit> byCode(String code) {
        return Optional.ofNullable(byCode.get(Fold.of(code)));
    }

    public Optional<Unit> find(String text) {
        String folded = Fold.of(text);
        Long chosen = aliases.get(folded);
        if (chosen != null && byId.containsKey(chosen)) {
            return Optional.of(byId.get(chosen));
        }
        if (byCode.containsKey(folded)) {
            return Optional.of(byCode.get(folded));
        }
        UnitName name = UnitName.of(text);
        Optional<Unit> named = only(byName.getOrDefault(name.rest(), List.of()), name);
        return named.isPresent() ? named : only(byInitials.getOrDefault(name.together(), List.of()), name);
    }

    private static Optional<Unit> only(List<Known> candidates, UnitName name) {
        List<Known> fitting = candidates.stream()
                .filter(known -> name.mayBe(known.unit().kind()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0).unit()) : Optional.empty();
    }
}
