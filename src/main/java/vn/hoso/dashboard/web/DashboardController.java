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
import vn.hoso.followups.FollowUpQueries;
import vn.hoso.followups.VerdictNotices;
import vn.hoso.presentation.CachedFragmentDialect;
import vn.hoso.presentation.NumberInput;
import vn.hoso.presentation.OutlookView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.Results;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.PageMessages;

@Controller
class DashboardController {

    private final Results results;
    private final PeriodPages pages;
    private final FollowUpQueries followUps;
    private final VerdictNotices notices;
    private final PageMessages wording;

    DashboardController(
            Results results,
            PeriodPages pages,
            FollowUpQueries followUps,
            VerdictNotices notices,
            PageMessages wording) {
        this.results = results;
        this.pages = pages;
        this.followUps = followUps;
        this.notices = notices;
        this.wording = wording;
    }

    /** A rest that is no number is said so beside its field, and the page stands on the program's own. */
    @GetMapping("/dashboard")
    @MayView
    String dashboard(
            @ModelAttribute PeriodFilter filter,
            @RequestParam @Nullable String rest,
            @AuthenticationPrincipal CurrentUser reader,
            Model model,
            HttpServletResponse response) {
        NumberInput typed = NumberInput.count(rest);
        if (typed.wrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        Long given = typed.number() == null ? null : typed.number().longValueExact();
        return results.overview(pages.checked(filter, model), given, reader)
                .map(found -> show(found, filter, typed, reader, model))
                .orElseGet(() -> pages.empty(filter, "/dashboard", model));
    }

    private String show(LeaderResults found, PeriodFilter filter, NumberInput rest, CurrentUser reader, Model model) {
        model.addAttribute(
                "page",
                DashboardView.of(
                        found.results(),
                        found.unitsListed(),
                        found.years(),
                        OutlookView.of(found, wording),
                        filter,
                        reader,
                        wording));
        if (!found.toDate()) {
            model.addAttribute("slice", true);
        }
        model.addAttribute(CachedFragmentDialect.ANSWER, found);
        model.addAttribute("leader", LeaderView.of(found, filter, rest, reader, wording));
        model.addAttribute("followUps", followUps.summary(reader));
        model.addAttribute("notices", notices.unread(found.results().year(), reader));
        return "dashboard/overview";
    }
}
