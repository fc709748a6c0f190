package vn.hoso.indicators.web;

import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.indicators.IndicatorDraft;
import vn.hoso.indicators.IndicatorDraft.Example;
import vn.hoso.indicators.IndicatorService.Kept;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;

/**
 * An indicator as typed; the meanings are those of {@link IndicatorDraft}.
 *
 * @param seen the state of it which the page showed, null for a new one
 * @param until the last month, empty while open
 * @param shown the fields that the page asked numbers for, in their order, each once
 * @param numbers what examples hold, row by row, in the order of those fields
 * @param percents what comes out, row by row
 * @param previewed what the form held when it was shown before it is kept, empty before
 */
record IndicatorForm(
        @Nullable Integer seen,

        @Pattern(regexp = "[a-z][a-z0-9_]{1,39}", message = "{indicators.problem.code}")
        String code,

        @PlainText(max = 200, name = true, message = "{indicators.problem.name}")
        String name,

        List<String> numerator,
        List<String> denominator,

        @Pattern(regexp = MONTH, message = "{indicators.problem.from}")
        String from,

        @Pattern(regexp = MONTH + "|", message = "{indicators.problem.until}")
        String until,

        @Pattern(regexp = "[1-9]\\d{0,3}", message = "{indicators.problem.place}")
        String place,

        List<String> shown,
        List<String> numbers,
        List<String> percents,
        String previewed) {

    static final String MONTH = "2[01]\\d{2}-(0[1-9]|1[0-2])";

    /** How many rows the page has for examples. */
    static final int ROWS = 3;

    /** Fields that were not sent are empty. */
    IndicatorForm {
        code = Objects.requireNonNullElse(code, "").strip();
        name = Objects.requireNonNullElse(name, "");
        numerator = once(numerator);
        denominator = once(denominator);
        from = Objects.requireNonNullElse(from, "");
        until = Objects.requireNonNullElse(until, "");
        place = Objects.requireNonNullElse(place, "");
        shown = Objects.requireNonNullElse(shown, List.of());
        numbers = Objects.requireNonNullElse(numbers, List.of());
        percents = Objects.requireNonNullElse(percents, List.of());
        previewed = Objects.requireNonNullElse(previewed, "");
    }

    private static List<String> once(@Nullable List<String> fields) {
        return fields == null
                ? List.of()
                : fields.stream().filter(Objects::nonNull).distinct().toList();
    }

    static IndicatorForm blank(YearMonth from, int place) {
        return new IndicatorForm(
                null,
                "",
                "",
                List.of(),
                List.of(),
                from.toString(),
                "",
                "" + place,
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    static IndicatorForm of(Kept kept) {
        IndicatorDraft draft = kept.draft();
        return new IndicatorForm(
                        kept.version(),
                        draft.code(),
                        draft.name(),
                        draft.numerator(),
                        draft.denominator(),
                        draft.from().toString(),
                        draft.until() == null
                                ? ""
                                : draft.until().minusMonths(1).toString(),
                        String.valueOf(draft.place()),
                        List.of(),
                        List.of(),
                        List.of(),
                        "")
                .meaning(draft);
    }

    /** The same with what a kept indicator measures, and its examples. */
    IndicatorForm meaning(IndicatorDraft draft) {
        List<String> fields = IndicatorDraft.fields(draft.numerator(), draft.denominator());
        return new IndicatorForm(
                seen,
                code,
                name,
                draft.numerator(),
                draft.denominator(),
                draft.from().toString(),
                until,
                place,
                fields,
                draft.examples().stream()
                        .flatMap(each -> fields.stream()
                                .map(field -> String.valueOf(each.numbers().get(field))))
                        .toList(),
                draft.examples().stream()
                        .map(each -> Formats.number(each.percent()))
                        .toList(),
                previewed);
    }

    public List<String> fields() {
        return IndicatorDraft.fields(numerator, denominator);
    }

    /** Whether the page asked numbers for the fields that are chosen. */
    boolean asksForExamples() {
        return shown.equals(fields());
    }

    /** A row of the examples as typed: the numbers in the order of the fields. */
    record Row(List<String> numbers, String percent) {

        boolean isEmpty() {
            return percent.isBlank() && numbers.stream().allMatch(String::isBlank);
        }
    }

    /** The rows for the fields that are chosen, with what was typed for them. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < Math.max(ROWS, percents.size()); row++) {
            int first = row * shown.size();
            rows.add(new Row(
                    fields().stream()
                            .map(field -> at(numbers, shown.indexOf(field), first))
                            .toList(),
                    at(percents, row, 0)));
        }
        return rows;
    }

    private static String at(List<String> typed, int place, int first) {
        return place < 0 || first + place >= typed.size()
                ? ""
                : Objects.requireNonNullElse(typed.get(first + place), "");
    }

    /** Tells one content of the form from another. */
    public String fingerprint() {
        return Integer.toHexString(
                Stream.of(seen, code, name, numerator, denominator, from, until, place, numbers, percents)
                        .map(String::valueOf)
                        .toList()
                        .hashCode());
    }

    /** The draft of a form without errors. */
    IndicatorDraft draft(List<Example> examples) {
        return new IndicatorDraft(
                code,
                UserText.keptName(name),
                numerator,
                denominator,
                examples,
                Integer.parseInt(place),
                YearMonth.parse(from),
                until.isEmpty() ? null : YearMonth.parse(until).plusMonths(1));
    }
}
