package vn.hoso.targets.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Rate;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.StepNotation;
import vn.hoso.targets.VerdictDecision;
import vn.hoso.targets.VerdictPreview.EndingConfirmation;
import vn.hoso.targets.VerdictPreview.PeriodTurns;
import vn.hoso.targets.VerdictPreview.Standing;
import vn.hoso.targets.VerdictPreview.Turn;

/**
 * The verdicts that a change of targets would turn, ready to print.
 *
 * @param years those of years on the present figures
 * @param months those of their months
 * @param ending which confirmations figures to come would end
 */
record TurnsView(List<Period> years, List<Period> months, List<String> ending) {

    /**
     * The verdicts of one period.
     *
     * @param name such as "Năm 2024, đến 09/2024"
     */
    record Period(String name, List<Line> lines) {}

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

    static TurnsView of(List<PeriodTurns> turns, List<EndingConfirmation> ending, PageMessages messages) {
        Map<Boolean, List<Period>> byMonth = turns.stream()
                .collect(Collectors.partitioningBy(
                        each -> isMonth(each.period()),
                        Collectors.mapping(each -> period(each, messages), Collectors.toList())));
        return new TurnsView(
                byMonth.getOrDefault(false, List.of()),
                byMonth.getOrDefault(true, List.of()),
                ending.stream().map(each -> ending(each, messages)).toList());
    }

    private static boolean isMonth(ReportingPeriod period) {
        return period.from().equals(period.to());
    }

    private static Period period(PeriodTurns turns, PageMessages messages) {
        return new Period(
                name(turns.period(), messages),
                turns.turns().stream().map(turn -> line(turn, messages)).toList());
    }

    private static String ending(EndingConfirmation ending, PageMessages messages) {
        VerdictDecision decision = ending.decision();
        return messages.of(
                ending.replaced() ? "targets.turns.ending.replaced" : "targets.turns.ending.ended",
                String.valueOf(ending.reaching().getYear()),
                Formats.month(ending.reaching()),
                ending.target().code() + " " + ending.target().label(),
                decision.decidedBy(),
                Formats.time(decision.decidedAt()),
                figures(decision, messages));
    }

    private static String name(ReportingPeriod period, PageMessages messages) {
        String last = Formats.month(period.to());
        return isMonth(period)
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
        return messages.of(
                "targets.turns.lost." + becomes(after),
                decision.decidedBy(),
                Formats.time(decision.decidedAt()),
                figures(decision, messages));
    }

    /** What the user saw when they confirmed it. */
    private static String figures(VerdictDecision decision, PageMessages messages) {
        Rate evidence = decision.evidence();
        return evidence == null
                ? messages.of("targets.turns.no-evidence")
                : Formats.count(evidence.numerator()) + "/" + Formats.count(evidence.denominator());
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
        String marked = standing.finality() == DataStatus.OFFICIAL
                ? verdict
                : verdict + " " + messages.of("dashboard.verdict.is." + standing.finality());
        BigDecimal points = standing.points();
        return points == null
                ? marked
                : marked + " · " + messages.of("targets.turns.points", StepNotation.write(points));
    }
}
