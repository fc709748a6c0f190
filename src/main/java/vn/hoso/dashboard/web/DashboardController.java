package vn.hoso.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.results.YearResultsQuery;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Installations;
import vn.hoso.shared.KnownDay;
import vn.hoso.shared.YearSwitch;

@Controller
class DashboardController {

    private final YearResultsQuery results;
    private final YearAsked yearAsked;
    private final Installations installations;
    private final KnownDay days;
    private final Wording wording;

    DashboardController(
            YearResultsQuery results,
            YearAsked yearAsked,
            Installations installations,
            KnownDay days,
            Wording wording) {
        this.results = results;
        this.yearAsked = yearAsked;
        this.installations = installations;
        this.days = days;
        this.wording = wording;
    }

    @GetMapping("/dashboard")
    @MayView
    String dashboard(
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable String known,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        List<Integer> years = results.years();
        int shown = yearAsked.of(year, years);
        LocalDate day = known == null || known.isBlank() ? null : days.read(known);
        if (day != null) {
            model.addAttribute("known", Formats.date(day));
        }
        return (day == null ? results.of(shown, reader) : results.known(shown, KnownDay.end(day), reader))
                .map(found -> {
                    model.addAttribute(
                            "page", DashboardPage.of(found, years, reader, installations.current(), wording));
                    return "dashboard/year";
                })
                .orElseGet(() -> {
                    model.addAttribute("years", YearSwitch.around(shown, years));
                    return "dashboard/empty";
                });
    }
}
