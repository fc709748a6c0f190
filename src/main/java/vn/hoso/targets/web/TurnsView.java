package vn.hoso.targets.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.StepNotation;
import vn.hoso.targets.VerdictPreview.PeriodTurns;
import vn.hoso.targets.VerdictPreview.Standing;
import vn.hoso.targets.VerdictPreview.Turn;

/**
 * The verdicts of a period that a change of targets would turn, ready to print.
 *
 * @param period such as "Năm 2024, đến 09/2024"
 * @param month whether it is a single month, shown after the years
 */
record TurnsView(String period, boolean month, List<Line> lines) {

    /**
     * Verdicts that would turn alike.
     *
     * @param whole whether that of all units together is among them
     */
    record Line(String target, String before, String after, boolean whole, List<String> units) {}

    static List<TurnsView> of(List<PeriodTurns> turns, PageMessages messages) {
        return turns.stream()
                .map(each -> new TurnsView(
                        name(each.period(), messages),
                        each.period().from().equals(each.period().to()),
                        each.turns().stream().map(turn -> line(turn, messages)).toList()))
                .toList();
    }

    private static String name(ReportingPeriod period, PageMessages messages) {
        String last = Formats.month(period.to());
        return period.from().equals(period.to())
                ? messages.of("targets.turns.month", last)
                : messages.of("targets.turns.year", String.valueOf(period.to().getYear()), last);
    }

    private static Line line(Turn turn, PageMessages messages) {
        return new Line(
                turn.target().code() + " " + turn.target().label(),
                standing(turn.before(), messages),
                standing(turn.after(), messages),
                turn.whole(),
                turn.units());
    }

    private static String standing(@Nullable Standing standing, PageMessages messages) {
        if (standing == null) {
            return messages.of("targets.turns.none");
        }
        String verdict = messages.of("targets.verdict." + standing.status());
        BigDecimal points = standing.points();
        return points == null
                ? verdict
                : verdict + " · " + messages.of("targets.turns.points", StepNotation.write(points));
    }
}
