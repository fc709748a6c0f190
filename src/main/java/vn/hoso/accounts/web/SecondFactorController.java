package vn.hoso.accounts.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.PasskeyVerificationResult;
import vn.hoso.accounts.Passkeys;
import vn.hoso.accounts.SecondFactors;
import vn.hoso.accounts.SecondFactors.Enrolment;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.security.SecondFactorSession;

/** The second step of a sign-in, and enrolling the authenticator that makes its codes. */
@Controller
class SecondFactorController {

    private static final String FORM = "form";
    private static final String OWN = "redirect:/accounts/me/second-factor";

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final PasskeyCeremony ceremony;
    private final SecondFactorSession passed;

    SecondFactorController(
            SecondFactors factors, Passkeys passkeys, PasskeyCeremony ceremony, SecondFactorSession passed) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.passed = passed;
    }

    @MayView
    @GetMapping("/login/code")
    String ask(@AuthenticationPrincipal CurrentUser user, HttpServletRequest request, Model model) {
        model.addAttribute(FORM, AccountSecretForm.EMPTY);
        return factors.enrolled(user) ? codePage(user, request, model) : "redirect:/";
    }

    @MayView
    @PostMapping("/login/code")
    @Nullable
    String answer(
            @Valid @ModelAttribute(FORM) AccountSecretForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        return factors.enrolled(user)
                ? through(factors.check(user, form.code()), user, errors, request, response, model)
                : "redirect:/";
    }

    @MayView
    @PostMapping("/login/code/passkey")
    @Nullable
    String answerByPasskey(
            @Valid @ModelAttribute(FORM) AccountSecretForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        return factors.enrolled(user)
                ? through(
                        passkeys.check(user, ceremony.proof(form.answer(), request)),
                        user,
                        errors,
                        request,
                        response,
                        model)
                : "redirect:/";
    }

    private @Nullable String through(
            PasskeyVerificationResult check,
            CurrentUser user,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        if (check == PasskeyVerificationResult.VALID) {
            passed.remember(request, response);
            passed.goOn(request, response);
            return null;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        AccountProblem.report(check.problems(), errors);
        model.addAttribute("wrong", true);
        return codePage(user, request, model);
    }

    private String codePage(CurrentUser user, HttpServletRequest request, Model model) {
        model.addAttribute("offer", ceremony.toUse(user, request));
        return "accounts/code";
    }

    @MayView
    @GetMapping("/accounts/me/second-factor")
    String show(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute(FORM, AccountSecretForm.EMPTY);
        return page(user, model);
    }

    @MayView
    @PostMapping("/accounts/me/second-factor")
    String begin(@AuthenticationPrincipal CurrentUser user) {
        factors.begin(user);
        return OWN;
    }

    /** The recovery codes are shown on the answer itself and nowhere later. */
    @MayView
    @PostMapping("/accounts/me/second-factor/confirmation")
    String confirm(
            @Valid @ModelAttribute(FORM) AccountSecretForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Enrolment enrolment = factors.confirm(user, form.present(), form.code());
        if (enrolment.check() != PasskeyVerificationResult.VALID) {
            return refused(user, enrolment.check(), errors, response, model);
        }
        passed.remember(request, response);
        model.addAttribute("codes", enrolment.recovery());
        return page(user, model);
    }

    @MayView
    @PostMapping("/accounts/me/second-factor/removal")
    String remove(
            @Valid @ModelAttribute(FORM) AccountSecretForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        PasskeyVerificationResult check = factors.remove(user, form.present(), form.code());
        if (check == PasskeyVerificationResult.VALID) {
            after.addFlashAttribute("done", "accounts.done.secondFactorRemoved");
            return "redirect:/accounts/me";
        }
        return refused(user, check, errors, response, model);
    }

    private String refused(
            CurrentUser user,
            PasskeyVerificationResult check,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        AccountProblem.report(check.problems(), errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(user, model);
    }

    private String page(CurrentUser user, Model model) {
        model.addAttribute("authenticator", factors.find(user).orElse(null));
        return "accounts/second-factor";
    }
}
