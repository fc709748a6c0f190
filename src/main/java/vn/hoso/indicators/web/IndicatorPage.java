package vn.hoso.indicators.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.fields.ReturnField;
import vn.hoso.fields.ReturnFields;
import vn.hoso.indicators.IndicatorDraft;
import vn.hoso.indicators.IndicatorService.Kept;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.rates.Count;
import vn.hoso.rates.Indicator;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** The page of indicators: those there are, and what can be chosen in the form of one. */
@Component
class IndicatorPage {

    static final String FORM = "form";

    private static final int MONTHS_AHEAD = 36;

    private final ReturnFields fields;
    private final EntryWindows windows;
    private final PageMessages messages;

    IndicatorPage(ReturnFields fields, EntryWindows windows, PageMessages messages) {
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

    static @Nullable Kept find(List<Kept> all, String code) {
        return all.stream()
                .filter(each -> each.draft().code().equals(code))
                .findFirst()
                .orElse(null);
    }

    String months(ReturnField field) {
        return field.validUntil() == null
                ? messages.of("indicators.page.months.open", Formats.month(field.validFrom()))
                : messages.of(
                        "indicators.page.months",
                        Formats.month(field.validFrom()),
                        Formats.month(field.validUntil().minusMonths(1)));
    }

    List<Choice> choices() {
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

    String formula(IndicatorForm form) {
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

    String show(IndicatorForm form, List<Kept> all, @Nullable Kept meanwhile, @Nullable String formula, Model model) {
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
