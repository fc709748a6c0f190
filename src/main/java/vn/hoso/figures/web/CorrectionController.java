package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import vn.hoso.figures.CorrectionService;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayView;

/** Where other figures are proposed in the place of approved ones. */
@Controller
class CorrectionController {

    static final String VIEW = "figures/corrections";

    private static final String FORM = "form";

    private final UnitMonthLookup places;
    private final CorrectionService corrections;
    private final CorrectionViewAssembler pages;
    private final FiguresMessages words;

    CorrectionController(
            UnitMonthLookup places,
            CorrectionService corrections,
            CorrectionViewAssembler pages,
            FiguresMessages words) {
        this.places = places;
        this.corrections = corrections;
        this.pages = pages;
        this.words = words;
    }

    @MayView
    @GetMapping("/figures/{month}/{unitId}/corrections")
    String show(
            @PathVariable YearMonth month,
            @PathVariable long unitId,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        model.addAttribute(
                "page", pages.page(places.find(month, unitId, reader), reader, CorrectionViewAssembler.Refused.NONE));
        return VIEW;
    }

    /** A field for each figure: which there are, the measures say. */
    @ModelAttribute(FORM)
    CorrectionForm form(@RequestParam Map<String, String> fields) {
        return CorrectionForm.of(fields);
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
        UnitMonthLookup.Found place = places.find(month, unitId, writer);
        form.refuseUnlessWhole();
        ReturnInput.Reading reading = form.text().read();
        CorrectionViewAssembler.Refused refused;
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!reading.problems().isEmpty() || errors.hasErrors()) {
            refused = new CorrectionViewAssembler.Refused(
                    words.text("figures.correction.alert.broken"),
                    form,
                    reading.problems(),
                    List.of(),
                    errors.hasErrors());
        } else {
            try {
                List<UnusualFinding> unexplained = corrections.propose(
                        new CorrectionService.Proposal(
                                place.month(),
                                unitId,
                                form.version(),
                                Objects.requireNonNull(reading.figures()),
                                ReviewRemarks.clean(form.reason())),
                        writer);
                if (unexplained.isEmpty()) {
                    after.addFlashAttribute("done", words.text("figures.correction.proposed"));
                    return "redirect:/figures/" + place.month() + "/" + unitId + "/corrections";
                }
                refused = new CorrectionViewAssembler.Refused(
                        words.text("figures.correction.alert.unexplained"), form, List.of(), unexplained, false);
            } catch (WorkflowException no) {
                status = HttpStatus.CONFLICT;
                refused = CorrectionViewAssembler.Refused.of(CorrectionErrors.sentence(no, words), form);
            }
        }
        response.setStatus(status.value());
        model.addAttribute("page", pages.page(places.find(month, unitId, writer), writer, refused));
        return VIEW;
    }

    /** Why a step of a correction was refused, in words; what is not the person's to know is not found. */
    static final class CorrectionErrors {

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
}
