package vn.hoso.figures;

import java.util.List;
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
        return saveAll(List.of(edit), by).outcome();
    }

    /**
     * Saves all rows of all months or none, in one transaction.
     *
     * @param edits one for each month, in any order
     * @throws IllegalArgumentException as for {@link #save}
     */
    public JointOutcome saveAll(List<MonthEdit> edits, CurrentUser by) {
        try {
            return saving.saveAll(edits, by);
        } catch (DataIntegrityViolationException broken) {
            if (!String.valueOf(broken.getMessage()).contains(ONE_RETURN_EACH)) {
                throw broken;
            }
            // Somebody else stored the same unit's first return in between; now there is one to compare with.
            return saving.saveAll(edits, by);
        }
    }
}
