package vn.hoso.figures.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.Problem;

/**
 * What to show over the stored month after a save that did not go through, so that nothing typed is lost.
 *
 * @param form the typed text, null to show what is stored
 * @param problems by unit, why the typed text cannot be saved
 * @param conflicts the units whose return somebody else stored meanwhile
 * @param alertKey what to say of the save as a whole, null for nothing
 */
record Overlay(
        @Nullable MonthForm form,
        Map<Long, List<Problem>> problems,
        Set<Long> conflicts,
        @Nullable String alertKey) {

    static final Overlay NONE = new Overlay(null, Map.of(), Set.of(), null);

    static Overlay broken(MonthForm form, Map<Long, List<Problem>> problems) {
        return new Overlay(form, problems, Set.of(), "figures.alert.broken");
    }

    static Overlay conflicting(MonthForm form, Set<Long> units) {
        return new Overlay(form, Map.of(), units, "figures.alert.conflict");
    }

    static Overlay refused(MonthForm form, String alertKey) {
        return new Overlay(form, Map.of(), Set.of(), alertKey);
    }

    List<Problem> problemsOf(long unitId) {
        return problems.getOrDefault(unitId, List.of());
    }

    MonthForm.@Nullable Row typed(long unitId) {
        return form == null ? null : form.rows().get(unitId);
    }
}
