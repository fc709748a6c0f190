package vn.hoso.reminders.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.reminders.ReminderMail;
import vn.hoso.reminders.ReminderQueries;
import vn.hoso.reminders.ReminderQueries.Reminder;
import vn.hoso.reminders.UnitContacts;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.ContactPerson;

/** A text for each unit that has not submitted, ready to be copied, or sent where the office has a mail server. */
@Controller
class ReminderController {

    private final ReminderQueries reminders;
    private final UnitContacts contacts;
    private final SubmissionDeadlineQueries deadlines;
    private final ReturnCalendarSettings calendars;
    private final PageMessages words;
    private final @Nullable ReminderMail mail;

    ReminderController(
            ReminderQueries reminders,
            UnitContacts contacts,
            SubmissionDeadlineQueries deadlines,
            ReturnCalendarSettings calendars,
            PageMessages words,
            ObjectProvider<ReminderMail> mail) {
        this.reminders = reminders;
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.words = words;
        this.mail = mail.getIfAvailable();
    }

    /**
     * The month's reminders, ready to print.
     *
     * @param byMail whether the program can send them
     * @param closed whether nobody can submit the month, so that nobody is reminded whatever is missing
     * @param toAll one message that names every unit
     */
    record RemindersPage(
            String month,
            String address,
            String deadline,
            boolean byMail,
            List<Line> reminders,
            boolean closed,
            String toAll) {}

    /**
     * A unit's reminder.
     *
     * @param email its stored address, empty for none
     * @param emailVersion that address's version, null where there never was one
     * @param contact whom to call
     * @param sent the day it last went out, null if it never did
     */
    record Line(
            long unitId,
            String unit,
            String statusKey,
            String text,
            String email,
            @Nullable Integer emailVersion,
            ContactPerson contact,
            @Nullable String sent) {}

    /**
     * A unit's address as typed, empty to take it away.
     *
     * @param seen the version of the address that the page showed, null where there was none
     */
    record ContactForm(
            @Pattern(regexp = "|" + UnitContacts.ADDRESS, message = "{reminders.contact.problem}")
            String email,

            @Nullable Integer seen) {

        /** Blanks around it mean nothing; what was not sent is empty. */
        ContactForm {
            email = email == null ? "" : email.strip();
        }
    }

    @MayReview
    @GetMapping("/figures/{month}/reminders")
    String show(@PathVariable YearMonth month, Model model) {
        return page(month, lines(month), model);
    }

    /** Keeps a unit's address; an empty one takes it away. */
    @MayReview
    @PostMapping("/figures/{month}/reminders/{unit}/contact")
    String keep(
            @PathVariable YearMonth month,
            @PathVariable long unit,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser reviewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        UnitContacts.Outcome outcome =
                errors.hasErrors() ? null : contacts.set(unit, form.email(), form.seen(), reviewer);
        if (outcome == UnitContacts.Outcome.UNKNOWN_UNIT) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.unit");
        }
        if (outcome == UnitContacts.Outcome.CHANGED_MEANWHILE) {
            errors.rejectValue("email", "reminders.contact.meanwhile");
        }
        if (errors.hasErrors()) {
            response.setStatus((outcome == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
            model.addAttribute("typedUnit", unit);
            model.addAttribute("meanwhile", outcome != null);
            List<Line> lines = lines(month);
            if (lines.stream().noneMatch(line -> line.unitId() == unit)) {
                model.addAttribute("failed", left(form, outcome));
            }
            return page(month, lines, model);
        }
        after.addFlashAttribute("done", words.of("reminders.contact.kept"));
        return back(month, unit);
    }

    /** Sends a unit's reminder now, at most once a day. */
    @MayReview
    @PostMapping("/figures/{month}/reminders/{unit}/letter")
    String send(
            @PathVariable YearMonth month,
            @PathVariable long unit,
            @AuthenticationPrincipal CurrentUser reviewer,
            RedirectAttributes after) {
        if (mail == null) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "reminders.NO_SERVER");
        }
        ReminderMail.Outcome outcome = mail.send(month, unit, reviewer);
        after.addFlashAttribute(
                outcome == ReminderMail.Outcome.SENT ? "done" : "failed", words.of("reminders." + outcome));
        return back(month, unit);
    }

    /** These addresses are opened as pages by who signs in again after sending a form to them. */
    @MayReview
    @GetMapping({"/figures/{month}/reminders/{unit}/contact", "/figures/{month}/reminders/{unit}/letter"})
    String form(@PathVariable YearMonth month, @PathVariable long unit) {
        return back(month, unit);
    }

    private static String back(YearMonth month, long unit) {
        return "redirect:/figures/" + month + "/reminders#unit-" + unit;
    }

    /** What is wrong, where the unit is no longer among those that have a field for it. */
    private String left(ContactForm form, UnitContacts.@Nullable Outcome outcome) {
        return words.of(
                outcome == null ? "reminders.contact.left.problem" : "reminders.contact.left.meanwhile",
                form.email().isEmpty() ? "–" : form.email());
    }

    private List<Line> lines(YearMonth month) {
        return reminders.findUnsubmitted(month).stream()
                .map(ReminderController::line)
                .toList();
    }

    private String page(YearMonth month, List<Line> lines, Model model) {
        String deadline = Formats.date(deadlines.deadlines().of(month));
        String named = Formats.month(calendars.days(month));
        model.addAttribute(
                "page",
                new RemindersPage(
                        named,
                        month.toString(),
                        deadline,
                        mail != null,
                        lines,
                        lines.isEmpty() && !reminders.open(month),
                        toAll(named, deadline, lines)));
        return "reminders/reminders";
    }

    /** One message for all of them, as offices send it to their group; in the language of documents. */
    private String toAll(String month, String deadline, List<Line> lines) {
        PageMessages official = words.official();
        return official.of(
                "reminders.all.text",
                month,
                deadline,
                Formats.count(lines.size()),
                official.list(lines.stream().map(Line::unit).toList()));
    }

    private static Line line(Reminder reminder) {
        return new Line(
                reminder.unitId(),
                reminder.unit(),
                reminder.statusKey(),
                reminder.text(),
                reminder.email() == null ? "" : reminder.email(),
                reminder.emailVersion(),
                reminder.contact(),
                reminder.sent() == null ? null : Formats.date(reminder.sent()));
    }
}
