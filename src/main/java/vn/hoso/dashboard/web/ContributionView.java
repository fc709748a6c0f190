package vn.hoso.dashboard.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.web.ContributionController.WhatIfForm;
import vn.hoso.dashboard.web.DashboardPeriodPages.PeriodChoice;
import vn.hoso.presentation.Headline;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.results.GapContributions;
import vn.hoso.results.GapContributions.GapContribution;
import vn.hoso.results.GapContributions.GapResults;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.YearNavigation;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetRule;

/**
 * Who makes up the district's gap, ready to print.
 *
 * @param headline the answer in one sentence
 * @param period days, coverage, age
 * @param years the year switcher
 * @param choice the form for another period
 * @param back the leaders' page of the same period
 * @param formula how the district's gap comes about, null where there is none
 * @param silent how many units are in no row since they have not reported, null where all have
 * @param targets the targets to choose from
 * @param list which units are shown, and the list as a file
 * @param rows the units, largest gap first unless the list's choice orders them otherwise
 * @param rest the part that no unit's figures explain, null where they add up
 * @param total the district
 * @param whatIf the form and its answer
 */
record ContributionView(
        String headline,
        PeriodView period,
        YearNavigation years,
        PeriodChoice choice,
        String back,
        @Nullable String formula,
        @Nullable String silent,
        List<PeriodChoice.Option> targets,
        DashboardListControls list,
        List<Row> rows,
        List<Row> rest,
        @Nullable Row total,
        WhatIfView whatIf) {

    private static final String PATH = "/dashboard/contribution";

    /**
     * A unit's part.
     *
     * @param past whose figures these are, null where they are the unit's own
     * @param own the level that the target asks of this unit in place of all, and how it did; null where it asks the same
     * @param path its own page, null for what is no unit
     * @param rate its rate, null for what has none
     * @param gap {@code t·d − 100·n}
     * @param dossiers whole dossiers
     * @param share of all that is lacking, "—" where nothing is
     * @param cumulative together with those above, "—" in another order than that of the gaps
     * @param bar where its bar begins and how long it is, null where it has none
     */
    record Row(
            String name,
            @Nullable String past,
            @Nullable String own,
            @Nullable String path,
            @Nullable RateView rate,
            String gap,
            String dossiers,
            String share,
            String cumulative,
            @Nullable GapBar bar) {}

    public List<String> clauses() {
        return Headline.clauses(headline);
    }

    static ContributionView of(
            GapResults results,
            PeriodFilter filter,
            WhatIfForm form,
            UnitField unit,
            DashboardListChoice choice,
            PageMessages wording) {
        GapContributions found = results.contributions();
        int year = results.results().year();
        TracePaths paths = TracePaths.of(filter, results.results().period());
        ScopeResults district = results.results().district();
        List<GapContribution> chosen = found == null ? List.of() : shown(found, choice);
        List<Row> rows = new ArrayList<>();
        if (found != null) {
            GapBar.Scale scale = GapBar.Scale.of(
                    found.units().stream().map(GapContribution::gap).toList());
            choice.onPage(chosen)
                    .forEach(each -> rows.add(row(
                            each,
                            DashboardUnitRow.own(each.unit(), found.target(), wording),
                            scale,
                            paths,
                            filter.unit(each.unit().unitId(), results.results().period()),
                            choice.sorted(),
                            wording)));
        }
        return new ContributionView(
                headline(found, wording),
                PeriodView.of(results.results(), wording),
                YearNavigation.around(year, results.years()),
                PeriodChoice.of(PATH, filter, results.results(), wording),
                filter.address("/dashboard", results.results().period()),
                found == null ? null : formula(found, wording),
                found == null || found.units().isEmpty() ? null : silent(results.results(), wording),
                results.targets().stream()
                        .map(it -> new PeriodChoice.Option(
                                String.valueOf(it.id()),
                                name(it),
                                found != null && it.id() == found.target().id()))
                        .toList(),
                choice.controls(
                        PATH,
                        WhatIfView.kept(results, filter, form),
                        chosen.size(),
                        found == null ? 0 : found.units().size(),
                        wording),
                rows,
                found == null ? List.of() : rest(found, wording),
                found == null
                        ? null
                        : sum(
                                results.results().organisation().total(),
                                RateView.inTable(district.indicator(Indicator.OVERALL), wording)
                                        .tracedTo(paths.of(district, Indicator.OVERALL)),
                                found.gap(),
                                found.dossiers()),
                WhatIfView.of(results, filter, form, unit, choice, wording));
    }

    /** The units that are asked for, by their overall rate where the choice orders them. */
    static List<GapContribution> shown(GapContributions found, DashboardListChoice choice) {
        return choice.of(found.units(), GapContribution::unit, Indicator.OVERALL);
    }

    private static String headline(@Nullable GapContributions found, PageMessages wording) {
        if (found == null) {
            return wording.of("dashboard.gap.headline.none");
        }
        if (found.most() == null) {
            long even = found.atTheThreshold();
            return even == 0
                    ? wording.of("dashboard.gap.headline.nobody", name(found.target()))
                    : wording.of("dashboard.gap.headline.exceed", Formats.count(even), name(found.target()));
        }
        return wording.of(
                "dashboard.gap.headline",
                String.valueOf(found.most().units()),
                Formats.percentInProse(found.most().share()),
                name(found.target()));
    }

    private static String formula(GapContributions found, PageMessages wording) {
        return wording.of(
                mustExceed(found.target()) ? "dashboard.gap.formula.exceed" : "dashboard.gap.formula",
                Formats.number(
                        Objects.requireNonNull(found.target().threshold()).stripTrailingZeros()),
                Formats.count(found.district().denominator()),
                Formats.count(found.district().numerator()),
                Formats.number(found.gap()),
                Formats.count(found.dossiers()));
    }

    private static @Nullable String silent(YearResults results, PageMessages wording) {
        long silent = results.units().stream().filter(ScopeResults::lacking).count();
        return silent == 0 ? null : wording.of("dashboard.gap.silent", Formats.count(silent));
    }

    private static boolean mustExceed(Target target) {
        return target.rule() == TargetRule.MORE_THAN;
    }

    static String name(Target target) {
        return target.code() + " (" + Formats.percentInProse(Objects.requireNonNull(target.threshold())) + ")";
    }

    private static Row row(
            GapContribution part,
            @Nullable String own,
            GapBar.Scale scale,
            TracePaths paths,
            String path,
            boolean sorted,
            PageMessages wording) {
        ScopeResults unit = part.unit();
        return new Row(
                unit.name(),
                PastView.brief(unit, wording),
                own,
                path,
                RateView.inTable(unit.indicator(Indicator.OVERALL), wording)
                        .tracedTo(paths.of(unit, Indicator.OVERALL)),
                Formats.number(part.gap()),
                Formats.count(part.dossiers()),
                part.share() == null ? RateView.NONE : Formats.percent(part.share()),
                part.cumulative() == null || sorted ? RateView.NONE : Formats.percent(part.cumulative()),
                scale.bar(part.gap()));
    }

    /** The rows between the units and their total. */
    private static List<Row> rest(GapContributions found, PageMessages wording) {
        List<Row> rest = new ArrayList<>();
        if (found.unallocated().signum() != 0) {
            rest.add(sum(
                    wording.of("dashboard.gap.unallocated"), null, found.unallocated(), found.unallocatedDossiers()));
        }
        if (found.rounding() != 0) {
            rest.add(sum(
                    wording.of(mustExceed(found.target()) ? "dashboard.gap.rounding.exceed" : "dashboard.gap.rounding"),
                    null,
                    BigDecimal.ZERO,
                    found.rounding()));
        }
        return rest;
    }

    private static Row sum(String name, @Nullable RateView rate, BigDecimal gap, long dossiers) {
        return new Row(
                name,
                null,
                null,
                null,
                rate,
                Formats.number(gap),
                Formats.count(dossiers),
                RateView.NONE,
                RateView.NONE,
                null);
    }
}
