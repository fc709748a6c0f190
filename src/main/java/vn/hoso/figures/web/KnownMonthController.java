package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.MonthGridQueries;
import vn.hoso.figures.MonthGridQueries.GridPage;
import vn.hoso.figures.MonthGridQueries.GridSnapshot;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.domain.Measure;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.AsOfDay;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;

/** A month's figures as they were known at the end of a day; nothing can be entered there. */
@Controller
class KnownMonthController {

    private final MonthGridQueries reading;
    private final AskedMeasures asked;
    private final AsOfDay days;

    KnownMonthController(MonthGridQueries reading, AskedMeasures asked, AsOfDay days) {
        this.reading = reading;
        this.asked = asked;
        this.days = days;
    }

    /**
     * What the page shows.
     *
     * @param totals of all the reader's units, whichever the page shows
     */
    record KnownMonthPage(
            String month,
            String address,
            String known,
            UnitFinderView finder,
            List<String> columns,
            List<Row> rows,
            List<String> totals) {}

    /** A unit. */
    record Row(
            long unitId,
            String unit,
            List<String> cells,
            @Nullable String note,
            String statusKey) {}

    @MayView
    @GetMapping(path = "/figures/{month}", params = "known")
    String show(
            @PathVariable YearMonth month,
            @RequestParam String known,
            @AuthenticationPrincipal CurrentUser reader,
            HttpServletRequest request,
            Model model) {
        LocalDate day = days.read(known);
        List<Measure> measures = asked.at(month);
        MonthUnitsPage page = MonthUnitsPage.of(request);
        GridPage<MonthUnitsPage.Shown> read =
                reading.known(month, AsOfDay.end(day), measures, reader, units -> page.among(units, Set.of()));
        GridSnapshot snapshot = read.month();
        MonthUnitsPage.Shown shown = read.shown();
        model.addAttribute(
                "page",
                new KnownMonthPage(
                        Formats.month(snapshot.days()),
                        month.toString(),
                        Formats.date(day),
                        shown.finder(),
                        measures.stream().map(FiguresMessages::labelKey).toList(),
                        shown.units().stream()
                                .map(unit -> row(unit, measures, snapshot.of(unit.id())))
                                .toList(),
                        MonthGridViewAssembler.totals(snapshot.totals().all(), measures)));
        return "figures/known";
    }

    private static Row row(Unit unit, List<Measure> measures, @Nullable StoredReturn stored) {
        return new Row(
                unit.id(),
                unit.name(),
                measures.stream()
                        .map(measure -> FiguresMessages.compared(stored, measure))
                        .toList(),
                stored == null ? null : stored.figures().note(),
                FiguresMessages.statusKey(stored));
    }
}
