package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.figures.FigureTotals;
import vn.hoso.figures.MonthOverview;
import vn.hoso.figures.MonthOverview.MonthProgress;
import vn.hoso.period.EntryWindow;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.YearSwitch;

/** The months of a year and how far each has come: where entering begins. */
@Controller
class FiguresController {

    private static final Map<String, String> ICONS =
            Map.of("future", "clock", "locked", "lock", "empty", "nothing", "complete", "met", "partial", "unknown");

    private final MonthOverview overview;
    private final FigureTotals totals;
    private final EntryWindows windows;

    FiguresController(MonthOverview overview, FigureTotals totals, EntryWindows windows) {
        this.overview = overview;
        this.totals = totals;
        this.windows = windows;
    }

    record YearPage(YearSwitch years, List<MonthLine> months) {}

    /**
     * One month.
     *
     * @param month such as 10/2024
     * @param address such as 2024-10
     * @param entered such as "20/23"
     * @param stateKey how far it has come, in words
     * @param icon the same as a picture
     * @param open whether its grid can be opened: the month has begun
     */
    record MonthLine(
            String month,
            String address,
            String entered,
            int begun,
            int approved,
            String stateKey,
            String icon,
            boolean open) {}

    @MayView
    @GetMapping("/figures")
    String show(
            @RequestParam(required = false) @Nullable Integer year,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        EntryWindow window = windows.today();
        int shown = year == null ? latest(window) : windows.checked(year);
        model.addAttribute(
                "page",
                new YearPage(
                        YearSwitch.around(shown, window.years()),
                        overview.of(shown, reader).stream()
                                .map(month -> line(month, window))
                                .toList()));
        return "figures/year";
    }

    /** The year in which figures were last entered; the current one before there are any. */
    private int latest(EntryWindow window) {
        return totals.years().stream()
                .map(FigureTotals.YearWithFigures::lastMonth)
                .filter(month -> month != null)
                .mapToInt(YearMonth::getYear)
                .max()
                .orElse(window.current().getYear());
    }

    private static MonthLine line(MonthProgress month, EntryWindow window) {
        String state = state(month, window);
        return new MonthLine(
                Formats.month(month.month()),
                month.month().toString(),
                month.complete() + "/" + month.expected(),
                month.begun(),
                month.approved(),
                "figures.month." + state,
                ICONS.get(state),
                window.place(month.month()) == EntryWindow.Place.INSIDE);
    }

    private static String state(MonthProgress month, EntryWindow window) {
        if (window.place(month.month()) == EntryWindow.Place.FUTURE) {
            return "future";
        }
        if (month.locked()) {
            return "locked";
        }
        if (month.complete() + month.begun() == 0) {
            return "empty";
        }
        return month.complete() == month.expected() ? "complete" : "partial";
    }
}
