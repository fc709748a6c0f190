package vn.hoso.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.figures.DeadlineQueries;
import vn.hoso.figures.ReviewRemarkQueries;
import vn.hoso.figures.ReviewRemarkQueries.ReturnRemark;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.results.PeriodRequest;
import vn.hoso.results.Results;
import vn.hoso.results.UnitResults;
import vn.hoso.results.UnitResults.UnitMonth;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

@Controller
class UnitController {

    private final Results results;
    private final PeriodPages pages;
    private final EntryWindows windows;
    private final DeadlineQueries deadlines;
    private final UnitNoteQueries notes;
    private final ReviewRemarkQueries remarks;
    private final Clock clock;
    private final PageMessages wording;

    UnitController(
            Results results,
            PeriodPages pages,
            EntryWindows windows,
            DeadlineQueries deadlines,
            UnitNoteQueries notes,
            ReviewRemarkQueries remarks,
            Clock clock,
            PageMessages wording) {
        this.results = results;
        this.pages = pages;
        this.windows = windows;
        this.deadlines = deadlines;
        this.notes = notes;
        this.remarks = remarks;
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
        PeriodRequest asked = pages.checked(filter, model);
        UnitResults found = found(id, asked, filter, reader, model);
        model.addAttribute(
                "page", UnitView.of(found, filter, reader, windows.today().current(), wording));
        model.addAttribute("more", UnitDetailsView.of(found, remarks(found, asked), filter, reader, wording));
        if (!filter.looksBack()) {
            model.addAttribute("notes", notes.ofYear(id, found.district().year()));
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
        UnitResults found = found(id, pages.checked(filter, model), filter, reader, model);
        UnitLetter.Day day = new UnitLetter.Day(LocalDate.now(clock), deadlines.deadlines(), due);
        if (day.wrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute(
                "letter", UnitLetter.of(found, filter, found.district().organisation(), day, wording.official()));
        return "dashboard/letter";
    }

    private List<ReturnRemark> remarks(UnitResults found, PeriodRequest asked) {
        List<UnitMonth> months = found.months();
        return remarks.findRemarks(
                Objects.requireNonNull(found.unit().unitId()),
                months.get(0).month(),
                months.get(months.size() - 1).month(),
                asked.asOf());
    }

    private UnitResults found(long id, PeriodRequest asked, PeriodFilter filter, CurrentUser reader, Model model) {
        UnitResults found = results.unit(id, asked, reader)
                .orElseThrow(() -> new UserFacingException(
                        HttpStatus.NOT_FOUND,
                        "dashboard.unit.not-found",
                        String.valueOf(
                                filter.year() == null
                                        ? windows.today().current().getYear()
                                        : filter.year())));
        if (!found.toDate()) {
            model.addAttribute("slice", true);
        }
        return found;
    }
}
