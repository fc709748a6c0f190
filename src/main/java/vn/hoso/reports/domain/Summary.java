package vn.hoso.reports.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.hoso.rates.Indicator;
import vn.hoso.results.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.Verdict;

/** The plan's closing judgement of II.2: criteria confirmed as met, and the overall rate against its missed targets. */
final class Summary {

    private final ScopeResults district;
    private final ReportPhrases wording;

    Summary(ScopeResults district, ReportPhrases wording) {
        this.district = district;
        this.wording = wording;
    }

    /** "Nhìn chung trong năm 2023, …"; empty where there is neither. */
    Optional<String> sentence() {
        Optional<String> missed = missed();
        String start = "Nhìn chung trong " + wording.periodName() + ", ";
        Optional<String> met = confirmed();
        if (met.isEmpty()) {
            return missed.map(shortfall -> start + shortfall);
        }
        return Optional.of(start
                + met.get()
                + missed.map(shortfall -> " Tuy nhiên, " + shortfall).orElse(""));
    }

    private Optional<String> confirmed() {
        List<Verdict> criteria = district.verdicts().stream()
                .filter(verdict -> verdict.target().rule() == TargetRule.HAS_ARISEN)
                .toList();
        boolean allMet = !criteria.isEmpty()
                && criteria.stream()
                        .allMatch(verdict -> verdict.met() && verdict.decision() != null && !verdict.evidenceChanged());
        if (!allMet) {
            return Optional.empty();
        }
        String instruments = criteria.stream()
                .flatMap(verdict -> verdict.target().instruments().stream())
                .distinct()
                .map(Citation::brief)
                .collect(Collectors.joining(" và "));
        return Optional.of(
                wording.district() + " đều đạt chỉ tiêu về các tiêu chí hành chính công theo " + instruments + ".");
    }

    private Optional<String> missed() {
        List<Verdict> missed = VerdictSentences.missed(district).stream()
                .filter(verdict -> verdict.target().indicator() == Indicator.OVERALL)
                .toList();
        IndicatorResult result = district.indicator(Indicator.OVERALL);
        if (missed.isEmpty() || result.rate() == null) {
            return Optional.empty();
        }
        String asked = missed.stream()
                .map(verdict -> ReportPhrases.lowerFirst(VerdictSentences.asked(verdict.target())))
                .collect(Collectors.joining(" và "));
        return Optional.of("so với " + asked + " thì tỷ lệ này của " + wording.level()
                + " còn thực hiện chưa đảm bảo (" + (missed.get(0).provisional() ? "tạm tính; " : "")
                + wording.level() + " thực hiện " + ReportPhrases.fraction(result.rate())
                + ", chỉ đạt " + ReportPhrases.percent(result) + ").");
    }
}
