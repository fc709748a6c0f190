package vn.hoso.extracts.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.extracts.ExtractPreview;
import vn.hoso.extracts.ListAnswers;
import vn.hoso.extracts.web.ExtractFacts.Asked;
import vn.hoso.extracts.web.ExtractForms.AnswersForm;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.units.Unit;

/** Shows by which answers a list is counted. */
final class ExtractAnswers {

    private static final int AFTER_ASKED = 100_000;

    static final UnitOptions NONE = new UnitOptions(List.of(), null, null);

    private ExtractAnswers() {}

    /** The units that names of the list may mean. */
    static UnitOptions options(ExtractPreview preview) {
        List<YearMonth> months = preview.months().stream()
                .map(ExtractPreview.Month::month)
                .sorted()
                .toList();
        return new UnitOptions(
                preview.units().stream().map(Unit::option).toList(),
                months.isEmpty() ? null : months.get(0).atDay(1),
                months.isEmpty() ? null : months.get(months.size() - 1).atEndOfMonth());
    }

    /**
     * Where the units of names are chosen, where they are typed.
     *
     * @param form what was answered and refused, null if nothing was
     */
    static Map<Integer, UnitField> fields(UnitOptions units, List<Asked> names, @Nullable AnswersForm form) {
        AnswersForm said = Objects.requireNonNullElse(form, AnswersForm.EMPTY);
        return units.typed()
                ? names.stream()
                        .collect(Collectors.toMap(
                                Asked::index, each -> said.field(units, String.valueOf(each.index()), "")))
                : Map.of();
    }

    /** Answers by which the list is counted, which another may replace. Their places come after those that are asked about. */
    static Map<String, List<Asked>> of(ExtractPreview preview, UnaryOperator<String> word) {
        ListAnswers answers = preview.file().answers();
        Map<Long, String> units = preview.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return Map.of(
                "answeredNames",
                answered(
                        answers.units(),
                        unit -> units.getOrDefault(
                                unit, word.apply(unit == 0 ? "extracts.asked.none" : "extracts.answered.other"))),
                "answeredWords",
                answered(answers.channels(), each -> word.apply("extracts.channel." + each)),
                "answeredLevels",
                answered(answers.classes(), each -> word.apply("procedures.class." + each)),
                "answeredProcedures",
                answered(answers.procedures(), each -> word.apply("procedures.class." + each)));
    }

    private static <T> List<Asked> answered(Map<String, T> answers, Function<T, String> meaning) {
        List<Asked> answered = new ArrayList<>();
        answers.forEach((what, meant) ->
                answered.add(new Asked(AFTER_ASKED + answered.size(), what, what, meaning.apply(meant))));
        return answered;
    }
}
