package vn.hoso.presentation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Basis;
import vn.hoso.rates.DataStatus;
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
     * The sentence; while returns are missing it begins with how few it rests on, while some are not approved with how many.
     *
     * @param subject whose results they are, as a sentence begins: "Huyện", "Xã Phước An"
     */
    public static String of(String subject, ScopeResults scope, PageMessages wording) {
        Basis basis = scope.indicator(Indicator.OVERALL).basis();
        String sentence = plain(subject, scope, wording);
        String resting = basis == null || basis.reported() == 0 ? null : resting(basis, wording);
        return resting == null
                ? sentence
                : wording.of("dashboard.headline.provisional", PageMessages.capitalised(resting), sentence);
    }

    /** "tạm tính từ 204/207 báo cáo tháng", or "sơ bộ, còn 12 báo cáo chưa duyệt"; null of what is final. */
    public static @Nullable String resting(@Nullable Basis basis, PageMessages wording) {
        if (basis == null || basis.finality() == DataStatus.OFFICIAL) {
            return null;
        }
        String few = basis.finality() == DataStatus.ESTIMATE
                ? Formats.count(basis.reported()) + "/" + Formats.count(basis.expected())
                : Formats.count(basis.unapproved());
        return wording.of("dashboard.resting." + basis.finality(), few);
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
                        Formats.count(each.judged()),
                        each.finality() == DataStatus.OFFICIAL
                                ? ""
                                : " " + wording.of("dashboard.verdict.is." + each.finality())))
                .toList();
    }
}
