package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.MonthWorkflowService;
import vn.hoso.figures.MonthWorkflowService.Seen;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.shared.MonthAddress;

/** The reviewer's desk for a month: look, approve together, send back with remarks. */
@Controller
class ReviewController {

    private final MonthAddress addresses;
    private final MonthWorkflowService workflow;
    private final ReviewViewAssembler desk;
    private final FiguresMessages words;
    private final Acknowledgements done;

    ReviewController(
            MonthAddress addresses,
            MonthWorkflowService workflow,
            ReviewViewAssembler desk,
            FiguresMessages words,
            Acknowledgements done) {
        this.done = done;
        this.addresses = addresses;
        this.workflow = workflow;
        this.desk = desk;
        this.words = words;
    }

    @MayReview
    @GetMapping("/figures/{month}/review")
    String show(@PathVariable String month, @AuthenticationPrincipal CurrentUser reviewer, Model model) {
        model.addAttribute("page", desk.page(addresses.read(month), reviewer, ReviewView.Refused.NONE));
        return "figures/review";
    }

    @MayReview
    @PostMapping("/figures/{month}/approvals")
    String approve(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable List<String> approve,
            @AuthenticationPrincipal CurrentUser reviewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        YearMonth of = addresses.read(month);
        if (approve == null || approve.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String alert = words.text("figures.review.approve.nothing");
            model.addAttribute("page", desk.page(of, reviewer, ReviewView.Refused.of(alert)));
            return "figures/review";
        }
        try {
            int approved = workflow.approve(of, ReturnRef.read(approve), reviewer);
            after.addFlashAttribute(
                    Acknowledgements.NAME,
                    done.of(approved == 0 ? "figures.approved.nothing" : "figures.approved", reviewer, approved));
            return "redirect:/figures/" + of + "/review";
        } catch (WorkflowException refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            String alert = words.text("figures.review.not-approved", desk.refusal(of, refused, reviewer));
            model.addAttribute("page", desk.page(of, reviewer, ReviewView.Refused.of(alert)));
            return "figures/review";
        }
    }

    @MayReview
    @PostMapping("/figures/{month}/returns")
    String sendBack(
            @PathVariable String month,
            @RequestParam String unit,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal CurrentUser reviewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        YearMonth of = addresses.read(month);
        Seen seen = ReturnRef.read(unit);
        ReviewView.ReturnForm form = form(fields);
        ReviewRemarks remarks = remarks(form);
        String alert;
        if (remarks == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            alert = words.text("figures.review.remark-missing");
        } else {
            try {
                int returned = workflow.sendBack(of, seen, remarks, reviewer);
                after.addFlashAttribute(
                        Acknowledgements.NAME,
                        done.of(
                                returned == 0 ? "figures.returned.nothing" : "figures.returned",
                                reviewer,
                                desk.unit(of, seen.unitId(), reviewer)));
                return "redirect:/figures/" + of + "/review";
            } catch (WorkflowException refused) {
                response.setStatus(HttpStatus.CONFLICT.value());
                alert = words.text("figures.review.not-returned", desk.refusal(of, refused, reviewer));
            }
        }
        ReviewView.Refused refused =
                new ReviewView.Refused(alert, seen.unitId(), form, new ReviewView.ReopeningForm("", ""), null);
        model.addAttribute("page", desk.page(of, reviewer, refused));
        return "figures/review";
    }

    private static ReviewView.ReturnForm form(Map<String, String> fields) {
        Map<String, String> cells = new HashMap<>();
        for (Measure measure : Measure.values()) {
            cells.put(measure.field(), fields.getOrDefault("cell." + measure.field(), ""));
        }
        return new ReviewView.ReturnForm(fields.getOrDefault("remark", ""), cells);
    }

    /** The remarks to keep, null if there is none about the return or one of them cannot be stored. */
    private static @Nullable ReviewRemarks remarks(ReviewView.ReturnForm form) {
        String text = ReviewRemarks.clean(form.remark());
        Map<Measure, String> cells = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            String about = ReviewRemarks.clean(form.cell(measure.field()));
            if (!about.isEmpty()) {
                cells.put(measure, about);
            }
        }
        return ReviewRemarks.acceptable(text) && cells.values().stream().allMatch(ReviewRemarks::acceptable)
                ? new ReviewRemarks(text, cells)
                : null;
    }
}
