package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.Corrections;
import vn.hoso.figures.Finding;
import vn.hoso.figures.ReturnText;
import vn.hoso.figures.ReviewRemarks;
import vn.hoso.figures.WorkflowRefused;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayView;

/** Where other figures are proposed in the place of approved ones. */
@Controller
class CorrectionController {

    static final String VIEW = "figures/corrections";

    private final UnitMonthPlace places;
    private final Corrections corrections;
    private final CorrectionDesk desk;
    private final GridWords words;

    CorrectionController(UnitMonthPlace places, Corrections corrections, CorrectionDesk desk, GridWords words) {
        this.places = places;
        this.corrections = corrections;
        this.desk = desk;
        this.words = words;
    }

    @MayView
    @GetMapping("/figures/{month}/{unitId}/corrections")
    String show(
            @PathVariable String month,
            @PathVariable long unitId,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        model.addAttribute("page", desk.page(places.find(month, unitId, reader), reader, CorrectionDesk.Refused.NONE));
        return VIEW;
    }

    @MayEnterFigures
    @PostMapping("/figures/{month}/{unitId}/corrections")
    String propose(
            @PathVariable String month,
            @PathVariable long unitId,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal CurrentUser writer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        UnitMonthPlace.Found place = places.find(month, unitId, writer);
        CorrectionForm form = CorrectionForm.of(fields);
        ReturnText.Reading reading = form.text().read();
        String reason = ReviewRemarks.clean(form.reason());
        boolean reasonMissing = !ReviewRemarks.acceptable(reason);
        CorrectionDesk.Refused refused;
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!reading.problems().isEmpty() || reasonMissing) {
            refused = new CorrectionDesk.Refused(
                    words.text("figures.correction.alert.broken"), form, reading.problems(), List.of(), reasonMissing);
        } else {
            try {
                List<Finding> unexplained = corrections.propose(
                        new Corrections.Proposal(
                                place.month(),
                                unitId,
                                form.version(),
                                Objects.requireNonNull(reading.figures()),
                                reason),
                        writer);
                if (unexplained.isEmpty()) {
                    after.addFlashAttribute("done", words.text("figures.correction.proposed"));
                    return "redirect:/figures/" + place.month() + "/" + unitId + "/corrections";
                }
                refused = new CorrectionDesk.Refused(
                        words.text("figures.correction.alert.unexplained"), form, List.of(), unexplained, false);
            } catch (WorkflowRefused no) {
                status = HttpStatus.CONFLICT;
                refused = CorrectionDesk.Refused.of(CorrectionRefusals.sentence(no, words), form);
            }
        }
        response.setStatus(status.value());
        model.addAttribute("page", desk.page(places.find(month, unitId, writer), writer, refused));
        return VIEW;
    }
}
