package vn.hoso.units.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.security.MayViewUnits;
import vn.hoso.security.Role;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.ReorganisationDraft;
import vn.hoso.units.ReorganisationProposal;
import vn.hoso.units.ReorganisationQueries;
import vn.hoso.units.ReorganisationQueries.Applied;
import vn.hoso.units.ReorganisationService;
import vn.hoso.units.ReorganisationService.Outcome;
import vn.hoso.units.ReorganisationService.Preview;
import vn.hoso.units.UnitQueries;

/** Reorganisations: those that were applied, and a new one, typed, looked at and applied. */
@Controller
class ReorganisationController {

    private static final String FORM = "form";

    private final ReorganisationQueries queries;
    private final ReorganisationService service;
    private final ReorganisationProposal proposed;
    private final UnitQueries units;
    private final PageMessages messages;
    private final Clock clock;

    ReorganisationController(
            ReorganisationQueries queries,
            ReorganisationService service,
            ReorganisationProposal proposed,
            UnitQueries units,
            PageMessages messages,
            Clock clock) {
        this.queries = queries;
        this.service = service;
        this.proposed = proposed;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    /** A reorganisation that is to be withdrawn. */
    record WithdrawalForm(@Nullable Boolean sure) {}

    @MayViewUnits
    @GetMapping("/units/reorganisations")
    String all(@AuthenticationPrincipal CurrentUser reader, Model model) {
        model.addAttribute("acts", views(queries.all()));
        model.addAttribute("maySetUp", reader.role() == Role.ADMINISTRATOR);
        return "units/reorganisations";
    }

    @MayViewUnits
    @GetMapping("/units/reorganisations/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal CurrentUser reader, Model model) {
        model.addAttribute("withdrawal", new WithdrawalForm(false));
        return act(id, reader, model);
    }

    private String act(long id, CurrentUser reader, Model model) {
        model.addAttribute("act", ReorganisationView.of(queries.get(id), messages));
        model.addAttribute("maySetUp", reader.role() == Role.ADMINISTRATOR);
        return "units/reorganisation";
    }

    /** A blank form; the official list of 01/07/2025 fills in what it knows of our units. */
    @MaySetUp
    @GetMapping("/units/reorganisations/new")
    String blank(@RequestParam(defaultValue = "false") boolean official, Model model) {
        String proposal = proposed.lines();
        LocalDate next = LocalDate.now(clock).withDayOfMonth(1).plusMonths(1);
        model.addAttribute(
                FORM,
                official && !proposal.isEmpty()
                        ? ReorganisationForm.blank(ReorganisationProposal.TWO_TIERS, proposal)
                        : ReorganisationForm.blank(next, ""));
        model.addAttribute("proposed", !official && !proposal.isEmpty());
        return form(model);
    }

    /** What it would do; or the form again with everything typed. */
    @MaySetUp
    @PostMapping("/units/reorganisations/preview")
    String preview(
            @Valid @ModelAttribute(FORM) ReorganisationForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean edit,
            HttpServletResponse response,
            Model model) {
        if (edit) {
            // What is wrong is told when it is looked at again.
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, new BeanPropertyBindingResult(form, FORM));
            return form(model);
        }
        form.draft(errors);
        return planned(looked(form), errors, HttpStatus.UNPROCESSABLE_CONTENT, response, model);
    }

    @MaySetUp
    @PostMapping("/units/reorganisations")
    String apply(
            @Valid @ModelAttribute(FORM) ReorganisationForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        ReorganisationDraft draft = form.draft(errors);
        if (draft == null) {
            return planned(looked(form), errors, HttpStatus.UNPROCESSABLE_CONTENT, response, model);
        }
        Outcome outcome = service.apply(draft, form.carried(), form.seen(), by);
        if (outcome.act() != null) {
            after.addFlashAttribute(
                    "done", messages.of("reorganisation.done", draft.instrument(), Formats.date(draft.from())));
            return "redirect:/units/reorganisations/" + outcome.act();
        }
        if (outcome.conflict()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("meanwhile", views(outcome.meanwhile()));
        }
        return planned(
                outcome.preview(),
                errors,
                outcome.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                response,
                model);
    }

    @MaySetUp
    @PostMapping("/units/reorganisations/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @Valid @ModelAttribute("withdrawal") WithdrawalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (!Boolean.TRUE.equals(form.sure())) {
            errors.rejectValue("sure", "reorganisation.problem.sure");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return act(id, by, model);
        }
        try {
            Applied act = service.withdraw(id, by);
            after.addFlashAttribute("done", messages.of("reorganisation.withdrawn", act.instrument()));
            return "redirect:/units/reorganisations";
        } catch (UserFacingException refused) {
            if (refused.status() != HttpStatus.CONFLICT) {
                throw refused;
            }
            errors.rejectValue("sure", refused.messageKey(), refused.args(), null);
            response.setStatus(HttpStatus.CONFLICT.value());
            return act(id, by, model);
        }
    }

    /** What the lines would do, whatever is wrong with the other fields; null without a day. */
    private @Nullable Preview looked(ReorganisationForm form) {
        LocalDate from = DateInput.read(form.from());
        return from == null ? null : service.preview(from, form.lines());
    }

    private List<ReorganisationView> views(List<Applied> acts) {
        return acts.stream().map(each -> ReorganisationView.of(each, messages)).toList();
    }

    /** The preview of a sound plan; else the form with each problem at its line. */
    private String planned(
            @Nullable Preview preview,
            BindingResult errors,
            HttpStatus refused,
            HttpServletResponse response,
            Model model) {
        if (preview != null) {
            preview.plan().lines().forEach(line -> line.problems()
                    .forEach(problem -> errors.rejectValue(
                            "lines",
                            "reorganisation.problem.at",
                            new Object[] {
                                line.number(),
                                messages.of(problem.key(), problem.args().toArray(String[]::new))
                            },
                            null)));
        }
        if (preview == null || errors.hasErrors()) {
            response.setStatus(refused.value());
            return form(model);
        }
        model.addAttribute("seen", preview.plan().seen());
        model.addAttribute("planned", ReorganisationView.planned(preview, messages));
        return "units/reorganisation-preview";
    }

    private String form(Model model) {
        model.addAttribute(
                "units",
                units.find(new UnitQueries.Search(LocalDate.now(clock), "", "", "", 1))
                        .units());
        return "units/reorganisation-new";
    }
}
