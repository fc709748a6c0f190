package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.hoso.rates.Indicator;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/** The sentences of the district's verdicts with their grounds. */
final class ReportVerdicts {

    private final YearResults results;
    private final ScopeResults district;
    private final ReportPhrases phrases;

    ReportVerdicts(YearResults results, ReportPhrases phrases) {
        this.results = results;
        this.district = results.district();
        this.phrases = phrases;
    }

    /** One for each target, those that name their units last, then what they say together. */
    List<ReportLine> write() {
        List<ReportLine> said = new ArrayList<>();
        for (Verdict verdict : district.verdicts()) {
            said.add(verdict.target().rule() == TargetRule.HAS_ARISEN ? criterion(verdict) : measured(verdict));
        }
        List<ReportLine> named = ofNamedUnits("verdict.named", false);
        List<ReportLine> lines = new ArrayList<>();
        if (said.isEmpty()) {
            lines.add(phrases.fill(named.isEmpty() ? "results.no-targets" : "results.no-targets.whole"));
        }
        said.addAll(named);
        for (int i = 0; i < said.size(); i++) {
            lines.add(ReportLine.of(Character.toString('a' + i) + ") ").then(said.get(i)));
        }
        summary().ifPresent(lines::add);
        ceiling().ifPresent(lines::add);
        return lines;
    }

    /** Sentences about a verdict's target and the outcome. */
    ReportSentences of(Verdict verdict) {
        ReportSentences said = phrases.of(verdict.target())
                .with("ket_qua", Verdicts.status(verdict.status()))
                .with("tam_tinh", Verdicts.provisional(verdict.finality()));
        return verdict.provisional() ? said.with("tinh_tu", said.fill("resting." + verdict.finality())) : said;
    }

    /** The plan's own goals, those that name their units last. */
    List<ReportLine> goals() {
        List<ReportLine> lines = new ArrayList<>();
        district.aspirations().forEach(each -> lines.add(goal(each)));
        lines.addAll(ofNamedUnits("goal.named", true));
        return lines;
    }

    private ReportLine goal(Verdict aspiration) {
        IndicatorResult result = district.indicator(aspiration.target().indicator());
        return phrases.of(aspiration.target())
                .fill(
                        result.arisen()
                                ? "goal"
                                : !result.measured()
                                        ? "goal.not-measured"
                                        : "goal." + (result.rate() == null ? "not-reported" : "nothing-arisen"));
    }

    /** How many of the units that a target names meet it, and which do not. */
    private List<ReportLine> ofNamedUnits(String key, boolean goals) {
        return results.ofNamedUnits()
                .filter(target -> target.aspiration() == goals)
                .map(target -> ReportBreakdown.judged(results, target).isEmpty()
                        ? phrases.of(target).fill(key + ".none")
                        : phrases.of(target)
                                .with(
                                        "cac_don_vi",
                                        phrases.names(
                                                below(target), phrases.figures().prefix(target)))
                                .fill(key))
                .toList();
    }

    /** The units that miss a target, each with its figures. */
    List<ReportLine> below(Target target) {
        List<ReportLine> below = new ArrayList<>();
        for (ScopeResults unit : ReportBreakdown.listed(results)) {
            ReportBreakdown.verdict(unit, target)
                    .filter(verdict -> verdict.status() == VerdictStatus.NOT_MET)
                    .ifPresent(verdict -> below.add(phrases.of(target, unit)
                            .with("tam_tinh", Verdicts.provisional(verdict.finality()))
                            .fill("shortcoming.unit")));
        }
        return below;
    }

    private ReportLine criterion(Verdict verdict) {
        ReportSentences said = of(verdict);
        String state = phrases.part()
                ? "part"
                : verdict.awaitsConfirmation() ? "suggested" : verdict.evidenceChanged() ? "changed" : "confirmed";
        boolean expected = verdict.awaitsConfirmation() && Verdicts.judged(verdict);
        return said.with("du_kien", expected ? ReportSentences.text("criterion.expected") : null)
                .with("can_cu", said.fill(verdict.rate() == null ? "criterion.no-evidence" : "criterion.evidence"))
                .fill("criterion." + state);
    }

    private ReportLine measured(Verdict verdict) {
        return of(verdict)
                .fill(
                        verdict.rate() == null
                                ? "verdict.not-reported"
                                : !verdict.rate().arisen()
                                        ? "verdict.nothing-arisen"
                                        : verdict.met() ? "verdict.met" : "verdict.missed");
    }

    /** The plan's closing judgement of II.2: criteria confirmed as met, and the overall rate against its missed targets. */
    private Optional<ReportLine> summary() {
        List<Verdict> confirmed = Verdicts.confirmed(district);
        List<Verdict> missed =
                district.indicator(Indicator.OVERALL).rate() == null ? List.of() : Verdicts.missedOverall(district);
        if (confirmed.isEmpty() && missed.isEmpty()) {
            return Optional.empty();
        }
        String and = ReportSentences.text("list.and");
        String instruments = confirmed.stream()
                .flatMap(verdict -> verdict.target().instruments().stream())
                .distinct()
                .map(ReportCitation::brief)
                .collect(Collectors.joining(and));
        ReportLine asked = ReportLine.joined(
                missed.stream()
                        .map(verdict ->
                                phrases.of(verdict.target()).fill("asked").lowerFirst())
                        .toList(),
                and);
        return Optional.of(phrases.sentences()
                .with("van_ban", instruments.isEmpty() ? null : instruments)
                .with("cac_chi_tieu", asked)
                .with(
                        "tam_tinh",
                        missed.isEmpty()
                                ? null
                                : Verdicts.provisional(missed.get(0).finality()))
                .fill(
                        missed.isEmpty()
                                ? "summary.only-met"
                                : confirmed.isEmpty() ? "summary.only-missed" : "summary.both"));
    }

    /** The most that the overall rate can reach while no further procedure is offered online, and the targets above it. */
    private Optional<ReportLine> ceiling() {
        List<Verdict> missed = Verdicts.missed(district).stream()
                .filter(verdict -> verdict.ceiling() != null)
                .toList();
        if (missed.isEmpty() || district.rates().ceiling() == null) {
            return Optional.empty();
        }
        ReportLine limit = phrases.fill("ceiling");
        for (Verdict verdict : missed) {
            limit = verdict.reachable()
                    ? limit
                    : limit.then(phrases.of(verdict.target()).fill("ceiling.above"));
        }
        return Optional.of(limit);
    }
}
