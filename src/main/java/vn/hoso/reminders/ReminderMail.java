package vn.hoso.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.reminders.ReminderQueries.Reminder;
import vn.hoso.security.CurrentUser;

/**
 * Sends reminders by e-mail where the office has named a mail server. Each letter is noted before it leaves, in the same
 * transaction: a second copy of the program waits for that row and then finds the letter sent, and one that could not be
 * handed to the server is not noted and goes out with the next round.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
public class ReminderMail {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderMail.class);

    private final ReminderQueries reminders;
    private final SubmissionDeadlineQueries settings;
    private final JavaMailSender sender;
    private final TransactionTemplate transaction;
    private final SentReminders letters;
    private final AuditTrail audit;
    private final Clock clock;
    private final String from;

    ReminderMail(
            ReminderQueries reminders,
            SubmissionDeadlineQueries settings,
            JavaMailSender sender,
            TransactionTemplate transaction,
            SentReminders letters,
            AuditTrail audit,
            Clock clock,
            @Value("${hoso.reminders.from:${spring.mail.username:}}") String from) {
        if (!UnitContacts.acceptable(from)) {
            throw new IllegalArgumentException("hoso.reminders.from must be an e-mail address but is \"" + from + "\"");
        }
        this.reminders = reminders;
        this.settings = settings;
        this.sender = sender;
        this.transaction = transaction;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
        this.from = from;
    }

    /** What became of a letter. */
    public enum Outcome {
        SENT,
        SENT_BEFORE,
        NO_ADDRESS,
        FAILED
    }

    /** Sends what is due today and has not gone out; returns how many letters left. */
    int sendDue() {
        LocalDate today = LocalDate.now(clock);
        SubmissionDeadlines deadlines = settings.deadlines();
        int sent = 0;
        for (int back = 0; back <= 2; back++) {
            YearMonth month = YearMonth.from(today).minusMonths(back);
            sent += ReminderStage.of(today, deadlines.of(month))
                    .map(stage -> sendAll(month, stage))
                    .orElse(0);
        }
        return sent;
    }

    private int sendAll(YearMonth month, ReminderStage stage) {
        return (int) reminders.findUnsubmitted(month).stream()
                .filter(reminder -> send(month, reminder, stage, null) == Outcome.SENT)
                .count();
    }

    /** Sends one unit's letter at a user's wish, at most once a day. */
    public Outcome send(YearMonth month, long unitId, CurrentUser by) {
        return reminders.findUnsubmitted(month).stream()
                .filter(reminder -> reminder.unitId() == unitId)
                .findFirst()
                .map(reminder -> send(month, reminder, ReminderStage.BY_HAND, by))
                .orElse(Outcome.SENT_BEFORE);
    }

    private Outcome send(YearMonth month, Reminder reminder, ReminderStage stage, @Nullable CurrentUser by) {
        String email = reminder.email();
        if (email == null) {
            return Outcome.NO_ADDRESS;
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                if (letters.note(reminder.unitId(), month.atDay(1), stage, LocalDate.now(clock), clock.instant(), email)
                        == 0) {
                    return Outcome.SENT_BEFORE;
                }
                if (by != null) {
                    audit.record(
                            by,
                            TrailEntry.of("reminder.sent", month.toString(), email)
                                    .inMonth(month)
                                    .units(List.of(reminder.unitId())));
                }
                sender.send(letter(reminder, email));
                return Outcome.SENT;
            }));
        } catch (MailException failed) {
            LOG.warn("Reminder of {} to unit {} was not sent", month, reminder.unitId(), failed);
            return Outcome.FAILED;
        }
    }

    private SimpleMailMessage letter(Reminder reminder, String email) {
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(email);
        letter.setSubject(reminder.subject());
        letter.setText(reminder.text());
        return letter;
    }
}
