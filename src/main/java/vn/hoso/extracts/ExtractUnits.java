package vn.hoso.extracts;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.hoso.extracts.ExtractCounting.Known;
import vn.hoso.units.Unit;

/** Of which unit a list's dossiers are, and which names are no unit's for sure. */
public final class ExtractUnits {

    private final Function<YearMonth, Known> known;
    private final ListAnswers answers;
    private final @Nullable Long onlyUnit;
    private final Map<YearMonth, Known> knownOf = new HashMap<>();
    private final Map<String, Boolean> none = new HashMap<>();
    private final Map<String, Optional<Unit>> found = new HashMap<>();
    private final SortedMap<String, Integer> unknown = new TreeMap<>();
    private final SortedMap<String, Integer> left = new TreeMap<>();
    private final SortedMap<YearMonth, Integer> without = new TreeMap<>();

    ExtractUnits(Function<YearMonth, Known> known, ListAnswers answers, @Nullable Long onlyUnit) {
        this.known = known;
        this.answers = answers;
        this.onlyUnit = onlyUnit;
    }

    /** The units of a month. */
    Known known(YearMonth month) {
        return knownOf.computeIfAbsent(month, known);
    }

    /** The unit of the list, else the one that a person said a name means, else the only one that it can mean. */
    @Nullable
    Unit of(DossierGroup group, YearMonth month) {
        return onlyUnit == null ? named(group, month) : only(onlyUnit, group, month);
    }

    private @Nullable Unit only(long id, DossierGroup group, YearMonth month) {
        Unit unit = known(month).byId().get(id);
        if (unit == null) {
            without.merge(month, group.number(), Integer::sum);
        }
        return unit;
    }

    private @Nullable Unit named(DossierGroup group, YearMonth month) {
        String name = name(group);
        if (none(name, month)) {
            left.merge(name, group.number(), Integer::sum);
            return null;
        }
        Optional<Unit> unit = called(name, month);
        if (unit.isEmpty()) {
            unknown.merge(name, group.number(), Integer::sum);
        }
        return unit.orElse(null);
    }

    /** The unit as {@link #of} finds it, whether or not the month is counted: nothing is asked about it. */
    Optional<Unit> unasked(DossierGroup group, YearMonth month) {
        if (onlyUnit != null) {
            return Optional.ofNullable(known(month).byId().get(onlyUnit));
        }
        String name = name(group);
        return none(name, month) ? Optional.empty() : called(name, month);
    }

    private static String name(DossierGroup group) {
        return Objects.requireNonNullElse(group.unit(), "");
    }

    private boolean none(String name, YearMonth month) {
        Long said = answers.units().get(name);
        return said == null
                ? none.computeIfAbsent(name, each -> known(month).none().contains(ExtractCounting.folded(each)))
                : said == ExtractCounting.NO_UNIT;
    }

    private Optional<Unit> called(String name, YearMonth month) {
        Long said = answers.units().get(name);
        Known units = known(month);
        return found.computeIfAbsent(
                month + name,
                key -> said == null
                        ? units.matcher().find(name).filter(each -> units.byId().containsKey(each.id()))
                        : Optional.ofNullable(units.byId().get(said)));
    }

    /** Names that are no unit's for sure, with their dossiers. */
    public SortedMap<String, Integer> unknown() {
        return unknown;
    }

    /** Names that a person said are no unit. */
    public SortedMap<String, Integer> left() {
        return left;
    }

    /** Months in which the unit of the list did not exist, with their dossiers: nothing but leaving them out settles that. */
    public SortedMap<YearMonth, Integer> without() {
        return without;
    }

    boolean sure() {
        return unknown.isEmpty() && without.isEmpty();
    }
}
