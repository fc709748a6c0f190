package vn.hoso.targets.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Rate;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.StepNotation;
import vn.hoso.targets.VerdictDecision;
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
     * @param lost what becomes of a confirmation that would no longer be shown, null where none is lost
     */
    record Line(
            String target,
            String before,
            String after,
            boolean whole,
            List<String> units,
            @Nullable String lost) {}

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
                turn.units(),
                lost(turn, messages));
    }

    /** A confirmation belongs to the version it was made of, and is never taken over by another. */
    private static @Nullable String lost(Turn turn, PageMessages messages) {
        VerdictDecision decision = turn.before() == null ? null : turn.before().decision();
        Standing after = turn.after();
        if (decision == null || (after != null && decision.equals(after.decision()))) {
            return null;
        }
        Rate evidence = decision.evidence();
        return messages.of(
                "targets.turns.lost." + becomes(after),
                decision.decidedBy(),
                Formats.time(decision.decidedAt()),
                evidence == null
                        ? messages.of("targets.turns.no-evidence")
                        : Formats.count(evidence.numerator()) + "/" + Formats.count(evidence.denominator()));
    }

    private static String becomes(@Nullable Standing after) {
        if (after == null) {
            return "ended";
        }
        if (after.decision() != null) {
            return "other";
        }
        return after.suggested() ? "again" : "measured";
    }

    private static String standing(@Nullable Standing standing, PageMessages messages) {
        if (standing == null) {
            return messages.of("targets.turns.none");
        }
        VerdictDecision decision = standing.decision();
        String plain = messages.of("targets.verdict." + standing.status());
        String verdict = decision != null
                ? messages.of(
                        "targets.turns.confirmed", plain, decision.decidedBy(), Formats.time(decision.decidedAt()))
                : standing.suggested() && standing.status().decided()
                        ? messages.of("targets.turns.suggested", PageMessages.uncapitalised(plain))
                        : plain;
        BigDecimal points = standing.points();
        return points == null
                ? verdict
                : verdict + " · " + messages.of("targets.turns.points", StepNotation.write(points));
    }
}
