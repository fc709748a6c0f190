package vn.hoso.figures.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.Finding;
import vn.hoso.figures.Problem;

/**
 * What to show over the stored month after a save that did not go through, so that nothing typed is lost.
 *
 * @param form the typed text, null to show what is stored
 * @param problems by unit, why the typed text cannot be saved
 * @param findings by unit, what is unusual and has no reason yet
 * @param conflicts the units whose return somebody else stored meanwhile
 * @param alertKey what to say of the save as a whole, null for nothing
 */
record Overlay(
        @Nullable MonthForm form,
        Map<Long, List<Problem>> problems,
        Map<Long, List<Finding>> findings,
        Set<Long> conflicts,
        @Nullable String alertKey) {

    static final Overlay NONE = new Overlay(null, Map.of(), Map.of(), Set.of(), null);

    /** Shows what is stored, and why something else than a save was refused. */
    static Overlay alert(String alertKey) {
        return new Overlay(null, Map.of(), Map.of(), Set.of(), alertKey);
    }

    /** Rows that wait for their own save, after another one's was saved. */
    static Overlay unsaved(MonthForm form) {
        return new Overlay(form, Map.of(), Map.of(), Set.of(), null);
    }

    static Overlay broken(MonthForm form, Map<Long, List<Problem>> problems) {
        return new Overlay(form, problems, Map.of(), Set.of(), "figures.alert.broken");
    }

    static Overlay unexplained(MonthForm form, Map<Long, List<Finding>> findings) {
        return new Overlay(form, Map.of(), findings, Set.of(), "figures.alert.unexplained");
    }

    static Overlay conflicting(MonthForm form, Set<Long> units) {
        return new Overlay(form, Map.of(), Map.of(), units, "figures.alert.conflict");
    }

    static Overlay refused(MonthForm form, String alertKey) {
        return new Overlay(form, Map.of(), Map.of(), Set.of(), alertKey);
    }

    List<Problem> problemsOf(long unitId) {
        return problems.getOrDefault(unitId, List.of());
    }

    List<Finding> findingsOf(long unitId) {
        return findings.getOrDefault(unitId, List.of());
    }

    MonthForm.@Nullable Row typed(long unitId) {
        return form == null ? null : form.rows().get(unitId);
    }
}
