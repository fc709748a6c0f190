package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.MonthReading;
import vn.hoso.figures.MonthWorkflow;
import vn.hoso.figures.MonthWorkflow.Seen;
import vn.hoso.figures.Refusal;
import vn.hoso.figures.RemarksUnanswered;
import vn.hoso.figures.WorkflowRefused;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.RefusedException;

/** Hands saved figures to the reviewer: the units ticked, or all that are complete. */
@Controller
class SubmissionController {

    private final MonthAddress addresses;
    private final MonthReading reading;
    private final MonthWorkflow workflow;
    private final MonthView view;
    private final Acknowledgements done;

    SubmissionController(
            MonthAddress addresses,
            MonthReading reading,
            MonthWorkflow workflow,
            MonthView view,
            Acknowledgements done) {
        this.done = done;
        this.addresses = addresses;
        this.reading = reading;
        this.workflow = workflow;
        this.view = view;
    }

    /**
     * Submits.
     *
     * @param unit units and the versions seen, such as {@code 2:5}
     * @param all any text to submit every complete return of the sender's units as it is now
     * @param form also the answers to remarks, such as {@code answer.12}
     */
    @MayEnterFigures
    @PostMapping("/figures/{month}/submissions")
    String submit(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable List<String> unit,
            @RequestParam(required = false) @Nullable String all,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal CurrentUser sender,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        YearMonth of = addresses.read(month);
        TypedAnswers typed = TypedAnswers.read(form, unit == null ? List.of() : unit, all != null);
        if (all == null && typed.chosen().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.of(reading.read(of, sender), sender, Overlay.NOTHING_TICKED, typed, model);
        }
        try {
            List<Seen> seen = all == null
                    ? SeenReturns.read(typed.chosen())
                    : SeenReturns.read(MonthGrid.submittable(reading.read(of, sender), sender));
            int submitted = workflow.submit(of, seen, typed.answers(), sender);
            after.addFlashAttribute(
                    Acknowledgements.NAME,
                    done.of(submitted == 0 ? "figures.submitted.nothing" : "figures.submitted", sender, submitted));
            return "redirect:/figures/" + of;
        } catch (RemarksUnanswered unanswered) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.of(reading.read(of, sender), sender, Overlay.alert("figures.alert.unanswered"), typed, model);
        } catch (WorkflowRefused refused) {
            if (refused.refusal() == Refusal.NOT_YOURS) {
                throw new RefusedException(HttpStatus.NOT_FOUND, "figures.refused.unit");
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            Overlay overlay =
                    Overlay.alert("figures.refusal." + refused.refusal().name());
            return view.of(reading.read(of, sender), sender, overlay, model);
        }
    }
}
