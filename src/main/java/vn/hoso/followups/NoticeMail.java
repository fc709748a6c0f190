package vn.hoso.followups;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.data.domain.Limit;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.shared.Language;

/**
 * Sends each notice once by e-mail where the office has named a mail server and who is to be told. A letter that the server
 * refuses is tried again, five times at most and ever more rarely; one that was handed over is never handed over again.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class NoticeMail {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeMail.class);

    static final int TRIES = 5;

    private final VerdictNotices notices;
    private final JavaMailSender sender;
    private final NoticeLetters letters;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final String from;
    private final List<String> to;

    NoticeMail(
            VerdictNotices notices,
            JavaMailSender sender,
            NoticeLetters letters,
            TransactionOperations transaction,
            Clock clock,
            @Value("${hoso.reminders.from:${spring.mail.username:}}") String from,
            @Value("${hoso.notices.to:}") List<String> to) {
        this.notices = notices;
        this.sender = sender;
        this.letters = letters;
        this.transaction = transaction;
        this.clock = clock;
        this.from = from;
        this.to = to.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    /** Sends what waits; returns how many letters left. */
    int sendDue() {
        int sent = 0;
        if (!to.isEmpty()) {
            for (Optional<Long> next = take(); next.isPresent(); next = take()) {
                sent += send(next.get()) ? 1 : 0;
            }
        }
        return sent;
    }

    /** Takes the next letter for this copy of the program alone. */
    private Optional<Long> take() {
        Instant now = clock.instant();
        return Objects.requireNonNull(transaction.execute(
                status -> letters.lockWaiting(TRIES, now, now.plus(NoticeLetter.pause(TRIES)), Limit.of(1)).stream()
                        .map(NoticeLetter::take)
                        .findFirst()));
    }

    private boolean send(long notice) {
        try {
            sender.send(letter(notice));
        } catch (MailException failed) {
            LOG.warn("Notice {} was not sent", notice, failed);
            change(notice, letter -> letter.waitAgain(clock.instant()));
            return false;
        }
        change(notice, letter -> letter.sent(clock.instant()));
        return true;
    }

    private void change(long notice, Consumer<NoticeLetter> verb) {
        transaction.executeWithoutResult(status -> letters.findById(notice).ifPresent(verb));
    }

    private SimpleMailMessage letter(long id) {
        VerdictNotices.Notice notice = notices.find(id);
        if (notice == null) {
            throw new IllegalStateException("notice " + id + " is gone, which the database does not allow");
        }
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(to.toArray(String[]::new));
        letter.setSubject(notices.say("followups.notice.subject", Language.OFFICIAL));
        letter.setText(notice.text());
        return letter;
    }
}
