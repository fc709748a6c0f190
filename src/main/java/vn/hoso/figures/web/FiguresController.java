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
import vn.hoso.units.UnitFilter;
import vn.hoso.units.UnitQueries;

/** The units and months of a year and how far each has come: where entering begins. */
@Controller
class FiguresController {

    private final CompletenessQueries completeness;
    private final StoredMonthQueries months;
    private final UnitQueries units;
    private final EntryWindows windows;

    FiguresController(
            CompletenessQueries completeness, StoredMonthQueries months, UnitQueries units, EntryWindows windows) {
        this.completeness = completeness;
        this.months = months;
        this.units = units;
        this.windows = windows;
    }

    @MayView
    @GetMapping("/figures")
    String show(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        EntryWindow window = windows.today();
        int shown = year == null ? latest(window) : windows.checked(year);
        YearNavigation years = YearNavigation.around(shown, window.years());
        UnitFilter typed = UnitFilter.typed(q, kind, page);
        CompletenessQueries.YearTotals totals = completeness.findTotals(shown, reader, typed);
        UnitFilter filter = typed.within(totals.found());
        model.addAttribute(
                "page",
                YearMatrixView.of(
                        years,
                        new UnitFinderView(filter, units.kinds(), totals.found(), totals.units()),
                        totals.months(),
                        completeness.findStates(shown, reader, filter),
                        window,
                        reader));
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
