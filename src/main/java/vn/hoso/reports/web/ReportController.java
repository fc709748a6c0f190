package vn.hoso.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.presentation.PageSteps;
import vn.hoso.reports.DraftedReport;
import vn.hoso.reports.IssuedReport;
import vn.hoso.reports.IssuedReports;
import vn.hoso.reports.ReportDraft;
import vn.hoso.reports.ReportDrafts;
import vn.hoso.reports.ReportIssuing;
import vn.hoso.reports.ReportIssuing.Outcome;
import vn.hoso.reports.RestatementService;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.reports.files.DocumentView;
import vn.hoso.results.ResultsGeography;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.security.Role;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** The draft of a year or of a part of it, what was issued before, and the press that issues the draft. */
@Controller
class ReportController {

    private final ReportDrafts drafts;
    private final IssuedReports issued;
    private final RestatementService restatements;
    private final ReportIssuing issuing;
    private final Acknowledgements done;
    private final PageMessages wording;

    ReportController(
            ReportDrafts drafts,
            IssuedReports issued,
            RestatementService restatements,
            ReportIssuing issuing,
            Acknowledgements done,
            PageMessages wording) {
        this.done = done;
        this.wording = wording;
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
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "reports.none"));
    }

    @GetMapping("/reports/{term}")
    @MayViewWholeDistrict
    String report(
            @PathVariable("term") String address,
            @RequestParam(defaultValue = "AS_REPORTED") ResultsGeography geography,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        return page(drafts.term(address), geography, page, reader, null, IssueForm.EMPTY, model);
    }

    @PostMapping("/reports/{term}/issues")
    @MayReview
    String issue(
            @PathVariable("term") String address,
            @Valid @ModelAttribute("issueForm") IssueForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        ReportTerm term = drafts.term(address);
        if (errors.hasErrors()) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-request");
        }
        Outcome outcome = issue(form.wish(term), by);
        if (outcome instanceof Outcome.Issued issue) {
            after.addFlashAttribute(Acknowledgements.NAME, done.of("reports.issue.done", by));
            return "redirect:/reports/" + term.address() + "/issues/" + issue.reportId();
        }
        errors.reject(refusal(outcome));
        boolean changed = outcome instanceof Outcome.Changed;
        response.setStatus((changed ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        return page(term, ResultsGeography.AS_REPORTED, 1, by, errors, form, model);
    }

    private static String refusal(Outcome outcome) {
        if (outcome instanceof Outcome.Changed) {
            return "reports.issue.changed";
        }
        return outcome instanceof Outcome.ReasonMissing
                ? "reports.issue.reason-missing"
                : "reports.issue.replacement-missing";
    }

    /** Where the same press came twice at once, the second finds what the first one did. */
    private Outcome issue(ReportIssuing.Wish wish, CurrentUser by) {
        try {
            return issuing.issue(wish, by);
        } catch (DataIntegrityViolationException atTheSameTime) {
            return issuing.issue(wish, by);
        }
    }

    private String page(
            ReportTerm term,
            ResultsGeography units,
            int part,
            CurrentUser reader,
            @Nullable BindingResult errors,
            IssueForm typed,
            Model model) {
        List<IssuedReport> ofYear = issued.findByYear(term.year());
        List<IssuedReport> reports =
                ofYear.stream().filter(each -> each.term().equals(term)).toList();
        DraftedReport drafted = drafts.draft(term, units, ofYear, reader);
        ReportDraft draft = drafted.draft();
        ReportDrafts.Choice choice = drafts.choice(drafted);
        boolean today = draft.results().geography() == ResultsGeography.TODAY;
        // Without a difference there is nothing to choose.
        model.addAttribute("units", draft.results().geography());
        if (today) {
            model.addAttribute("geography", ResultsGeography.TODAY);
        }
        model.addAttribute("page", ReportView.of(draft, choice.years(), choice.terms(), ofYear));
        DocumentView document = DocumentView.onPage(draft.text(), part);
        model.addAttribute("document", document);
        model.addAttribute(
                "pages", PageSteps.around(document.units(), part, number -> address(term, today, number), wording));
        model.addAttribute(
                "figures",
                reader.is(Role.ADMINISTRATOR) ? drafted.figures().withoutPages("/reconciliation") : drafted.figures());
        model.addAttribute("mayWord", reader.is(Role.REVIEWER));
        Map<Long, RestatementService.Told> told = restatements.told(reports, ofYear, reader);
        model.addAttribute(
                "issues",
                new IssuesView(
                        restatements.since(reports, reader).stream()
                                .map(each -> IssuesView.issue(
                                        each, told.get(each.report().id())))
                                .toList(),
                        reader.is(Role.REVIEWER) && !today ? wish(drafted, reports, typed) : null,
                        errors == null || errors.getGlobalError() == null
                                ? null
                                : errors.getGlobalError().getCode()));
        return "reports/report";
    }

    private static String address(ReportTerm term, boolean today, int page) {
        return "/reports/" + term.address() + (today ? "?geography=TODAY&page=" : "?page=") + page;
    }

    private static IssuesView.WishForm wish(DraftedReport drafted, List<IssuedReport> reports, IssueForm typed) {
        ReportDraft draft = drafted.draft();
        IssuedReport latest = reports.isEmpty() ? null : reports.get(0);
        return new IssuesView.WishForm(
                latest == null ? 0 : latest.id(),
                drafted.fingerprint(),
                draft.results().provisional(),
                typed.reason(),
                ReportIssuing.replaced(draft, latest).map(IssuedReport::named).orElse(null),
                typed.replacement());
    }
}
