package vn.hoso.figures;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import vn.hoso.security.CurrentUser;

/** Saves monthly figures: the way in for the form, and for everything else that enters figures for people. */
@Service
public class MonthEntry {

    private static final String ONE_RETURN_EACH = "monthly_return_once";

    private final MonthSaving saving;

    MonthEntry(MonthSaving saving) {
        this.saving = saving;
    }

    /**
     * Saves all rows or none.
     *
     * @throws IllegalArgumentException if figures break a rule that {@link ReturnText#read} reports; callers read first
     */
    public SaveOutcome save(MonthEdit edit, CurrentUser by) {
        try {
            return saving.save(edit, by);
        } catch (DataIntegrityViolationException broken) {
            if (!String.valueOf(broken.getMessage()).contains(ONE_RETURN_EACH)) {
                throw broken;
            }
            // Somebody else stored the same unit's first return in between; now there is one to compare with.
            return saving.save(edit, by);
        }
    }
}
