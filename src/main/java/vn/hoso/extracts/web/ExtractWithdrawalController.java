package vn.hoso.extracts.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.extracts.ExtractPreviews;
import vn.hoso.extracts.ExtractWithdrawalService;
import vn.hoso.extracts.web.ExtractForms.WithdrawalForm;
import vn.hoso.imports.ImportReasons;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayReview;
import vn.hoso.shared.UserFacingException;

/** A counted list that is taken out of use, on its page. */
@Controller
class ExtractWithdrawalController {

    private final ExtractWithdrawalService service;
    private final ExtractPreviews previews;
    private final ExtractPages pages;

    ExtractWithdrawalController(ExtractWithdrawalService service, ExtractPreviews previews, ExtractPages pages) {
        this.service = service;
        this.previews = previews;
        this.pages = pages;
    }

    /** Where the form's address is opened as a page, such as after signing in again, the list is shown. */
    @MayEnterFigures
    @GetMapping("/extracts/{id}/withdrawal")
    String form(@PathVariable long id) {
        return "redirect:/extracts/" + id;
    }

    @MayReview
    @PostMapping("/extracts/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @Valid @ModelAttribute(WithdrawalForm.NAME) WithdrawalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        form.check(errors);
        if (errors.hasErrors()) {
            return again(id, HttpStatus.UNPROCESSABLE_CONTENT, null, by, model, response);
        }
        try {
            service.withdraw(id, form.only(), form.why(), by);
        } catch (UserFacingException refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            return again(id, refused.status(), pages.text(refused.messageKey()), by, model, response);
        }
        after.addFlashAttribute("done", pages.text("extracts.withdrawal.done"));
        return "redirect:/extracts/" + id;
    }

    private String again(
            long id,
            HttpStatus status,
            @Nullable String alert,
            CurrentUser by,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        return pages.preview(previews.of(id, ImportReasons.NONE, by), alert, ImportReasons.NONE, by, model);
    }
}
