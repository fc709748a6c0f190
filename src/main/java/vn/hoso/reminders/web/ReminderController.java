package vn.hoso.reminders.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.DeadlineQueries;
import vn.hoso.reminders.ReminderMail;
import vn.hoso.reminders.ReminderQueries;
import vn.hoso.reminders.ReminderQueries.Reminder;
import vn.hoso.reminders.UnitContacts;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.shared.Formats;
import vn.hoso.shared.MonthAddress;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** A text for each unit that has not submitted, ready to be copied, or sent where the office has a mail server. */
@Controller
class ReminderController {

    private final MonthAddress addresses;
    private final ReminderQueries reminders;
    private final UnitContacts contacts;
    private final DeadlineQueries deadlines;
    private final PageMessages words;
    private final @Nullable ReminderMail mail;

    ReminderController(
            MonthAddress addresses,
            ReminderQueries reminders,
            UnitContacts contacts,
            DeadlineQueries deadlines,
            PageMessages words,
            ObjectProvider<ReminderMail> mail) {
        this.addresses = addresses;
        this.reminders = reminders;
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.words = words;
        this.mail = mail.getIfAvailable();
    }

    /**
     * The month's reminders, ready to print.
     *
     * @param byMail whether the program can send them
     */
    record RemindersPage(String month, String address, String deadline, boolean byMail, List<Line> reminders) {}

    /**
     * A unit's reminder.
     *
     * @param email its address as typed or stored, empty for none
     * @param sent the day it last went out, null if it never did
     * @param problem why the typed address cannot be kept
     */
    record Line(
            long unitId,
            String unit,
            String statusKey,
            String text,
            String email,
            @Nullable String sent,
            @Nullable String problem) {}

    @MayReview
    @GetMapping("/figures/{month}/reminders")
    String show(@PathVariable String month, Model model) {
        return page(addresses.read(month), 0, "", model);
    }

    /** Keeps a unit's address; an empty one takes it away. */
    @MayReview
    @PostMapping("/figures/{month}/reminders/{unit}/contact")
    String keep(
            @PathVariable String month,
            @PathVariable long unit,
            @RequestParam String email,
            @AuthenticationPrincipal CurrentUser reviewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        YearMonth of = addresses.read(month);
        String typed = email.strip();
        if (!typed.isEmpty() && !UnitContacts.acceptable(typed)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(of, unit, typed, model);
        }
        if (!contacts.set(unit, typed, reviewer)) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.unit");
        }
        after.addFlashAttribute("done", words.of("reminders.contact.kept"));
        return back(of, unit);
    }

    /** Sends a unit's reminder now, at most once a day. */
    @MayReview
    @PostMapping("/figures/{month}/reminders/{unit}/letter")
    String send(
            @PathVariable String month,
            @PathVariable long unit,
            @AuthenticationPrincipal CurrentUser reviewer,
            RedirectAttributes after) {
        YearMonth of = addresses.read(month);
        if (mail == null) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "reminders.NO_SERVER");
        }
        ReminderMail.Outcome outcome = mail.send(of, unit, reviewer);
        after.addFlashAttribute(
                outcome == ReminderMail.Outcome.SENT ? "done" : "failed", words.of("reminders." + outcome));
        return back(of, unit);
    }

    /** These addresses are opened as pages by who signs in again after sending a form to them. */
    @MayReview
    @GetMapping({"/figures/{month}/reminders/{unit}/contact", "/figures/{month}/reminders/{unit}/letter"})
    String form(@PathVariable String month, @PathVariable long unit) {
        return back(addresses.read(month), unit);
    }

    private static String back(YearMonth month, long unit) {
        return "redirect:/figures/" + month + "/reminders#unit-" + unit;
    }

    private String page(YearMonth month, long typedUnit, String typed, Model model) {
        model.addAttribute(
                "page",
                new RemindersPage(
                        Formats.month(month),
                        month.toString(),
                        Formats.date(deadlines.deadlines().of(month)),
                        mail != null,
                        reminders.of(month).stream()
                                .map(each -> line(each, each.unitId() == typedUnit ? typed : null))
                                .toList()));
        return "reminders/reminders";
    }

    private Line line(Reminder reminder, @Nullable String typed) {
        String stored = reminder.email() == null ? "" : reminder.email();
        return new Line(
                reminder.unitId(),
                reminder.unit(),
                reminder.statusKey(),
                reminder.text(),
                typed == null ? stored : typed,
                reminder.sent() == null ? null : Formats.date(reminder.sent()),
                typed == null ? null : words.of("reminders.contact.problem"));
    }
}
