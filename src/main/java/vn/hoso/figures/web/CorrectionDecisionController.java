package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.CorrectionService;
import vn.hoso.figures.CorrectionService.Place;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.web.CorrectionController.CorrectionErrors;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayReview;
import vn.hoso.shared.PlainText;

/** How a proposed correction ends: approved or refused by another person, or withdrawn by its own. */
@Controller
class CorrectionDecisionController {

    private final UnitMonthLookup places;
    private final CorrectionService corrections;
    private final CorrectionViewAssembler pages;
    private final FiguresMessages words;

    CorrectionDecisionController(
            UnitMonthLookup places,
            CorrectionService corrections,
            CorrectionViewAssembler pages,
            FiguresMessages words) {
        this.places = places;
        this.corrections = corrections;
        this.pages = pages;
        this.words = words;
    }

    @MayReview
    @PostMapping("/figures/{month}/{unitId}/corrections/{id}/approval")
    String approve(
            @PathVariable YearMonth month,
            @PathVariable long unitId,
            @PathVariable long id,
            @AuthenticationPrincipal CurrentUser reviewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        UnitMonthLookup.Found found = places.find(month, unitId, reviewer);
        Place place = new Place(found.month(), unitId, id);
        return end(
                found,
                reviewer,
                "figures.correction.approved",
                model,
                response,
                after,
                () -> corrections.approve(place, reviewer));
    }

    @MayReview
    @PostMapping("/figures/{month}/{unitId}/corrections/{id}/refusal")
    String refuse(
            @PathVariable YearMonth month,
            @PathVariable long unitId,
            @PathVariable long id,
            @Valid RemarkForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser reviewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        UnitMonthLookup.Found found = places.find(month, unitId, reviewer);
        Place place = new Place(found.month(), unitId, id);
        return !errors.hasErrors()
                ? end(
                        found,
                        reviewer,
                        "figures.correction.refused",
                        model,
                        response,
                        after,
                        () -> corrections.refuse(place, form.clean(), reviewer))
                : remarkMissing(found, reviewer, model, response);
    }

    @MayEnterFigures
    @PostMapping("/figures/{month}/{unitId}/corrections/{id}/withdrawal")
    String withdraw(
            @PathVariable YearMonth month,
            @PathVariable long unitId,
            @PathVariable long id,
            @Valid RemarkForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser writer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        UnitMonthLookup.Found found = places.find(month, unitId, writer);
        Place place = new Place(found.month(), unitId, id);
        return !errors.hasErrors()
                ? end(
                        found,
                        writer,
                        "figures.correction.withdrawn",
                        model,
                        response,
                        after,
                        () -> corrections.withdraw(place, form.clean(), writer))
                : remarkMissing(found, writer, model, response);
    }

    private String end(
            UnitMonthLookup.Found place,
            CurrentUser by,
            String doneKey,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after,
            Runnable verb) {
        try {
            verb.run();
        } catch (WorkflowException refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return again(place, by, CorrectionErrors.sentence(refused, words), model);
        }
        after.addFlashAttribute("done", words.text(doneKey));
        return "redirect:/figures/" + place.month() + "/" + place.unit().id() + "/corrections";
    }

    private String remarkMissing(
            UnitMonthLookup.Found place, CurrentUser by, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return again(place, by, words.text("figures.correction.remark-missing"), model);
    }

    private String again(UnitMonthLookup.Found place, CurrentUser by, String alert, Model model) {
        model.addAttribute(
                "page",
                pages.page(
                        places.find(place.month(), place.unit().id(), by),
                        by,
                        CorrectionViewAssembler.Refused.of(alert, null)));
        return CorrectionController.VIEW;
    }

    /** Why a proposed correction is refused or withdrawn, as typed. */
    record RemarkForm(
            @PlainText(max = ReviewRemarks.LONGEST, message = "{figures.correction.remark-missing}")
            String remark) {

        RemarkForm(@Nullable String remark) {
            this.remark = Objects.requireNonNullElse(remark, "");
        }

        /** The remark as it is stored. */
        String clean() {
            return ReviewRemarks.clean(remark);
        }
    }
}
