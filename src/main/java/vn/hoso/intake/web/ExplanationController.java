package vn.hoso.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.intake.Explanation;
import vn.hoso.intake.Explanation.State;
import vn.hoso.intake.ExplanationQueries;
import vn.hoso.intake.ExplanationService;
import vn.hoso.intake.ExplanationService.Outcome;
import vn.hoso.intake.PaperIntake;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayReview;
import vn.hoso.security.MayViewOfficials;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;

/** Explanations of paper: proposed on an official's page, decided and withdrawn in their list. */
@Controller
class ExplanationController {

    private static final String LIST = "intake/explanations";
    private static final String TO_LIST = "redirect:/dashboard/paper/explanations";
    private static final String DONE = "done";
    private static final String DECISION = "decision";

    private final OfficialPages pages;
    private final ExplanationQueries explanations;
    private final ExplanationService service;
    private final AuditTrail audit;
    private final PageMessages wording;

    ExplanationController(
            OfficialPages pages,
            ExplanationQueries explanations,
            ExplanationService service,
            AuditTrail audit,
            PageMessages wording) {
        this.pages = pages;
        this.explanations = explanations;
        this.service = service;
        this.audit = audit;
        this.wording = wording;
    }

    /**
     * What the Office decides.
     *
     * @param accepted true or false
     * @param answer what it says to it; asked for where it refuses
     */
    record DecisionForm(String accepted, String answer) {

        DecisionForm {
            accepted = Objects.requireNonNullElse(accepted, "");
            answer = Objects.requireNonNullElse(answer, "");
        }
    }

    @MayViewOfficials
    @GetMapping("/dashboard/paper/explanations")
    String list(@AuthenticationPrincipal CurrentUser reader, Model model) {
        model.addAttribute(DECISION, new DecisionForm("", ""));
        return page(null, reader, model);
    }

    @MayEnterFigures
    @PostMapping("/dashboard/paper/people/{unit}/{official}/explanations")
    String propose(
            @PathVariable long unit,
            @PathVariable String official,
            @Valid @ModelAttribute PeriodFilter filter,
            BindingResult period,
            @Valid @ModelAttribute(OfficialPages.FORM) ExplanationForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (period.hasErrors()) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-request");
        }
        PaperIntake found = pages.found(filter, by);
        Official who = pages.official(found, unit, official);
        form.check(who, errors);
        if (!errors.hasErrors()) {
            switch (service.propose(form.draft(who), by)) {
                case NO_SUCH_DOSSIER -> errors.rejectValue("code", "intake.problem.code");
                case EXPLAINED_BEFORE -> errors.rejectValue("code", "intake.problem.explained");
                case TOO_MANY -> {
                    if (form.code().isEmpty()) {
                        errors.rejectValue("dossiers", "intake.problem.many");
                    } else {
                        errors.rejectValue("code", "intake.problem.covered");
                    }
                }
                case PROPOSED -> {
                    after.addFlashAttribute(DONE, wording.of("intake.explanation.proposed"));
                    return "redirect:" + filter.now().address(PeopleView.path(who), found.period());
                }
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.page(found, who, filter, 1, by, model);
    }

    @MayReview
    @PostMapping("/dashboard/paper/explanations/{id}/decision")
    String decide(
            @PathVariable long id,
            @Valid @ModelAttribute(DECISION) DecisionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        String answer = UserText.kept(form.answer());
        boolean accepted = form.accepted().equals("true");
        if (!accepted && !form.accepted().equals("false")) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-request");
        }
        if (answer.length() > Explanation.LONGEST || !UserText.isPlain(answer) || (answer.isEmpty() && !accepted)) {
            errors.rejectValue("answer", "intake.problem.answer");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, by, model);
        }
        Outcome outcome = service.decide(id, accepted, answer.isEmpty() ? null : answer, by);
        if (outcome == Outcome.NOT_NOW) {
            model.addAttribute("meanwhile", wording.of("intake.refused.decided"));
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(id, by, model);
        }
        done(outcome);
        after.addFlashAttribute(
                DONE, wording.of("intake.explanation.done." + (accepted ? State.ACCEPTED : State.REFUSED)));
        return TO_LIST;
    }

    @MayEnterFigures
    @PostMapping("/dashboard/paper/explanations/{id}/withdrawal")
    String withdraw(@PathVariable long id, @AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        done(service.withdraw(id, by));
        after.addFlashAttribute(DONE, wording.of("intake.explanation.withdrawn"));
        return TO_LIST;
    }

    private static void done(Outcome outcome) {
        switch (outcome) {
            case UNKNOWN -> throw new UserFacingException(HttpStatus.NOT_FOUND, "intake.refused.explanation");
            case NOT_NOW -> throw new UserFacingException(HttpStatus.CONFLICT, "intake.refused.decided");
            case DONE -> {}
        }
    }

    private String page(@Nullable Long deciding, CurrentUser reader, Model model) {
        model.addAttribute("deciding", deciding);
        ExplanationView.show(explanations.latest(reader, deciding), reader, wording, model);
        audit.recordApart(
                reader,
                TrailEntry.of("people.looked", "EXPLANATIONS", "")
                        .units(reader.seesAllUnits() ? Set.of() : reader.unitIds()));
        return LIST;
    }
}
