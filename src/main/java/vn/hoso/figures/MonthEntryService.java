package vn.hoso.figures;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SaveOutcome.JointSaveOutcome;
import vn.hoso.security.CurrentUser;

/** Saves monthly figures: the way in for the form, and for everything else that enters figures for people. */
@Service
public class MonthEntryService {

    private static final String ONE_RETURN_EACH = "monthly_return_once";

    private final MonthSaveTransaction saving;

    MonthEntryService(MonthSaveTransaction saving) {
        this.saving = saving;
    }

    /**
     * Saves all rows or none.
     *
     * @throws IllegalArgumentException if figures break a rule that {@link ReturnInput#read} reports; callers read first
     */
    public SaveOutcome save(MonthEdit edit, CurrentUser by) {
        return saveAll(List.of(edit), by, () -> {}).outcome();
    }

    /**
     * Saves each row that can be, whole, and none of the others, in one transaction: a form's 21 right rows do not wait for
     * the two that are asked about.
     *
     * @return {@link SaveOutcome.Saved} if no row is left, {@link SaveOutcome.PartlySaved} if one is, or why nothing was
     *     looked at: a month that is locked, a unit that is not the writer's
     * @throws IllegalArgumentException as for {@link #save}
     */
    public SaveOutcome saveEach(MonthEdit edit, CurrentUser by) {
        return again(() -> saving.saveEach(edit, by));
    }

    /**
     * Saves all rows of all months or none, in one transaction.
     *
     * @param edits one for each month, in any order
     * @param with what is stored in the same transaction once the figures are; what it throws takes them back
     * @throws IllegalArgumentException as for {@link #save}
     */
    public JointSaveOutcome saveAll(List<MonthEdit> edits, CurrentUser by, Runnable with) {
        return again(() -> saving.saveAll(edits, by, with));
    }

    private static <T> T again(Supplier<T> save) {
        try {
            return save.get();
        } catch (DataIntegrityViolationException broken) {
            if (!String.valueOf(broken.getMessage()).contains(ONE_RETURN_EACH)) {
                throw broken;
            }
            // Somebody else stored the same unit's first return in between; now there is one to compare with.
            return save.get();
        }
    }
}
