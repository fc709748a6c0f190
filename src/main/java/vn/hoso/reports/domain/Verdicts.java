package vn.hoso.reports.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Indicator;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.StepNotation;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/** The words of verdicts, and which of them a report has to speak of. */
public final class Verdicts {

    private Verdicts() {}

    /** "50%", or "trên 50%"; "mức riêng" above units that each have a level of their own. */
    public static String threshold(Target target) {
        return target.threshold() == null
                ? ReportSentences.text("threshold.named")
                : ReportSentences.of(ReportNamedFigures.none())
                        .with("phan_tram", Formats.percentInProse(target.threshold()))
                        .say("threshold." + target.rule());
    }

    static String status(VerdictStatus status) {
        return ReportSentences.text("status." + status);
    }

    /** The outcome as a column prints it: one that returns could turn which are missing or not approved says so. */
    public static String status(Verdict verdict) {
        Target target = verdict.target();
        String own = !target.ownLevel() ? "" : "; mức riêng " + threshold(target);
        String points = verdict.points() == null ? "" : "; " + StepNotation.write(verdict.points()) + " điểm";
        return status(verdict.status())
                + own
                + points
                + (verdict.provisional() ? " (" + provisional(verdict.finality()) + ")" : "");
    }

    /** "1/276 báo cáo có số liệu phí, lệ phí": of figures that a return may lack; else null. */
    public static @Nullable String basis(IndicatorResult result) {
        return result.basis() == null || !result.indicator().optional()
                ? null
                : ReportSentences.of(ReportNamedFigures.none())
                        .with("chi_so.bao_cao", Formats.count(result.basis().reported()))
                        .with("chi_so.can_bao_cao", Formats.count(result.basis().expected()))
                        .with("so_lieu", ReportSentences.lacking(result.indicator()))
                        .say("basis");
    }

    /**
     * What a target asks, as words: its clause, or what it is called where none is known, its instrument, and whether they
     * ask a rate or give points for one. Nobody outside the Office knows a code alone.
     */
    static ReportSentences asking(ReportSentences sentences, Target target) {
        boolean points = target.rule() == TargetRule.BANDS;
        ReportSentences asking = (target.clause() == null
                        ? sentences.with(
                                "dieu_khoan",
                                sentences
                                        .with("ma", target.code())
                                        .with("ten", target.label())
                                        .fill(target.rule() == TargetRule.HAS_ARISEN ? "clause.criterion" : "clause"))
                        : sentences.with("dieu_khoan", target.clause()))
                .with("yeu_cau", ReportSentences.text(points ? "asked.points" : "asked.rate"));
        return target.instruments().isEmpty()
                ? asking
                : asking.with(
                        "van_ban", ReportCitation.brief(target.instruments().get(0)));
    }

    /** "tạm tính" or "sơ bộ"; null of what is final. */
    static @Nullable String provisional(DataStatus finality) {
        return finality == DataStatus.OFFICIAL ? null : ReportSentences.text("provisional." + finality);
    }

    static boolean judged(Verdict verdict) {
        return verdict.status() == VerdictStatus.MET || verdict.status() == VerdictStatus.NOT_MET;
    }

    /** The targets set from above that carry a percentage and are not met. */
    static List<Verdict> missed(ScopeResults scope) {
        return scope.verdicts().stream()
                .filter(verdict -> verdict.target().threshold() != null)
                .filter(verdict -> verdict.status() == VerdictStatus.NOT_MET)
                .toList();
    }

    /** Those of them that ask a percentage of all dossiers. */
    static List<Verdict> missedOverall(ScopeResults scope) {
        return missed(scope).stream()
                .filter(verdict -> Indicator.OVERALL.equals(verdict.target().indicator()))
                .toList();
    }

    /** The criteria that a person confirms; empty unless all of them are met and confirmed by the figures of today. */
    static List<Verdict> confirmed(ScopeResults district) {
        List<Verdict> criteria = district.verdicts().stream()
                .filter(verdict -> verdict.target().rule() == TargetRule.HAS_ARISEN)
                .toList();
        return criteria.stream()
                        .allMatch(verdict -> verdict.met() && verdict.decision() != null && !verdict.evidenceChanged())
                ? criteria
                : List.of();
    }
}
