package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
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
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.PasskeyResponse;
import vn.hoso.accounts.PasskeyVerificationResult;
import vn.hoso.accounts.Passkeys;
import vn.hoso.accounts.SecondFactors;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/** A user's own passkeys: which there are, one more, one less. */
@Controller
class PasskeyController {

    private static final String FORM = "form";
    private static final String OWN = "redirect:/accounts/me/passkeys";

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final PasskeyCeremony ceremony;

    PasskeyController(Passkeys passkeys, SecondFactors factors, PasskeyCeremony ceremony) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.ceremony = ceremony;
    }

    /** One passkey as the page shows it. */
    record Line(
            long id,
            String name,
            String host,
            String made,
            @Nullable String lastUsed) {

        static Line of(Passkeys.OwnPasskey passkey) {
            return new Line(
                    passkey.id(),
                    passkey.name(),
                    passkey.host(),
                    Formats.time(passkey.made()),
                    passkey.lastUsed() == null ? null : Formats.time(passkey.lastUsed()));
        }
    }

    @MayView
    @GetMapping("/accounts/me/passkeys")
    String show(@AuthenticationPrincipal CurrentUser user, HttpServletRequest request, Model model) {
        model.addAttribute(FORM, PasskeyForm.EMPTY);
        return page(user, request, model);
    }

    @MayView
    @PostMapping("/accounts/me/passkeys")
    String add(
            @Valid @ModelAttribute(FORM) PasskeyForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        PasskeyResponse proof = ceremony.proof(form.answer(), request);
        if (!errors.hasErrors()) {
            AccountProblem.report(passkeys.add(user, form.name(), form.present(), proof), errors);
        }
        if (!errors.hasErrors()) {
            after.addFlashAttribute("done", "accounts.done.passkeyAdded");
            return OWN;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(user, request, model);
    }

    @MayView
    @PostMapping("/accounts/me/passkeys/{id}/removal")
    String remove(
            @PathVariable long id,
            @Valid @ModelAttribute(FORM) AccountSecretForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        PasskeyVerificationResult check = passkeys.remove(user, id, form.present())
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "accounts.refused.passkey"));
        if (check == PasskeyVerificationResult.VALID) {
            after.addFlashAttribute("done", "accounts.done.passkeyRemoved");
            return OWN;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("removing", id);
        AccountProblem.report(
                check.problems().stream()
                        .map(problem -> new AccountProblem("present-" + id, problem.messageKey()))
                        .toList(),
                errors);
        return page(user, request, model);
    }

    private String page(CurrentUser user, HttpServletRequest request, Model model) {
        boolean enrolled = factors.enrolled(user);
        model.addAttribute("user", user);
        model.addAttribute("enrolled", enrolled);
        model.addAttribute("offer", enrolled ? ceremony.toAdd(user, request) : null);
        model.addAttribute(
                "passkeys", passkeys.findOwn(user).stream().map(Line::of).toList());
        return "accounts/passkeys";
    }
}
