package vn.hoso.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.period.StoredMonth;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;
import vn.hoso.shared.Rows;
import vn.hoso.units.ContactPerson;

/** What to write to each unit that has not submitted a month. Three statements, whatever the number of units. */
@Component
public class ReminderQueries {

    private final JdbcClient jdbc;
    private final SubmissionDeadlineQueries settings;
    private final ReturnCalendarSettings calendars;
    private final MessageSource messages;
    private final Clock clock;

    ReminderQueries(
            JdbcClient jdbc,
            SubmissionDeadlineQueries settings,
            ReturnCalendarSettings calendars,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.calendars = calendars;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A unit to remind.
     *
     * @param statusKey message key of how far its return has come
     * @param subject the first line of a letter
     * @param text the letter
     * @param email where it goes, null if nobody has entered an address
     * @param emailVersion the version of that address, null where there never was one
     * @param contact whom to call
     * @param sent when it last went out by e-mail, null if never
     */
    public record Reminder(
            long unitId,
            String unit,
            String statusKey,
            String subject,
            String text,
            @Nullable String email,
            @Nullable Integer emailVersion,
            ContactPerson contact,
            @Nullable LocalDate sent) {}

    /** The units that have not submitted the month, in the order of documents; none where it is locked, since nobody can. */
    public List<Reminder> findUnsubmitted(YearMonth month) {
        SubmissionDeadlines deadlines = settings.deadlines();
        StoredMonth days = calendars.days(month);
        return jdbc.sql("""
                        select v.unit_id, v.name, r.status, coalesce(r.complete, false) as complete, contact.email, contact.version,
                            unit.contact_name, unit.contact_phone,
                            (select max(s.sent_on) from reminder_sent s
                             where s.unit_id = v.unit_id and s.month = :month) as sent,
                            sent_back_at(r.id) as sent_back_at, r.opened_at
                        from unit_at(cast(:month as date)) v
                        join unit on unit.id = v.unit_id
                        left join monthly_return r on r.unit_id = v.unit_id and r.month = :month
                        left join unit_contact contact on contact.unit_id = v.unit_id
                        left join reporting_month gate on gate.month = :month
                        where month_due(:month) and not coalesce(gate.state = 'LOCKED' or gate.reopened_until < :today, false) and (r.status is null or r.status in ('DRAFT', 'RETURNED')) and r.with_office is not true
                        order by v.place, v.code
                        """)
                .param("month", month.atDay(1))
                .param("today", LocalDate.now(clock))
                .query((row, n) -> reminder(
                        days,
                        deadlines,
                        row.getLong("unit_id"),
                        row.getString("name"),
                        statusKey(row.getString("status"), row.getBoolean("complete")),
                        Rows.day(row, "sent_back_at"),
                        Rows.day(row, "opened_at"),
                        row.getString("email"),
                        row.getObject("version", Integer.class),
                        new ContactPerson(row.getString("contact_name"), row.getString("contact_phone")),
                        row.getObject("sent", LocalDate.class)))
                .list();
    }

    /** Whether units can still submit the month: it is due and not locked. */
    public boolean open(YearMonth month) {
        return jdbc.sql("""
                        select month_due(:month) and not exists (
                            select from reporting_month gate where gate.month = :month
                                and (gate.state = 'LOCKED' or gate.reopened_until < :today))
                        """)
                .param("month", month.atDay(1))
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    private static String statusKey(@Nullable String status, boolean complete) {
        String reached = status == null ? "none" : complete ? status.toLowerCase(Locale.ROOT) : "incomplete";
        return "figures.status." + reached;
    }

    private Reminder reminder(
            StoredMonth days,
            SubmissionDeadlines deadlines,
            long unitId,
            String unit,
            String statusKey,
            @Nullable LocalDate sentBack,
            @Nullable LocalDate opened,
            @Nullable String email,
            @Nullable Integer emailVersion,
            ContactPerson contact,
            @Nullable LocalDate sent) {
        String deadline = Formats.date(deadlines.of(days.month()));
        long late = deadlines.daysLate(days.month(), LocalDate.now(clock));
        String overdue = opened != null
                ? say("reminders.opened", Formats.date(opened))
                : sentBack != null
                        ? say("reminders.sent-back", Formats.date(sentBack))
                        : say("reminders.late", deadline, Formats.count(late));
        String when = late == 0 ? say("reminders.due", deadline) : overdue;
        return new Reminder(
                unitId,
                unit,
                statusKey,
                say("reminders.subject", Formats.month(days), deadline),
                say("reminders.text", unit, Formats.month(days), say(statusKey), when),
                email,
                emailVersion,
                contact,
                sent);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Language.OFFICIAL);
    }
}
