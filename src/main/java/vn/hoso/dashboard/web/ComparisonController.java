package vn.hoso.dashboard.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.rates.Indicator;
import vn.hoso.results.Results;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.shared.PageMessages;

@Controller
class ComparisonController {

    private static final String PATH = "/dashboard/compare";

    private final Results results;
    private final DashboardPeriodPages pages;
    private final PageMessages wording;

    ComparisonController(Results results, DashboardPeriodPages pages, PageMessages wording) {
        this.results = results;
        this.pages = pages;
        this.wording = wording;
    }

    @GetMapping(PATH)
    @MayViewWholeDistrict
    String compare(
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute DashboardListChoice choice,
            @RequestParam @Nullable Indicator indicator,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Indicator asked = indicator == null ? Indicator.OVERALL : indicator;
        return results.comparison(pages.checked(filter, model), asked, reader)
                .map(found -> {
                    model.addAttribute("page", ComparisonView.of(found, filter, choice, wording));
                    if (!found.toDate()) {
                        model.addAttribute("slice", true);
                    }
                    return "dashboard/compare";
                })
                .orElseGet(() -> pages.empty(filter, PATH, model));
    }
}
