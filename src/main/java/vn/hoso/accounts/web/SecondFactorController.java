package vn.hoso.accounts.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.accounts.CodeCheck;
import vn.hoso.accounts.SecondFactors;
import vn.hoso.accounts.SecondFactors.Authenticator;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.security.SecondFactorPassed;

/** The second step of a sign-in, and enrolling the authenticator that makes its codes. */
@Controller
class SecondFactorController {

    private static final String OWN = "redirect:/accounts/me/second-factor";

    private final SecondFactors factors;
    private final SecondFactorPassed passed;

    SecondFactorController(SecondFactors factors, SecondFactorPassed passed) {
        this.factors = factors;
        this.passed = passed;
    }

    @MayView
    @GetMapping("/login/code")
    String ask(@AuthenticationPrincipal CurrentUser person) {
        return enrolled(person) ? "accounts/code" : "redirect:/";
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
        if (!enrolled(person)) {
            return "redirect:/";
        }
        CodeCheck check = factors.check(person, code);
        if (check == CodeCheck.RIGHT) {
            passed.remember(request, response);
            passed.goOn(request, response);
            return null;
        }
        return refused(check, "accounts/code", response, model);
    }

    private boolean enrolled(CurrentUser person) {
        return factors.of(person).filter(Authenticator::confirmed).isPresent();
    }

    @MayView
    @GetMapping("/accounts/me/second-factor")
    String show(@AuthenticationPrincipal CurrentUser person, Model model) {
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
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal CurrentUser person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<List<String>> codes = factors.confirm(person, code);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", "accounts.problem.code");
            return page(person, model);
        }
        passed.remember(request, response);
        model.addAttribute("codes", codes.get());
        return page(person, model);
    }

    @MayView
    @PostMapping("/accounts/me/second-factor/removal")
    String remove(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal CurrentUser person,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        CodeCheck check = factors.remove(person, code);
        if (check == CodeCheck.RIGHT) {
            after.addFlashAttribute("done", "accounts.done.secondFactorRemoved");
            return "redirect:/accounts/me";
        }
        page(person, model);
        return refused(check, "accounts/second-factor", response, model);
    }

    private String page(CurrentUser person, Model model) {
        model.addAttribute("authenticator", factors.of(person).orElse(null));
        return "accounts/second-factor";
    }

    private static String refused(CodeCheck check, String view, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "problem", check == CodeCheck.LOCKED ? "accounts.problem.tooManyTries" : "accounts.problem.code");
        return view;
    }
}
