package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import vn.hoso.figures.published.PublishedYearService;
import vn.hoso.figures.published.PublishedYearService.Draft;
import vn.hoso.figures.published.PublishedYearService.Kept;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** Where a year's totals are entered that a document published without a breakdown. */
@Controller
class PublishedYearController {

    private static final String FORM = "form";

    private final PublishedYearService service;
    private final EntryWindows windows;
    private final PageMessages messages;

    PublishedYearController(PublishedYearService service, EntryWindows windows, PageMessages messages) {
        this.service = service;
        this.windows = windows;
        this.messages = messages;
    }

    @MaySetUp
    @GetMapping("/settings/published")
    String show(@RequestParam(required = false) @Nullable Integer year, Model model) {
        model.addAttribute(FORM, found(year).map(PublishedYearForm::of).orElseGet(PublishedYearForm::blank));
        return page(model);
    }

    @MaySetUp
    @PostMapping("/settings/published")
    String keep(
            @Valid @ModelAttribute(FORM) PublishedYearForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (DateInput.read(form.firstDay()) == null) {
            errors.rejectValue("firstDay", "figures.published.problem.day");
        }
        if (DateInput.read(form.lastDay()) == null) {
            errors.rejectValue("lastDay", "figures.published.problem.day");
        }
        if (!errors.hasErrors()) {
            Draft draft = form.draft();
            check(draft, errors);
            if (!errors.hasErrors()) {
                if (service.keep(draft, form.seen(), by)) {
                    after.addFlashAttribute("done", messages.of("figures.published.done", form.year()));
                    return "redirect:/settings/published";
                }
                status = HttpStatus.CONFLICT;
                model.addAttribute(
                        "latest", found(draft.year()).map(PublishedYearForm::of).orElse(null));
            }
        }
        response.setStatus(status.value());
        return page(model);
    }

    /**
     * The wish to take a year's totals back.
     *
     * @param year the year; 0 where none was sent
     * @param seen the state that the page showed
     */
    record WithdrawalForm(
            @Min(value = 1, message = "{figures.published.problem.year}")
            int year,

            int seen) {}

    @MaySetUp
    @PostMapping("/settings/published/withdrawal")
    String withdraw(
            @Valid @ModelAttribute("withdrawal") WithdrawalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            RedirectAttributes after) {
        if (errors.hasErrors() || !service.withdraw(form.year(), form.seen(), by)) {
            throw new UserFacingException(HttpStatus.CONFLICT, "figures.published.overtaken");
        }
        after.addFlashAttribute("done", messages.of("figures.published.withdrawn", String.valueOf(form.year())));
        return "redirect:/settings/published";
    }

    /** The rules of the table: no part is larger than its whole. */
    private void check(Draft draft, BindingResult errors) {
        if (!windows.today().holdsYear(draft.year())) {
            errors.rejectValue("year", "figures.published.problem.year");
        }
        if (draft.fullProcessOnline() > draft.fullProcessReceived()) {
            errors.rejectValue("fullProcessOnline", "figures.published.problem.online");
        }
        if (draft.partialOnline() > draft.partialReceived()) {
            errors.rejectValue("partialOnline", "figures.published.problem.online");
        }
        if (draft.fullProcessReceived() + draft.partialReceived() > draft.dossiersReceived()) {
            errors.rejectValue("dossiersReceived", "figures.published.problem.all");
        }
        if (draft.onlineReported() > draft.dossiersReceived()) {
            errors.rejectValue("onlineReported", "figures.published.problem.online");
        }
        if (draft.lastDay().isBefore(draft.firstDay())) {
            errors.rejectValue("lastDay", "figures.published.problem.last");
        }
        // A year of the decree begins on 15 December before; totals of days to come are nobody's yet.
        if (draft.firstDay().isBefore(LocalDate.of(draft.year() - 1, 12, 15))
                || draft.firstDay().getYear() > draft.year()) {
            errors.rejectValue("firstDay", "figures.published.problem.other-year");
        }
        if (draft.lastDay().getYear() != draft.year()
                || !draft.lastDay()
                        .isBefore(windows.today().current().plusMonths(1).atDay(1))) {
            errors.rejectValue("lastDay", "figures.published.problem.other-year");
        }
    }

    private Optional<Kept> found(@Nullable Integer year) {
        return service.all().stream()
                .filter(each -> Objects.equals(each.draft().year(), year))
                .findFirst();
    }

    private String page(Model model) {
        List<PublishedYearForm> all =
                service.all().stream().map(PublishedYearForm::of).toList();
        model.addAttribute("years", all);
        return "figures/published";
    }
}
