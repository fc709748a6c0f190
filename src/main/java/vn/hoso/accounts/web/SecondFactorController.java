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
import vn.hoso.accounts.Passkeys;
import vn.hoso.accounts.SecondFactors;
import vn.hoso.accounts.SecondFactors.Enrolment;
import vn.hoso.accounts.VerificationResult;
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
    private final PasskeyCeremony desk;
    private final SecondFactorSession passed;

    SecondFactorController(SecondFactors factors, Passkeys passkeys, PasskeyCeremony desk, SecondFactorSession passed) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.desk = desk;
        this.passed = passed;
    }

    @MayView
    @GetMapping("/login/code")
    String ask(@AuthenticationPrincipal CurrentUser person, HttpServletRequest request, Model model) {
        model.addAttribute(FORM, SecretForm.EMPTY);
        return factors.enrolled(person) ? codePage(person, request, model) : "redirect:/";
    }

    @MayView
    @PostMapping("/login/code")
    @Nullable
    String answer(
            @Valid @ModelAttribute(FORM) SecretForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        return factors.enrolled(person)
                ? through(factors.check(person, form.code()), person, errors, request, response, model)
                : "redirect:/";
    }

    @MayView
    @PostMapping("/login/code/passkey")
    @Nullable
    String answerByPasskey(
            @Valid @ModelAttribute(FORM) SecretForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        return factors.enrolled(person)
                ? through(
                        passkeys.check(person, desk.proof(form.answer(), request)),
                        person,
                        errors,
                        request,
                        response,
                        model)
                : "redirect:/";
    }

    private @Nullable String through(
            VerificationResult check,
            CurrentUser person,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        if (check == VerificationResult.VALID) {
            passed.remember(request, response);
            passed.goOn(request, response);
            return null;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        AccountProblem.report(check.problems(), errors);
        model.addAttribute("wrong", true);
        return codePage(person, request, model);
    }

    private String codePage(CurrentUser person, HttpServletRequest request, Model model) {
        model.addAttribute("offer", desk.toUse(person, request));
        return "accounts/code";
    }

    @MayView
    @GetMapping("/accounts/me/second-factor")
    String show(@AuthenticationPrincipal CurrentUser person, Model model) {
        model.addAttribute(FORM, SecretForm.EMPTY);
        return page(person, model);
    }

    @MayView
    @PostMapping("/accounts/me/second-factor")
    String begin(@AuthenticationPrincipal CurrentUser person) {
        factors.begin(person);
        return OWN;
    }

    /** The recovery codes are shown on the answer itself and nowhere later. */
    @MayView
    @PostMapping("/accounts/me/second-factor/confirmation")
    String confirm(
            @Valid @ModelAttribute(FORM) SecretForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Enrolment enrolment = factors.confirm(person, form.present(), form.code());
        if (enrolment.check() != VerificationResult.VALID) {
            return refused(person, enrolment.check(), errors, response, model);
        }
        passed.remember(request, response);
        model.addAttribute("codes", enrolment.recovery());
        return page(person, model);
    }

    @MayView
    @PostMapping("/accounts/me/second-factor/removal")
    String remove(
            @Valid @ModelAttribute(FORM) SecretForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser person,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        VerificationResult check = factors.remove(person, form.present(), form.code());
        if (check == VerificationResult.VALID) {
            after.addFlashAttribute("done", "accounts.done.secondFactorRemoved");
            return "redirect:/accounts/me";
        }
        return refused(person, check, errors, response, model);
    }

    private String refused(
            CurrentUser person,
            VerificationResult check,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        AccountProblem.report(check.problems(), errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(person, model);
    }

    private String page(CurrentUser person, Model model) {
        model.addAttribute("authenticator", factors.of(person).orElse(null));
        return "accounts/second-factor";
    }
}
