package vn.hoso.dashboard.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.figures.ReturnHistories;
import vn.hoso.figures.ReturnHistories.Revision;
import vn.hoso.rates.Indicator;
import vn.hoso.results.UnitYear;
import vn.hoso.results.YearResultsQuery;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.RefusedException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** From a figure to where it comes from: district, unit, month, and everything the month's return ever held. */
@Controller
class TraceController {

    private final YearResultsQuery results;
    private final ReturnHistories histories;
    private final Units units;
    private final YearAsked yearAsked;
    private final Wording wording;

    TraceController(
            YearResultsQuery results, ReturnHistories histories, Units units, YearAsked yearAsked, Wording wording) {
        this.results = results;
        this.histories = histories;
        this.units = units;
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
        return "dashboard/trace-rate";
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
        return "dashboard/trace-rate";
    }

    @MayView
    @GetMapping("/trace/returns/{unitId}/{month}")
    String history(
            @PathVariable long unitId,
            @PathVariable String month,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        YearMonth asked = month(month);
        Unit unit = units.visibleTo(reader, asked).stream()
                .filter(each -> each.id() == unitId)
                .findFirst()
                .orElseThrow(TraceController::nothing);
        List<Revision> revisions = histories.of(unitId, asked);
        if (revisions.isEmpty()) {
            throw nothing();
        }
        model.addAttribute("page", ReturnTracePage.of(unit.name(), unitId, asked, revisions, wording));
        return "dashboard/trace-return";
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException unreadable) {
            throw nothing();
        }
    }

    /** Another unit's figures and those that never were look the same. */
    private static RefusedException nothing() {
        return new RefusedException(HttpStatus.NOT_FOUND, "dashboard.trace.refused");
    }
}
