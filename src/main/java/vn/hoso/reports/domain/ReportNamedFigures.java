package vn.hoso.reports.domain;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.SameMonthsBeforeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/** The values of a report by name, each with its meaning and its trace: the only numbers that its sentences print. */
public final class ReportNamedFigures {

    /** What an address says where figures are those of the present units. */
    static final String UNITS = "geography=" + ResultsGeography.TODAY;

    private final Map<String, ReportNamedFigure> byName = new LinkedHashMap<>();
    private final ReportTargetPrefixes targets;
    private final ReportUnitFigures units;
    private final String source;
    private final String year;
    private final String part;

    private ReportNamedFigures(
            String source, String year, String part, ReportTargetPrefixes targets, ReportUnitFigures units) {
        this.source = source;
        this.year = year;
        this.part = part;
        this.targets = targets;
        this.units = units;
    }

    /** No figure yet: for sentences of words only. */
    static ReportNamedFigures none() {
        return new ReportNamedFigures("", "", "", new ReportTargetPrefixes(), new ReportUnitFigures());
    }

    /** Every value that the report of a term may print, without those of the year before. */
    public static ReportNamedFigures of(YearResults results, ReportTerm term) {
        return of(results, term, null);
    }

    /**
     * The same beside the same months of the year before.
     *
     * @param before what was reported in them; null where there are none, or the report is a year's
     */
    public static ReportNamedFigures of(
            YearResults results, ReportTerm term, @Nullable SameMonthsBeforeResults before) {
        ReportNamedFigures figures = new ReportNamedFigures(
                results.publication() == null
                        ? ReportSentences.text("figure.source.sum")
                        : results.publication().source(),
                String.valueOf(term.year()),
                Stream.of(
                                term.wholeYear()
                                        ? ""
                                        : "span=" + term.span() + "&month="
                                                + term.first().getMonthValue(),
                                results.geography() == ResultsGeography.TODAY ? UNITS : "")
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining("&")),
                new ReportTargetPrefixes(),
                new ReportUnitFigures());
        new ReportFigureNaming(figures, results).name(term);
        if (before != null) {
            new ReportYearBeforeFigures(figures, results, before).name(term);
        }
        return figures;
    }

    /** The same with the figures of units to be named anew, each when it is asked for: who keeps it does not keep those. */
    public ReportNamedFigures unitsUnnamed() {
        ReportNamedFigures same = new ReportNamedFigures(source, year, part, targets.copy(), units.unnamed());
        same.byName.putAll(byName);
        return same;
    }

    /** The same for a reader who may not open pages whose address begins like this: their figures lead nowhere. */
    public ReportNamedFigures withoutPages(String beginning) {
        ReportNamedFigures others = unitsUnnamed();
        others.close(beginning);
        others.ofUnits((id, named) -> named.close(beginning));
        return others;
    }

    private void close(String beginning) {
        byName.replaceAll((name, figure) -> figure.page().startsWith(beginning) ? figure.withoutPage() : figure);
    }

    /** Those that a list for authors shows, in the order of the report. */
    public List<ReportNamedFigure> offered() {
        return byName.values().stream().filter(ReportNamedFigure::offered).toList();
    }

    /** The figure of this name; null if there is none. */
    public @Nullable ReportNamedFigure find(String name) {
        ReportNamedFigure known = byName.get(name);
        return known == null
                ? units.find(name, () -> new ReportNamedFigures(source, year, part, targets, new ReportUnitFigures()))
                : known;
    }

    ReportNamedFigure get(String name) {
        return Objects.requireNonNull(find(name), name);
    }

    /** Takes in what somebody knows of units. */
    void ofUnits(ReportUnitFigures.Naming naming) {
        units.more(naming);
    }

    /** The page of the whole period, with its units and months. */
    String overview() {
        return "/dashboard/details?year=" + year + (part.isEmpty() ? "" : "&" + part);
    }

    String targetsPage() {
        return "/targets?year=" + year;
    }

    /**
     * The page that shows what an indicator's figures are made of in the period.
     *
     * @param unitId the unit, null for the district
     */
    String trace(Indicator indicator, @Nullable Long unitId) {
        String page = "/trace/" + year + "/" + indicator.word();
        String place = unitId == null ? page : page + "/units/" + unitId;
        return part.isEmpty() ? place : place + "?" + part;
    }

    /** The same of the whole. */
    public String trace(Indicator indicator) {
        return trace(indicator, (Long) null);
    }

    /**
     * The same page for another report, which ends where it ended.
     *
     * @param last its last month
     */
    public static String trace(Indicator indicator, ReportTerm other, YearMonth last) {
        String months = other.wholeYear()
                ? "?month=" + last.getMonthValue()
                : "?span=" + other.span() + "&month=" + other.first().getMonthValue();
        return "/trace/" + other.year() + "/" + indicator.word() + months;
    }

    void add(String name, Object exact, String meaning, String page, boolean offered) {
        add(name, ReportNamedFigure.printed(exact), exact, meaning, source, page, offered);
    }

    void add(String name, String value, Object exact, String meaning, String from, String page, boolean offered) {
        byName.put(name, new ReportNamedFigure(name, value, exact, meaning, from, page, offered));
    }

    /** A count that the whole period's page explains. */
    void count(String name, long count, String meaning, boolean offered) {
        add(name, count, meaning, overview(), offered);
    }

    /** Those beyond the units that a sentence names. */
    void unnamed(String prefix, long units) {
        long more = Math.max(0, units - ReportPhrases.NAMES_IN_A_SENTENCE);
        count(prefix + ".con_lai", more, ReportSentences.text("figure.con_lai"), false);
    }

    /** A month: its name. */
    String month(YearMonth month) {
        String prefix = "thang_" + month.getYear() + "_" + month.toString().substring(5);
        byName.computeIfAbsent(
                prefix + ".ten",
                name -> new ReportNamedFigure(
                        name,
                        ReportNamedFigure.printed(month),
                        month,
                        ReportSentences.text("figure.thang"),
                        source,
                        "/dashboard/details?year=" + month.getYear() + "&span=MONTH&month=" + month.getMonthValue()
                                + (part.endsWith(UNITS) ? "&" + UNITS : ""),
                        false));
        return prefix;
    }

    /**
     * An indicator's fraction, its percentage and, of figures that a return may lack, its returns.
     *
     * @param whose what stands before the meaning of another scope than the district
     */
    void indicator(String prefix, IndicatorResult result, String page, String whose, boolean offered) {
        if (result.rate() == null) {
            return;
        }
        ReportSentences meaning = ReportSentences.of(none()).with("dem", ReportSentences.counted(result.indicator()));
        add(prefix + ".truc_tuyen", result.rate().numerator(), whose + meaning.say("figure.truc_tuyen"), page, offered);
        add(prefix + ".phat_sinh", result.rate().denominator(), whose + meaning.say("figure.phat_sinh"), page, offered);
        if (result.percent() != null) {
            add(prefix + ".ty_le", result.percent(), whose + meaning.say("figure.ty_le"), page, offered);
        }
        Basis basis = result.basis();
        if (basis != null && result.indicator().optional()) {
            add(prefix + ".bao_cao", basis.reported(), whose + meaning.say("figure.bao_cao"), page, offered);
            add(prefix + ".can_bao_cao", basis.expected(), whose + meaning.say("figure.can_bao_cao"), page, offered);
        }
    }

    /** A unit's figures begin with this. */
    static String unit(@Nullable Long unitId) {
        return unitId == null ? "" : "don_vi_" + unitId + ".";
    }

    /** A target's figures begin with this: "chi_tieu.qd2679"; the second of one code with "chi_tieu.qd2679_2". */
    String prefix(Target target) {
        return targets.of(target);
    }

    /** What is missing to a target. */
    void shortfall(String prefix, Verdict verdict, String meaning, @Nullable Long unitId, boolean offered) {
        if (verdict.rate() != null
                && verdict.rate().arisen()
                && verdict.target().threshold() != null) {
            String page = trace(verdict.target().indicator(), unitId);
            add(prefix + ".can_dat", verdict.required(), told("can_dat", meaning), page, offered);
            add(prefix + ".con_thieu", verdict.shortBy(), told("con_thieu", meaning), page, offered);
            add(
                    prefix + ".thieu_thu_tuc",
                    verdict.missingEligible(),
                    told("thieu_thu_tuc", meaning),
                    page,
                    offered && !verdict.reachable());
        }
    }

    static String told(String figure, String target) {
        return ReportSentences.of(none()).with("ten", target).say("figure.target." + figure);
    }
}
