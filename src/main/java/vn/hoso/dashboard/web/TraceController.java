package vn.hoso.dashboard.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.figures.ReturnHistories;
import vn.hoso.rates.Indicator;
import vn.hoso.results.UnitYear;
import vn.hoso.results.YearResultsQuery;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.RefusedException;

/** From a figure to what it is made of: district, unit, month. */
@Controller
class TraceController {

    private final YearResultsQuery results;
    private final ReturnHistories histories;
    private final YearAsked yearAsked;
    private final Wording wording;

    TraceController(YearResultsQuery results, ReturnHistories histories, YearAsked yearAsked, Wording wording) {
        this.results = results;
        this.histories = histories;
        this.yearAsked = yearAsked;
        this.wording = wording;
    }

    @MayView
    @GetMapping("/trace/{year}/{indicator}")
    String district(
            @PathVariable int year,
            @PathVariable String indicator,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Indicator measured = TracePaths.indicator(indicator).orElseThrow(TraceController::nothing);
        model.addAttribute(
                "page",
                results.of(yearAsked.checked(year), reader)
                        .map(found -> TracePage.of(found, measured, reader, wording))
                        .orElseThrow(TraceController::nothing));
        return "trace/rate";
    }

    @MayView
    @GetMapping("/trace/{year}/{indicator}/units/{id}")
    String unit(
            @PathVariable int year,
            @PathVariable String indicator,
            @PathVariable long id,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Indicator measured = TracePaths.indicator(indicator).orElseThrow(TraceController::nothing);
        UnitYear found = results.unit(id, yearAsked.checked(year), reader).orElseThrow(TraceController::nothing);
        List<TracePage.Part> months = TraceMonths.of(found, histories.handsOf(id, year), measured, wording);
        model.addAttribute(
                "page",
                TracePage.of(
                        found.district(),
                        found.unit(),
                        measured,
                        reader,
                        wording,
                        months,
                        null,
                        "/dashboard/units/" + id + "?year=" + year));
        return "trace/rate";
    }

    /** Another unit's figures and those that never were look the same. */
    static RefusedException nothing() {
        return new RefusedException(HttpStatus.NOT_FOUND, "dashboard.trace.refused");
    }
}
