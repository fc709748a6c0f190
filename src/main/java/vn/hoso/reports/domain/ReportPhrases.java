package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import vn.hoso.organisation.Organisation;
import vn.hoso.organisation.OrganisationLevel;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.ResultsCoverage;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Target;

/** The sentences of one report: about its figures, its place and its term. */
public final class ReportPhrases {

    static final int NAMES_IN_A_SENTENCE = 50;

    private final YearResults results;
    private final ReportTerm term;
    private final ReportNamedFigures figures;
    private final ReportSentences sentences;

    ReportPhrases(YearResults results, Organisation organisation, ReportTerm term, ReportNamedFigures figures) {
        this.results = results;
        this.term = term;
        this.figures = figures;
        this.sentences = ReportSentences.of(figures)
                .with("cap", organisation.levelName())
                .with("toan", organisation.whole())
                .with("Toan", organisation.total())
                .with("huyen", organisation.fullName())
                .with("uy_ban", organisation.agency())
                .with("cap_tren", organisation.superior())
                .with("cap_duoi", organisation.unitsBelow())
                .with(
                        "so_phong",
                        ReportSentences.text(
                                organisation.level() == OrganisationLevel.PROVINCE
                                        ? "recipients.province"
                                        : "recipients.below"))
                .with("ky_hieu", organisation.symbol())
                .with("noi", organisation.place());
    }

    /** Whether the report is about a part of a year, on which nobody confirms verdicts. */
    boolean part() {
        return !term.wholeYear();
    }

    ReportSentences sentences() {
        return sentences;
    }

    ReportLine fill(String key) {
        return sentences.fill(key);
    }

    /** A list that the file numbers: "key.1", "key.2", …; without those that have nothing to tell here. */
    List<ReportLine> numbered(String key) {
        List<ReportLine> lines = new ArrayList<>();
        for (int number = 1; ReportSentences.has(key + "." + number); number++) {
            ReportLine line = fill(key + "." + number);
            if (!line.text().isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    ReportNamedFigures figures() {
        return figures;
    }

    /** Sentences about an indicator of the district. */
    ReportSentences of(Indicator indicator) {
        return of(indicator, "");
    }

    private ReportSentences of(Indicator indicator, String unit) {
        return sentences
                .about("chi_so", unit + indicator.code())
                .with("dem", ReportSentences.counted(indicator))
                .with("so_lieu", ReportSentences.lacking(indicator));
    }

    /** Sentences about a target of the district and the indicator it judges. */
    ReportSentences of(Target target) {
        return Verdicts.asking(of(target.indicator()), target)
                .about("chi_tieu", figures.prefix(target))
                .with("ma", target.code())
                .with("ten", target.label());
    }

    /** The same about one unit. */
    ReportSentences of(Target target, ScopeResults unit) {
        String prefix = ReportNamedFigures.unit(unit.unitId());
        return of(target.indicator(), prefix)
                .about("chi_tieu", prefix + figures.prefix(target))
                .with("ten", unit.name());
    }

    /** A year is named by how far its figures reach: "năm 2023", "9 tháng đầu năm 2024"; a part by itself: "quý III năm 2024". */
    static String periodName(ReportingPeriod period, ReportTerm term) {
        if (!term.wholeYear()) {
            return term.name();
        }
        ReportSentences named = ReportSentences.of(ReportNamedFigures.none())
                .with("nam", String.valueOf(period.from().getYear()))
                .with("so_thang", String.valueOf(period.to().getMonthValue()))
                .with("tu", Formats.month(period.from()))
                .with("den", Formats.month(period.to()));
        if (period.wholeYear()) {
            return named.say("period.of-year");
        }
        if (period.from().equals(period.to())) {
            return named.say("period.of-month");
        }
        return named.say(period.fromJanuary() ? "period.first-months" : "period.months");
    }

    /**
     * "Xã A, Xã B và 3 đơn vị khác".
     *
     * @param names the first of them
     * @param rest the figure that counts those not named, with ".con_lai" behind
     */
    ReportLine names(Collection<ReportLine> names, String rest) {
        List<ReportLine> shown = names.stream().limit(NAMES_IN_A_SENTENCE).toList();
        ReportNamedFigure others = figures.get(rest + ".con_lai");
        ReportSentences said =
                sentences.with("con_lai", ReportLine.of(others)).with("danh_sach", ReportLine.joined(shown, ", "));
        if (shown.isEmpty()) {
            return said.fill("names.none");
        }
        return others.zero() ? ReportLine.joined(shown, ", ") : said.fill("names.more");
    }

    ReportLine names(List<String> names, String rest) {
        return names((Collection<ReportLine>) names.stream().map(ReportLine::of).toList(), rest);
    }

    /** Why figures may still change, in words. */
    public static String provisionalReasons(YearResults results) {
        ResultsCoverage coverage = results.coverage();
        return provisionalReasons(
                        results,
                        ReportSentences.of(ReportNamedFigures.none())
                                .with("bao_cao.da_co", Formats.count(coverage.reported()))
                                .with("bao_cao.can_co", Formats.count(coverage.expected()))
                                .with(
                                        "bao_cao.chua_duyet",
                                        Formats.count((long) coverage.reported() - coverage.approved()))
                                .with("thang.truoc_khi_dung", String.valueOf(results.monthsBeforeUse()))
                                .with("thang.chua_den_ky", String.valueOf(results.monthsToCome()))
                                .with("bao_cao.so_thang", String.valueOf(results.monthsWithFigures())))
                .text();
    }

    /** The weightiest reason first. */
    private static ReportLine provisionalReasons(YearResults results, ReportSentences sentences) {
        List<ReportLine> reasons = new ArrayList<>();
        if (!results.coverage().complete()) {
            reasons.add(sentences.fill("reason.reported"));
        }
        if (!results.coverage().allApproved()) {
            reasons.add(sentences.fill("reason.approved"));
        }
        if (results.openItems().stream().anyMatch(ResultCaveat.BeforeUse.class::isInstance)) {
            reasons.add(sentences.fill("reason.before-use"));
        }
        if (results.monthsToCome() > 0) {
            reasons.add(sentences.fill("reason.to-come"));
        }
        if (results.openItems().stream().anyMatch(ResultCaveat.MonthsWithoutFigures.class::isInstance)) {
            reasons.add(sentences.fill("reason.months"));
        }
        return reasons.isEmpty() ? sentences.fill("reason.correctable") : ReportLine.joined(reasons, "; ");
    }

    /** The same sentences with these reasons, and what such figures are called. */
    ReportSentences provisional() {
        return sentences.with("ly_do", provisionalReasons(results, sentences)).with("tinh_trang", dataStatus(results));
    }

    /** What figures are called that may still change, as on pages: "ước tính" while returns are missing, else "sơ bộ". */
    public static String dataStatus(YearResults results) {
        return ReportSentences.text(
                results.finality() == DataStatus.ESTIMATE ? "data-status.ESTIMATE" : "data-status.PRELIMINARY");
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
