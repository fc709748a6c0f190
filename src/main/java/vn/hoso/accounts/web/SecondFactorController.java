package vn.hoso.accounts.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
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
        return factors.enrolled(person) ? codePage(person, request, model) : "redirect:/";
    }

    @MayView
    @PostMapping("/login/code")
    @Nullable
    String answer(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal CurrentUser person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        return factors.enrolled(person)
                ? through(factors.check(person, code), person, request, response, model)
                : "redirect:/";
    }

    @MayView
    @PostMapping("/login/code/passkey")
    @Nullable
    String answerByPasskey(
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal CurrentUser person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        return factors.enrolled(person)
                ? through(passkeys.check(person, desk.proof(answer, request)), person, request, response, model)
                : "redirect:/";
    }

    private @Nullable String through(
            VerificationResult check,
            CurrentUser person,
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
        model.addAttribute("problem", check.problems().get(0).messageKey());
        return codePage(person, request, model);
    }

    private String codePage(CurrentUser person, HttpServletRequest request, Model model) {
        model.addAttribute("offer", desk.toUse(person, request));
        return "accounts/code";
    }

    @MayView
    @GetMapping("/accounts/me/second-factor")
    String show(@AuthenticationPrincipal CurrentUser person, HttpServletResponse response, Model model) {
        return page(person, VerificationResult.VALID, response, model);
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
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal CurrentUser person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Enrolment enrolment = factors.confirm(person, present, code);
        if (enrolment.check() != VerificationResult.VALID) {
            return page(person, enrolment.check(), response, model);
        }
        passed.remember(request, response);
        model.addAttribute("codes", enrolment.recovery());
        return page(person, VerificationResult.VALID, response, model);
    }

    @MayView
    @PostMapping("/accounts/me/second-factor/removal")
    String remove(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal CurrentUser person,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        VerificationResult check = factors.remove(person, present, code);
        if (check == VerificationResult.VALID) {
            after.addFlashAttribute("done", "accounts.done.secondFactorRemoved");
            return "redirect:/accounts/me";
        }
        return page(person, check, response, model);
    }

    private String page(CurrentUser person, VerificationResult check, HttpServletResponse response, Model model) {
        if (check != VerificationResult.VALID) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("problems", check.problems());
        model.addAttribute("authenticator", factors.of(person).orElse(null));
        return "accounts/second-factor";
    }
}
