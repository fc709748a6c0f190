package vn.hoso.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;
import vn.hoso.security.ForAnyone;
import vn.hoso.shared.Language;
import vn.hoso.shared.UserFacingException;

/** The language of the pages, chosen at the foot of any of them, the sign-in page included. */
@Controller
class LanguageController {

    private final LocaleResolver languages;

    LanguageController(LocaleResolver languages) {
        this.languages = languages;
    }

    /**
     * The language that a page is wanted in.
     *
     * @param back the page's own address as it stands in a request line: "//host" and "/\host" would lead elsewhere
     */
    record LanguageForm(
            @NotNull String language,

            @NotNull @Pattern(regexp = "/(?:[!-~&&[^/\\\\]][!-~&&[^\\\\]]*)?")
            String back) {}

    /** Keeps the choice and shows the same page again. */
    @ForAnyone
    @PostMapping("/language")
    RedirectView choose(
            @Valid @ModelAttribute LanguageForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            throw unreadable();
        }
        Language chosen = Language.of(form.language()).orElseThrow(LanguageController::unreadable);
        languages.setLocale(request, response, chosen.locale());
        RedirectView same = new RedirectView(form.back(), true);
        // Braces in an address are its own.
        same.setExpandUriTemplateVariables(false);
        return same;
    }

    private static UserFacingException unreadable() {
        return new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-request");
    }
}
