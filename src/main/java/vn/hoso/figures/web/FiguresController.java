package vn.hoso.figures.web;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.figures.CompletenessQueries;
import vn.hoso.figures.StoredMonthQueries;
import vn.hoso.period.EntryWindow;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.YearNavigation;

/** The units and months of a year and how far each has come: where entering begins. */
@Controller
class FiguresController {

    private final CompletenessQueries completeness;
    private final StoredMonthQueries months;
    private final EntryWindows windows;

    FiguresController(CompletenessQueries completeness, StoredMonthQueries months, EntryWindows windows) {
        this.completeness = completeness;
        this.months = months;
        this.windows = windows;
    }

    @MayView
    @GetMapping("/figures")
    String show(
            @RequestParam(required = false) @Nullable Integer year,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        EntryWindow window = windows.today();
        int shown = year == null ? latest(window) : windows.checked(year);
        YearNavigation years = YearNavigation.around(shown, window.years());
        model.addAttribute("page", YearMatrixView.of(shown, years, completeness.findStates(shown, reader), window));
        return "figures/overview";
    }

    /** The year in which figures were last entered; the current one before there are any. */
    private int latest(EntryWindow window) {
        return months.years().stream()
                .map(StoredMonthQueries.YearWithFigures::lastMonth)
                .filter(month -> month != null)
                .mapToInt(YearMonth::getYear)
                .max()
                .orElse(window.current().getYear());
    }
}
