package vn.hoso.presentation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Indicator;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/** The one sentence a leader reads first: how far, against which target, what is missing. */
public final class Headline {

    private Headline() {}

    /**
     * The sentence; while returns are missing it begins with how few it rests on.
     *
     * @param subject whose results they are, as a sentence begins: "Huyện", "Xã Phước An"
     */
    public static String of(String subject, ScopeResults scope, PageMessages wording) {
        Basis basis = scope.indicator(Indicator.OVERALL).basis();
        String sentence = plain(subject, scope, wording);
        return basis == null || basis.reported() == 0 || basis.complete()
                ? sentence
                : wording.of(
                        "dashboard.headline.provisional",
                        Formats.count(basis.reported()) + "/" + Formats.count(basis.expected()),
                        sentence);
    }

    private static String plain(String subject, ScopeResults scope, PageMessages wording) {
        IndicatorResult overall = scope.indicator(Indicator.OVERALL);
        if (!overall.reported()) {
            return wording.of(
                    scope.notDue() ? "dashboard.headline.not-due" : "dashboard.headline.not-reported", subject);
        }
        BigDecimal percent = overall.percent();
        if (percent == null) {
            return wording.of("dashboard.headline.nothing-arisen", subject);
        }
        return judged(subject, Formats.percentInProse(percent), scope.verdicts(), wording);
    }

    /** The sentence cut after its commas and colon, so that lines break between clauses. */
    public static List<String> clauses(String headline) {
        return List.of(headline.split("(?<=[,:] )"));
    }

    private static String judged(String subject, String percent, List<Verdict> verdicts, PageMessages wording) {
        List<Verdict> ascending = verdicts.stream()
                .filter(it -> Indicator.OVERALL.equals(it.target().indicator())
                        && it.target().threshold() != null)
                .sorted(Comparator.comparing(Headline::threshold))
                .toList();
        Optional<Verdict> reached = ascending.stream().filter(Verdict::met).reduce((lower, higher) -> higher);
        Optional<Verdict> missed = ascending.stream()
                .filter(it -> it.status() == VerdictStatus.NOT_MET)
                .findFirst();
        if (missed.isPresent()) {
            String target = asked(missed.get());
            String shortBy = Formats.count(missed.get().shortBy());
            return reached.map(it ->
                            wording.of("dashboard.headline.between", subject, percent, asked(it), target, shortBy))
                    .orElseGet(() -> wording.of("dashboard.headline.missed", subject, percent, target, shortBy));
        }
        return reached.map(it -> wording.of("dashboard.headline.reached", subject, percent, asked(it)))
                .orElseGet(() -> wording.of("dashboard.headline.plain", subject, percent));
    }

    private static BigDecimal threshold(Verdict verdict) {
        return Objects.requireNonNull(verdict.target().threshold());
    }

    private static String asked(Verdict verdict) {
        return Formats.percentInProse(threshold(verdict));
    }

    /** What targets that name their units say of these, each in a sentence; the verdicts of all together say nothing of them. */
    public static List<String> ofNamedUnits(YearResults results, PageMessages wording) {
        return results.namedOutcomes().stream()
                .map(each -> wording.of(
                        each.judged() == 0 ? "dashboard.named.none" : "dashboard.named",
                        each.target().code(),
                        each.target().label(),
                        Formats.count(each.units()),
                        Formats.count(each.met()),
                        Formats.count(each.judged())))
                .toList();
    }
}
