package vn.hoso.reports.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Counts;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.StepNotation;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.Verdict;

/** Gives every value of a period's results its name. */
final class ReportFigureNaming {

    private final ReportNamedFigures figures;
    private final YearResults results;
    private final ScopeResults district;

    ReportFigureNaming(ReportNamedFigures figures, YearResults results) {
        this.figures = figures;
        this.results = results;
        this.district = results.district();
    }

    void name(ReportTerm term) {
        period(term);
        district.indicators()
                .forEach(result -> figures.indicator(
                        result.indicator().code(), result, figures.trace(result.indicator(), null), "", true));
        derived();
        district.verdicts().forEach(this::target);
        district.aspirations().forEach(this::target);
        results.ofNamedUnits().forEach(this::named);
        ReportCoverageNaming coverage = new ReportCoverageNaming(figures, results);
        coverage.coverage();
        // Names do not depend on which unit is asked for first.
        results.units().forEach(unit -> unit.verdicts().forEach(verdict -> figures.prefix(verdict.target())));
        figures.ofUnits(ofUnits(results));
        coverage.items();
    }

    /** It outlives what is named here, and must not hold on to it. */
    private static ReportUnitFigures.Naming ofUnits(YearResults results) {
        return ReportUnitFigures.Naming.of(results, (unit, into) -> new ReportFigureNaming(into, results).unit(unit));
    }

    private void period(ReportTerm term) {
        String from = ReportSentences.text("figure.source.period");
        String name = ReportPhrases.periodName(results.period(), term);
        period("ky.ten", name, from);
        period("ky.tu_ngay", results.period().firstDay(), from);
        period("ky.so_lieu_tu_ngay", results.countedFrom(), from);
        period("ky.den_ngay", results.period().lastDay(), from);
        results.period().months().forEach(figures::month);
    }

    private void period(String name, Object exact, String from) {
        figures.add(
                name,
                ReportNamedFigure.printed(exact),
                exact,
                ReportSentences.text("figure." + name),
                from,
                figures.overview(),
                true);
    }

    private void derived() {
        Counts counts = district.counts();
        if (counts != null) {
            traced("nop_giay", counts.paperThoughOnline(), Indicator.ELIGIBLE_ONLINE);
            traced("chua_phan_loai", counts.onlineUnclassified(), Indicator.OVERALL);
        }
        if (district.rates().ceiling() != null) {
            traced("muc_toi_da.ty_le", district.rates().ceiling(), Indicator.OVERALL);
        }
    }

    private void traced(String name, Object exact, Indicator indicator) {
        figures.add(name, exact, ReportSentences.text("figure." + name), figures.trace(indicator, null), true);
    }

    private void target(Verdict verdict) {
        Target target = verdict.target();
        String prefix = figures.prefix(target);
        boolean offered = !target.aspiration();
        if (target.threshold() != null) {
            String title = title(target);
            String from = target.instruments().isEmpty()
                    ? target.code()
                    : ReportCitation.brief(target.instruments().get(0));
            figures.add(
                    prefix + ".nguong",
                    Verdicts.threshold(target),
                    target.threshold(),
                    ReportNamedFigures.told("nguong", title),
                    from,
                    figures.targetsPage(),
                    offered);
            figures.shortfall(prefix, verdict, title, null, offered);
            points(prefix, verdict, title, null);
            units(prefix, target, title);
        }
        Basis basis = verdict.basis();
        if (basis != null && verdict.rate() != null) {
            String page = figures.trace(target.indicator(), null);
            String title = title(target);
            count(prefix, "bao_cao", basis.reported(), title, page, false);
            count(prefix, "can_bao_cao", basis.expected(), title, page, false);
            count(prefix, "chua_duyet", basis.unapproved(), title, page, false);
        }
    }

    /** Of a target that names its units: how many they are, and how they did. */
    private void named(Target target) {
        String prefix = figures.prefix(target);
        long asked = results.units().stream()
                .filter(unit -> ReportBreakdown.verdict(unit, target).isPresent())
                .count();
        count(prefix, "don_vi_duoc_giao", asked, title(target), figures.targetsPage(), true);
        units(prefix, target, title(target));
    }

