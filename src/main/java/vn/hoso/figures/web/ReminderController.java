package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.figures.Deadlines;
import vn.hoso.figures.MonthReading;
import vn.hoso.figures.MonthReading.MonthSnapshot;
import vn.hoso.figures.MonthReading.StoredReturn;
import vn.hoso.figures.ReturnStatus;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;

/** A text for each unit that has not submitted, ready to be copied and sent. */
@Controller
class ReminderController {

    private final MonthAddress addresses;
    private final MonthReading reading;
    private final Deadlines deadlines;
    private final GridWords words;

    ReminderController(MonthAddress addresses, MonthReading reading, Deadlines deadlines, GridWords words) {
        this.addresses = addresses;
        this.reading = reading;
        this.deadlines = deadlines;
        this.words = words;
    }

    record RemindersPage(String month, String address, String deadline, List<Reminder> reminders) {}

    record Reminder(long unitId, String unit, String statusKey, String text) {}

    @MayReview
    @GetMapping("/figures/{month}/reminders")
    String show(@PathVariable String month, @AuthenticationPrincipal CurrentUser reviewer, Model model) {
        YearMonth of = addresses.read(month);
        MonthSnapshot snapshot = reading.read(of, reviewer);
        model.addAttribute(
                "page",
                new RemindersPage(
                        Formats.month(of),
                        of.toString(),
                        Formats.date(deadlines.of(of)),
                        snapshot.units().stream()
                                .filter(unit -> waiting(snapshot.of(unit.id())))
                                .map(unit -> reminder(of, unit, snapshot.of(unit.id())))
                                .toList()));
        return "figures/reminders";
    }

    private static boolean waiting(@Nullable StoredReturn stored) {
        return stored == null || stored.status() == ReturnStatus.DRAFT || stored.status() == ReturnStatus.RETURNED;
    }

    private Reminder reminder(YearMonth month, Unit unit, @Nullable StoredReturn stored) {
        long late = deadlines.daysLate(month);
        String statusKey = GridWords.statusKey(stored);
        String deadline = Formats.date(deadlines.of(month));
        String when = late == 0
                ? words.text("figures.reminder.due", deadline)
                : words.text("figures.reminder.late", deadline, late);
        String text =
                words.text("figures.reminder.text", unit.name(), Formats.month(month), words.text(statusKey), when);
        return new Reminder(unit.id(), unit.name(), statusKey, text);
    }
}
