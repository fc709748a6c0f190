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
import vn.hoso.figures.MonthQueries;
import vn.hoso.figures.MonthWorkflowService;
import vn.hoso.figures.MonthWorkflowService.Seen;
import vn.hoso.figures.domain.RemarksUnansweredException;
import vn.hoso.figures.domain.WorkflowError;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.MonthAddress;
import vn.hoso.shared.UserFacingException;

/** Hands saved figures to the reviewer: the units ticked, or all that are complete. */
@Controller
class SubmissionController {

    private final MonthAddress addresses;
    private final MonthQueries reading;
    private final MonthWorkflowService workflow;
    private final MonthGridPages view;
    private final Acknowledgements done;

    SubmissionController(
            MonthAddress addresses,
            MonthQueries reading,
            MonthWorkflowService workflow,
            MonthGridPages view,
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
        SubmissionForm typed = SubmissionForm.read(form, unit == null ? List.of() : unit, all != null);
        if (all == null && typed.chosen().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.of(reading.read(of, sender), sender, UnsavedEdits.NOTHING_TICKED, typed, model);
        }
        try {
            List<Seen> seen = all == null
                    ? ReturnRef.read(typed.chosen())
                    : ReturnRef.read(MonthGridViewAssembler.submittable(reading.read(of, sender), sender));
            int submitted = workflow.submit(of, seen, typed.answers(), sender);
            after.addFlashAttribute(
                    Acknowledgements.NAME,
                    done.of(submitted == 0 ? "figures.submitted.nothing" : "figures.submitted", sender, submitted));
            return "redirect:/figures/" + of;
        } catch (RemarksUnansweredException unanswered) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.of(
                    reading.read(of, sender), sender, UnsavedEdits.alert("figures.alert.unanswered"), typed, model);
        } catch (WorkflowException refused) {
            if (refused.refusal() == WorkflowError.NOT_YOURS) {
                throw new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.unit");
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            UnsavedEdits overlay =
                    UnsavedEdits.alert("figures.refusal." + refused.refusal().name());
            return view.of(reading.read(of, sender), sender, overlay, model);
        }
    }
}
