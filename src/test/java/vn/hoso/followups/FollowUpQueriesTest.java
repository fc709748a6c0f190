package vn.hoso.followups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.CountedStatements.Statements;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.Formats;

/** Tasks about missed targets: made from the dashboard, carried on, closed with their result. */
@ProgramTest(world = OWN)
class FollowUpQueriesTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FollowUpQueries followUps;

    @Autowired
    private Statements statements;

    @Autowired
    private Clock clock;

    private Document open(String page, String person) throws Exception {
        return Jsoup.parse(browser.perform(get(page).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private long target(String code) {
        return jdbc.sql("select id from target where code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    private ResultActions make(String person, String task, String unit, String month, String due) throws Exception {
        return browser.perform(post("/follow-ups")
                .with(people.as(person))
                .with(csrf())
                .param("target", String.valueOf(target("QĐ2679")))
                .param("unit", unit)
                .param("month", month)
                .param("task", task)
                .param("responsible", "Bộ phận Một cửa")
                .param("due", due));
    }

    private String inDays(int days) {
        return LocalDate.now(clock).plusDays(days).toString();
    }

    private long idOf(String task) {
        return jdbc.sql("select id from follow_up where task = ?")
                .param(task)
                .query(Long.class)
                .single();
    }

    private ResultActions close(long id, String person, String result) throws Exception {
        MockHttpServletRequestBuilder request = post("/follow-ups/" + id + "/closing")
                .with(people.as(person))
                .with(csrf())
                .param("result", result);
        return browser.perform(request);
    }

    @Test
    void theDashboardsMissedVerdictLeadsToAFormThatKnowsWhatItIsAbout() throws Exception {
        Element link = open("/dashboard/details?year=2024", "vanphong")
                .select(".verdict:contains(QĐ2679) a:contains(Giao việc)")
                .first();
        assertThat(link).isNotNull();
        Document form = open(link.attr("href"), "vanphong");
        assertThat(form.select("#target option[selected]").val()).isEqualTo(String.valueOf(target("QĐ2679")));
        assertThat(form.select("[name=month]").val()).isEqualTo("2024-09");
        for (String reader : new String[] {"lanhdao", "vanthu", "dieutri", "quantri"}) {
            assertThat(open("/dashboard/details?year=2024", reader).select("a:contains(Giao việc)"))
                    .isEmpty();
        }
        assertThat(open("/dashboard/details?year=2024&span=QUARTER&month=9", "vanphong")
                        .select("a:contains(Giao việc)"))
                .isEmpty();
    }

    @Test
    void anOpenTaskIsCarriedOnWithItsAgeAndItsEffectUntilItIsClosed() throws Exception {
        make("vanphong", "Trực hướng dẫn tại Một cửa", "2", "2024-03", inDays(10))
                .andExpect(redirectedUrl("/follow-ups"));
        make("vanphong", "Trực hướng dẫn tại Một cửa", "2", "2024-03", inDays(10))
                .andExpect(redirectedUrl("/follow-ups"));
        long id = idOf("Trực hướng dẫn tại Một cửa");

        Document list = open("/follow-ups", "lanhdao");
        String line = list.select("#task-" + id).text();
        assertThat(line).contains("3/3 tháng sau").doesNotContain("chuyển tiếp", "quá hạn");
        assertThat(line).contains(expected(2, "2024-03", "2024-03"), expected(2, "2024-04", "2024-06"));
        assertThat(list.select("form[action$=closing]")).isEmpty();

        close(id, "vanphong", " ").andExpect(status().isUnprocessableContent());
        close(id, "lanhdao", "Xong").andExpect(status().isForbidden());
        close(id, "vanphong", "Đã trực 20 buổi").andExpect(redirectedUrl("/follow-ups"));
        close(id, "vanphong", "Đã trực 20 buổi").andExpect(redirectedUrl("/follow-ups"));
        close(id, "chanhvanphong", "Khác").andExpect(status().isConflict());
        close(999_999, "vanphong", "Khác").andExpect(status().isNotFound());
        assertThat(open("/follow-ups", "lanhdao").text()).contains("Đã trực 20 buổi");
        assertThat(open("/follow-ups", "lanhdao").select("#task-" + id)).isEmpty();
        assertThat(jdbc.sql(
                                "select concat(action, unit_ids) from audit_event where subject = 'Trực hướng dẫn tại Một cửa' order by sequence")
                        .query(String.class)
                        .list())
                .containsExactly("followup.made{2}", "followup.closed{2}");
        assertThatThrownBy(() -> jdbc.sql("update follow_up set result = 'khác' where id = " + id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    /** Recomputed from the rows themselves. */
    private String expected(long unit, String from, String to) {
        return jdbc.sql("""
                        select sum(coalesce(online_reported, full_process_online + partial_online)) || '/' || sum(dossiers_received)
                        from monthly_return where unit_id = ? and complete
                            and month between cast(? as date) and cast(? as date)
                        """)
                .params(unit, from + "-01", to + "-01")
                .query(String.class)
                .single()
                .replaceAll("(\\d)(\\d{3})\\b", "$1.$2");
    }

    @Test
    void theDashboardCountsWhatIsOpenAndWhatIsOverdue() throws Exception {
        make("vanphong", "Việc còn hạn", "", "2024-09", inDays(5)).andExpect(status().isFound());
        jdbc.sql("""
                        insert into follow_up (target_id, month, task, responsible, due, made_by, made_by_name, made_at)
                        select ?, '2024-09-01', 'Việc quá hạn', 'Văn phòng', '2024-10-31', id, display_name, now()
                        from app_user where username = 'vanphong'
                        """).param(target("NQ17")).update();
        FollowUpQueries.Summary summary = followUps.summary(people.reviewer());
        assertThat(summary.open()).isGreaterThanOrEqualTo(2);
        assertThat(summary.overdue()).isGreaterThanOrEqualTo(1);
        assertThat(open("/dashboard/details?year=2024", "lanhdao")
                        .select(".follow-up-summary a")
                        .text())
                .isEqualTo(summary.open() + " việc đang mở, " + summary.overdue() + " việc quá hạn");
        assertThat(open("/follow-ups", "lanhdao")
                        .select("#task-" + idOf("Việc quá hạn"))
                        .text())
                .contains("quá hạn");
        assertThat(followUps.openOf(2024).stream().map(FollowUp::task)).contains("Việc quá hạn", "Việc còn hạn");
        assertThat(followUps.openOf(2023).stream().map(FollowUp::task)).doesNotContain("Việc quá hạn");
    }

    @Test
    @Transactional
    void aTaskAboutAUnitThatEndedSaysSoAndNamesWhatReplacedIt() throws Exception {
        make("vanphong", "Việc của xã sẽ nhập", "2", "2025-05", inDays(5)).andExpect(status().isFound());
        make("vanphong", "Việc của xã đã nhập", "2", "2025-06", inDays(5)).andExpect(status().isFound());
        String none = "Các tháng sau chưa có số liệu.";
        assertThat(open("/follow-ups", "lanhdao")
                        .select("#task-" + idOf("Việc của xã đã nhập"))
                        .text())
                .contains(none);
        jdbc.sql("update unit_version set valid = daterange(lower(valid), '2025-07-01') where unit_id = 2")
                .update();
        Document ended = open("/follow-ups", "lanhdao");
        assertThat(ended.select("#task-" + idOf("Việc của xã đã nhập")).text())
                .contains("Đơn vị không còn từ ngày 01/07/2025, không có đơn vị thay thế.")
                .doesNotContain(none);

        jdbc.sql("""
                        with act as (
                            insert into reorganisation (effective_on, instrument, issuer, decided_on, lines, undo, applied_by_name, applied_at)
                            values ('2025-07-01', '1664/NQ-UBTVQH15', 'Quốc hội', '2025-06-16', '[]', '{}', 'Trần Văn Phòng', now())
                            returning id)
                        insert into unit_succession (predecessor, successor, numerator, denominator, reorganisation_id)
                        select 2, 3, 1, 1, id from act
                        """).update();
        Document replaced = open("/follow-ups", "lanhdao");
        String successor = jdbc.sql("select name from unit_version where unit_id = 3")
                .query(String.class)
                .single();
        String sentence = "Đơn vị không còn từ ngày 01/07/2025, được thay thế bằng " + successor + ".";
        assertThat(replaced.select("#task-" + idOf("Việc của xã đã nhập")).text())
                .contains("Tháng 06/2025: chưa báo cáo. " + sentence);
        // A month was left in which it could have reported.
        assertThat(replaced.select("#task-" + idOf("Việc của xã sẽ nhập")).text())
                .contains(none + " " + sentence);
    }

    @Test
    void theListCostsTheSameForOneTaskAndForMany() throws Exception {
        make("vanphong", "Việc thứ nhất", "2", "2024-02", inDays(5)).andExpect(status().isFound());
        int one = statementsOfTheList();
        for (int month = 1; month <= 9; month++) {
            for (String unit : new String[] {"", "2", "3", "4"}) {
                make("vanphong", "Việc đếm " + unit, unit, "2024-0" + month, inDays(5))
                        .andExpect(status().isFound());
            }
        }
        assertThat(statementsOfTheList()).isEqualTo(one).isLessThanOrEqualTo(8);
        System.out.printf("%-32s %d statements%n", "/follow-ups with tasks", one);
    }

    private int statementsOfTheList() throws Exception {
        statements.reset();
        open("/follow-ups", "lanhdao");
        // Who the reader is was read twice: by the page, and for the test.
        return (int) statements.seen().stream()
                .filter(each ->
                        !each.contains("app_user") && !each.toLowerCase().contains("spring_session"))
                .count();
    }

    @Test
    void staffSeeWhatIsAboutTheirUnitAlone() throws Exception {
        make("vanphong", "Của Diêu Trì", "2", "2024-08", inDays(5)).andExpect(status().isFound());
        make("vanphong", "Của đơn vị khác", "3", "2024-08", inDays(5)).andExpect(status().isFound());
        make("vanphong", "Của cả huyện", "", "2024-08", inDays(5)).andExpect(status().isFound());

        assertThat(open("/follow-ups", "dieutri").text())
                .contains("Của Diêu Trì")
                .doesNotContain("Của đơn vị khác", "Của cả huyện");
        make("dieutri", "Tự giao", "2", "2024-08", inDays(5)).andExpect(status().isForbidden());
    }

    @Test
    void saysThatADayCannotBeReadBesideWhateverElseIsWrong() throws Exception {
        Document refused = Jsoup.parse(make("vanphong", "", "999999", "2024-07", "mai")
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select(".error-summary a").eachAttr("href")).containsExactly("#unit", "#task", "#due");
        assertThat(refused.select("#due-problem").text()).contains("Hãy ghi hạn");
        assertThat(refused.select("#due").val()).isEqualTo("mai");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2, 5, task",
        "Việc, 999999, 5, unit",
        "Việc, abc, 5, unit",
        "Việc, 2, -1, due",
        "Việc, 2, 2000, due",
    })
    void saysWhatIsWrongAndKeepsWhatWasTyped(String task, String unit, int days, String field) throws Exception {
        int before =
                jdbc.sql("select count(*) from follow_up").query(Integer.class).single();
        Document refused = Jsoup.parse(make("vanphong", task, unit, "2024-07", inDays(days))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select(".error-summary a").eachAttr("href")).containsExactly("#" + field);
        assertThat(refused.select("#task").text()).isEqualTo(task);
        assertThat(refused.select("#due").val()).isEqualTo(inDays(days));
        assertThat(jdbc.sql("select count(*) from follow_up")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void agesByMonthsAndIsLateAfterItsLastDay() {
        FollowUp task = new FollowUp(
                1,
                3,
                "NQ17",
                YearMonth.of(2024, 9),
                null,
                null,
                "Việc",
                "Ai",
                LocalDate.of(2024, 10, 31),
                "A",
                clock.instant(),
                null);
        YearMonth given = YearMonth.from(clock.instant().atZone(Formats.ZONE));
        assertThat(task.monthsCarried(given)).isZero();
        assertThat(task.monthsCarried(given.plusMonths(4))).isEqualTo(4);
        assertThat(task.overdue(LocalDate.of(2024, 10, 31))).isFalse();
        assertThat(task.overdue(LocalDate.of(2024, 11, 1))).isTrue();
    }
}
