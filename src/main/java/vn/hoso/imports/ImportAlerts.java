package vn.hoso.imports;

import vn.hoso.figures.SaveOutcome;

/** Keys of the sentences that say why a file was not applied. */
public final class ImportAlerts {

    private ImportAlerts() {}

    public static String of(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Conflicting) {
            return "imports.alert.conflict";
        }
        if (outcome instanceof SaveOutcome.MonthLocked) {
            return "imports.alert.locked";
        }
        if (outcome instanceof SaveOutcome.AlreadyApproved) {
            return "imports.alert.approved";
        }
        return outcome instanceof SaveOutcome.Unexplained ? "imports.alert.unexplained" : "imports.alert.foreign";
    }
}
