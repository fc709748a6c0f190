package vn.hoso.figures.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hoso.figures.Finding;
import vn.hoso.figures.Measure;
import vn.hoso.figures.MonthReading.StoredReturn;
import vn.hoso.figures.Problem;
import vn.hoso.figures.ReturnFigures;
import vn.hoso.shared.Formats;

/** How the grid puts figures, problems and states into words. */
@Component
class GridWords {

    static final String NOTHING = "–";

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

    /** What is unusual, in one sentence. */
    String finding(Finding finding) {
        String said =
                text("figures.finding." + finding.rule(), finding.arguments().toArray());
        Measure measure = finding.measure();
        return measure == null ? said : text(labelKey(measure)) + ": " + said;
    }

    /** The same for a unit that has to say why. */
    String unexplained(List<Finding> findings) {
        return text("figures.unexplained", findings.stream().map(this::finding).collect(Collectors.joining(" ")));
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
