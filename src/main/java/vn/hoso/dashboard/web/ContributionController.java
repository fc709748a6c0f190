package vn.hoso.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.presentation.NumberInput;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.results.Results;
import vn.hoso.results.WhatIf.WhatIfAssumption;
import vn.hoso.results.WhatIf.WhatIfAssumption.Level;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.shared.PageMessages;

@Controller
class ContributionController {

    private static final String PATH = "/dashboard/contribution";

    private final Results results;
    private final PeriodPages pages;
    private final PageMessages wording;

    ContributionController(Results results, PeriodPages pages, PageMessages wording) {
        this.results = results;
        this.pages = pages;
        this.wording = wording;
    }

    /**
     * What if, as the address has it.
     *
     * @param unit the unit, null for every unit
     * @param level which level, null while nothing is assumed
     * @param percent the typed rate
     */
    record WhatIfForm(
            @Nullable Long unit,
            @Nullable Level level,
            @Nullable String percent) {

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

    @GetMapping(PATH)
    @MayViewWholeDistrict
    String contribution(
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute WhatIfForm form,
            @ModelAttribute ListChoice choice,
            @RequestParam @Nullable Long target,
            @AuthenticationPrincipal CurrentUser reader,
            Model model,
            HttpServletResponse response) {
        if (form.wrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return results.gap(pages.checked(filter, model), target, form.assumption(), reader)
                .map(found -> {
                    model.addAttribute("page", ContributionView.of(found, filter, form, choice, wording));
                    return "dashboard/contribution";
                })
                .orElseGet(() -> pages.empty(filter, PATH, model));
    }
}
