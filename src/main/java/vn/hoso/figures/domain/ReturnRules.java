package vn.hoso.figures.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;

/** The rules a return must keep, each with a name; the entry form and every import run this same list. */
public final class ReturnRules {

    /** One rule: the problem it finds, or null. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        RuleViolation check(ReturnFigures figures);
    }

    static final List<Rule> ALL = List.of(
            ReturnRules::fullProcessAppliesAsPair,
            ReturnRules::partialAppliesAsPair,
            within(Measure.FULL_PROCESS_ONLINE, Measure.FULL_PROCESS_RECEIVED, "onlineAboveReceived"),
            within(Measure.PARTIAL_ONLINE, Measure.PARTIAL_RECEIVED, "onlineAboveReceived"),
            ReturnRules::eligibleWithinAll,
            ReturnRules::onlineTotalWithinAll,
            ReturnRules::paymentIsAPair,
            within(Measure.PAID_ONLINE, Measure.PAYABLE, "paidAbovePayable"),
            ReturnRules::unclassifiedIsExplained);

    private ReturnRules() {}

    public static List<RuleViolation> check(ReturnFigures figures) {
        List<RuleViolation> found = new ArrayList<>();
        for (Rule rule : ALL) {
            RuleViolation problem = rule.check(figures);
            if (problem != null) {
                found.add(problem);
            }
        }
        figures.cells().keySet().stream().sorted().forEach(measure -> found.addAll(withinAnother(figures, measure)));
        return found;
    }

    /** An added measure may be a part of another one. */
    private static List<RuleViolation> withinAnother(ReturnFigures figures, Measure part) {
        if (part.notAbove() == null) {
            return List.of();
        }
        Measure whole = Measure.named(part.notAbove());
        Integer some = figures.number(part);
        Integer all = figures.number(whole);
        return some == null || all == null || some <= all
                ? List.of()
                : List.of(
                        new RuleViolation(part, "aboveOther", Formats.count(some), Formats.count(all), whole.field()));
    }

    private static Rule within(Measure part, Measure whole, String rule) {
        return figures -> {
            Integer some = figures.number(part);
            Integer all = figures.number(whole);
            return some == null || all == null || some <= all ? null : problem(part, rule, some, all);
        };
    }

    private static @Nullable RuleViolation fullProcessAppliesAsPair(ReturnFigures figures) {
        return appliesAsPair(figures, Measure.FULL_PROCESS_RECEIVED, Measure.FULL_PROCESS_ONLINE);
    }

    private static @Nullable RuleViolation partialAppliesAsPair(ReturnFigures figures) {
        return appliesAsPair(figures, Measure.PARTIAL_RECEIVED, Measure.PARTIAL_ONLINE);
    }

    private static @Nullable RuleViolation appliesAsPair(ReturnFigures figures, Measure received, Measure online) {
        return figures.notApplicable(received) == figures.notApplicable(online)
                ? null
                : new RuleViolation(figures.notApplicable(received) ? online : received, "notApplicableAsPair");
    }

    private static @Nullable RuleViolation eligibleWithinAll(ReturnFigures figures) {
        Integer all = figures.number(Measure.DOSSIERS_RECEIVED);
        return all == null || figures.eligible() <= all
                ? null
                : problem(Measure.DOSSIERS_RECEIVED, "eligibleAboveAll", figures.eligible(), all);
    }

    private static @Nullable RuleViolation onlineTotalWithinAll(ReturnFigures figures) {
        Integer all = figures.number(Measure.DOSSIERS_RECEIVED);
        if (all == null || figures.onlineTotal() <= all) {
            return null;
        }
        boolean reported = figures.number(Measure.ONLINE_REPORTED) != null;
        return problem(
                reported ? Measure.ONLINE_REPORTED : Measure.DOSSIERS_RECEIVED,
                "onlineAboveAll",
                figures.onlineTotal(),
                all);
    }

    private static @Nullable RuleViolation paymentIsAPair(ReturnFigures figures) {
        boolean payable = figures.number(Measure.PAYABLE) != null;
        boolean paid = figures.number(Measure.PAID_ONLINE) != null;
        return payable == paid
                ? null
                : new RuleViolation(payable ? Measure.PAID_ONLINE : Measure.PAYABLE, "paymentAsPair");
    }

    /** The reported total may differ from the sum of the classes, but never without a word of why. */
    private static @Nullable RuleViolation unclassifiedIsExplained(ReturnFigures figures) {
        boolean comparable = Stream.of(Measure.ONLINE_REPORTED, Measure.FULL_PROCESS_ONLINE, Measure.PARTIAL_ONLINE)
                .allMatch(measure -> figures.number(measure) != null || figures.notApplicable(measure));
        long unclassified = figures.onlineTotal() - figures.onlineClassified();
        return !comparable || unclassified == 0 || figures.note() != null
                ? null
                : problem(null, "unclassifiedUnexplained", figures.onlineTotal(), figures.onlineClassified());
    }

    private static RuleViolation problem(@Nullable Measure at, String rule, long first, long second) {
        return new RuleViolation(at, rule, Formats.count(first), Formats.count(second));
    }
}
