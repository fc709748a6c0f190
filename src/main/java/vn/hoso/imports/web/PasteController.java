package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.PasteQueries;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.UserFacingException;

/** Says what a block pasted into the month's grid would fill in. The grid's script shows the answer; nothing is stored. */
@Controller
class PasteController {

    private final PasteQueries pastes;
    private final ImportMonths months;
    private final PasteViewAssembler views;

    PasteController(PasteQueries pastes, ImportMonths months, PasteViewAssembler views) {
        this.pastes = pastes;
        this.months = months;
        this.views = views;
    }

    @MayEnterFigures
    @PostMapping("/imports/paste")
    String read(
            PasteForm form, @AuthenticationPrincipal CurrentUser reader, Model model, HttpServletResponse response) {
        model.addAttribute("paste", view(form, reader, response));
        return "imports/paste";
    }

    private PasteView view(PasteForm form, CurrentUser reader, HttpServletResponse response) {
        try {
            Measure measure = form.measure();
            return views.of(
                    pastes.read(
                            months.read(form.monthOrEmpty()),
                            form.textOrEmpty(),
                            form.unit(),
                            measure,
                            form.choices(),
                            reader),
                    form.choices(),
                    measure);
        } catch (UserFacingException refused) {
            response.setStatus(refused.status().value());
            return views.refused(refused);
        }
    }
}
