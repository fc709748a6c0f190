package vn.hoso.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.audit.AuditTrail;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.shared.Formats;

/** Letters to units, received by a mail server of our own. Has a program of its own. */
@ProgramTest(world = OWN)
@DirtiesContext
class ReminderMailTest {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final YearMonth OCTOBER = YearMonth.of(2024, 10);
    private static final long DIEU_TRI = 2;
    private static final String ADDRESS = "dieutri@tuyphuoc.example.vn";

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        SERVER.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        settings.add("hoso.notices.to", () -> "hop.thu@tuyphuoc.example.vn");
        settings.add("hoso.reminders.from", () -> "vanphong@tuyphuoc.example.vn");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JavaMailSender sender;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private ReturnCalendarSettings calendars;

    @Autowired
    private MessageSource messages;

    @Autowired
    private UnitContacts contacts;

    @Autowired
    private SentReminders letters;

    @Autowired
    private WorkMail work;

    @BeforeEach
    void clean() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        jdbc.sql("delete from reminder_sent").update();
        jdbc.sql("delete from work_letter_sent").update();
        jdbc.sql("delete from unit_contact").update();
        contacts.set(DIEU_TRI, ADDRESS, null, people.reviewer());
    }

    /** One copy of the program as it is on a day. */
    private ReminderMail on(String day, JavaMailSender server) {
        Clock clock = Clock.fixed(
                LocalDate.parse(day).atTime(9, 0).atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        SubmissionDeadlineQueries deadlines = new SubmissionDeadlineQueries(jdbc, clock);
        ReminderQueries reminders = new ReminderQueries(jdbc, deadlines, calendars, messages, clock);
        return new ReminderMail(
                reminders, deadlines, server, transaction, letters, audit, clock, "vanphong@tuyphuoc.example.vn");
    }

    @Test
    void writesOnceBeforeOnceOnAndOnceAfterTheDeadline() throws Exception {
        int sent = 0;
        for (LocalDate day = LocalDate.of(2024, 11, 1);
                day.isBefore(LocalDate.of(2024, 11, 20));
                day = day.plusDays(1)) {
            sent += on(day.toString(), sender).sendDue()
                    + on(day.toString(), sender).sendDue();
        }
        assertThat(sent).isEqualTo(3);
        assertThat(jdbc.sql("select stage from reminder_sent where month = '2024-10-01' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("BEFORE", "ON", "AFTER");
        MimeMessage[] letters = SERVER.getReceivedMessages();
        assertThat(letters).hasSize(3);
        assertThat(letters[0].getAllRecipients()[0]).hasToString(ADDRESS);
        assertThat(letters[0].getSubject())
                .isEqualTo("Đôn đốc nộp số liệu hồ sơ trực tuyến tháng 10/2024 (hạn 05/11/2024)");
        assertThat((String) letters[0].getContent()).contains("Kính gửi Thị trấn Diêu Trì", "“Chưa báo cáo”");
        assertThat((String) letters[2].getContent()).contains("đã quá hạn 1 ngày");
    }

    @Test
    void nobodyIsAskedToSubmitAMonthThatIsLocked() {
        jdbc.sql("insert into reporting_month (month, first_day, last_day, state)"
                        + " values ('2024-10-01', '2024-10-01', '2024-10-31', 'LOCKED')")
                .update();
        assertThat(on("2024-11-05", sender).sendDue()).isZero();
        reopenUntil("2024-11-04");
        assertThat(on("2024-11-05", sender).sendDue())
                .as("the time for which it was reopened is over")
                .isZero();
        reopenUntil("2024-11-05");
        assertThat(on("2024-11-05", sender).sendDue()).isEqualTo(1);
        jdbc.sql("delete from reporting_month where month = '2024-10-01'").update();
    }

    private void reopenUntil(String day) {
        jdbc.sql("update reporting_month set state = 'OPEN', reason = 'Bổ sung', reopened_until = cast(? as date)"
                        + " where month = '2024-10-01'")
                .param(day)
                .update();
    }

    @Test
    void twoCopiesOfTheProgramSendOneLetter() throws Exception {
        ExecutorService copies = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> copy = () -> on("2024-11-05", sender).sendDue();
            int sent = 0;
            for (Future<Integer> each : copies.invokeAll(List.of(copy, copy, copy, copy))) {
                sent += each.get();
            }
            assertThat(sent).isEqualTo(1);
        } finally {
            copies.shutdownNow();
        }
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aLetterThatCouldNotLeaveGoesOutWithTheNextRound() {
        JavaMailSenderImpl nobody = new JavaMailSenderImpl();
        nobody.setHost("127.0.0.1");
        nobody.setPort(1);
        assertThat(on("2024-11-05", nobody).sendDue()).isZero();
        assertThat(jdbc.sql("select count(*) from reminder_sent")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(on("2024-11-05", sender).sendDue()).isEqualTo(1);
    }

    @Test
    void theReviewerKeepsAddressesAndSendsAtMostOnceADay() throws Exception {
        String page = "/figures/2024-09/reminders";
        long phuocThang = jdbc.sql("select unit_id from unit_version where name = 'Xã Phước Thắng'")
                .query(Long.class)
                .single();
        String unit = page + "/" + phuocThang;
        for (String wrong : List.of("a@b", "a b@c.vn", "a@c.vn,b@c.vn", "a@c.vn\r\nBcc: b@c.vn")) {
            browser.perform(post(unit + "/contact")
                            .with(people.as("vanphong"))
                            .with(csrf())
                            .param("email", wrong))
                    .andExpect(status().isUnprocessableContent());
        }
        browser.perform(post(unit + "/contact")
                        .with(people.as("vanphong"))
                        .with(csrf())
                        .param("email", " thang@example.vn "))
                .andExpect(redirectedUrl(page + "#unit-" + phuocThang));
        String shown = browser.perform(get(page).with(people.as("vanphong")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(shown).select("#email-" + phuocThang).val()).isEqualTo("thang@example.vn");
        assertThat(Jsoup.parse(shown).select("form[action$=/letter]")).hasSize(1);

        browser.perform(post(unit + "/letter").with(people.as("vanphong")).with(csrf()))
                .andExpect(flash().attribute("done", "Đã gửi thư cho đơn vị."));
        browser.perform(post(unit + "/letter").with(people.as("vanphong")).with(csrf()))
                .andExpect(flash().attributeExists("failed"));
        browser.perform(post(unit + "/letter").with(people.as("dieutri")).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(jdbc.sql("""
                                select concat_ws('|', action, subject, month, detail) from audit_event
                                where action in ('reminder.sent', 'contact.changed') and ? = any(unit_ids) order by sequence
                                """).param(phuocThang).query(String.class).list())
                .containsExactly(
                        "contact.changed|đơn vị " + phuocThang + "|thang@example.vn",
                        "reminder.sent|2024-09|2024-09-01|thang@example.vn");
    }

    private Document keep(String email, String seen, String who, int answer) throws Exception {
        return keep("2024-10", email, seen, who, answer);
    }

    private Document keep(String month, String email, String seen, String who, int answer) throws Exception {
        return Jsoup.parse(browser.perform(post("/figures/" + month + "/reminders/" + DIEU_TRI + "/contact")
                        .with(people.as(who))
                        .with(csrf())
                        .param("email", email)
                        .param("seen", seen))
                .andExpect(status().is(answer))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String stored() {
        return jdbc.sql("select concat_ws('|', email, version) from unit_contact where unit_id = ?")
                .param(DIEU_TRI)
                .query(String.class)
                .single();
    }

    @Test
    void twoWhoCorrectAnAddressAtOnceLearnOfEachOther() throws Exception {
        String seen = Jsoup.parse(
                        browser.perform(get("/figures/2024-10/reminders").with(people.as("vanphong")))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .select("#unit-2 input[name=seen]")
                .val();
        keep("mot@example.vn", seen, "vanphong", 302);
        keep("mot@example.vn", seen, "vanphong", 302);

        Document other = keep("hai@example.vn", seen, "chanhvanphong", 409);
        assertThat(stored()).isEqualTo("mot@example.vn|1");
        assertThat(other.select("#email-2").val()).isEqualTo("hai@example.vn");
        assertThat(other.select("#email-2-problem").text()).contains("người khác vừa sửa địa chỉ");
        assertThat(other.select("#unit-2 .hint").text()).contains("Địa chỉ đang lưu: mot@example.vn");
        String now = other.select("#unit-2 input[name=seen]").val();
        assertThat(keep("sai", seen, "chanhvanphong", 422)
                        .select("#unit-2 input[name=seen]")
                        .val())
                .as("a slip does not make up for what was not seen")
                .isEqualTo(seen);
        keep("hai@example.vn", now, "chanhvanphong", 302);

        keep("", "2", "vanphong", 302);
        keep("ba@example.vn", "3", "vanphong", 302);
        assertThat(keep("bon@example.vn", "", "chanhvanphong", 409)
                        .select("#email-2-problem")
                        .text())
                .as("who saw no address does not overwrite one")
                .isNotEmpty();
        keep("bon@example.vn", seen, "chanhvanphong", 409);
        assertThat(stored()).isEqualTo("ba@example.vn|4");
    }

    /** The unit has submitted meanwhile, so that its field is gone and the message has another place. */
    @Test
    void saysWhatIsWrongWhereTheUnitHasLeftTheList() throws Exception {
        int stored = Integer.parseInt(stored().split("\\|")[1]);
        assertThat(keep("2024-08", "mot@@example.vn", "", "vanphong", 422)
                        .select("[role=alert]")
                        .text())
                .contains("Chưa lưu địa chỉ đã gõ (mot@@example.vn)", "không còn trong danh sách");
        assertThat(keep("2024-08", "mot@example.vn", String.valueOf(stored + 1), "vanphong", 409)
                        .select("[role=alert]")
                        .text())
                .contains("Chưa lưu địa chỉ đã gõ (mot@example.vn): người khác vừa sửa");
        assertThat(stored()).endsWith("|" + stored);
    }

    @Test
    void anAddressThatWasTakenAwayIsWrittenToNoMore() throws Exception {
        keep("", "0", "vanphong", 302);
        assertThat(stored()).isEqualTo("1");
        assertThat(on("2024-11-05", sender).sendDue()).isZero();
        assertThat(work.sendDue()).as("the Office alone").isEqualTo(1);
        assertThat(SERVER.getReceivedMessagesForDomain(ADDRESS)).isEmpty();
    }

    @Test
    void aLetterADayTellsEachAddressWhatWaitsThere() throws Exception {
        jdbc.sql("update monthly_return set status = 'RETURNED' where unit_id = ? and month = '2024-09-01'")
                .param(DIEU_TRI)
                .update();

        assertThat(work.sendDue()).isEqualTo(2);
        assertThat(work.sendDue()).isZero();

        assertThat(SERVER.getReceivedMessagesForDomain(ADDRESS)).singleElement().satisfies(letter -> assertThat(
                        (String) letter.getContent())
                .startsWith("Những việc đang chờ Thị trấn Diêu Trì:")
                .contains("- Tháng 09/2024 của Thị trấn Diêu Trì bị trả lại"));
        assertThat(SERVER.getReceivedMessagesForDomain("hop.thu@tuyphuoc.example.vn"))
                .singleElement()
                .satisfies(letter -> assertThat((String) letter.getContent()).contains("đơn vị chưa nộp (Quá hạn "));
        jdbc.sql("update monthly_return set status = 'SUBMITTED' where unit_id = ? and month = '2024-09-01'")
                .param(DIEU_TRI)
                .update();
    }
}
