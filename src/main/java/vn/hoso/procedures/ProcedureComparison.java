package vn.hoso.procedures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
     * A procedure that the list has twice counts as it stands last, and once where one of its rows lacks the code and does not
     * contradict the other. Rows whose code the catalogue has come first and names alone last, so that no name takes the place of
     * a code. A name alone that is no single procedure's, or says of it what its row with the code does not, is told as unclear.
     */
    static Comparison of(List<Procedure> all, Collection<Listed> list, LocalDate from) {
        Lookup known = new Lookup(all);
        Set<String> codes = all.stream().map(Procedure::code).collect(Collectors.toSet());
        List<Listed> unclear = new ArrayList<>();
        List<Listed> rows = new ArrayList<>(once(list, unclear));
        rows.sort(Comparator.comparing(each -> each.code() == null ? 2 : codes.contains(each.code()) ? 0 : 1));
        List<Listed> added = new ArrayList<>();
        Map<Procedure, Listed> changed = new LinkedHashMap<>();
        Map<Long, Listed> met = new HashMap<>();
        int same = 0;
        for (Listed each : rows) {
            Procedure now = known.find(each.code(), each.name(), from).orElse(null);
            Listed before = now == null ? null : met.get(now.id());
            if (now == null || before != null && each.code() != null) {
                added.add(each);
            } else if (before != null && !repeats(each, before)) {
                unclear.add(each);
            } else if (before == null && differs(whole(each, now), now, from)) {
                changed.put(now, whole(each, now));
            } else {
                same++;
            }
            if (now != null) {
                met.putIfAbsent(now.id(), known(whole(each, now), now, from));
            }
        }
        return new Comparison(added, changed, same, unclear);
    }

    /** @param unclear takes the names alone that are no single row's with a code */
    private static Collection<Listed> once(Collection<Listed> list, List<Listed> unclear) {
        Map<String, Listed> once = new LinkedHashMap<>();
        list.forEach(each -> once.put(each.key(), each));
        Map<String, List<Listed>> coded = once.values().stream()
                .filter(each -> each.code() != null)
                .collect(Collectors.groupingBy(each -> Procedure.keyOf(each.name())));
        List.copyOf(once.values()).stream()
                .filter(each -> each.code() == null && coded.containsKey(each.key()))
                .forEach(uncoded -> {
                    List<Listed> bearers = Objects.requireNonNull(coded.get(uncoded.key()));
                    Listed bearer = filled(bearers.get(0), uncoded);
                    if (bearers.size() > 1 && uncoded.serviceClass() != null && differ(bearers)) {
                        return;
                    }
                    once.remove(uncoded.key());
                    if (bearers.size() == 1 && repeats(uncoded, bearer)) {
                        once.put(bearer.key(), bearer);
                    } else {
                        unclear.add(uncoded);
                    }
                });
        return once.values();
    }

    /** Whether they are not offered alike: only then is a name without a code a procedure of its own. */
    private static boolean differ(List<Listed> bearers) {
        return bearers.stream().map(Listed::serviceClass).distinct().count() > 1;
    }

    /** Whether a row says nothing that another does not say. */
    private static boolean repeats(Listed row, Listed other) {
        return Objects.equals(either(row.field(), other.field()), other.field())
                && Objects.equals(either(row.serviceClass(), other.serviceClass()), other.serviceClass());
    }

    /** A row with the class that holds where the row says none. */
    private static Listed known(Listed whole, Procedure now, LocalDate from) {
        return new Listed(
                whole.code(),
                whole.name(),
                whole.field(),
                either(whole.serviceClass(), now.on(from).orElse(null)));
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
