package vn.hoso.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.figures.DeadlineQueries;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.presentation.RequestedYear;
import vn.hoso.results.UnitQuery;
import vn.hoso.results.UnitResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.shared.Installations;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

@Controller
class UnitController {

    private final UnitQuery units;
    private final PeriodPages pages;
    private final RequestedYear yearAsked;
    private final Installations installations;
    private final DeadlineQueries deadlines;
    private final UnitNoteQueries notes;
    private final Clock clock;
    private final PageMessages wording;

    UnitController(
            UnitQuery units,
            PeriodPages pages,
            RequestedYear yearAsked,
            Installations installations,
            DeadlineQueries deadlines,
            UnitNoteQueries notes,
            Clock clock,
            PageMessages wording) {
        this.units = units;
        this.pages = pages;
        this.yearAsked = yearAsked;
        this.installations = installations;
        this.deadlines = deadlines;
        this.notes = notes;
        this.clock = clock;
        this.wording = wording;
    }

    @GetMapping("/dashboard/units/{id}")
    @MayView
    String unit(
            @PathVariable long id,
            @ModelAttribute PeriodFilter filter,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        UnitResults found = found(id, filter, reader, model);
        model.addAttribute("page", UnitView.of(found, filter, reader, yearAsked.current(), wording));
        model.addAttribute("more", UnitDetailsView.of(found, filter, reader, wording));
        if (!filter.looksBack()) {
            model.addAttribute(
                    "notes", notes.ofYear(id, found.unitYear().district().year()));
        }
        return "dashboard/unit";
    }

    /**
     * The unit's results as a letter of the Office, to be printed, numbered and signed. A last day that is none is said so
     * beside its field, and the letter stands with the program's own.
     */
    @GetMapping("/dashboard/units/{id}/letter")
    @MayViewWholeDistrict
    String letter(
            @PathVariable long id,
            @ModelAttribute PeriodFilter filter,
            @RequestParam(defaultValue = "") String due,
            @AuthenticationPrincipal CurrentUser reader,
            Model model,
            HttpServletResponse response) {
        UnitResults found = found(id, filter, reader, model);
        UnitLetter.Day day = new UnitLetter.Day(LocalDate.now(clock), deadlines.deadlines(), due);
        if (day.wrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("letter", UnitLetter.of(found, filter, installations.current(), day, wording.official()));
        return "dashboard/letter";
    }

    private UnitResults found(long id, PeriodFilter filter, CurrentUser reader, Model model) {
        UnitResults found = units.unit(id, pages.checked(filter, model), reader)
                .orElseThrow(() -> new UserFacingException(
                        HttpStatus.NOT_FOUND,
                        "dashboard.unit.not-found",
                        String.valueOf(
                                filter.year() == null ? yearAsked.current().getYear() : filter.year())));
        if (!found.toDate()) {
            model.addAttribute("slice", true);
        }
        return found;
    }
}
