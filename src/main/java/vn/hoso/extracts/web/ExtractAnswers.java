package vn.hoso.extracts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.hoso.extracts.ExtractPreview;
import vn.hoso.extracts.ListAnswers;
import vn.hoso.extracts.web.ExtractFacts.Asked;
import vn.hoso.units.Unit;

/** Shows by which answers a list is counted. */
final class ExtractAnswers {

    private static final int AFTER_ASKED = 100_000;

    private ExtractAnswers() {}

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
