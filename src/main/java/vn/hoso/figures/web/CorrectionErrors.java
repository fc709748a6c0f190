package vn.hoso.figures.web;

import java.util.Set;
import vn.hoso.figures.domain.WorkflowError;
import vn.hoso.figures.domain.WorkflowException;

/** Why a step of a correction was refused, in words; what is not the person's to know is not found. */
final class CorrectionErrors {

    /** Refusals that mean something more to a correction than to the way of a return. */
    private static final Set<WorkflowError> OWN_WORDS = Set.of(
            WorkflowError.STALE, WorkflowError.MONTH_LOCKED, WorkflowError.OWN_FIGURES, WorkflowError.INCOMPLETE);

    private CorrectionErrors() {}

    static String sentence(WorkflowException refused, FiguresMessages words) {
        if (refused.refusal() == WorkflowError.NOT_YOURS) {
            throw UnitMonthLookup.notFound();
        }
        String key = OWN_WORDS.contains(refused.refusal()) ? "figures.correction.refusal." : "figures.refusal.";
        return words.text(key + refused.refusal().name());
    }
}
