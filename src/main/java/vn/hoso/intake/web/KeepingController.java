package vn.hoso.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.intake.DossierKeeping;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** For how long single dossiers of extracts are kept. */
@Controller
class KeepingController {

    private static final String FORM = "form";

    private final DossierKeeping keeping;
    private final PageMessages wording;

    KeepingController(DossierKeeping keeping, PageMessages wording) {
        this.keeping = keeping;
        this.wording = wording;
    }

    /**
     * A decision as typed.
     *
     * @param months 3 to 120
     * @param confirmed the number of months of which the person said that they may delete more
     */
    record KeepingForm(
            @Pattern(regexp = "\\s*([3-9]|[1-9]\\d|1[01]\\d|120)\\s*", message = "{intake.keeping.problem}")
            String months,

            String confirmed) {

        /** A field that was not sent is empty. */
        KeepingForm {
            months = Objects.requireNonNullElse(months, "");
            confirmed = Objects.requireNonNullElse(confirmed, "").strip();
        }

        int number() {
            return Integer.parseInt(months.strip());
        }
    }

    /** A decision as the list shows it. */
    record Line(String months, String by, String at) {}

    @MaySetUp
    @GetMapping("/settings/dossiers")
    String show(Model model) {
        List<DossierKeeping.Decision> decided = keeping.decisions();
        int months =
                decided.isEmpty() ? DossierKeeping.USUAL_MONTHS : decided.get(0).months();
        model.addAttribute(FORM, new KeepingForm(String.valueOf(months), ""));
        return page(decided, model);
    }

    @MaySetUp
    @PostMapping("/settings/dossiers")
    String decide(
            @Valid @ModelAttribute(FORM) KeepingForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(keeping.decisions(), model);
        }
        int months = form.number();
        if (!keeping.decide(months, form.confirmed().equals(String.valueOf(months)), by)) {
            errors.rejectValue("confirmed", "intake.keeping.fewer");
            model.addAttribute("fewer", months);
            model.addAttribute("fewerOldest", Formats.month(keeping.oldestAfterTheNight(months)));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(keeping.decisions(), model);
        }
        after.addFlashAttribute(
                "done", wording.of("intake.keeping.done", Formats.month(keeping.oldestAfterTheNight(months))));
        return "redirect:/settings/dossiers";
    }

    private String page(List<DossierKeeping.Decision> decided, Model model) {
        model.addAttribute("oldest", Formats.month(keeping.oldest()));
        model.addAttribute(
                "decisions",
                decided.stream()
                        .map(each -> new Line(String.valueOf(each.months()), each.by(), Formats.time(each.at())))
                        .toList());
        return "intake/keeping";
    }
}
