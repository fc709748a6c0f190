package vn.hoso.followups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.audit.TrailRecorded;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/** One notice for each change of a verdict, whoever notices it, read once by each and mailed once. Has a database of its own. */
@ProgramTest(world = OWN)
class VerdictNoticesTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private VerdictWatch watch;

    @Autowired
    private VerdictNotices notices;

    @Autowired
    private NoticeLetters letters;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private long target;

    /** NQ17 asks 50 %: with these figures it is met. */
    @BeforeEach
    void startFromWhatIsStored() {
        target = jdbc.sql("select id from target where code = 'NQ17'")
                .query(Long.class)
                .single();
        online(true);
        watch.look();
        jdbc.sql("delete from verdict_notice_letter").update();
        jdbc.sql("delete from verdict_notice_read").update();
    }

    /** Moves the target across the district and back: a verdict turns as when figures move. */
    private void online(boolean met) {
        jdbc.sql(
                        met
                                ? "update target set threshold = 50 where code = 'NQ17'"
                                : "update target set threshold = 99 where code = 'NQ17'")
                .update();
    }

    private int count() {
        return jdbc.sql("select count(*) from verdict_notice where target_id = ?")
                .param(target)
                .query(Integer.class)
                .single();
    }

    private String latest() {
        return jdbc.sql(
                        "select status_before || '>' || status_after from verdict_notice where target_id = ? order by id desc limit 1")
                .param(target)
                .query(String.class)
                .single();
    }

    private Document dashboard(String person) throws Exception {
        return Jsoup.parse(browser.perform(get("/dashboard").with(people.as(person)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    /** Nothing is asked of all together: each unit that the target names has a verdict of its own. */
    @Test
    void aNamedUnitsChangeIsNoticedOnceAndToldToThoseWhoSeeAllUnits() throws Exception {
        long named = jdbc.sql("""
                        insert into target (code, label, indicator, rule, threshold, scope, valid_from, position)
                        values ('RIENG', 'Giao riêng', 'OVERALL', 'AT_LEAST', null, 'NAMED_UNITS', '2024-01-01', 99) returning id
                        """).query(Long.class).single();
        jdbc.sql("insert into target_step (target_id, unit_id, percent) values (:id, 2, 1), (:id, 3, 1)")
                .param("id", named)
                .update();
        watch.look();
        assertThat(jdbc.sql("select count(*) from verdict_seen where target_id = ? and unit_id in (2, 3)")
                        .param(named)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        jdbc.sql("update target_step set percent = 100 where target_id = ? and unit_id = 2")
                .param(named)
                .update();
        watch.look();
        watch.look();

        assertThat(jdbc.sql(
                                "select concat_ws(' ', unit_id, status_before, status_after) from verdict_notice where target_id = ?")
                        .param(named)
                        .query(String.class)
                        .list())
                .containsExactly("2 MET NOT_MET");
        String told = "Chỉ tiêu RIENG giao riêng cho Thị trấn Diêu Trì năm ";
        assertThat(dashboard("lanhdao").text()).contains(told);
        assertThat(dashboard("dieutri").text()).doesNotContain(told);
        assertThat(notices.waitingFor(people.named("lanhdao")))
                .anyMatch(item -> item.path().startsWith("/dashboard/units/2?year="));
    }

    @Test
    void eachChangeThereAndBackIsNoticedOnce() {
        int before = count();
        watch.look();
        assertThat(count()).isEqualTo(before);
        online(false);
        watch.look();
        watch.look();
        assertThat(count()).isEqualTo(before + 1);
        assertThat(latest()).isEqualTo("MET>NOT_MET");
        online(true);
        watch.look();
        watch.look();
        assertThat(count()).isEqualTo(before + 2);
        assertThat(latest()).isEqualTo("NOT_MET>MET");
    }

    /** What the notice said then stays, whatever is sent or approved afterwards. */
    @Test
    void saysWhatTheVerdictRestedOnWhenItTurned() {
        long owing = jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                        select 900000 + unit.id, unit.id, date '2024-09-01', 60, 58, 80, 60, 200, 'SUBMITTED', 'FORM', 1, 'thử', now()
                        from unit where not exists (
                            select from monthly_return r where r.unit_id = unit.id and r.month = date '2024-09-01')
                        """).update();
        assertThat(owing).isEqualTo(3);
        String waiting =
                "from monthly_return where month between '2024-01-01' and '2024-12-31' and complete and status <> 'APPROVED'";
        long unapproved =
                jdbc.sql("select count(*) " + waiting).query(Long.class).single();
        List<Long> approved = jdbc.sql("select id " + waiting).query(Long.class).list();
        try {
            assertThat(turned(false)).contains("sơ bộ vì còn " + unapproved + " báo cáo chưa duyệt");
            String said = text();
            jdbc.sql("update monthly_return set status = 'APPROVED' where id = any(:ids)")
                    .param("ids", approved.toArray(Long[]::new))
                    .update();
            assertThat(text()).isEqualTo(said);
            assertThat(turned(true)).doesNotContain("sơ bộ", "tạm tính");
        } finally {
            jdbc.sql("update monthly_return set status = 'SUBMITTED' where id = any(:ids)")
                    .param("ids", approved.toArray(Long[]::new))
                    .update();
            jdbc.sql("delete from monthly_return where id between 900000 and 999999")
                    .update();
        }
        assertThat(turned(false)).contains("tạm tính từ 204/207 báo cáo tháng").doesNotContain("sơ bộ");
    }

    private String turned(boolean met) {
        online(met);
        watch.look();
        return text();
    }

    private String text() {
        long id = jdbc.sql("select max(id) from verdict_notice where target_id = ?")
                .param(target)
                .query(Long.class)
                .single();
        return Objects.requireNonNull(notices.find(id)).text();
    }

    @Test
    void copiesOfTheProgramThatLookAtOnceNoticeAChangeOnce() throws Exception {
        ExecutorService copies = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                int before = count();
                online(round % 2 == 1);
                Callable<Integer> copy = () -> {
                    watch.look();
                    return 0;
                };
                for (Future<Integer> each : copies.invokeAll(List.of(copy, copy, copy, copy))) {
                    each.get();
                }
                assertThat(count()).as("round %d", round).isEqualTo(before + 1);
            }
        } finally {
            copies.shutdownNow();
        }
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into verdict_notice (target_id, year, change, status_before, status_after, last_day, noticed_at)
                                select target_id, year, change, status_before, status_after, last_day, now()
                                from verdict_notice order by id desc limit 1
                                """).update()).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void looksAgainAfterACommitThatCanTurnAVerdictAndAfterNoOther() {
        int before = count();
        online(false);
        transaction.executeWithoutResult(status -> events.publishEvent(new TrailRecorded("note.written")));
        assertThat(count()).isEqualTo(before);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new TrailRecorded("figures.approved"));
            status.setRollbackOnly();
        });
        assertThat(count()).isEqualTo(before);
        transaction.executeWithoutResult(status -> events.publishEvent(new TrailRecorded("figures.approved")));
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void confirmingAVerdictIsNoticedThroughTheProgramsOwnForm() throws Exception {
        // 9.2 is suggested as met; a person decides otherwise.
        Document form = Jsoup.parse(
                browser.perform(get("/dashboard/decisions/1?year=2024").with(people.as("vanphong")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        browser.perform(post("/dashboard/decisions/1")
                        .with(people.as("vanphong"))
                        .with(csrf())
                        .param("year", "2024")
                        .param("verdict", "NOT_MET")
                        .param("note", "Chưa đủ căn cứ")
                        .param("evidence", form.select("[name=evidence]").val()))
                .andExpect(status().isFound());
        assertThat(jdbc.sql("select status_before || '>' || status_after from verdict_notice where target_id = 1")
                        .query(String.class)
                        .list())
                .containsExactly("MET>NOT_MET");
        assertThat(dashboard("lanhdao").select(".notices").text()).contains("Chỉ tiêu 9.2 năm 2024", "Đạt → Chưa đạt");
    }

    @Test
    void aBannerStaysUntilItsReaderPutsItAwayAndForThemAlone() throws Exception {
        online(false);
        watch.look();
        long id = jdbc.sql("select max(id) from verdict_notice where target_id = ?")
                .param(target)
                .query(Long.class)
                .single();
        String form = "form[action=/follow-ups/notices/" + id + "/dismissal]";
        for (String reader : List.of("lanhdao", "vanphong", "dieutri")) {
            assertThat(dashboard(reader).select(form)).as(reader).hasSize(1);
        }
        for (int i = 0; i < 2; i++) {
            browser.perform(post("/follow-ups/notices/" + id + "/dismissal")
                            .with(people.as("lanhdao"))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/dashboard"));
        }
        assertThat(dashboard("lanhdao").select(form)).isEmpty();
        assertThat(dashboard("vanphong").select(form)).hasSize(1);
        browser.perform(post("/follow-ups/notices/999999/dismissal")
                        .with(people.as("lanhdao"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatAnotherCopyOfTheProgramWritesOrPutsAwayIsSeenAtOnceAndInEachLanguage() throws Exception {
        online(false);
        watch.look();
        String vietnamese = notices(Language.VIETNAMESE).get(0);
        assertThat(vietnamese).contains("NQ17");
        assertThat(notices(Language.ENGLISH).get(0)).contains("NQ17").isNotEqualTo(vietnamese);
        assertThat(notices(Language.VIETNAMESE)).startsWith(vietnamese);
        jdbc.sql("""
                        insert into verdict_notice_read (notice_id, user_id, read_at)
                        select n.id, person.id, now() from verdict_notice n, app_user person where person.username = 'lanhdao'
                        """).update();
        assertThat(notices(Language.VIETNAMESE)).isEmpty();
        assertThat(notices(Language.ENGLISH)).isEmpty();
    }

    private List<String> notices(Language language) throws Exception {
        return Jsoup.parse(browser.perform(get("/dashboard")
                                .with(people.as("lanhdao"))
                                .cookie(new Cookie("hoso_language", language.code())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select(".notices p")
                .eachText();
    }

    /** A mail server that refuses so many letters and takes the rest. */
    private static final class Server extends JavaMailSenderImpl {

        private final List<SimpleMailMessage> taken = new ArrayList<>();
        private int refusals;

        @Override
        public void send(SimpleMailMessage letter) {
            if (refusals-- > 0) {
                throw new MailSendException("busy");
            }
            taken.add(letter);
        }
    }

    private NoticeMail at(String time, Server server, String... to) {
        Clock clock = Clock.fixed(Instant.parse(time), Formats.ZONE);
        return new NoticeMail(
                notices, server, letters, transaction, clock, "vanphong@tuyphuoc.example.vn", List.of(to));
    }

    private void oneLetterWaits() {
        online(false);
        watch.look();
        jdbc.sql("update verdict_notice_letter set next_try_at = '2024-10-05T01:00:00Z'")
                .update();
        assertThat(jdbc.sql("select count(*) from verdict_notice_letter")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLetterLeavesOnceAfterTriesThatFailed() {
        oneLetterWaits();
        Server server = new Server();
        server.refusals = 2;
        assertThat(at("2024-10-05T01:00:00Z", server, "lanhdao@example.vn").sendDue())
                .isZero();
        assertThat(at("2024-10-05T01:04:59Z", server, "lanhdao@example.vn").sendDue())
                .isZero();
        assertThat(server.refusals).isEqualTo(1);
        assertThat(at("2024-10-05T01:05:00Z", server, "lanhdao@example.vn").sendDue())
                .isZero();
        assertThat(at("2024-10-05T01:15:00Z", server, "lanhdao@example.vn").sendDue())
                .isEqualTo(1);
        assertThat(at("2024-10-06T01:15:00Z", server, "lanhdao@example.vn").sendDue())
                .isZero();
        assertThat(server.taken).hasSize(1);
        assertThat(server.taken.get(0).getText()).contains("Chỉ tiêu NQ17 năm 2024", "Đạt → Chưa đạt");
        assertThat(server.taken.get(0).getTo()).containsExactly("lanhdao@example.vn");
    }

    @Test
    void aLetterThatAClockRunningAheadPutOffLeavesOnceTheClockIsRight() {
        oneLetterWaits();
        Server server = new Server();
        server.refusals = 1;
        at("2025-10-05T01:00:00Z", server, "lanhdao@example.vn").sendDue();

        assertThat(at("2024-10-05T01:00:00Z", server, "lanhdao@example.vn").sendDue())
                .isEqualTo(1);
    }

    @Test
    void givesUpAfterFiveTriesAndWritesToNobodyWhereNobodyIsNamed() {
        oneLetterWaits();
        assertThat(at("2024-10-05T02:00:00Z", new Server()).sendDue()).isZero();
        Server server = new Server();
        server.refusals = 100;
        for (int day = 10; day < 30; day++) {
            at("2024-10-" + day + "T01:00:00Z", server, "lanhdao@example.vn").sendDue();
        }
        assertThat(server.refusals).isEqualTo(100 - NoticeMail.TRIES);
    }
}
