package vn.hoso.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.fields.ReturnFields;
import vn.hoso.indicators.IndicatorDraft;
import vn.hoso.indicators.IndicatorDraft.Example;
import vn.hoso.indicators.IndicatorService;
import vn.hoso.indicators.IndicatorService.Kept;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.rates.Indicator;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PageMessages;

/**
 * Where indicators are defined: which fields, then worked examples, then what will be kept; each step on the same page, and nothing
 * is kept before the last.
 */
@Controller
class IndicatorController {

    private static final String FORM = IndicatorPage.FORM;
    private static final String ADDRESS = "/settings/indicators";

    private final IndicatorService service;
    private final IndicatorPage page;
    private final ReturnFields fields;
    private final EntryWindows windows;
    private final PageMessages messages;

    IndicatorController(
            IndicatorService service,
            IndicatorPage page,
            ReturnFields fields,
            EntryWindows windows,
            PageMessages messages) {
        this.service = service;
        this.page = page;
        this.fields = fields;
        this.windows = windows;
        this.messages = messages;
    }

    @MaySetUp
    @GetMapping("/settings/indicators")
    String show(@RequestParam(required = false) @Nullable String indicator, Model model) {
        List<Kept> all = service.all();
        int last = all.stream().mapToInt(each -> each.draft().place()).max().orElse(0);
        IndicatorForm form = all.stream()
                .filter(each -> each.draft().code().equals(indicator))
                .findFirst()
                .map(IndicatorForm::of)
                .orElseGet(() -> IndicatorForm.blank(windows.today().current(), Math.min(9999, last + 1)));
        return page.show(form, all, null, null, model);
    }

    @MaySetUp
    @PostMapping("/settings/indicators")
    String keep(
            @Valid @ModelAttribute(FORM) IndicatorForm typed,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        List<Kept> all = service.all();
        Kept kept = typed.seen() == null ? null : IndicatorPage.find(all, typed.code());
        IndicatorForm form = kept != null && kept.used() ? typed.meaning(kept.draft()) : typed;
        if (kept == null || !kept.used()) {
            check(form, errors);
        }
        if (Indicator.own().stream().anyMatch(own -> IndicatorText.name(own, messages)
                .equalsIgnoreCase(form.name().strip()))) {
            errors.rejectValue("name", "indicators.problem.name-taken");
        }
        if (!errors.hasErrors() && !form.until().isEmpty() && form.until().compareTo(form.from()) < 0) {
            errors.rejectValue("until", "indicators.problem.until");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(typed, all, null, null, model);
        }
        if (!form.asksForExamples()) {
            return page.show(typed, all, null, null, model);
        }
        List<Example> examples = WorkedExamples.read(form, errors);
        if (!errors.hasErrors() && !form.previewed().equals(form.fingerprint()) && !meansAsKept(form, examples, kept)) {
            return page.show(typed, all, null, page.formula(form), model);
        }
        if (!errors.hasErrors()) {
            switch (service.keep(form.seen(), form.draft(examples), by)) {
                case CODE_TAKEN -> errors.rejectValue("code", "indicators.problem.code-taken");
                case NAME_TAKEN -> errors.rejectValue("name", "indicators.problem.name-taken");
                case STILL_ASKED -> errors.rejectValue("until", "indicators.problem.still-asked");
                case CHANGED_MEANWHILE -> {
                    response.setStatus(HttpStatus.CONFLICT.value());
                    List<Kept> now = service.all();
                    return page.show(form, now, IndicatorPage.find(now, form.code()), null, model);
                }
                default -> {
                    after.addFlashAttribute(
                            "done",
                            messages.of(
                                    "indicators.page.done", form.draft(examples).name()));
                    return "redirect:" + ADDRESS;
                }
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.show(typed, all, null, null, model);
    }

    /** Whether a change leaves what is measured as it is, so that there is nothing to show before. */
    private static boolean meansAsKept(IndicatorForm form, List<Example> examples, @Nullable Kept kept) {
        return kept != null
                && form.numerator().equals(kept.draft().numerator())
                && form.denominator().equals(kept.draft().denominator())
                && form.from().equals(kept.draft().from().toString())
                && examples.equals(kept.draft().examples());
    }

    /** Whether what is chosen is a share of dossiers in every return of its months. */
    private void check(IndicatorForm form, BindingResult errors) {
        if (Indicator.own(form.code().toUpperCase(Locale.ROOT)).isPresent()) {
            errors.rejectValue("code", "indicators.problem.code-taken");
        }
        side("numerator", form.numerator(), errors);
        side("denominator", form.denominator(), errors);
        if (errors.hasErrors()) {
            return;
        }
        if (!IndicatorDraft.bounded(form.numerator(), form.denominator(), fields.all())) {
            errors.rejectValue("numerator", "indicators.problem.above");
        }
        YearMonth from = YearMonth.parse(form.from());
        YearMonth until =
                form.until().isEmpty() ? null : YearMonth.parse(form.until()).plusMonths(1);
        form.fields().stream()
                .flatMap(code -> fields.find(code).stream())
                .filter(field -> from.isBefore(field.validFrom())
                        || (field.validUntil() != null && (until == null || until.isAfter(field.validUntil()))))
                .forEach(field -> errors.rejectValue(
                        "from", "indicators.problem.months", new Object[] {field.name(), page.months(field)}, null));
    }

    private void side(String name, List<String> chosen, BindingResult errors) {
        Set<String> known =
                page.choices().stream().map(IndicatorPage.Choice::value).collect(Collectors.toSet());
        if (chosen.isEmpty() || chosen.size() > IndicatorDraft.MOST_FIELDS || !known.containsAll(chosen)) {
            errors.rejectValue(name, "indicators.problem." + name);
        }
    }
}
