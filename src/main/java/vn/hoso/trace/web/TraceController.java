package vn.hoso.trace.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.figures.ReturnTraceQueries;
import vn.hoso.indicators.Indicators;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.rates.Indicator;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsRequest;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** From a figure to what it is made of: district, unit, month. */
@Controller
class TraceController {

    private final Results results;
    private final ReturnTraceQueries history;
    private final EntryWindows windows;
    private final Indicators indicators;
    private final PageMessages wording;

    TraceController(
            Results results,
            ReturnTraceQueries history,
            EntryWindows windows,
            Indicators indicators,
            PageMessages wording) {
        this.results = results;
        this.history = history;
        this.windows = windows;
        this.indicators = indicators;
        this.wording = wording;
    }

    @MayView
    @GetMapping("/trace/{year}/{indicator}")
    String district(
            @PathVariable int year,
            @PathVariable String indicator,
            @ModelAttribute PeriodFilter filter,
            @RequestParam @Nullable Integer page,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Indicator measured = indicators.findByWord(indicator).orElseThrow(TraceController::nothing);
        return show(
                results.of(asked(year, filter), reader)
                        .map(found -> said(
                                TraceView.of(found, measured, filter, page, reader, wording),
                                measured,
                                found.period())),
                filter,
                model);
    }

    @MayView
    @GetMapping("/trace/{year}/{indicator}/units/{id}")
    String unit(
            @PathVariable int year,
            @PathVariable String indicator,
            @PathVariable long id,
            @ModelAttribute PeriodFilter filter,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Indicator measured = indicators.findByWord(indicator).orElseThrow(TraceController::nothing);
        return show(
                results.unit(id, asked(year, filter), reader)
                        .map(found -> said(
                                TraceView.of(
                                        found,
                                        measured,
                                        TraceParts.of(found, history.handsOf(id, year), measured, wording),
                                        filter,
                                        reader,
                                        wording),
                                measured,
                                found.district().period())),
                filter,
                model);
    }

    private ResultsRequest asked(int year, PeriodFilter filter) {
        windows.checked(year);
        return filter.asked();
    }

    private TraceView said(TraceView view, Indicator measured, ReportingPeriod period) {
        return indicators.measures(measured, period) ? view : view.withoutMeasuring(measured, wording);
    }

    private static String show(Optional<TraceView> page, PeriodFilter filter, Model model) {
        model.addAttribute("page", page.orElseThrow(TraceController::nothing));
        if (filter.isPart()) {
            model.addAttribute("slice", true);
        }
        return "trace/rate";
    }

    /** Another unit's figures and those that never were look the same. */
    static UserFacingException nothing() {
        return new UserFacingException(HttpStatus.NOT_FOUND, "trace.refused");
    }
}
