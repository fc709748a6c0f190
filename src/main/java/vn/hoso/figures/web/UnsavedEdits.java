package vn.hoso.figures.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;

/**
 * What to show over the stored month after a save that did not go through as a whole, so that nothing typed is lost.
 *
 * @param form the typed text, null to show what is stored
 * @param problems by unit, why the typed text cannot be saved
 * @param findings by unit, what is unusual and has no reason yet
 * @param conflicts the units whose return somebody else stored meanwhile
 * @param approved the units whose return is approved already
 * @param saved how many units were stored all the same
 * @param alertKey what to say of the save as a whole if no unit was stored, null for nothing
 * @param nothingTicked whether units were to be submitted and none was ticked
 */
record UnsavedEdits(
        @Nullable MonthForm form,
        Map<Long, List<RuleViolation>> problems,
        Map<Long, List<UnusualFinding>> findings,
        Set<Long> conflicts,
        Set<Long> approved,
        int saved,
        @Nullable String alertKey,
        boolean nothingTicked) {

    static final UnsavedEdits NONE = of(null, null);

    /** Shows what is stored, and at the units that none of them was ticked. */
    static final UnsavedEdits NOTHING_TICKED =
            new UnsavedEdits(null, Map.of(), Map.of(), Set.of(), Set.of(), 0, null, true);

    private static UnsavedEdits of(@Nullable MonthForm form, @Nullable String alertKey) {
        return new UnsavedEdits(form, Map.of(), Map.of(), Set.of(), Set.of(), 0, alertKey, false);
    }

    /** Shows what is stored, and why something else than a save was refused. */
    static UnsavedEdits alert(String alertKey) {
        return of(null, alertKey);
    }

    /** Rows that wait for their own save, after another one's was saved. */
    static UnsavedEdits unsaved(MonthForm form) {
        return of(form, null);
    }

    static UnsavedEdits refused(MonthForm form, String alertKey) {
        return of(form, alertKey);
    }

    /** The rows that a save left. */
    static UnsavedEdits left(
            MonthForm form,
            Map<Long, List<RuleViolation>> problems,
            Map<Long, List<UnusualFinding>> findings,
            SaveOutcome.PartlySaved outcome) {
        Set<Long> conflicts =
                outcome.conflicts().stream().map(SaveOutcome.Conflict::unitId).collect(Collectors.toSet());
        String nothing = !problems.isEmpty()
                ? "figures.alert.broken"
                : !conflicts.isEmpty()
                        ? "figures.alert.conflict"
                        : findings.isEmpty() ? "figures.alert.approved" : "figures.alert.unexplained";
        return new UnsavedEdits(
                form, problems, findings, conflicts, Set.copyOf(outcome.approved()), outcome.units(), nothing, false);
    }

    /** The same over the stored figures of all other units. */
    UnsavedEdits withRefusedRowsOnly() {
        return new UnsavedEdits(
                form == null ? null : form.only(refused()),
                problems,
                findings,
                conflicts,
                approved,
                saved,
                alertKey,
                false);
    }

    /** The units that were not stored. */
    Set<Long> refused() {
        Set<Long> units = new HashSet<>(problems.keySet());
        units.addAll(findings.keySet());
        units.addAll(conflicts);
        units.addAll(approved);
        return units;
    }

    /** Whether what is stored stands against a row: somebody else's figures, an approval, a lock. */
    boolean contradicted() {
        return !conflicts.isEmpty() || !approved.isEmpty() || refused().isEmpty();
    }

    List<RuleViolation> problemsOf(long unitId) {
        return problems.getOrDefault(unitId, List.of());
    }

    List<UnusualFinding> findingsOf(long unitId) {
        return findings.getOrDefault(unitId, List.of()).stream()
                .filter(finding -> !finding.askedBy(problemsOf(unitId)))
                .toList();
    }

    MonthForm.@Nullable Row typed(long unitId) {
        return form == null ? null : form.rows().get(unitId);
    }
}
