package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.audit.TrailMessages;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.figures.SubmissionDeadlineSettings;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** By which day of the next month a month's figures are in time, from which month on. */
@Controller
class SubmissionDeadlineController {

    private static final String FORM = "form";
    private static final String PAGE = "figures/deadlines";
    private static final int MONTHS_AHEAD = 12;

    private final SubmissionDeadlineQueries deadlines;
    private final SubmissionDeadlineSettings settings;
    private final EntryWindows windows;
    private final PageMessages messages;
    private final TrailMessages trail;

    SubmissionDeadlineController(
            SubmissionDeadlineQueries deadlines,
            SubmissionDeadlineSettings settings,
            EntryWindows windows,
            PageMessages messages,
            TrailMessages trail) {
        this.deadlines = deadlines;
        this.settings = settings;
        this.windows = windows;
        this.messages = messages;
        this.trail = trail;
    }

    /**
     * A decision as typed.
     *
     * @param from the first month it is to hold for
     * @param day the last day in time, of the month after
     * @param seen how many decisions the page showed
     */
    record DeadlineForm(
            @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "{figures.deadlines.problem.from}")
            String from,

            @NotNull(message = "{figures.deadlines.problem.day}")
            @Min(value = 1, message = "{figures.deadlines.problem.day}")
            @Max(value = 28, message = "{figures.deadlines.problem.day}")
            @Nullable
            Integer day,

            @Nullable Integer seen) {

        /** A field that was not sent is empty. Months to come are meant here, which no figures may exist for yet. */
        DeadlineForm {
            from = Objects.requireNonNullElse(from, "");
        }
    }

    /** A decision as the list shows it. */
    record Line(String from, String day, String setBy, String setAt) {}

    /** A month that can be chosen. */
    record Choice(String month, String name) {}

    @MaySetUp
    @GetMapping("/settings/deadlines")
    String show(Model model) {
        YearMonth current = windows.today().current();
        List<SubmissionDeadlineQueries.Decision> decided = deadlines.decisions();
        model.addAttribute(
                FORM,
                new DeadlineForm(
                        current.toString(), deadlines.deadlines().of(current).getDayOfMonth(), decided.size()));
        return page(decided, model);
    }

    @MaySetUp
    @PostMapping("/settings/deadlines")
    String decide(
            @Valid @ModelAttribute(FORM) DeadlineForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            int day = Objects.requireNonNull(form.day());
            YearMonth from = YearMonth.parse(form.from());
            switch (settings.decide(from, day, form.seen() == null ? 0 : form.seen(), by)) {
                case NOT_THIS_MONTH -> errors.rejectValue("from", "figures.deadlines.problem.from");
                case DECIDED_MEANWHILE -> {
                    errors.reject("figures.deadlines.problem.meanwhile");
                    status = HttpStatus.CONFLICT;
                }
                default -> {
                    after.addFlashAttribute(
                            "done", messages.of("figures.deadlines.done", Formats.month(from), String.valueOf(day)));
                    return "redirect:/settings/deadlines";
                }
            }
        }
        response.setStatus(status.value());
        return page(deadlines.decisions(), model);
    }

    private String page(List<SubmissionDeadlineQueries.Decision> decided, Model model) {
        YearMonth current = windows.today().current();
        model.addAttribute("seen", decided.size());
        model.addAttribute(
                "months",
                IntStream.rangeClosed(0, MONTHS_AHEAD)
                        .mapToObj(current::plusMonths)
                        .map(month -> new Choice(month.toString(), Formats.month(month)))
                        .toList());
        model.addAttribute(
                "decisions",
                decided.stream()
                        .map(each -> new Line(
                                Formats.month(each.from()),
                                String.valueOf(each.day()),
                                trail.user(each.setBy()),
                                Formats.time(each.setAt())))
                        .toList());
        return PAGE;
    }
}
