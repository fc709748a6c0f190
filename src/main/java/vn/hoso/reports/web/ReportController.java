package vn.hoso.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.figures.ReviewRemarks;
import vn.hoso.reports.IssuedReport;
import vn.hoso.reports.IssuedReports;
import vn.hoso.reports.ReportDraft;
import vn.hoso.reports.ReportDrafts;
import vn.hoso.reports.ReportIssuing;
import vn.hoso.reports.ReportIssuing.Outcome;
import vn.hoso.reports.Restatements;
import vn.hoso.reports.domain.Figures;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.security.Role;
import vn.hoso.shared.RefusedException;

/** A year's draft, the reports issued before it, and the press that issues the draft. */
@Controller
class ReportController {

    private final ReportDrafts drafts;
    private final IssuedReports issued;
    private final Restatements restatements;
    private final ReportIssuing issuing;

    ReportController(ReportDrafts drafts, IssuedReports issued, Restatements restatements, ReportIssuing issuing) {
        this.drafts = drafts;
        this.issued = issued;
        this.restatements = restatements;
        this.issuing = issuing;
    }

    @GetMapping("/reports")
    @MayViewWholeDistrict
    String latest() {
        return drafts.years().stream()
                .max(Integer::compare)
                .map(year -> "redirect:/reports/" + year)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, "reports.none"));
    }

    @GetMapping("/reports/{year}")
    @MayViewWholeDistrict
    String report(@PathVariable String year, @AuthenticationPrincipal CurrentUser reader, Model model) {
        return page(year, reader, null, "", model);
    }

    @PostMapping("/reports/{year}/issues")
    @MayReview
    String issue(
            @PathVariable String year,
            @RequestParam long previous,
            @RequestParam String seen,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        String why = ReviewRemarks.clean(reason);
        ReportIssuing.Wish wish =
                new ReportIssuing.Wish(year, previous, seen, ReviewRemarks.acceptable(why) ? why : null);
        Outcome outcome = issue(wish, by);
        if (outcome instanceof Outcome.Issued done) {
            return "redirect:/reports/" + year + "/issues/" + done.reportId();
        }
        boolean changed = outcome instanceof Outcome.Changed;
        response.setStatus((changed ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        return page(year, by, changed ? "reports.issue.changed" : "reports.issue.reason-missing", reason, model);
    }

    /** Where the same press came twice at once, the second finds what the first one did. */
    private Outcome issue(ReportIssuing.Wish wish, CurrentUser by) {
        try {
            return issuing.issue(wish, by);
        } catch (DuplicateKeyException atTheSameTime) {
            return issuing.issue(wish, by);
        }
    }

    private String page(String year, CurrentUser reader, @Nullable String alertKey, String reason, Model model) {
        List<Integer> years = drafts.years();
        List<IssuedReport> reports = issued.of(drafts.year(year));
        ReportDraft draft = drafts.of(year, reports.isEmpty() ? null : reports.get(0), reader);
        model.addAttribute("page", ReportPage.of(draft, years));
        model.addAttribute("figures", Figures.of(draft.results()).all());
        model.addAttribute("mayWord", reader.is(Role.REVIEWER));
        model.addAttribute(
                "issues",
                new IssuesPage(
                        restatements.since(reports, reader).stream()
                                .map(IssuesPage::issue)
                                .toList(),
                        reader.is(Role.REVIEWER) ? wish(draft, reports, reason) : null,
                        alertKey));
        return "reports/report";
    }

    private static IssuesPage.WishForm wish(ReportDraft draft, List<IssuedReport> reports, String reason) {
        return new IssuesPage.WishForm(
                reports.isEmpty() ? 0 : reports.get(0).id(),
                ReportIssuing.fingerprint(draft),
                draft.results().provisional(),
                reason);
    }
}
