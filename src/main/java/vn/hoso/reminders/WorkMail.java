package vn.hoso.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkList;

/**
 * Each morning tells every unit at its address, and the Office at its own, what waits there; nothing where nothing waits. A letter is noted before it
 * leaves, in the same transaction: it goes out once, whichever copy of the program sends it, and again with the next round if
 * the server refused it.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class WorkMail {

    private static final Logger LOG = LoggerFactory.getLogger(WorkMail.class);

    /** Nobody's account: letters go to offices, and what waits for one does not depend on who reads it there. */
    private static final long NOBODY = 0;

    private final WorkList work;
    private final JdbcClient jdbc;
    private final JavaMailSender sender;
    private final TransactionTemplate transaction;
    private final SentReminders letters;
    private final PageMessages wording;
    private final Clock clock;
    private final String from;
    private final List<String> office;

    WorkMail(
            WorkList work,
            JdbcClient jdbc,
            JavaMailSender sender,
            TransactionTemplate transaction,
            SentReminders letters,
            PageMessages wording,
            Clock clock,
            @Value("${hoso.reminders.from:${spring.mail.username:}}") String from,
            @Value("${hoso.notices.to:}") List<String> office) {
        this.work = work;
        this.jdbc = jdbc;
        this.sender = sender;
        this.transaction = transaction;
        this.letters = letters;
        this.wording = wording.official();
        this.clock = clock;
        this.from = from;
        this.office = office.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private record UnitAddress(long unitId, String name, String email) {}

    /** Sends what has not gone out today; returns how many letters left. */
    int sendDue() {
        LocalDate today = LocalDate.now(clock);
        Map<String, List<UnitAddress>> addresses =
                jdbc.sql("""
                        select v.unit_id, v.name, contact.email from unit_at(cast(:today as date)) v
                        join unit_contact contact on contact.unit_id = v.unit_id
                        where contact.email <> '' and not exists (
                            select from work_letter_sent s where s.email = contact.email and s.sent_on = :today)
                        order by v.place, v.code
                        """).param("today", today).query(UnitAddress.class).list().stream()
                        .filter(unit -> !office.contains(unit.email()))
                        .collect(Collectors.groupingBy(UnitAddress::email, LinkedHashMap::new, Collectors.toList()));
        int sent = 0;
        for (Map.Entry<String, List<UnitAddress>> each : addresses.entrySet()) {
            sent += send(
                    each.getKey(),
                    wording.list(each.getValue().stream().map(UnitAddress::name).toList()),
                    reader(
                            Role.UNIT_STAFF,
                            each.getValue().stream().map(UnitAddress::unitId).collect(Collectors.toSet())));
        }
        for (String address : office) {
            sent += send(address, wording.of("worklist.letter.office"), reader(Role.REVIEWER, Set.of()));
        }
        return sent;
    }

    private static CurrentUser reader(Role role, Set<Long> units) {
        return new CurrentUser(NOBODY, "", "", role, units);
    }

    private int send(String address, String whose, CurrentUser reader) {
        List<WorkItem> waiting =
                work.of(reader).stream().filter(item -> !item.kind().isNews()).toList();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                        if (letters.noteWork(address, LocalDate.now(clock), clock.instant()) == 0) {
                            return false;
                        }
                        // Where nothing waits in the morning, nobody asks again that day.
                        if (!waiting.isEmpty()) {
                            sender.send(letter(address, whose, waiting));
                        }
                        return !waiting.isEmpty();
                    }))
                    ? 1
                    : 0;
        } catch (MailException failed) {
            LOG.warn("A letter about what waits was not sent", failed);
            return 0;
        }
    }

    private SimpleMailMessage letter(String address, String whose, List<WorkItem> waiting) {
        StringBuilder text = new StringBuilder(wording.of("worklist.letter.lead", whose)).append("\n");
        for (WorkItem item : waiting) {
            text.append("\n- ")
                    .append(wording.of(
                            "worklist." + item.kind().key(), item.words().toArray(String[]::new)));
            if (item.late() != null) {
                text.append(" (").append(item.late()).append(")");
            }
            if (item.detail() != null) {
                text.append("\n  ").append(item.detail());
            }
        }
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(address);
        letter.setSubject(wording.of("worklist.letter.subject", Formats.date(LocalDate.now(clock))));
        letter.setText(text.toString());
        return letter;
    }
}
