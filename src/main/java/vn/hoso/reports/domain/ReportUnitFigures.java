package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;

/** The figures of single units, named when something asks for one of them: a page shows a few of many units. */
final class ReportUnitFigures {

    private static final Pattern OF_UNIT = Pattern.compile("don_vi_(\\d{1,18})\\..*");

    /** Names what it knows of a unit; nothing of one that it does not know. */
    interface Naming {

        void name(long unitId, ReportNamedFigures into);

        /** What these results say of each of their units. */
        static Naming of(YearResults results, BiConsumer<ScopeResults, ReportNamedFigures> unit) {
            Map<Long, ScopeResults> byId = new HashMap<>();
            for (ScopeResults each : results.units()) {
                Long id = each.unitId();
                if (id != null) {
                    byId.put(id, each);
                }
            }
            return (unitId, into) -> {
                ScopeResults known = byId.get(unitId);
                if (known != null) {
                    unit.accept(known, into);
                }
            };
        }
    }

    private final List<Naming> namings;
    private final Map<Long, ReportNamedFigures> named = new HashMap<>();

    ReportUnitFigures() {
        this(List.of());
    }

    private ReportUnitFigures(List<Naming> namings) {
        this.namings = new ArrayList<>(namings);
    }

    /** Those of whom as much is known, with nothing named yet. */
    ReportUnitFigures unnamed() {
        return new ReportUnitFigures(namings);
    }

    /** More is known of units, of those too that were named before. */
    void more(Naming naming) {
        namings.add(naming);
        named.clear();
    }

    /**
     * The figure of this name; null if it is no unit's, or nobody knows it.
     *
     * @param none holds no figure yet
     */
    @Nullable
    ReportNamedFigure find(String name, Supplier<ReportNamedFigures> none) {
        if (namings.isEmpty() || !name.startsWith(ReportNamedFigure.OF_UNIT)) {
            return null;
        }
        Matcher unit = OF_UNIT.matcher(name);
        return unit.matches()
                ? named.computeIfAbsent(Long.valueOf(unit.group(1)), id -> named(id, none.get()))
                        .find(name)
                : null;
    }

    private ReportNamedFigures named(long unitId, ReportNamedFigures into) {
        namings.forEach(naming -> naming.name(unitId, into));
        return into;
    }
}
