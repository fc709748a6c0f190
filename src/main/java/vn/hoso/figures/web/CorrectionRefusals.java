package vn.hoso.figures.web;

import java.util.Set;
import vn.hoso.figures.Refusal;
import vn.hoso.figures.WorkflowRefused;

/** Why a step of a correction was refused, in words; what is not the person's to know is not found. */
final class CorrectionRefusals {

    /** Refusals that mean something more to a correction than to the way of a return. */
    private static final Set<Refusal> OWN_WORDS =
            Set.of(Refusal.STALE, Refusal.MONTH_LOCKED, Refusal.OWN_FIGURES, Refusal.INCOMPLETE);

    private CorrectionRefusals() {}

    static String sentence(WorkflowRefused refused, GridWords words) {
        if (refused.refusal() == Refusal.NOT_YOURS) {
            throw UnitMonthPlace.notFound();
        }
        String key = OWN_WORDS.contains(refused.refusal()) ? "figures.correction.refusal." : "figures.refusal.";
        return words.text(key + refused.refusal().name());
    }
}
