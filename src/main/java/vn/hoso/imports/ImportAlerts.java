package vn.hoso.imports;

import vn.hoso.figures.domain.JointSaveOutcome;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.shared.Formats;

/** Keys of the sentences that say why a file was not applied. */
public final class ImportAlerts {

    private ImportAlerts() {}

    /** The key, and behind a bar the month that it is about. */
    public static String of(JointSaveOutcome joint) {
        return key(joint.outcome()) + (joint.month() == null ? "" : "|" + Formats.month(joint.month()));
    }

    private static String key(SaveOutcome outcome) {
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
