package vn.hoso.dashboard.web;

import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.figures.ReviewRemarkQueries;
import vn.hoso.figures.ReviewRemarkQueries.ReturnRemark;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.UnitResults;
import vn.hoso.results.UnitResults.UnitMonth;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.ContactPersons;

@Controller
class UnitResultsController {

    private final Results results;
    private final DashboardPeriodPages pages;
    private final EntryWindows windows;
    private final UnitNoteQueries notes;
    private final ReviewRemarkQueries remarks;
    private final ContactPersons contacts;
    private final PageMessages wording;

    UnitResultsController(
            Results results,
            DashboardPeriodPages pages,
            EntryWindows windows,
            UnitNoteQueries notes,
            ReviewRemarkQueries remarks,
            ContactPersons contacts,
            PageMessages wording) {
        this.results = results;
        this.pages = pages;
        this.windows = windows;
        this.notes = notes;
        this.remarks = remarks;
        this.contacts = contacts;
        this.wording = wording;
    }

    @GetMapping("/dashboard/units/{id}")
    @MayView
    String unit(
            @PathVariable long id,
            @ModelAttribute PeriodFilter filter,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        ResultsRequest asked = pages.checked(filter, model);
        UnitResults found = found(id, asked, filter, reader, model);
        model.addAttribute(
                "page",
                DashboardUnitView.of(found, filter, reader, windows.today().current(), wording));
        model.addAttribute("more", UnitResultsDetailsView.of(found, remarks(found, asked), filter, reader, wording));
        model.addAttribute("contact", contacts.find(id));
        if (reader.maySeeOfficials()) {
            model.addAttribute(
                    "people",
                    filter.now()
                                    .address(
                                            "/dashboard/paper/people",
                                            found.district().period()) + "&unit=" + id);
        }
        model.addAttribute("enters", reader.is(Role.ADMINISTRATOR) ? "/units/" + id + "/contact" : null);
        if (!filter.looksBack()) {
            model.addAttribute("notes", notes.ofYear(id, found.district().year()));
        }
        return "dashboard/unit";
    }

    private List<ReturnRemark> remarks(UnitResults found, ResultsRequest asked) {
        List<UnitMonth> months = found.months();
        if (months.isEmpty()) {
            return List.of();
        }
        return remarks.findRemarks(
                Objects.requireNonNull(found.unit().unitId()),
                months.get(0).month(),
                months.get(months.size() - 1).month(),
                asked.asOf());
    }

    private UnitResults found(long id, ResultsRequest asked, PeriodFilter filter, CurrentUser reader, Model model) {
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
