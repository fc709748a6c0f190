package vn.hoso.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;
import vn.hoso.security.ForAnyone;
import vn.hoso.shared.Language;
import vn.hoso.shared.UserFacingException;

/** The language of the pages, chosen at the foot of any of them, the sign-in page included. */
@Controller
class LanguageController {

    /** An address of this program as it stands in a request line: "//host" and "/\host" would lead elsewhere. */
    private static final Pattern LOCAL = Pattern.compile("/(?:[!-~&&[^/\\\\]][!-~&&[^\\\\]]*)?");

    private final LocaleResolver languages;

    LanguageController(LocaleResolver languages) {
        this.languages = languages;
    }

    /**
     * Keeps the choice and shows the same page again.
     *
     * @param back the page's own address
     */
    @ForAnyone
    @PostMapping("/language")
    RedirectView choose(
            @RequestParam String language,
            @RequestParam String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language chosen = Language.of(language).orElseThrow(LanguageController::unreadable);
        if (!LOCAL.matcher(back).matches()) {
            throw unreadable();
        }
        languages.setLocale(request, response, chosen.locale());
        RedirectView same = new RedirectView(back, true);
        // Braces in an address are its own.
        same.setExpandUriTemplateVariables(false);
        return same;
    }

    private static UserFacingException unreadable() {
        return new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-request");
    }
}
