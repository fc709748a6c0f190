package vn.hoso.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.hoso.fields.ReturnField;
import vn.hoso.fields.ReturnFields;
import vn.hoso.indicators.IndicatorDraft;
import vn.hoso.indicators.IndicatorDraft.Example;
import vn.hoso.indicators.IndicatorService;
import vn.hoso.indicators.IndicatorService.Kept;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.rates.Count;
import vn.hoso.rates.Indicator;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * Where indicators are defined: which fields, then worked examples, then what will be kept; each step on the same page, and nothing
 * is kept before the last.
 */
@Controller
class IndicatorController {

    private static final String FORM = "form";
    private static final String ADDRESS = "/settings/indicators";
    private static final int MONTHS_AHEAD = 36;

    private final IndicatorService service;
    private final ReturnFields fields;
    private final EntryWindows windows;
    private final PageMessages messages;

    IndicatorController(IndicatorService service, ReturnFields fields, EntryWindows windows, PageMessages messages) {
        this.service = service;
        this.fields = fields;
        this.windows = windows;
        this.messages = messages;
    }

    /** Something that can be chosen. */
    record Choice(String value, String name) {}

    /** An indicator as the list shows it. */
    record Line(
            String code,
            String name,
            String formula,
            String from,
            @Nullable String until,
            String changed) {}

    /** A part of an indicator as someone kept it meanwhile, and as it was typed. */
    record Difference(String labelKey, String kept, String typed) {}

    /**
     * The page.
     *
     * @param kept the indicator that is changed, null for a new one
     * @param used whether what it measures stays as it is
     * @param examples whether examples can be typed for the fields that are chosen
     * @param formula what will be kept, in words; null before it is shown
     */
    record View(
            List<Line> all,
            @Nullable Line kept,
            boolean used,
            List<Choice> fields,
            List<Choice> months,
            boolean examples,
            List<String> columns,
            @Nullable String formula,
            List<Difference> differences,
            @Nullable Integer seen) {}

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
        return page(form, all, null, null, model);
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
        Kept kept = typed.seen() == null ? null : find(all, typed.code());
        IndicatorForm form = kept != null && kept.used() ? typed.meaning(kept.draft()) : typed;
        if (kept == null || !kept.used()) {
            check(form, errors);
        }
        if (!errors.hasErrors() && !form.until().isEmpty() && form.until().compareTo(form.from()) < 0) {
            errors.rejectValue("until", "indicators.problem.until");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(typed, all, null, null, model);
        }
        if (!form.asksForExamples()) {
            return page(typed, all, null, null, model);
        }
        List<Example> examples = form.examples(errors);
        if (!errors.hasErrors() && !form.previewed().equals(form.fingerprint()) && !meansAsKept(form, examples, kept)) {
            return page(typed, all, null, formula(form), model);
        }
        if (!errors.hasErrors()) {
            switch (service.keep(form.seen(), form.draft(examples), by)) {
                case CODE_TAKEN -> errors.rejectValue("code", "indicators.problem.code-taken");
                case NAME_TAKEN -> errors.rejectValue("name", "indicators.problem.name-taken");
                case STILL_ASKED -> errors.rejectValue("until", "indicators.problem.still-asked");
                case CHANGED_MEANWHILE -> {
                    response.setStatus(HttpStatus.CONFLICT.value());
                    List<Kept> now = service.all();
                    return page(typed, now, find(now, form.code()), null, model);
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
        return page(typed, all, null, null, model);
    }

    /** Whether a change leaves what is measured as it is, so that there is nothing to show before. */
    private static boolean meansAsKept(IndicatorForm form, List<Example> examples, @Nullable Kept kept) {
        return kept != null
                && form.numerator().equals(kept.draft().numerator())
                && form.denominator().equals(kept.draft().denominator())
                && form.from().equals(kept.draft().from().toString())
                && examples.equals(kept.draft().examples());
    }

    private static @Nullable Kept find(List<Kept> all, String code) {
        return all.stream()
                .filter(each -> each.draft().code().equals(code))
                .findFirst()
                .orElse(null);
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
                        "from", "indicators.problem.months", new Object[] {field.name(), months(field)}, null));
    }

