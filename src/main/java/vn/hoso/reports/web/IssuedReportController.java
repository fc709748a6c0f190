package vn.hoso.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.reports.IssuedReport;
import vn.hoso.reports.IssuedReports;
import vn.hoso.reports.ReportDrafts;
import vn.hoso.reports.ReportIssuing;
import vn.hoso.reports.RestatementService;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayRegister;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;

/** One issued report: its files as they were stored, its registration, what was corrected since. */
@Controller
class IssuedReportController {

    private static final String WRONG = "reports.issue.registration.wrong";
    private static final String TAKEN = "reports.issue.registration.taken";

    private final ReportDrafts drafts;
    private final IssuedReports issued;
    private final RestatementService restatements;
    private final ReportIssuing issuing;
    private final Clock clock;
    private final Acknowledgements done;
    private final PageMessages wording;

    IssuedReportController(
            ReportDrafts drafts,
            IssuedReports issued,
            RestatementService restatements,
            ReportIssuing issuing,
            Clock clock,
            Acknowledgements done,
            PageMessages wording) {
        this.done = done;
        this.wording = wording;
        this.drafts = drafts;
        this.issued = issued;
        this.restatements = restatements;
        this.issuing = issuing;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param again whether the files made again from what was frozen equal the stored ones
     * @param previous the term's report before it, null for the first
     * @param replaced whether this one took its place
     * @param following the term's report after it, null for the latest
     * @param gone whether that one took the place of this
     * @param renumbered the report that this one names by a number that was put right since, null where there is none
     * @param registrable whether the reader may enter number and date
     * @param alert why number and date were not entered, null where nothing was refused
     */
    record IssuedPage(
            IssuesView.Issue issue,
            boolean again,
            @Nullable Neighbour previous,
            boolean replaced,
            @Nullable Neighbour following,
            boolean gone,
            IssuedReports.@Nullable Renumbered renumbered,
            boolean registrable,
            String number,
            String signedOn,
            @Nullable String alert) {}

    /** Another issued report of the term. */
    record Neighbour(long id, String named) {

        static Neighbour of(IssuedReport report) {
            return new Neighbour(report.id(), report.named());
        }
    }

    @GetMapping("/reports/{term}/issues/{id}")
    @MayViewWholeDistrict
    String show(
            @PathVariable("term") String address,
            @PathVariable long id,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        return page(issued.one(drafts.term(address), id), reader, null, model);
    }

    @GetMapping("/reports/{term}/issues/{id}/report.docx")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> document(
            @PathVariable("term") String address, @PathVariable long id, @AuthenticationPrincipal CurrentUser reader) {
        return ReportDownloadController.attached(
                issuing.take(issued.one(drafts.term(address), id), IssuedReport.Kind.DOCUMENT, reader));
    }

    @GetMapping("/reports/{term}/issues/{id}/report.pdf")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> pdf(
            @PathVariable("term") String address, @PathVariable long id, @AuthenticationPrincipal CurrentUser reader) {
        return ReportDownloadController.attached(
                issuing.take(issued.one(drafts.term(address), id), IssuedReport.Kind.PDF, reader));
    }

    @GetMapping("/reports/{term}/issues/{id}/annex.xlsx")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> annex(
            @PathVariable("term") String address, @PathVariable long id, @AuthenticationPrincipal CurrentUser reader) {
        return ReportDownloadController.attached(
                issuing.take(issued.one(drafts.term(address), id), IssuedReport.Kind.ANNEX, reader));
    }

    @PostMapping("/reports/{term}/issues/{id}/registrations")
    @MayRegister
    String register(
            @PathVariable("term") String address,
            @PathVariable long id,
            @Valid @ModelAttribute("registration") RegistrationForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        IssuedReport report = issued.one(drafts.term(address), id);
        LocalDate day = errors.hasErrors() ? null : form.signedOn();
        if (day != null && !between(report, day)) {
            errors.rejectValue("signedOn", WRONG);
        }
        if (!errors.hasErrors() && day != null) {
            issuing.register(report, UserText.kept(form.number()), day, by)
                    .ifPresent(other -> errors.rejectValue("number", TAKEN, taken(form.number(), other)));
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(report, by, errors, model);
        }
        after.addFlashAttribute(Acknowledgements.NAME, done.of("reports.issue.registration.done", by));
        return "redirect:/reports/" + report.term().address() + "/issues/" + id;
    }

    private String taken(String number, IssuedReport other) {
        return wording.of(TAKEN, UserText.kept(number), other.period(), Formats.time(other.issuedAt()));
    }

    /** What was refused: a number that another report bears is named, whatever else is wrong is told by what is asked for. */
    private @Nullable String alert(@Nullable BindingResult errors) {
        if (errors == null) {
            return null;
        }
        FieldError number = errors.getFieldError("number");
        return number != null && TAKEN.equals(number.getCode()) ? number.getDefaultMessage() : wording.of(WRONG);
    }

    /** Whether a day is none before the issue and none to come. */
    private boolean between(IssuedReport report, LocalDate day) {
        LocalDate issuedOn = report.issuedAt().atZone(Formats.ZONE).toLocalDate();
        return !day.isBefore(issuedOn) && !day.isAfter(LocalDate.now(clock));
    }

    private static String typed(@Nullable BindingResult errors, String field) {
        return errors == null ? "" : Objects.toString(errors.getFieldValue(field), "");
    }

    private String page(IssuedReport report, CurrentUser reader, @Nullable BindingResult errors, Model model) {
        IssuedReport previous = report.previousId() == null ? null : issued.one(report.term(), report.previousId());
        IssuedReport following = issued.following(report).orElse(null);
        List<IssuedReport> ofYear = issued.findByYear(report.year());
        model.addAttribute(
                "page",
                new IssuedPage(
                        IssuesView.issue(
                                restatements.since(List.of(report), reader).get(0),
                                restatements
                                        .told(List.of(report), ofYear, reader)
                                        .get(report.id())),
                        issuing.canBeMadeAgain(report),
                        previous == null ? null : Neighbour.of(previous),
                        previous != null && previous.lastMonth().equals(report.lastMonth()),
                        following == null ? null : Neighbour.of(following),
                        following != null && following.lastMonth().equals(report.lastMonth()),
                        issued.renumbered(report, ofYear).orElse(null),
                        reader.is(Role.REVIEWER) || reader.is(Role.REPORT_CLERK),
                        typed(errors, "number"),
                        typed(errors, "signedOn"),
                        alert(errors)));
        return "reports/issue";
    }

    /**
     * What the registry wrote on the signed paper, as typed.
     *
     * @param number number and sign, one line
     * @param signedOn the day it was signed
     */
    record RegistrationForm(
            @PlainText(max = 60, name = true, message = "{reports.issue.registration.wrong}")
            String number,

            @NotNull(message = "{reports.issue.registration.wrong}") @Nullable
            LocalDate signedOn) {

        RegistrationForm {
            number = Objects.requireNonNullElse(number, "");
        }
    }
}
