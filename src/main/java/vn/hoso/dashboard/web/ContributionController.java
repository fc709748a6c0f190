package vn.hoso.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.audit.UnitNameLookup;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.NumberInput;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.results.GapContributions.GapResults;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.WhatIfResults.WhatIfAssumption;
import vn.hoso.results.WhatIfResults.WhatIfAssumption.Level;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;

@Controller
class ContributionController {

    private static final String PATH = "/dashboard/contribution";
    private static final UnitOptions NONE = new UnitOptions(List.of(), null, null);

    private final Results results;
    private final DashboardPeriodPages pages;
    private final UnitNameLookup unitNames;
    private final PageMessages wording;

    ContributionController(
            Results results, DashboardPeriodPages pages, UnitNameLookup unitNames, PageMessages wording) {
        this.results = results;
        this.unitNames = unitNames;
        this.pages = pages;
        this.wording = wording;
    }

    /**
     * What if, as the address has it.
     *
     * @param unit the unit, null for every unit
     * @param unitText its code or name, null where it is not typed
     * @param level which level, null while nothing is assumed
     * @param percent the typed rate
     */
    record WhatIfForm(
            @Nullable Long unit,
            @Nullable String unitText,
            @Nullable Level level,
            @Nullable String percent) {

        /** Where the unit is chosen. */
        UnitField field(UnitOptions units) {
            return UnitField.of(units, "unit", unit == null ? null : String.valueOf(unit), unitText);
        }

        /** The same about the unit that is meant; nothing is assumed where that is not clear. */
        WhatIfForm resolved(UnitField field) {
            return unitText == null
                    ? this
                    : new WhatIfForm(
                            field.chosen().isEmpty() ? null : Long.valueOf(field.chosen()),
                            null,
                            field.wrong() ? null : level,
                            percent);
        }

        NumberInput typed() {
            return NumberInput.percent(percent);
        }

        /** A typed rate was chosen, and none or a wrong one typed. */
        boolean wrong() {
            return level == Level.PERCENT && typed().number() == null;
        }

        @Nullable
        WhatIfAssumption assumption() {
            return level == null || wrong()
                    ? null
                    : new WhatIfAssumption(unit, level, level == Level.PERCENT ? typed().number() : null);
        }
    }

    /**
     * The units of the period, where they are too many for a list.
     *
     * @param typed whether one of them was typed
     */
    private UnitOptions offered(GapResults found, boolean typed) {
        List<ScopeResults> units = found.results().units();
        if (units.size() <= UnitOptions.LISTED) {
            return NONE;
        }
        Map<Long, String> names = new LinkedHashMap<>();
        units.forEach(each -> names.put(Objects.requireNonNull(each.unitId()), each.name()));
        ReportingPeriod period = found.results().period();
        return UnitOptions.named(
                names,
                typed ? unitNames.all() : null,
                period.from().atDay(1),
                period.to().atEndOfMonth());
    }

    @GetMapping(PATH)
    @MayViewWholeDistrict
    String contribution(
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute WhatIfForm form,
            @ModelAttribute DashboardListChoice choice,
            @RequestParam @Nullable Long target,
            @AuthenticationPrincipal CurrentUser reader,
            Model model,
            HttpServletResponse response) {
        ResultsRequest asked = pages.checked(filter, model);
        UnitField unit = form.field(results.gap(asked, target, null, reader)
                .map(found -> offered(found, form.unitText() != null))
                .orElse(NONE));
        WhatIfForm resolved = form.resolved(unit);
        if (form.wrong() || unit.wrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return results.gap(asked, target, resolved.assumption(), reader)
                .map(found -> {
                    model.addAttribute("page", ContributionView.of(found, filter, resolved, unit, choice, wording));
                    return "dashboard/contribution";
                })
                .orElseGet(() -> pages.empty(filter, PATH, model));
    }
}
