package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.Passkeys;
import vn.hoso.accounts.PasswordService;
import vn.hoso.accounts.SecondFactors;
import vn.hoso.accounts.UserSessions;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/** A user's own account: their password, their authenticator, where they are signed in. */
@Controller
class OwnAccountController {

    private static final String FORM = "form";

    private final PasswordService passwords;
    private final UserSessions sessions;
    private final SecondFactors factors;
    private final Passkeys passkeys;

    OwnAccountController(PasswordService passwords, UserSessions sessions, SecondFactors factors, Passkeys passkeys) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.factors = factors;
        this.passkeys = passkeys;
    }

    /** One open session as the page shows it. */
    record Line(String key, String address, String browser, String since, String lastUsed, boolean thisOne) {

        static Line of(UserSessions.OpenSession session) {
            return new Line(
                    session.key(),
                    session.address(),
                    BrowserName.of(session.browser()),
                    Formats.time(session.since()),
                    Formats.time(session.lastUsed()),
                    session.thisOne());
        }
    }

    @MayView
    @GetMapping("/accounts/me")
    String show(@AuthenticationPrincipal CurrentUser user, HttpServletRequest request, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("authenticator", factors.find(user).orElse(null));
        model.addAttribute("passkeys", passkeys.findOwn(user).size());
        model.addAttribute(
                "sessions",
                sessions.findOpen(user, sessionId(request)).stream()
                        .map(Line::of)
                        .toList());
        return "accounts/me";
    }

    @MayView
    @GetMapping("/accounts/me/password")
    String askPassword(Model model) {
        model.addAttribute(FORM, AccountSecretForm.EMPTY);
        return passwordPage(model);
    }

    @MayView
    @PostMapping("/accounts/me/password")
    String changePassword(
            @Valid @ModelAttribute(FORM) AccountSecretForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        AccountProblem.report(passwords.change(user, form.present(), form.newPassword(), sessionId(request)), errors);
        if (!errors.hasErrors()) {
            if (request.getSession(false) != null) {
                request.changeSessionId();
            }
            after.addFlashAttribute("done", "accounts.done.password");
            return "redirect:/accounts/me";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return passwordPage(model);
    }

    private String passwordPage(Model model) {
        model.addAttribute("rules", passwords.rules());
        return "accounts/password";
    }

    @MayView
    @PostMapping("/accounts/me/sessions/{key}/end")
    String end(@PathVariable String key, @AuthenticationPrincipal CurrentUser user, RedirectAttributes after) {
        if (!sessions.end(user, key)) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "accounts.refused.session");
        }
        after.addFlashAttribute("done", "accounts.done.session");
        return "redirect:/accounts/me";
    }

    @MayView
    @PostMapping("/accounts/me/sessions/end")
    String endAll(
            @AuthenticationPrincipal CurrentUser user,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.endAll(user);
        new SecurityContextLogoutHandler().logout(request, response, authentication);
        return "redirect:/login?logout";
    }

    private static @Nullable String sessionId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }
}
