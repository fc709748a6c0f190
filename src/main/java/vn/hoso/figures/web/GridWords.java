package vn.hoso.figures.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.figures.Measure;
import vn.hoso.figures.MonthReading.StoredReturn;
import vn.hoso.figures.Problem;
import vn.hoso.figures.ReturnFigures;
import vn.hoso.shared.Formats;

/** How the grid puts figures, problems and states into words. */
@Component
class GridWords {

    static final String NOTHING = "–";

    /** The rules that the grid's script checks while typing. */
    private static final List<String> CHECKED_WHILE_TYPING = List.of(
            "tooLarge",
            "negative",
            "ambiguous",
            "notANumber",
            "dash",
            "onlineAboveReceived",
            "eligibleAboveAll",
            "onlineAboveAll",
            "paidAbovePayable");

    private final MessageSource messages;

    GridWords(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    String problem(Problem problem) {
        return text("figures.problem." + problem.rule(), problem.arguments().toArray());
    }

    /** The sentences of these rules as JSON, with {0} and {1} left for the script to fill. */
    String ofRules() {
        Map<String, String> sentences = new TreeMap<>();
        CHECKED_WHILE_TYPING.forEach(rule -> sentences.put(rule, text("figures.problem." + rule, "{0}", "{1}")));
        return JsonMapper.shared().writeValueAsString(sentences);
    }

    static String labelKey(Measure measure) {
        return "figures.measure." + measure.field();
    }

    /** A figure of a month to compare with: a dash where nothing was reported, "x" where it does not apply. */
    static String compared(@Nullable StoredReturn stored, Measure measure) {
        return stored == null ? NOTHING : figure(stored.figures(), measure);
    }

    static String figure(ReturnFigures figures, Measure measure) {
        Integer number = figures.number(measure);
        if (number != null) {
            return Formats.count(number);
        }
        return figures.notApplicable(measure) ? "x" : NOTHING;
    }

    static String statusKey(@Nullable StoredReturn stored) {
        if (stored == null) {
            return "figures.status.none";
        }
        return "figures.status." + (stored.complete() ? stored.status().name().toLowerCase(Locale.ROOT) : "incomplete");
    }
}
