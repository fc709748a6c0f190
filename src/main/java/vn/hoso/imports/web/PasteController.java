package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.PasteQueries;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.UserFacingException;

/** Says what a block pasted into the month's grid would fill in. The grid's script shows the answer; nothing is stored. */
@Controller
class PasteController {

    private static final String NO_CELL = "imports.refused.paste-cell";

    private final PasteQueries pastes;
    private final PasteViewAssembler views;

    PasteController(PasteQueries pastes, PasteViewAssembler views) {
        this.pastes = pastes;
        this.views = views;
    }

    @MayEnterFigures
    @PostMapping("/imports/paste")
    String read(
            @Valid @ModelAttribute PasteForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser reader,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute("paste", view(form, errors, reader));
        } catch (UserFacingException refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("paste", views.refused(refused));
        }
        return "imports/paste";
    }

    private PasteView view(PasteForm form, BindingResult errors, CurrentUser reader) {
        if (errors.hasErrors()) {
            throw new UserFacingException(
                    HttpStatus.BAD_REQUEST, errors.hasFieldErrors("cell") ? NO_CELL : "imports.refused.month");
        }
        Measure measure = Measure.ofField(form.column())
                .orElseThrow(() -> new UserFacingException(HttpStatus.BAD_REQUEST, NO_CELL));
        return views.of(
                pastes.read(
                        Objects.requireNonNull(form.month()),
                        form.text(),
                        form.unit(),
                        measure,
                        form.choices(),
                        reader),
                form.choices(),
                measure);
    }
}