    private String title(Target target) {
        if (target.threshold() == null) {
            return target.label();
        }
        return Verdicts.asking(ReportSentences.of(ReportNamedFigures.none()), target)
                .with("chi_tieu.nguong", Verdicts.threshold(target))
                .say("asked");
    }

    /** How many units meet it, where units are held against it. */
    private void units(String prefix, Target target, String title) {
        List<Verdict> judged = ReportBreakdown.judged(results, target);
        boolean named = target.scope() == TargetScope.NAMED_UNITS;
        if (!target.scope().coversUnits() || (target.aspiration() && !named)) {
            return;
        }
        long met = judged.stream().filter(Verdict::met).count();
        String page = named ? ofNamedUnits(target) : figures.trace(target.indicator(), null);
        count(prefix, "don_vi_dat", met, title, page, true);
        count(prefix, "don_vi_chua_dat", judged.size() - met, title, page, true);
        count(prefix, "don_vi_co_so_lieu", judged.size(), title, page, true);
        count(prefix, "don_vi_tam_tinh", asFinal(DataStatus.ESTIMATE, judged), title, page, true);
        count(prefix, "don_vi_so_bo", asFinal(DataStatus.PRELIMINARY, judged), title, page, true);
        figures.unnamed(prefix, judged.size() - met);
    }

    private static long asFinal(DataStatus finality, List<Verdict> judged) {
        return judged.stream().filter(each -> each.finality() == finality).count();
    }

    /** A figure about a target, told by what the target asks. */
    private void count(String prefix, String name, long number, String title, String page, boolean offered) {
        figures.add(prefix + "." + name, number, ReportNamedFigures.told(name, title), page, offered);
    }

    /** The page with the units that a target names: nothing is said of them together, and the plan's own goals have no column in the overview. */
    private String ofNamedUnits(Target target) {
        String units = figures.overview();
        return target.aspiration()
                ? units.replace(
                        "/details?", "/compare?indicator=" + target.indicator().name() + "&")
                : units;
    }

    private void unit(ScopeResults unit) {
        String prefix = ReportNamedFigures.unit(unit.unitId());
        String whose = unit.name() + ": ";
        unit.indicators()
                .forEach(result -> figures.indicator(
                        prefix + result.indicator().code(),
                        result,
                        figures.trace(result.indicator(), unit.unitId()),
                        whose,
                        false));
        Stream.concat(unit.verdicts().stream(), unit.aspirations().stream().filter(verdict -> verdict.target()
                        .ownLevel()))
                .forEach(verdict -> unitTarget(prefix + figures.prefix(verdict.target()), verdict, whose, unit));
        String page = figures.trace(Indicator.OVERALL, unit.unitId());
        figures.add(prefix + "bao_cao", (long) unit.reportedMonths(), whose + text("bao_cao.da_co"), page, false);
        figures.add(prefix + "can_bao_cao", (long) unit.expectedMonths(), whose + text("bao_cao.can_co"), page, false);
    }

    private void unitTarget(String prefix, Verdict verdict, String whose, ScopeResults unit) {
        Target target = verdict.target();
        String title = whose + title(target);
        figures.shortfall(prefix, verdict, title, unit.unitId(), false);
        if (target.ownLevel()) {
            figures.add(
                    prefix + ".nguong_rieng",
                    Verdicts.threshold(target),
                    Objects.requireNonNull(target.threshold()),
                    ReportNamedFigures.told("nguong_rieng", title),
                    title,
                    figures.targetsPage(),
                    false);
        }
        points(prefix, verdict, title, unit.unitId());
    }

    private void points(String prefix, Verdict verdict, String title, @Nullable Long unitId) {
        BigDecimal points = verdict.points();
        if (points != null) {
            figures.add(
                    prefix + ".diem",
                    StepNotation.write(points),
                    points,
                    ReportNamedFigures.told("diem", title),
                    title,
                    figures.trace(verdict.target().indicator(), unitId),
                    unitId == null);
        }
    }

    private static String text(String name) {
        return ReportSentences.text("figure." + name);
    }
}
