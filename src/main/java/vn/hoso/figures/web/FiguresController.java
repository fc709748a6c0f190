package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.List;
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

/** The months of a year and how far each has come: where entering begins. */
@Controller
class FiguresController {

    private final MonthOverview overview;
    private final FigureTotals totals;
    private final EntryWindows windows;

    FiguresController(MonthOverview overview, FigureTotals totals, EntryWindows windows) {
        this.overview = overview;
        this.totals = totals;
        this.windows = windows;
    }

    /**
     * The page.
     *
     * @param previous the year before, null where none is kept
     * @param next the year after, null while it is still to come
     */
    record YearPage(
            int year, @Nullable Integer previous, @Nullable Integer next, List<MonthLine> months) {}

    /**
     * One month.
     *
     * @param month such as 10/2024
     * @param address such as 2024-10
     * @param entered such as "20/23"
     * @param stateKey how far it has come
     * @param open whether its grid can be opened: the month has begun
     */
    record MonthLine(
            String month, String address, String entered, int begun, int approved, String stateKey, boolean open) {}

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
                        shown,
                        window.holdsYear(shown - 1) ? shown - 1 : null,
                        window.holdsYear(shown + 1) ? shown + 1 : null,
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
        return new MonthLine(
                Formats.month(month.month()),
                month.month().toString(),
                month.complete() + "/" + month.expected(),
                month.begun(),
                month.approved(),
                stateKey(month, window),
                window.place(month.month()) == EntryWindow.Place.INSIDE);
    }

    private static String stateKey(MonthProgress month, EntryWindow window) {
        if (window.place(month.month()) == EntryWindow.Place.FUTURE) {
            return "figures.month.future";
        }
        if (month.locked()) {
            return "figures.month.locked";
        }
        if (month.complete() + month.begun() == 0) {
            return "figures.month.empty";
        }
        return month.complete() == month.expected() ? "figures.month.complete" : "figures.month.partial";
    }
}