    private void side(String name, List<String> chosen, BindingResult errors) {
        Set<String> known = choices().stream().map(Choice::value).collect(Collectors.toSet());
        if (chosen.isEmpty() || chosen.size() > IndicatorDraft.MOST_FIELDS || !known.containsAll(chosen)) {
            errors.rejectValue(name, "indicators.problem." + name);
        }
    }

    private String months(ReturnField field) {
        return field.validUntil() == null
                ? messages.of("indicators.page.months.open", Formats.month(field.validFrom()))
                : messages.of(
                        "indicators.page.months",
                        Formats.month(field.validFrom()),
                        Formats.month(field.validUntil().minusMonths(1)));
    }

    private List<Choice> choices() {
        return Stream.concat(
                        Arrays.stream(Count.values())
                                .map(count -> new Choice(count.field(), word(count.field(), null))),
                        fields.all().stream()
                                .map(field -> new Choice(field.code(), field.name() + " (" + months(field) + ")")))
                .toList();
    }

    private String word(String code, @Nullable String title) {
        return IndicatorText.field(new Indicator.Field(code, title), messages);
    }

    private String word(String code) {
        return fields.find(code)
                .map(field -> word(code, field.name()))
                .orElseGet(() -> Count.find(code).isPresent() ? word(code, null) : code);
    }

    private String formula(IndicatorForm form) {
        return formula(form.numerator(), form.denominator());
    }

    private String formula(List<String> numerator, List<String> denominator) {
        return messages.of("indicators.defined.formula", sum(numerator), sum(denominator));
    }

    private String sum(List<String> codes) {
        return codes.stream().map(code -> "“" + word(code) + "”").collect(Collectors.joining(" + "));
    }

    private Line line(Kept kept) {
        IndicatorDraft draft = kept.draft();
        return new Line(
                draft.code(),
                draft.name(),
                formula(draft.numerator(), draft.denominator()),
                Formats.month(draft.from()),
                draft.until() == null ? null : Formats.month(draft.until().minusMonths(1)),
                kept.changedBy() + ", " + Formats.time(kept.changedAt()));
    }

    private String page(
            IndicatorForm form, List<Kept> all, @Nullable Kept meanwhile, @Nullable String formula, Model model) {
        Kept kept = form.seen() == null ? null : find(all, form.code());
        YearMonth current = windows.today().current();
        model.addAttribute(FORM, form);
        model.addAttribute(
                "page",
                new View(
                        all.stream().map(this::line).toList(),
                        kept == null ? null : line(kept),
                        kept != null && kept.used(),
                        choices(),
                        Stream.iterate(
                                        windows.today().earliest(),
                                        month -> !month.isAfter(current.plusMonths(MONTHS_AHEAD)),
                                        month -> month.plusMonths(1))
                                .map(month -> new Choice(month.toString(), Formats.month(month)))
                                .toList(),
                        !form.numerator().isEmpty() && !form.denominator().isEmpty(),
                        form.fields().stream().map(this::word).toList(),
                        formula,
                        meanwhile == null ? List.of() : differences(form, meanwhile.draft()),
                        meanwhile == null ? form.seen() : Integer.valueOf(meanwhile.version())));
        return "indicators/indicators";
    }

    private List<Difference> differences(IndicatorForm form, IndicatorDraft kept) {
        return Stream.of(
                        new Difference("indicators.page.name", kept.name(), form.name()),
                        new Difference(
                                "indicators.page.formula",
                                formula(kept.numerator(), kept.denominator()),
                                formula(form)),
                        new Difference("indicators.page.place", String.valueOf(kept.place()), form.place()),
                        new Difference("indicators.page.from", kept.from().toString(), form.from()),
                        new Difference(
                                "indicators.page.until",
                                kept.until() == null
                                        ? ""
                                        : kept.until().minusMonths(1).toString(),
                                form.until()))
                .filter(each -> !Objects.equals(each.kept(), each.typed()))
                .toList();
    }
}
