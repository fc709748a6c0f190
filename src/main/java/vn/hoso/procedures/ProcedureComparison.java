package vn.hoso.procedures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.procedures.Procedure.Listed;
import vn.hoso.procedures.ProcedureCatalogue.Comparison;
import vn.hoso.procedures.ProcedureCatalogue.Lookup;

/** Holds a list of procedures against the catalogue. */
final class ProcedureComparison {

    private ProcedureComparison() {}

    /**
     * A procedure that the list has twice counts as it stands last, and once where one of its rows lacks the code. Rows whose code
     * the catalogue has come first and names alone last, so that no name takes the place of a code.
     */
    static Comparison of(List<Procedure> all, Collection<Listed> list, LocalDate from) {
        Lookup known = new Lookup(all);
        Set<String> codes = all.stream().map(Procedure::code).collect(Collectors.toSet());
        List<Listed> rows = new ArrayList<>(once(list));
        rows.sort(Comparator.comparing(each -> each.code() == null ? 2 : codes.contains(each.code()) ? 0 : 1));
        List<Listed> added = new ArrayList<>();
        Map<Procedure, Listed> changed = new LinkedHashMap<>();
        Set<Long> met = new HashSet<>();
        int same = 0;
        for (Listed each : rows) {
            Procedure now = known.find(each.code(), each.name(), from).orElse(null);
            boolean taken = now != null && !met.add(now.id());
            if (now == null || taken && each.code() != null) {
                added.add(each);
                continue;
            }
            Listed whole = whole(each, now);
            if (!taken && differs(whole, now, from)) {
                changed.put(now, whole);
            } else {
                same++;
            }
        }
        return new Comparison(added, changed, same);
    }

    private static Collection<Listed> once(Collection<Listed> list) {
        Map<String, Listed> once = new LinkedHashMap<>();
        list.forEach(each -> once.put(each.key(), each));
        Map<String, List<Listed>> coded = once.values().stream()
                .filter(each -> each.code() != null)
                .collect(Collectors.groupingBy(each -> Procedure.keyOf(each.name())));
        List.copyOf(once.values()).stream()
                .filter(each -> each.code() == null && coded.containsKey(each.key()))
                .forEach(nameless -> {
                    once.remove(nameless.key());
                    List<Listed> bearers = Objects.requireNonNull(coded.get(nameless.key()));
                    if (bearers.size() == 1) {
                        Listed bearer = bearers.get(0);
                        once.put(bearer.key(), filled(bearer, nameless));
                    }
                });
        return once.values();
    }

    private static Listed filled(Listed coded, Listed uncoded) {
        return new Listed(
                coded.code(),
                coded.name(),
                either(coded.field(), uncoded.field()),
                either(coded.serviceClass(), uncoded.serviceClass()));
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    /** What the procedure becomes: what the list does not say stays. */
    private static Listed whole(Listed listed, Procedure now) {
        return new Listed(
                listed.code() == null ? now.code() : listed.code(),
                listed.code() == null ? now.name() : listed.name(),
                either(listed.field(), now.field()),
                listed.serviceClass());
    }

    private static boolean differs(Listed whole, Procedure now, LocalDate from) {
        return !whole.key().equals(now.code())
                || !whole.name().equals(now.name())
                || !Objects.equals(whole.field(), now.field())
                || whole.serviceClass() != null && !now.on(from).equals(Optional.of(whole.serviceClass()));
    }
}
