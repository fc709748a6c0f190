package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import vn.hoso.figures.CorrectionService;
import vn.hoso.figures.CorrectionService.Place;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.figures.web.CorrectionViewAssembler.Refused;
import vn.hoso.figures.web.UnitMonthLookup.Found;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayApprove;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayReview;
import vn.hoso.security.MayView;
import vn.hoso.shared.PlainText;

/**
 * Where other figures are proposed in the place of approved ones, and how a proposal ends: approved or refused by another
 * person, or withdrawn by its own.
 */
@Controller
class CorrectionController {

    private static final String VIEW = "figures/corrections";

    private static final String FORM = "form";

    /** Refusals that mean something more to a correction than to the way of a return. */
    private static final Set<WorkflowError> OWN_WORDS = Set.of(
            WorkflowError.STALE, WorkflowError.MONTH_LOCKED, WorkflowError.OWN_FIGURES, WorkflowError.INCOMPLETE);

    private final UnitMonthLookup places;
    private final CorrectionService corrections;
    private final CorrectionViewAssembler pages;
    private final AskedMeasures asked;
    private final FiguresMessages words;

    CorrectionController(
            UnitMonthLookup places,
            CorrectionService corrections,
            CorrectionViewAssembler pages,
            AskedMeasures asked,
            FiguresMessages words) {
        this.places = places;
        this.corrections = corrections;
        this.pages = pages;
        this.asked = asked;
        this.words = words;
    }

    @MayView
    @GetMapping("/figures/{month}/{unitId}/corrections")
    String show(
            @PathVariable YearMonth month,
            @PathVariable long unitId,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        model.addAttribute("page", pages.page(places.find(month, unitId, reader), reader, Refused.NONE));
        return VIEW;
    }

    /** A field for each figure: which there are, the measures say. */
    @ModelAttribute(FORM)
    CorrectionForm form(@PathVariable YearMonth month, @RequestParam Map<String, String> fields) {
        return CorrectionForm.of(fields, asked.at(month));
    }

    @MayEnterFigures
    @PostMapping("/figures/{month}/{unitId}/corrections")
    String propose(
            @PathVariable YearMonth month,
            @PathVariable long unitId,
            @Valid @ModelAttribute(FORM) CorrectionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser writer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Found place = places.find(month, unitId, writer);
        form.refuseUnlessWhole();
        if (form.unasked()) {
            Refused gone = Refused.of(words.text("figures.alert.no-longer-asked"), form);
            return again(place, writer, gone, HttpStatus.CONFLICT, model, response);
        }
        ReturnInput.Reading reading = form.text().read();
        Refused refused;
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!reading.problems().isEmpty() || errors.hasErrors()) {
            String broken = words.text("figures.correction.alert.broken");
            refused = new Refused(broken, form, reading.problems(), List.of(), errors.hasErrors());
        } else {
            try {
                List<UnusualFinding> unexplained = corrections.propose(
                        new CorrectionService.Proposal(
                                month,
                                unitId,
                                form.version(),
                                Objects.requireNonNull(reading.figures()),
                                ReviewRemarks.clean(form.reason())),
                        writer);
                if (unexplained.isEmpty()) {
                    return done(place, "figures.correction.proposed", after);
                }
                String silent = words.text("figures.correction.alert.unexplained");
                refused = new Refused(silent, form, List.of(), unexplained, false);
            } catch (WorkflowException no) {
                status = HttpStatus.CONFLICT;
                refused = Refused.of(sentence(no), form);
            }
        }
        return again(place, writer, refused, status, model, response);
    }

    @MayApprove
    @PostMapping("/figures/{month}/{unitId}/corrections/{id}/approval")
    String approve(
            @PathVariable YearMonth month,
            @PathVariable long unitId,
            @PathVariable long id,
            @AuthenticationPrincipal CurrentUser reviewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Found place = places.find(month, unitId, reviewer);
        Runnable verb = () -> corrections.approve(new Place(month, unitId, id), reviewer);
        return end(place, reviewer, false, verb, "figures.correction.approved", model, response, after);
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
        Found place = places.find(month, unitId, reviewer);
        Runnable verb = () -> corrections.refuse(new Place(month, unitId, id), form.clean(), reviewer);
        return end(place, reviewer, errors.hasErrors(), verb, "figures.correction.refused", model, response, after);
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
        Found place = places.find(month, unitId, writer);
        Runnable verb = () -> corrections.withdraw(new Place(month, unitId, id), form.clean(), writer);
        return end(place, writer, errors.hasErrors(), verb, "figures.correction.withdrawn", model, response, after);
    }

    /** Ends a proposal; back to its page, where it says why not. */
    private String end(
            Found place,
            CurrentUser by,
            boolean remarkMissing,
            Runnable verb,
            String doneKey,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        String alert = words.text("figures.correction.remark-missing");
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!remarkMissing) {
            try {
                verb.run();
                return done(place, doneKey, after);
            } catch (WorkflowException refused) {
                alert = sentence(refused);
                status = HttpStatus.CONFLICT;
            }
        }
        return again(place, by, Refused.of(alert, null), status, model, response);
    }

    private String done(Found place, String key, RedirectAttributes after) {
        after.addFlashAttribute("done", words.text(key));
        return "redirect:/figures/" + place.month() + "/" + place.unit().id() + "/corrections";
    }

    private String again(
            Found place,
            CurrentUser by,
            Refused refused,
            HttpStatus status,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        Found now = places.find(place.month(), place.unit().id(), by);
        model.addAttribute("page", pages.page(now, by, refused));
        return VIEW;
    }

    /** Why a step was refused, in words; what is not the person's to know is not found. */
    private String sentence(WorkflowException refused) {
        if (refused.refusal() == WorkflowError.NOT_YOURS) {
            throw UnitMonthLookup.notFound();
        }
        String key = OWN_WORDS.contains(refused.refusal()) ? "figures.correction.refusal." : "figures.refusal.";
        return words.text(key + refused.refusal().name());
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
