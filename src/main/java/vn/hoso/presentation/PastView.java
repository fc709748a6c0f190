package vn.hoso.presentation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.UnitResultsPast;
import vn.hoso.results.UnitResultsPast.Origin;
import vn.hoso.shared.PageMessages;

/** What pages say of a unit whose figures are not simply its own: whose sum they are, and which are estimated. */
public final class PastView {

    /** More names than these are counted in tables. */
    private static final int MOST_NAMES = 2;

    private PastView() {}

    /** In few words beside the unit's name; null for a unit whose figures are its own. */
    public static @Nullable String brief(ScopeResults unit, PageMessages wording) {
        UnitResultsPast past = unit.past();
        if (past == null) {
            return null;
        }
        return past.ended()
                ? wording.of("dashboard.past.ended")
                : told(unit, past.origins(), MOST_NAMES, false, wording);
    }

    /** What stands before a list of the units whose sum a unit is; null where it takes more than a list to say. */
    public static @Nullable String beforeList(ScopeResults unit, PageMessages wording) {
        UnitResultsPast past = unit.past();
        if (past == null || past.ended() || past.estimated()) {
            return null;
        }
        return wording.of(
                past.origins().stream().anyMatch(origin -> Long.valueOf(origin.unitId())
                                .equals(unit.unitId()))
                        ? "dashboard.past.with.list"
                        : "dashboard.past.sum.list",
                wording.list(past.origins().stream()
                        .flatMap(origin -> origin.instruments().stream())
                        .distinct()
                        .toList()));
    }

    /** In full, with every name and document; null for a unit whose figures are its own. */
    public static @Nullable String full(ScopeResults unit, PageMessages wording) {
        UnitResultsPast past = unit.past();
        if (past == null) {
            return null;
        }
        List<String> sentences = new ArrayList<>();
        if (!past.origins().isEmpty()) {
            sentences.add(PageMessages.capitalised(told(unit, past.origins(), Integer.MAX_VALUE, true, wording)) + ".");
        }
        if (past.ended()) {
            sentences.add(wording.of("dashboard.past.ended.full"));
        }
        return String.join(" ", sentences);
    }

    /** The same of the units before another, for months in which that one was not there yet. */
    public static String full(ScopeResults unit, List<Origin> origins, PageMessages wording) {
        return told(unit, origins, Integer.MAX_VALUE, true, wording);
    }

    /** Which part of which unit, and by what: "1/3 của xã Phước An (theo Nghị quyết 12)". */
    public static String part(Origin origin, PageMessages wording) {
        return wording.of(
                "dashboard.past.part",
                origin.part().numerator() + "/" + origin.part().denominator(),
                origin.name(),
                wording.list(origin.instruments()));
    }

    private static String kind(boolean own, boolean one) {
        if (own) {
            return "dashboard.past.with";
        }
        return one ? "dashboard.past.one" : "dashboard.past.sum";
    }

    private static String told(
            ScopeResults unit, List<Origin> origins, int names, boolean documents, PageMessages wording) {
        List<Origin> others = origins.stream()
                .filter(origin -> !Long.valueOf(origin.unitId()).equals(unit.unitId()))
                .toList();
        boolean own = others.size() < origins.size();
        List<String> parts = new ArrayList<>(others.stream()
                .filter(Origin::divided)
                .map(origin -> part(origin, wording))
                .toList());
        boolean estimated = !parts.isEmpty();
        List<Origin> whole = others.stream().filter(origin -> !origin.divided()).toList();
        if (whole.size() > names) {
            parts.add(wording.of("dashboard.past.units", String.valueOf(whole.size())));
        } else {
            whole.forEach(origin -> parts.add(origin.name()));
        }
        List<String> instruments = whole.stream()
                .flatMap(origin -> origin.instruments().stream())
                .distinct()
                .toList();
        String sum = parts.size() == 1 && estimated && !own
                ? parts.get(0)
                : wording.of(kind(own, parts.size() == 1 && whole.size() == 1), wording.list(parts));
        String sourced = documents && !instruments.isEmpty()
                ? wording.of("dashboard.past.by", sum, wording.list(instruments))
                : sum;
        return estimated ? wording.of("dashboard.past.estimate", sourced) : sourced;
    }
}
