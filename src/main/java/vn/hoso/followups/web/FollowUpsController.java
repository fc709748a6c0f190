package vn.hoso.followups.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.followups.FollowUp;
import vn.hoso.followups.FollowUpService;
import vn.hoso.period.EntryWindow;
import vn.hoso.results.Results;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.security.MayView;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.TargetInForce;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** What is to be done about missed targets: read by those who see the figures, made and closed by the Office. */
@Controller
class FollowUpsController {

    private static final String LIST = "followups/list";
    private static final String TO_LIST = "redirect:/follow-ups";
    private static final String DONE = "done";
    private static final String FORM = "form";

    private final FollowUpViewAssembler views;
    private final FollowUpService service;
    private final TargetCatalogue targets;
    private final Units units;
    private final Results results;
    private final EntryWindows windows;
    private final Clock clock;
    private final Validator validator;

    FollowUpsController(
            FollowUpViewAssembler views,
            FollowUpService service,
            TargetCatalogue targets,
            Units units,
            Results results,
            EntryWindows windows,
            Clock clock,
            Validator validator) {
        this.views = views;
        this.service = service;
        this.targets = targets;
        this.units = units;
        this.results = results;
        this.windows = windows;
        this.clock = clock;
        this.validator = validator;
    }

    @MayView
    @GetMapping("/follow-ups")
    String show(@AuthenticationPrincipal CurrentUser reader, Model model) {
        model.addAttribute("page", views.page(reader));
        return LIST;
    }

    /** An empty form, filled in with what the address names. */
    @MayReview
    @GetMapping("/follow-ups/new")
    String blank(@ModelAttribute(FORM) FollowUpForm form, BindingResult errors, Model model) {
        YearMonth month = month(form);
        UnitOptions offered = offered(month);
        form.checkUnit(offered, errors);
        return formPage(month, form.field(offered), model);
    }

    @MayReview
    @PostMapping("/follow-ups")
    String make(
            @Valid @ModelAttribute(FORM) FollowUpForm form,
            BindingResult bound,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        YearMonth month = month(form);
        BindingResult errors = whole(form, bound, model);
        UnitOptions offered = offered(month);
        form.check(targetsOf(month), offered, LocalDate.now(clock), errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return formPage(month, form.field(offered), model);
        }
        if (!service.make(form.draft(month, offered), by)) {
            errors.rejectValue("target", "followups.problem.withdrawn");
            response.setStatus(HttpStatus.CONFLICT.value());
            return formPage(month, form.field(offered), model);
        }
        after.addFlashAttribute(DONE, views.say("followups.made"));
        return TO_LIST;
    }

    @MayReview
    @PostMapping("/follow-ups/{id}/closing")
    String close(
            @PathVariable long id,
            @Valid @ModelAttribute(FORM) ClosingForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("closing", id);
            model.addAttribute("page", views.page(by));
            return LIST;
        }
        switch (service.close(id, UserText.kept(form.result()), by)) {
            case UNKNOWN -> throw new UserFacingException(HttpStatus.NOT_FOUND, "followups.refused.unknown");
            case CLOSED_BEFORE -> throw new UserFacingException(HttpStatus.CONFLICT, "followups.refused.closed");
            case CLOSED -> after.addFlashAttribute(DONE, views.say("followups.closed"));
        }
        return TO_LIST;
    }

    /** A form whose day cannot be read reaches its handler unchecked, and neither the page nor further errors. */
    private BindingResult whole(FollowUpForm form, BindingResult bound, Model model) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        errors.addAllErrors(bound);
        if (bound.getTarget() == null) {
            BindingResult others = new BeanPropertyBindingResult(form, FORM);
            validator.validate(form, others);
            others.getFieldErrors().stream()
                    .filter(each -> !bound.hasFieldErrors(each.getField()))
                    .forEach(errors::addError);
        }
        model.addAttribute(FORM, form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
        return errors;
    }

    private YearMonth month(FollowUpForm form) {
        YearMonth month = form.month().isBlank() ? latestMonth() : form.readMonth();
        if (month == null || windows.today().place(month) != EntryWindow.Place.INSIDE) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "followups.refused.month");
        }
        return month;
    }

    /** The latest month that holds figures: what a task is about unless its address says otherwise. */
    private YearMonth latestMonth() {
        return results.years().values().stream()
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> windows.today().current());
    }

    private List<Target> targetsOf(YearMonth month) {
        return targets.inForce(month.atEndOfMonth()).stream()
                .map(TargetInForce::target)
                .toList();
    }

    private UnitOptions offered(YearMonth month) {
        return UnitOptions.on(units.all(month).stream().map(Unit::option).toList(), month.atDay(1));
    }

    private String formPage(YearMonth month, UnitField unit, Model model) {
        model.addAttribute("month", month.toString());
        model.addAttribute("monthName", Formats.month(month));
        model.addAttribute("targets", targetsOf(month));
        model.addAttribute("unit", unit);
        model.addAttribute("whole", views.whole(month));
        return "followups/new";
    }

    /** How a task ended, as typed. */
    record ClosingForm(
            @PlainText(max = FollowUp.LONGEST_TEXT, message = "{followups.problem.result}")
            String result) {

        /** A field that was not sent is empty. */
        ClosingForm {
            result = Objects.requireNonNullElse(result, "");
        }
    }
}
