package vn.hoso.followups;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
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
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    private final VerdictNotices notices;
    private final JavaMailSender sender;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String from;
    private final List<String> to;

    NoticeMail(
            VerdictNotices notices,
            JavaMailSender sender,
            JdbcClient jdbc,
            Clock clock,
            @Value("${hoso.reminders.from:${spring.mail.username:}}") String from,
            @Value("${hoso.notices.to:}") List<String> to) {
        this.notices = notices;
        this.sender = sender;
        this.jdbc = jdbc;
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

    /** Takes the next letter for this copy of the program alone, and counts the try before it is made. */
    private Optional<Long> take() {
        return jdbc.sql("""
                        update verdict_notice_letter set state = 'SENDING', tries = tries + 1
                        where notice_id = (
                            select notice_id from verdict_notice_letter
                            where state = 'WAITING' and tries < :tries and next_try_at <= :now
                            order by notice_id limit 1 for update skip locked)
                        returning notice_id
                        """)
                .param("tries", TRIES)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .optional();
    }

    private boolean send(long notice) {
        try {
            sender.send(letter(notice));
        } catch (MailException failed) {
            LOG.warn("Notice {} was not sent: {}", notice, failed.getMessage());
            waitAgain(notice);
            return false;
        }
        jdbc.sql("update verdict_notice_letter set state = 'SENT', sent_at = ? where notice_id = ?")
                .params(OffsetDateTime.now(clock), notice)
                .update();
        return true;
    }

    /** After 5, 10, 20 and 40 minutes. */
    private void waitAgain(long notice) {
        jdbc.sql("""
                        update verdict_notice_letter set state = 'WAITING',
                            next_try_at = cast(:now as timestamptz) + (1 << (tries - 1)) * make_interval(mins => :pause)
                        where notice_id = :notice
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("pause", (int) FIRST_PAUSE.toMinutes())
                .param("notice", notice)
                .update();
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
