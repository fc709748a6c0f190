package vn.hoso.reports.web;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.reports.ReportDrafts;
import vn.hoso.reports.YearEndReportChecklist;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.UserFacingException;

/** What has to be in order before a year is closed, line by line. */
@Controller
class ReportChecklistController {

    private final ReportDrafts drafts;
    private final YearEndReportChecklist yearEnds;
    private final EntryWindows windows;

    ReportChecklistController(ReportDrafts drafts, YearEndReportChecklist yearEnds, EntryWindows windows) {
        this.drafts = drafts;
        this.yearEnds = yearEnds;
        this.windows = windows;
    }

    @GetMapping("/reports/{year}/checklist")
    @MayViewWholeDistrict
    String show(@PathVariable String year, @AuthenticationPrincipal CurrentUser reader, Model model) {
        int of = drafts.year(year);
        model.addAttribute(
                "page",
                yearEnds.find(of, reader)
                        .map(found -> ReportChecklistView.of(
                                found, windows.today().current().getYear()))
                        .orElseThrow(() ->
                                new UserFacingException(HttpStatus.NOT_FOUND, "reports.term.empty", "Năm " + year)));
        return "reports/checklist";
    }
}
