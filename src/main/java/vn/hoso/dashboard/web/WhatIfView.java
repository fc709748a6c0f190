package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.web.ContributionController.WhatIfForm;
import vn.hoso.dashboard.web.DashboardPeriodPages.PeriodChoice;
import vn.hoso.presentation.OutlookView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.results.GapContributions.GapResults;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.WhatIfResults;
import vn.hoso.results.WhatIfResults.WhatIfAssumption.Level;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.targets.Verdict;

/**
 * What if: the form and its answer.
 *
 * @param units whom it concerns; the empty value is every unit
 * @param unit where one of many is typed
 * @param levels to which level
 * @param percent the typed rate
 * @param wrong whether that is no rate
 * @param kept the rest of the address
 * @param possible whether units have figures that an assumption can change
 * @param answer the district's result, null while nothing is assumed
 * @param outcomes each target in words, with its mark
 * @param notes what limits the answer
 */
record WhatIfView(
        List<PeriodChoice.Option> units,
        UnitField unit,
        List<PeriodChoice.Option> levels,
        String percent,
        boolean wrong,
        List<PeriodFilter.Kept> kept,
        boolean possible,
        @Nullable String answer,
        List<OutlookView> outcomes,
        List<String> notes) {

    static WhatIfView of(
            GapResults results,
            PeriodFilter filter,
            WhatIfForm form,
            UnitField unit,
            DashboardListChoice choice,
            PageMessages wording) {
        WhatIfResults found = results.whatIf();
        List<PeriodFilter.Kept> kept = kept(results, filter);
        kept.addAll(choice.kept());
        return new WhatIfView(
                units(results, form, wording),
                unit,
                Arrays.stream(Level.values())
                        .map(level -> new PeriodChoice.Option(
                                level.name(),
                                wording.of("dashboard.what-if.level." + level),
                                level == (form.level() == null ? Level.MEDIAN : form.level())))
                        .toList(),
                form.typed().text(),
                form.wrong(),
                kept,
                results.assumable(),
                found == null ? null : answer(found, wording),
                found == null
                        ? List.of()
                        : found.verdicts().stream()
                                .map(it -> new OutlookView(StatusBadge.of(it, wording), outcome(it, wording)))
                                .toList(),
                found == null ? List.of() : notes(found, wording));
    }

    /** The rest of the address, what is assumed included. */
    static List<PeriodFilter.Kept> kept(GapResults results, PeriodFilter filter, WhatIfForm form) {
        List<PeriodFilter.Kept> kept = kept(results, filter);
        if (form.unit() != null) {
            kept.add(new PeriodFilter.Kept("unit", form.unit().toString()));
        }
        if (form.level() != null) {
            kept.add(new PeriodFilter.Kept("level", form.level().name()));
        }
        if (!form.typed().text().isEmpty()) {
            kept.add(new PeriodFilter.Kept("percent", form.typed().text()));
        }
        return kept;
    }

    private static List<PeriodFilter.Kept> kept(GapResults results, PeriodFilter filter) {
        List<PeriodFilter.Kept> kept = filter.kept(results.results().period());
        if (results.contributions() != null) {
            kept.add(new PeriodFilter.Kept(
                    "target", String.valueOf(results.contributions().target().id())));
        }
        return kept;
    }

    private static List<PeriodChoice.Option> units(GapResults results, WhatIfForm form, PageMessages wording) {
        List<PeriodChoice.Option> units = new ArrayList<>();
        List<ScopeResults> all = results.results().units();
        units.add(new PeriodChoice.Option("", wording.of("dashboard.what-if.all"), form.unit() == null));
        for (ScopeResults unit : all.size() > UnitOptions.LISTED ? List.<ScopeResults>of() : all) {
            units.add(new PeriodChoice.Option(
                    String.valueOf(unit.unitId()),
                    unit.name(),
                    form.unit() != null && form.unit().equals(unit.unitId())));
        }
        return units;
    }

    private static String answer(WhatIfResults found, PageMessages wording) {
        RateView before = RateView.inProse(found.before(), wording);
        RateView after = RateView.inProse(found.after(), wording);
        return wording.of(
                "dashboard.what-if.answer",
                after.percent(),
                after.fraction(),
                before.percent(),
                before.fraction(),
                Formats.count(found.more()),
                String.valueOf(found.raised()));
    }

    private static String outcome(Verdict verdict, PageMessages wording) {
        String target = ContributionView.name(verdict.target());
        return verdict.met()
                ? wording.of("dashboard.what-if.met", target)
                : wording.of("dashboard.what-if.short", target, Formats.count(verdict.shortBy()));
    }

    private static List<String> notes(WhatIfResults found, PageMessages wording) {
        List<String> notes = new ArrayList<>();
        if (found.assumption().level() == Level.MEDIAN && found.level() != null) {
            notes.add(wording.of("dashboard.what-if.median", Formats.percentInProse(found.level())));
        }
        if (found.raised() == 0) {
            notes.add(wording.of("dashboard.what-if.nobody"));
        }
        if (found.capped() > 0) {
            notes.add(wording.of("dashboard.what-if.capped", String.valueOf(found.capped())));
        }
        return notes;
    }
}
