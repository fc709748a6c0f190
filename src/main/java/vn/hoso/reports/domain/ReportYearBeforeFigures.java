package vn.hoso.reports.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.ResultsRateChange;
import vn.hoso.results.RoundedResultRates;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.SameMonthsBeforeResults;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;

/**
 * The same months of the year before ("cùng kỳ") beside a part of a year: their rates, and by how much each changed. Their
 * names begin with "cung_ky."; those of a unit with the unit's own beginning before that.
 */
final class ReportYearBeforeFigures {

    /** What stands before the names of these figures. */
    static final String PREFIX = "cung_ky.";

    static final List<Indicator> COMPARED = List.of(Indicator.FULL_PROCESS, Indicator.PARTIAL, Indicator.OVERALL);

    private final ReportNamedFigures figures;
    private final YearResults results;
    private final SameMonthsBeforeResults before;

    ReportYearBeforeFigures(ReportNamedFigures figures, YearResults results, SameMonthsBeforeResults before) {
        this.figures = figures;
        this.results = results;
        this.before = before;
    }

    void name(ReportTerm term) {
        String page =
                page(term, "/dashboard/details?year=" + before.period().from().getYear() + "&");
        period("ten", term.yearBefore().name(), page);
        period("tu_ngay", before.period().firstDay(), page);
        period("den_ngay", before.period().lastDay(), page);
        figures.add(PREFIX + "thang_khong_co", (long) before.notDue(), text("thang_khong_co"), page, true);
        figures.add(PREFIX + "da_co", (long) before.reported(), text("da_co"), page, true);
        figures.add(PREFIX + "can_co", (long) before.expected(), text("can_co"), page, true);
        figures.add(PREFIX + "con_thieu", (long) before.expected() - before.reported(), text("con_thieu"), page, true);
        figures.add(PREFIX + "don_vi_cong", (long) before.summed(), text("don_vi_cong"), page, true);
        figures.add(PREFIX + "don_vi_moi", (long) before.more(), text("don_vi_moi"), page, true);
        scope("", results.district(), before.district(), term, true);
        figures.ofUnits(ofUnits(results, before, term));
    }

    /** It outlives what is named here, and must not hold on to it. */
    private static ReportUnitFigures.Naming ofUnits(
            YearResults results, SameMonthsBeforeResults before, ReportTerm term) {
        return ReportUnitFigures.Naming.of(
                results, (unit, into) -> new ReportYearBeforeFigures(into, results, before).unit(unit, term));
    }

    private void unit(ScopeResults unit, ReportTerm term) {
        RoundedResultRates then = before.units().get(unit.unitId());
        if (then != null) {
            scope(ReportNamedFigures.unit(unit.unitId()), unit, then, term, false);
        }
    }

    private void scope(String prefix, ScopeResults now, RoundedResultRates then, ReportTerm term, boolean offered) {
        for (Indicator indicator : COMPARED) {
            IndicatorResult earlier = then.of(indicator);
            String name = prefix + PREFIX + indicator.code();
            String whose = (prefix.isEmpty() ? "" : now.name() + ": ") + text("truoc") + ": ";
            String page = trace(term, indicator, now.unitId());
            figures.indicator(name, earlier, page, whose, offered);
            ResultsRateChange change = ResultsRateChange.between(earlier, now.indicator(indicator));
            if (change.points() != null) {
                figures.add(
                        name + ".chenh_lech",
                        Formats.number(change.points().abs()),
                        change.points(),
                        whose + text("chenh_lech"),
                        text("so_sanh"),
                        page,
                        offered);
            }
        }
    }

    private void period(String name, Object exact, String page) {
        figures.add(PREFIX + name, ReportNamedFigure.printed(exact), exact, text(name), text("nguon"), page, true);
    }

    /** In a table: "+2,31", "−0,40" or "0,00". */
    static ReportLine change(@Nullable ReportNamedFigure change, String otherwise) {
        if (change == null) {
            return ReportLine.of(otherwise);
        }
        int way = ((BigDecimal) change.exact()).signum();
        return ReportLine.of(way > 0 ? "+" : way < 0 ? "−" : "").then(ReportLine.of(change));
    }

    private static String text(String name) {
        return ReportSentences.text("figure.cung_ky." + name);
    }

    private String trace(ReportTerm term, Indicator indicator, @Nullable Long unitId) {
        return page(
                term,
                "/trace/" + before.period().from().getYear() + "/" + indicator.word()
                        + (unitId == null ? "" : "/units/" + unitId) + "?");
    }

    /** Of the same months a year before, in the report's own geography; the path ends where further parameters follow. */
    private String page(ReportTerm term, String path) {
        return path + "span=" + term.span() + "&month=" + term.first().getMonthValue()
                + (results.geography() == ResultsGeography.TODAY ? "&" + ReportNamedFigures.UNITS : "");
    }
}
