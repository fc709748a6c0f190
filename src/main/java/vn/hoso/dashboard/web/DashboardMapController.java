package vn.hoso.dashboard.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.maps.UnitMaps;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.rates.Indicator;
import vn.hoso.results.Results;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.shared.PageMessages;

@Controller
class DashboardMapController {

    private static final String PATH = "/dashboard/map";

    private final Results results;
    private final DashboardPeriodPages pages;
    private final UnitMaps maps;
    private final Clock clock;
    private final PageMessages wording;

    DashboardMapController(
            Results results, DashboardPeriodPages pages, UnitMaps maps, Clock clock, PageMessages wording) {
        this.clock = clock;
        this.results = results;
        this.pages = pages;
        this.maps = maps;
        this.wording = wording;
    }

    @GetMapping(PATH)
    @MayViewWholeDistrict
    String map(
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute DashboardListChoice choice,
            @RequestParam @Nullable Indicator indicator,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Indicator asked = indicator == null ? Indicator.OVERALL : indicator;
        return results.months(pages.checked(filter, model), asked, reader)
                .map(found -> {
                    model.addAttribute(
                            "page",
                            DashboardMapView.of(
                                    found,
                                    maps.at(
                                                    filter.today()
                                                            ? LocalDate.now(clock)
                                                            : found.results()
                                                                    .period()
                                                                    .lastDay())
                                            .orElse(null),
                                    filter,
                                    choice,
                                    wording));
                    if (!found.toDate()) {
                        model.addAttribute("slice", true);
                    }
                    return "dashboard/map";
                })
                .orElseGet(() -> pages.empty(filter, PATH, model));
    }
}
