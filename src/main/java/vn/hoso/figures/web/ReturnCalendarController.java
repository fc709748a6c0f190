package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
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
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.ReturnCalendarSettings.Outcome;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingCalendars;
import vn.hoso.period.StoredMonth;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Installation;
import vn.hoso.shared.Installations;
import vn.hoso.shared.PageMessages;

/** Which days a reporting month spans, and from which month on units must report here. */
@Controller
class ReturnCalendarController {

    private static final String CALENDAR = "calendarForm";
    private static final String FIRST_MONTH = "firstMonthForm";
    private static final String PAGE = "figures/calendar";
    private static final int MONTHS_AHEAD = 12;
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("M/uuuu");

    private final ReturnCalendarSettings settings;
    private final Installations installations;
    private final EntryWindows windows;
    private final PageMessages messages;
    private final TrailMessages trail;

    ReturnCalendarController(
            ReturnCalendarSettings settings,
            Installations installations,
            EntryWindows windows,
            PageMessages messages,
            TrailMessages trail) {
        this.settings = settings;
        this.installations = installations;
        this.windows = windows;
        this.messages = messages;
        this.trail = trail;
    }

    /**
     * The calendar as chosen.
     *
     * @param from the first month it is to hold for
     * @param seen how many decisions the page showed
     */
    record CalendarForm(
            @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "{figures.calendar.problem.from}")
            String from,

            @NotNull(message = "{figures.calendar.problem.calendar}") @Nullable
            ReportingCalendar calendar,

            @Nullable Integer seen) {

        /** A field that was not sent is empty. */
        CalendarForm {
            from = Objects.requireNonNullElse(from, "");
        }
    }

    /**
     * The first month as typed.
     *
     * @param firstMonth month and year, such as 11/2026
     * @param version the version of the installation that the page showed
     */
    record FirstMonthForm(
            @Pattern(regexp = "\\s*(0?[1-9]|1[0-2])/20\\d{2}\\s*", message = "{figures.calendar.problem.firstMonth}")
            String firstMonth,

            @Nullable Integer version) {

        /** A field that was not sent is empty. */
        FirstMonthForm {
            firstMonth = Objects.requireNonNullElse(firstMonth, "");
        }
    }

    @MaySetUp
    @GetMapping("/settings/calendar")
    String show(Model model) {
        return page(model);
    }

    @MaySetUp
    @PostMapping("/settings/calendar")
    String decide(
            @Valid @ModelAttribute(CALENDAR) CalendarForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            YearMonth from = YearMonth.parse(form.from());
            ReportingCalendar calendar = Objects.requireNonNull(form.calendar());
            Outcome outcome = settings.decide(from, calendar, form.seen() == null ? 0 : form.seen(), by);
            if (done(outcome)) {
                after.addFlashAttribute(
                        "done",
                        messages.of(
                                "figures.calendar.done",
                                monthName(from),
                                messages.of("figures.calendar." + calendar.name())));
                return "redirect:/settings/calendar";
            }
            refuse(outcome, "from", "figures.calendar.problem.from", errors, response);
        }
        return refused(errors, response, model);
    }

    @MaySetUp
    @PostMapping("/settings/calendar/first-month")
    String useSince(
            @Valid @ModelAttribute(FIRST_MONTH) FirstMonthForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            YearMonth month = YearMonth.parse(form.firstMonth().strip(), TYPED);
            Outcome outcome = settings.useSince(month, form.version() == null ? -1 : form.version(), by);
            if (done(outcome)) {
                after.addFlashAttribute("done", messages.of("figures.calendar.firstMonth.done", Formats.month(month)));
                return "redirect:/settings/calendar";
            }
            refuse(outcome, "firstMonth", "figures.calendar.problem.firstMonth", errors, response);
        }
        return refused(errors, response, model);
    }

    private static boolean done(Outcome outcome) {
        return outcome == Outcome.DECIDED || outcome == Outcome.UNCHANGED;
    }

    private static void refuse(
            Outcome outcome, String field, String problem, BindingResult errors, HttpServletResponse response) {
        if (outcome == Outcome.NOT_THIS_MONTH) {
            errors.rejectValue(field, problem);
        } else {
            errors.reject("figures.calendar.problem.meanwhile");
            response.setStatus(HttpStatus.CONFLICT.value());
        }
    }

    private String refused(BindingResult errors, HttpServletResponse response, Model model) {
        if (!errors.hasGlobalErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(model);
    }

    /** Both forms stand on the page: the one that was not sent shows what holds. */
    private String page(Model model) {
        Installation installation = installations.stored();
        List<ReturnCalendarSettings.Decision> decided = settings.decisions();
        List<ReturnCalendarView.Choice> months = months();
        YearMonth since = installation.inUseSince();
        if (!model.containsAttribute(CALENDAR)) {
            model.addAttribute(
                    CALENDAR,
                    new CalendarForm(months.get(0).month(), decided.get(0).calendar(), decided.size()));
        }
        if (!model.containsAttribute(FIRST_MONTH)) {
            YearMonth proposed = since == null ? windows.today().current() : since;
            model.addAttribute(FIRST_MONTH, new FirstMonthForm(Formats.month(proposed), installation.version()));
        }
        ReportingCalendars calendars = settings.stored();
        model.addAttribute(
                "page",
                new ReturnCalendarView(
                        since == null ? null : Formats.month(since),
                        installation.version(),
                        decided.size(),
                        months,
                        List.of(ReportingCalendar.values()),
                        decided.stream().map(each -> line(each, calendars)).toList()));
        return PAGE;
    }

    /** While no month has its days, a calendar holds for all of them; later from a month on that has none. */
    private List<ReturnCalendarView.Choice> months() {
        YearMonth current = windows.today().current();
        return settings.latestStored()
                .map(stored -> {
                    YearMonth shown = stored.isBefore(current) ? current : current.plusMonths(1);
                    return IntStream.rangeClosed(0, MONTHS_AHEAD)
                            .mapToObj(shown::plusMonths)
                            .filter(month -> !month.isAfter(current.plusMonths(MONTHS_AHEAD)))
                            .map(month -> new ReturnCalendarView.Choice(month.toString(), Formats.month(month)))
                            .toList();
                })
                .orElseGet(() -> List.of(new ReturnCalendarView.Choice(
                        ReturnCalendarSettings.EVERY_MONTH.toString(), monthName(ReturnCalendarSettings.EVERY_MONTH))));
    }

    private static boolean every(YearMonth month) {
        return month.equals(ReturnCalendarSettings.EVERY_MONTH);
    }

    private String monthName(YearMonth month) {
        return every(month) ? messages.of("figures.calendar.everyMonth") : Formats.month(month);
    }

    private ReturnCalendarView.Line line(ReturnCalendarSettings.Decision decision, ReportingCalendars calendars) {
        YearMonth month = every(decision.from()) ? windows.today().current() : decision.from();
        StoredMonth days = every(decision.from())
                ? new StoredMonth(
                        month,
                        decision.calendar().firstDay(month),
                        decision.calendar().lastDay(month))
                : calendars.days(month);
        return new ReturnCalendarView.Line(
                monthName(decision.from()),
                messages.of("figures.calendar." + decision.calendar().name()),
                Formats.month(month) + ": " + Formats.date(days.firstDay()) + " – " + Formats.date(days.lastDay()),
                trail.user(decision.setBy()),
                decision.setAt() == null ? FiguresMessages.NOTHING : Formats.time(decision.setAt()));
    }
}
