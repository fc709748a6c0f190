package vn.hoso.trace.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.figures.ReturnStepQueries;
import vn.hoso.presentation.RequestedYear;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.results.PeriodRequest;
import vn.hoso.results.Results;
import vn.hoso.results.UnitResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** From a figure to what it is made of: district, unit, month. */
@Controller
class TraceController {

    private final Results results;
    private final ReturnStepQueries histories;
    private final RequestedYear yearAsked;
    private final PageMessages wording;

    TraceController(Results results, ReturnStepQueries histories, RequestedYear yearAsked, PageMessages wording) {
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
                results.of(PeriodRequest.year(yearAsked.checked(year)), reader)
                        .map(found -> TraceView.of(found, measured, reader, wording))
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
        UnitResults found = results.unit(id, PeriodRequest.year(yearAsked.checked(year)), reader)
                .orElseThrow(TraceController::nothing);
        List<TraceView.Part> months = TraceMonths.of(found, histories.handsOf(id, year), measured, wording);
        model.addAttribute(
                "page",
                TraceView.of(
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
    static UserFacingException nothing() {
        return new UserFacingException(HttpStatus.NOT_FOUND, "trace.refused");
    }
}
