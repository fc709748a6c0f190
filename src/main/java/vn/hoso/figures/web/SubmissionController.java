package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.YearMonth;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.MonthWorkflowService;
import vn.hoso.figures.domain.RemarkAnswers.RemarksUnansweredException;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.UserFacingException;

/** Hands saved figures to the reviewer: the units ticked, or all that are complete. */
@Controller
class SubmissionController {

    private static final String SUBMISSION = "submission";

    private final MonthWorkflowService workflow;
    private final MonthGridViewAssembler view;
    private final Acknowledgements done;

    SubmissionController(MonthWorkflowService workflow, MonthGridViewAssembler view, Acknowledgements done) {
        this.done = done;
        this.workflow = workflow;
        this.view = view;
    }

    /** A field for each remark: which there are, the returns say. */
    @ModelAttribute(SUBMISSION)
    SubmissionForm submission(@RequestParam MultiValueMap<String, String> fields) {
        return SubmissionForm.of(fields);
    }

    /**
     * Submits.
     *
     * @param typed units and the versions seen, or every complete return as it is now; and the answers to remarks
     */
    @MayEnterFigures
    @PostMapping("/figures/{month}/submissions")
    String submit(
            @PathVariable YearMonth month,
            @Valid @ModelAttribute(SUBMISSION) SubmissionForm typed,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser sender,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.show(month, sender, UnsavedEdits.NOTHING_TICKED, typed, MonthUnitsPage.of(request), model);
        }
        try {
            int submitted = typed.all()
                    ? workflow.submitAll(month, typed.answers(), sender)
                    : workflow.submit(month, ReturnRef.read(typed.chosen()), typed.answers(), sender);
            after.addFlashAttribute(
                    Acknowledgements.NAME,
                    done.of(submitted == 0 ? "figures.submitted.nothing" : "figures.submitted", sender, submitted));
            return "redirect:"
                    + MonthUnitsPage.address(
                            "/figures/" + month, MonthUnitsPage.of(request).filter());
        } catch (RemarksUnansweredException unanswered) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.show(
                    month,
                    sender,
                    UnsavedEdits.alert("figures.alert.unanswered"),
                    typed,
                    MonthUnitsPage.of(request),
                    model);
        } catch (WorkflowException refused) {
            if (refused.refusal() == WorkflowError.NOT_YOURS) {
                throw new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.unit");
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            UnsavedEdits overlay =
                    UnsavedEdits.alert("figures.refusal." + refused.refusal().name());
            return view.show(month, sender, overlay, typed, MonthUnitsPage.of(request), model);
        }
    }
}
