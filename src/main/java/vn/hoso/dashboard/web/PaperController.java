package vn.hoso.dashboard.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.hoso.results.LeaderQuery;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.shared.PageMessages;

@Controller
class PaperController {

    private static final String PATH = "/dashboard/paper";

    private final LeaderQuery leaders;
    private final PeriodPages pages;
    private final PageMessages wording;

    PaperController(LeaderQuery leaders, PeriodPages pages, PageMessages wording) {
        this.leaders = leaders;
        this.pages = pages;
        this.wording = wording;
    }

    @GetMapping(PATH)
    @MayViewWholeDistrict
    String paper(@ModelAttribute PeriodFilter filter, @AuthenticationPrincipal CurrentUser reader, Model model) {
        return leaders.paper(pages.checked(filter, model), reader)
                .map(found -> {
                    model.addAttribute("page", PaperView.of(found, filter, wording));
                    return "dashboard/paper";
                })
                .orElseGet(() -> pages.empty(filter, PATH, model));
    }
}
