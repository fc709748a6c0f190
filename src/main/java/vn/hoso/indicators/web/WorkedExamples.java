package vn.hoso.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.hoso.indicators.IndicatorDraft;
import vn.hoso.indicators.IndicatorDraft.Example;
import vn.hoso.indicators.web.IndicatorForm.Row;
import vn.hoso.rates.Percentages;
import vn.hoso.rates.Rate;
import vn.hoso.shared.Formats;

/** Reads worked examples as they are typed, and holds each against the formula. */
final class WorkedExamples {

    private WorkedExamples() {}

    /** The examples; errors tell of those that do not come out right, and of too few. */
    static List<Example> read(IndicatorForm form, BindingResult errors) {
        List<Example> examples = new ArrayList<>();
        List<Row> rows = form.rows();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                Example example = example(form, rows.get(i), String.valueOf(i + 1), errors);
                if (example != null) {
                    examples.add(example);
                }
            }
        }
        if (!errors.hasErrors()
                && examples.stream().map(Example::percent).distinct().count() < IndicatorDraft.EXAMPLES) {
            errors.rejectValue("numbers", "indicators.problem.examples");
        }
        return examples;
    }

    private static @Nullable Example example(IndicatorForm form, Row row, String which, BindingResult errors) {
        Map<String, Long> read = new LinkedHashMap<>();
        List<String> fields = form.fields();
        for (int i = 0; i < fields.size(); i++) {
            String typed = row.numbers().get(i).strip();
            String digits = typed.matches("\\d{1,3}(\\.\\d{3})+") ? typed.replace(".", "") : typed;
            if (!digits.matches("\\d{1,7}")) {
                errors.rejectValue("numbers", "indicators.problem.number", new Object[] {which}, null);
                return null;
            }
            read.put(fields.get(i), Long.valueOf(digits));
        }
        String typed = row.percent().strip().replace("%", "").strip().replace(',', '.');
        if (!typed.matches("\\d{1,3}(\\.\\d{1,4})?")) {
            errors.rejectValue("numbers", "indicators.problem.percent", new Object[] {which}, null);
            return null;
        }
        Rate rate = Example.rate(read, form.numerator(), form.denominator());
        if (rate == null) {
            errors.rejectValue("numbers", "indicators.problem.no-share", new Object[] {which}, null);
            return null;
        }
        BigDecimal percent = new BigDecimal(typed);
        if (Percentages.alone(rate).compareTo(percent) != 0) {
            errors.rejectValue(
                    "numbers",
                    "indicators.problem.wrong",
                    new Object[] {
                        which,
                        Formats.count(rate.numerator()) + "/" + Formats.count(rate.denominator()),
                        Formats.percentInProse(Percentages.alone(rate)),
                        Formats.percentInProse(percent)
                    },
                    null);
            return null;
        }
        return new Example(read, percent);
    }
}
