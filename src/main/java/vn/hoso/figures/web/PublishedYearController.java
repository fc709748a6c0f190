package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import vn.hoso.figures.PublishedYearService;
import vn.hoso.figures.PublishedYearService.Draft;
import vn.hoso.figures.PublishedYearService.Kept;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;

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

    /**
     * Totals as typed.
     *
     * @param seen the state of this year's totals which the page showed, null if it showed none
     */
    record PublishedForm(
            @Pattern(regexp = "20\\d{2}", message = "{figures.published.problem.year}")
            String year,

            @Nullable Integer seen,

            @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
            String fullProcessReceived,

            @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
            String fullProcessOnline,

            @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
            String partialReceived,

            @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
            String partialOnline,

            @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
            String dossiersReceived,

            @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
            String onlineReported,

            @PlainText(max = 500, message = "{figures.published.problem.source}")
            String source,

            @Size(max = 1000, message = "{figures.published.problem.note}")
            String note,

            String firstDay,
            String lastDay) {

        /** Digits, in groups of three or not: what could mean another number is refused. */
        private static final String COUNT = "\\s*([0-9]{1,9}|[1-9][0-9]{0,2}([. ][0-9]{3}){1,2})\\s*";

        /** Fields that were not sent are empty. */
        PublishedForm {
            year = Objects.requireNonNullElse(year, "");
            fullProcessReceived = Objects.requireNonNullElse(fullProcessReceived, "");
            fullProcessOnline = Objects.requireNonNullElse(fullProcessOnline, "");
            partialReceived = Objects.requireNonNullElse(partialReceived, "");
            partialOnline = Objects.requireNonNullElse(partialOnline, "");
            dossiersReceived = Objects.requireNonNullElse(dossiersReceived, "");
            onlineReported = Objects.requireNonNullElse(onlineReported, "");
            source = Objects.requireNonNullElse(source, "");
            note = Objects.requireNonNullElse(note, "");
            firstDay = Objects.requireNonNullElse(firstDay, "");
            lastDay = Objects.requireNonNullElse(lastDay, "");
        }

        static PublishedForm blank() {
            return new PublishedForm("", null, "", "", "", "", "", "", "", "", "", "");
        }

        static PublishedForm of(Kept kept) {
            Draft draft = kept.draft();
            return new PublishedForm(
                    String.valueOf(draft.year()),
                    kept.version(),
                    Formats.count(draft.fullProcessReceived()),
                    Formats.count(draft.fullProcessOnline()),
                    Formats.count(draft.partialReceived()),
                    Formats.count(draft.partialOnline()),
                    Formats.count(draft.dossiersReceived()),
                    Formats.count(draft.onlineReported()),
                    draft.source(),
                    Objects.requireNonNullElse(draft.note(), ""),
                    draft.firstDay().toString(),
                    draft.lastDay().toString());
        }

        /** The totals; only where every field can be read. */
        Draft draft() {
            String kept = UserText.kept(note);
            return new Draft(
                    Integer.parseInt(year),
                    count(fullProcessReceived),
                    count(fullProcessOnline),
                    count(partialReceived),
                    count(partialOnline),
                    count(dossiersReceived),
                    count(onlineReported),
                    UserText.kept(source),
                    kept.isEmpty() ? null : kept,
                    Objects.requireNonNull(DateInput.read(firstDay)),
                    Objects.requireNonNull(DateInput.read(lastDay)));
        }

        private static long count(String typed) {
            return Long.parseLong(typed.replaceAll("[\\s.]", ""));
        }
    }

    @MaySetUp
    @GetMapping("/settings/published")
    String show(@RequestParam(required = false) @Nullable Integer year, Model model) {
        model.addAttribute(FORM, found(year).map(PublishedForm::of).orElseGet(PublishedForm::blank));
        return page(model);
    }

    @MaySetUp
    @PostMapping("/settings/published")
    String keep(
            @Valid @ModelAttribute(FORM) PublishedForm form,
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
                        "latest", found(draft.year()).map(PublishedForm::of).orElse(null));
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
        List<PublishedForm> all = service.all().stream().map(PublishedForm::of).toList();
        model.addAttribute("years", all);
        return "figures/published";
    }
}
