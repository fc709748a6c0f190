package vn.hoso.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.figures.UnitNotes;
import vn.hoso.results.UnitYear;
import vn.hoso.results.YearResultsQuery;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.KnownDay;
import vn.hoso.shared.RefusedException;

@Controller
class UnitController {

    private final YearResultsQuery results;
    private final YearAsked yearAsked;
    private final KnownDay days;
    private final UnitNotes notes;
    private final Wording wording;

    UnitController(YearResultsQuery results, YearAsked yearAsked, KnownDay days, UnitNotes notes, Wording wording) {
        this.results = results;
        this.yearAsked = yearAsked;
        this.days = days;
        this.notes = notes;
        this.wording = wording;
    }

    @GetMapping("/dashboard/units/{id}")
    @MayView
    String unit(
            @PathVariable long id,
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
        UnitYear unit = (day == null
                        ? results.unit(id, shown, reader)
                        : results.knownUnit(id, shown, KnownDay.end(day), reader))
                .orElseThrow(() ->
                        new RefusedException(HttpStatus.NOT_FOUND, "dashboard.unit.not-found", String.valueOf(shown)));
        model.addAttribute("page", UnitPage.of(unit, years, reader, yearAsked.current(), wording));
        if (day == null) {
            model.addAttribute("notes", notes.ofYear(id, shown));
        }
        return "dashboard/unit";
    }
}
