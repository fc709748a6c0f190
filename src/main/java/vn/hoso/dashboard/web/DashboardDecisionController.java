package vn.hoso.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import vn.hoso.presentation.Headline;
import vn.hoso.rates.Rate;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.YearResults;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayConfirmVerdicts;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictDecisions;
import vn.hoso.targets.VerdictStatus;

/** Where the Office confirms a verdict that carries no percentage, on the figures it sees there. */
@Controller
class DashboardDecisionController {

    private static final Set<VerdictStatus> CHOICES =
            Set.of(VerdictStatus.MET, VerdictStatus.NOT_MET, VerdictStatus.NOT_ASSESSED);
    private static final int LONGEST_NOTE = 1000;

    private final Results results;
    private final VerdictDecisions decisions;
    private final EntryWindows windows;
    private final Acknowledgements done;
    private final PageMessages wording;

    DashboardDecisionController(
            Results results,
            VerdictDecisions decisions,
            EntryWindows windows,
            Acknowledgements done,
            PageMessages wording) {
        this.wording = wording;
        this.done = done;
        this.results = results;
        this.decisions = decisions;
        this.windows = windows;
    }

    /**
     * The typed form.
     *
     * @param verdict what was chosen, null while nothing is
     * @param note why
     * @param evidence the figures the page showed, such as "10682/11212"
     */
    record DecisionForm(@Nullable VerdictStatus verdict, String note, String evidence) {

        /** Fields that were not sent are empty. */
        DecisionForm {
            note = note == null
                    ? ""
                    : Normalizer.normalize(note, Normalizer.Form.NFC).strip();
            evidence = evidence == null ? "" : evidence;
        }

        @Nullable
        String problemKey(String evidenceNow) {
            if (verdict == null || !CHOICES.contains(verdict)) {
                return "dashboard.decision.problem.verdict";
            }
            if (note.length() > LONGEST_NOTE || !UserText.isPlain(note)) {
                return "dashboard.decision.problem.note";
            }
            return evidence.equals(evidenceNow) ? null : "dashboard.decision.problem.changed";
        }
    }

    /** What the page shows. */
    record DecisionPage(
            int year,
            long targetId,
            String code,
            String label,
            String suggestedKey,
            @Nullable String resting,
            @Nullable String figures,
            String evidence,
            String from,
            String to,
            @Nullable String decided,
            @Nullable VerdictStatus chosen,
            String note,
            @Nullable String problemKey) {}

    @MayConfirmVerdicts
    @GetMapping("/dashboard/decisions/{targetId}")
    String show(
            @PathVariable long targetId,
            @RequestParam int year,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        YearResults found = results(year, reader);
        Verdict verdict = verdict(found, targetId);
        DecisionForm form = new DecisionForm(verdict.suggested(), "", evidence(verdict.rate()));
        return page(found, verdict, form, null, model);
    }

    @MayConfirmVerdicts
    @PostMapping("/dashboard/decisions/{targetId}")
    String confirm(
            @PathVariable long targetId,
            @RequestParam int year,
            @Valid @ModelAttribute DecisionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        YearResults found = results(year, by);
        Verdict verdict = verdict(found, targetId);
        String problemKey = form.problemKey(evidence(verdict.rate()));
        if (problemKey != null) {
            errors.reject(problemKey);
            boolean changed = problemKey.endsWith("changed");
            response.setStatus((changed ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
            return page(found, verdict, form, problemKey, model);
        }
        boolean stored = decisions.confirm(
                verdict.target(),
                verdict.rate(),
                found.period().lastDay(),
                Objects.requireNonNull(form.verdict()),
                form.note().isEmpty() ? null : form.note(),
                by);
        if (!stored) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(found, verdict, form, "dashboard.decision.problem.withdrawn", model);
        }
        after.addFlashAttribute(
                Acknowledgements.NAME,
                done.of("dashboard.decision.done", by, verdict.target().code()));
        return "redirect:" + DashboardController.DETAILS + "?year=" + year;
    }

    private YearResults results(int year, CurrentUser reader) {
        return results.of(ResultsRequest.year(windows.checked(year)), reader)
                .orElseThrow(DashboardDecisionController::nothingToConfirm);
    }

    private static Verdict verdict(YearResults found, long targetId) {
        return found.district().verdicts().stream()
                .filter(each -> each.target().id() == targetId && each.suggested() != null)
                .findFirst()
                .orElseThrow(DashboardDecisionController::nothingToConfirm);
    }

    private static UserFacingException nothingToConfirm() {
        return new UserFacingException(HttpStatus.NOT_FOUND, "dashboard.decision.refused");
    }

    private static String evidence(@Nullable Rate rate) {
        return rate == null ? "" : rate.numerator() + "/" + rate.denominator();
    }

    private String page(
            YearResults found, Verdict verdict, DecisionForm form, @Nullable String problemKey, Model model) {
        Rate rate = verdict.rate();
        model.addAttribute(
                "page",
                new DecisionPage(
                        found.year(),
                        verdict.target().id(),
                        verdict.target().code(),
                        verdict.target().label(),
                        "targets.verdict." + Objects.requireNonNull(verdict.suggested()),
                        Headline.resting(verdict.basis(), wording),
                        rate == null ? null : Formats.count(rate.numerator()) + "/" + Formats.count(rate.denominator()),
                        evidence(rate),
                        Formats.date(found.countedFrom()),
                        Formats.date(found.period().lastDay()),
                        verdict.decision() == null ? null : verdict.decision().decidedBy(),
                        form.verdict(),
                        form.note(),
                        problemKey));
        return "dashboard/decision";
    }
}
