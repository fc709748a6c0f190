package vn.hoso.dashboard.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.results.Results;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.shared.PageMessages;

@Controller
class DashboardPaperController {

    private static final String PATH = "/dashboard/paper";

    private final Results results;
    private final DashboardPeriodPages pages;
    private final PageMessages wording;

    DashboardPaperController(Results results, DashboardPeriodPages pages, PageMessages wording) {
        this.results = results;
        this.pages = pages;
        this.wording = wording;
    }

    @GetMapping(PATH)
    @MayViewWholeDistrict
    String paper(
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute DashboardListChoice choice,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        return results.paper(pages.checked(filter, model), reader)
                .map(found -> {
                    model.addAttribute("page", DashboardPaperView.of(found, filter, choice, wording));
                    if (reader.maySeeOfficials()) {
                        model.addAttribute(
                                "people",
                                filter.now()
                                        .address(
                                                PATH + "/people",
                                                found.results().period()));
                    }
                    return "dashboard/paper";
                })
                .orElseGet(() -> pages.empty(filter, PATH, model));
    }
}
