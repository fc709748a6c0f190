package vn.hoso.targets.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.targets.KeptTarget;
import vn.hoso.targets.TargetDraft;
import vn.hoso.targets.TargetService;
import vn.hoso.targets.TargetService.Outcome;
import vn.hoso.targets.TargetService.Rehearsal;

/** Where targets are added, changed by new versions, ended and withdrawn; what a change would turn is shown before it is kept. */
@Controller
class TargetVersionController {

    private static final String FORM = TargetVersionPage.FORM;
    private static final String ENDING = TargetVersionPage.ENDING;

    private final TargetService service;
    private final TargetVersionPage page;
    private final EntryWindows windows;
    private final PageMessages messages;

    TargetVersionController(
            TargetService service, TargetVersionPage page, EntryWindows windows, PageMessages messages) {
        this.service = service;
        this.page = page;
        this.windows = windows;
        this.messages = messages;
    }

    /**
     * The last month of a version as chosen.
     *
     * @param previewed the month whose effects were shown, empty before
     */
    record EndForm(
            @NotNull(message = "{targets.problem.choice}") @Nullable
            Long target,

            @Nullable Integer seen,

            @Pattern(regexp = TargetForm.MONTH, message = "{targets.problem.until}")
            String last,

            String previewed) {

        /** Fields that were not sent are empty. */
        EndForm {
            last = Objects.requireNonNullElse(last, "");
            previewed = Objects.requireNonNullElse(previewed, "");
        }
    }

    /** A version to be withdrawn. */
    record WithdrawalForm(
            @NotNull(message = "{targets.problem.choice}") @Nullable
            Long target,

            @Nullable Integer seen) {}

    /** A new target, or a version to be changed: its own words until it begins, a new version afterwards. */
    @MaySetUp
    @GetMapping("/targets/version")
    String show(
            @RequestParam(required = false) @Nullable Long target,
            @RequestParam(defaultValue = "") String proposal,
            Model model) {
        YearMonth current = windows.today().current();
        KeptTarget kept = target == null ? null : page.found(target);
        int last = service.all().stream()
                .mapToInt(each -> each.draft().position())
                .max()
                .orElse(0);
        int next = Math.min(999, last + 1);
        TargetForm form = kept == null
                ? page.proposed(proposal, next).orElseGet(() -> TargetForm.blank(current.withMonth(1), next))
                : page.form(kept);
        model.addAttribute(FORM, form);
        return page.show(form, null, model);
    }

    @MaySetUp
    @PostMapping("/targets/version")
    String keep(
            @Valid @ModelAttribute(FORM) TargetForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        TargetDraft draft = form.draft(page.own(form), errors);
        if (draft == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(form, null, model);
        }
        boolean confirmed = form.previewed().equals(form.fingerprint());
        Rehearsal rehearsal =
                confirmed ? null : service.rehearse(() -> service.keep(form.target(), form.seen(), draft, by));
        Outcome outcome = rehearsal == null ? service.keep(form.target(), form.seen(), draft, by) : rehearsal.outcome();
        switch (outcome) {
            case TOO_EARLY -> errors.rejectValue("from", "targets.problem.too-early");
            case CODE_TAKEN -> errors.rejectValue("code", "targets.problem.code-taken");
            case CHANGED_MEANWHILE -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                return page.show(form, page.latest(form.target()), model);
            }
            default -> {
                if (rehearsal == null) {
                    after.addFlashAttribute(
                            "done",
                            messages.of("targets.kept", draft.code(), Formats.month(YearMonth.from(draft.from()))));
                    return "redirect:/targets";
                }
                model.addAttribute("turns", page.turns(rehearsal, by));
                model.addAttribute("ownChanges", page.ownChanges(form, draft));
            }
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page.show(form, null, model);
    }

    @MaySetUp
    @PostMapping("/targets/version/end")
    String end(
            @Valid @ModelAttribute(ENDING) EndForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        KeptTarget kept = page.found(form.target());
        TargetForm shown = page.form(kept);
        model.addAttribute(FORM, shown);
        if (!errors.hasErrors()) {
            YearMonth last = YearMonth.parse(form.last());
            boolean confirmed = form.previewed().equals(form.last());
            Rehearsal rehearsal = confirmed
                    ? null
                    : service.rehearse(() -> service.end(
                            kept.id(), form.seen(), last.plusMonths(1).atDay(1), by));
            Outcome outcome = rehearsal == null
                    ? service.end(kept.id(), form.seen(), last.plusMonths(1).atDay(1), by)
                    : rehearsal.outcome();
            switch (outcome) {
                case TOO_EARLY -> errors.rejectValue("last", "targets.problem.until");
                case CODE_TAKEN -> errors.rejectValue("last", "targets.problem.code-taken");
                case CHANGED_MEANWHILE -> {
                    response.setStatus(HttpStatus.CONFLICT.value());
                    return page.show(shown, page.latest(kept.id()), model);
                }
                default -> {
                    if (rehearsal == null) {
                        after.addFlashAttribute(
                                "done",
                                messages.of("targets.ended", kept.draft().code(), Formats.month(last)));
                        return "redirect:/targets";
                    }
                    model.addAttribute("endTurns", page.turns(rehearsal, by));
                }
            }
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page.show(shown, null, model);
    }

    @MaySetUp
    @PostMapping("/targets/version/withdrawal")
    String withdraw(
            @Valid @ModelAttribute("withdrawal") WithdrawalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            RedirectAttributes after) {
        KeptTarget kept = page.found(form.target());
        switch (service.withdraw(kept.id(), form.seen(), by)) {
            case CHANGED_MEANWHILE -> throw new UserFacingException(HttpStatus.CONFLICT, "targets.refused.meanwhile");
            case CODE_TAKEN -> throw new UserFacingException(HttpStatus.CONFLICT, "targets.problem.code-taken");
            case BEGUN -> throw new UserFacingException(HttpStatus.CONFLICT, "targets.refused.begun");
            case NAMED -> throw new UserFacingException(HttpStatus.CONFLICT, "targets.refused.named");
            default ->
                after.addFlashAttribute(
                        "done", messages.of("targets.withdrawn", kept.draft().code()));
        }
        return "redirect:/targets";
    }
}
