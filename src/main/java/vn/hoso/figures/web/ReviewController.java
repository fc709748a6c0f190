package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.MonthWorkflowService;
import vn.hoso.figures.MonthWorkflowService.Seen;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayApprove;
import vn.hoso.security.MayReview;

/** The reviewer's pages for a month: look, approve together, send back with remarks. */
@Controller
class ReviewController {

    private static final String SENDING_BACK = "sendingBack";

    private final MonthWorkflowService workflow;
    private final ReviewViewAssembler pages;
    private final AskedMeasures asked;
    private final FiguresMessages words;
    private final Acknowledgements done;

    ReviewController(
            MonthWorkflowService workflow,
            ReviewViewAssembler pages,
            AskedMeasures asked,
            FiguresMessages words,
            Acknowledgements done) {
        this.done = done;
        this.workflow = workflow;
        this.pages = pages;
        this.asked = asked;
        this.words = words;
    }

    @MayApprove
    @GetMapping("/figures/{month}/review")
    String show(
            @PathVariable YearMonth month,
            @AuthenticationPrincipal CurrentUser reviewer,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "page", pages.page(month, reviewer, MonthReviewView.Refused.NONE, MonthUnitsPage.of(request)));
        return "figures/review";
    }

    /** A field for each figure: which there are, the measures say. */
    @ModelAttribute(SENDING_BACK)
    SendingBackForm sendingBack(@PathVariable YearMonth month, @RequestParam Map<String, String> fields) {
        return SendingBackForm.of(fields, asked.at(month));
    }

    @MayApprove
    @PostMapping("/figures/{month}/approvals")
    String approve(
            @PathVariable YearMonth month,
            @Valid ApprovalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser reviewer,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String alert = words.text("figures.review.approve.nothing");
            model.addAttribute(
                    "page",
                    pages.page(
                            month,
                            reviewer,
                            MonthReviewView.Refused.approval(alert, form.approve()),
                            MonthUnitsPage.of(request)));
            return "figures/review";
        }
        try {
            int approved = workflow.approve(month, ReturnRef.read(form.approve()), reviewer);
            after.addFlashAttribute(
                    Acknowledgements.NAME,
                    done.of(approved == 0 ? "figures.approved.nothing" : "figures.approved", reviewer, approved));
            return "redirect:"
                    + MonthUnitsPage.address(
                            "/figures/" + month + "/review",
                            MonthUnitsPage.of(request).filter());
        } catch (WorkflowException refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            String alert = words.text("figures.review.not-approved", pages.refusal(month, refused, reviewer));
            model.addAttribute(
                    "page",
                    pages.page(
                            month,
                            reviewer,
                            MonthReviewView.Refused.approval(alert, form.approve()),
                            MonthUnitsPage.of(request)));
            return "figures/review";
        }
    }

    @MayReview
    @PostMapping("/figures/{month}/returns")
    String sendBack(
            @PathVariable YearMonth month,
            @Valid @ModelAttribute(SENDING_BACK) SendingBackForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser reviewer,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Seen seen = ReturnRef.read(form.unit());
        String alert;
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            alert = words.text("figures.review.remark-missing");
        } else {
            try {
                int returned = workflow.sendBack(month, seen, form.remarks(), reviewer);
                after.addFlashAttribute(
                        Acknowledgements.NAME,
                        done.of(
                                returned == 0 ? "figures.returned.nothing" : "figures.returned",
                                reviewer,
                                pages.unit(month, seen.unitId(), reviewer)));
                return "redirect:"
                        + MonthUnitsPage.address(
                                "/figures/" + month + "/review",
                                MonthUnitsPage.of(request).filter());
            } catch (WorkflowException refused) {
                response.setStatus(HttpStatus.CONFLICT.value());
                alert = words.text("figures.review.not-returned", pages.refusal(month, refused, reviewer));
            }
        }
        MonthReviewView.Refused refused = MonthReviewView.Refused.sendingBack(alert, seen.unitId(), form);
        model.addAttribute("page", pages.page(month, reviewer, refused, MonthUnitsPage.of(request)));
        return "figures/review";
    }

    /**
     * The returns ticked to be approved.
     *
     * @param approve units and the versions seen, such as {@code 2:5}
     */
    record ApprovalForm(
            @NotEmpty(message = "{figures.review.approve.nothing}")
            List<String> approve) {

        ApprovalForm(@Nullable List<String> approve) {
            this.approve = Objects.requireNonNullElse(approve, List.of());
        }
    }
}
