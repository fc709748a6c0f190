package vn.hoso.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.audit.AuditTrail;
import vn.hoso.shared.Formats;

/** Single dossiers, names and words go when their time is over; the units' counts stay. */
@ProgramTest(world = OWN)
class DossierKeepingTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DossierKeeping keeping;

    @Autowired
    private KeepingDecisions decisions;

    @Autowired
    private Clock clock;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionOperations transactions;

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    private String page(YearMonth month) throws Exception {
        return open(
                "/dashboard/paper/people?span=MONTH&year=" + month.getYear() + "&month=" + month.getMonthValue(),
                "vanphong");
    }

    private String open(String address, String person) throws Exception {
        return browser.perform(get(address).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private ResultActions decide(String months, String confirmed) throws Exception {
        return browser.perform(post("/settings/dossiers")
                .with(people.as("quantri"))
                .with(csrf())
                .param("months", months)
                .param("confirmed", confirmed));
    }

    private ZonedDateTime morning() {
        ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
        return LocalDate.now(clock.withZone(zone)).plusDays(1).atTime(8, 35).atZone(zone);
    }

    /** What a program that was off at night deletes in the morning after this day. */
    private int forgetInTheMorning() {
        DossierKeeping then = new DossierKeeping(
                decisions, audit, Clock.fixed(morning().toInstant(), morning().getZone()));
        return Objects.requireNonNull(transactions.execute(status -> then.forget()));
    }

    @Test
    void theMonthBeforeTheLastOneKeptIsForgottenAndNoOther() throws Exception {
        YearMonth kept = YearMonth.from(morning()).minusMonths(DossierKeeping.USUAL_MONTHS);
        YearMonth over = kept.minusMonths(1);
        long old = IntakeRows.sample(jdbc, over.toString());
        IntakeRows.sample(jdbc, kept.toString());
        long each = count("extract_dossier") / 2;
        for (YearMonth month : new YearMonth[] {over, kept}) {
            jdbc.sql("""
                    insert into paper_explanation (unit_id, month, received_by_key, received_by, dossiers, reason, words, state,
                        proposed_by, proposed_by_name, proposed_at)
                    select 2, :month, 'hồ quốc khánh', 'Hồ Quốc Khánh', 3, 'OTHER', 'Mất điện', 'PROPOSED', id, 'A', now()
                    from app_user where username = 'quantri'
                    """).param("month", month.atDay(1)).update();
        }
        assertThat(page(over)).contains("Hồ Quốc Khánh");
        long uncounted = IntakeRows.extract(jdbc, "chua-dem.xlsx", 2);
        IntakeRows.dossiers(jdbc, uncounted, 1, 2, over.atDay(1), "Hồ Quốc Khánh", 1, 1);
        jdbc.sql(
                        "update dossier_extract set state = 'READ', applied_by = null, applied_by_name = null, applied_at = null"
                                + " where id = ?")
                .param(uncounted)
                .update();
        assertThat(open("/", "vanphong")).contains("2 giải trình hồ sơ bản giấy chờ quyết định");

        assertThat(forgetInTheMorning()).isEqualTo(each);

        assertThat(count("extract_dossier where extract_id = " + uncounted))
                .as("a list that is still to be counted is counted from its rows")
                .isEqualTo(2);
        assertThat(count("extract_dossier")).isEqualTo(each + 2);
        assertThat(count("extract_dossier where month < date '" + kept.atDay(1) + "'"))
                .isEqualTo(2);
        assertThat(open("/", "vanphong")).contains("1 giải trình hồ sơ bản giấy chờ quyết định");
        long forgotten = jdbc.sql("select id from paper_explanation where forgotten_at is not null")
                .query(Long.class)
                .single();
        String list = "/dashboard/paper/explanations";
        assertThat(open(list, "vanphong"))
                .contains("hết hạn lưu khi chưa được quyết định")
                .doesNotContain("explanations/" + forgotten + "/");
        for (String press : new String[] {"decision", "withdrawal"}) {
            browser.perform(post(list + "/" + forgotten + "/" + press)
                            .with(people.as("vanphong"))
                            .with(csrf())
                            .param("accepted", "true")
                            .param("answer", "Đã muộn"))
                    .andExpect(status().isConflict());
        }
        assertThat(count("extract_count where month = date '" + over.atDay(1) + "' and in_force"))
                .isEqualTo(23);
        assertThat(jdbc.sql("select id from dossier_extract where forgotten_at is not null")
                        .query(Long.class)
                        .list())
                .containsExactly(old);
        assertThat(count("paper_explanation where forgotten_at is not null and received_by is null and words is null"))
                .isEqualTo(1);
        assertThat(count("paper_explanation where words = 'Mất điện'")).isEqualTo(1);
        assertThat(page(over))
                .doesNotContain("Hồ Quốc Khánh")
                .contains("Tháng " + Formats.month(over) + ": hồ sơ chi tiết đã hết hạn lưu");
        assertThat(page(kept)).contains("Hồ Quốc Khánh").doesNotContain("đã hết hạn lưu");
        assertThat(count("audit_event where action = 'dossiers.forgotten' and subject = '" + kept + "'"))
                .isEqualTo(1);
        assertThat(forgetInTheMorning()).isZero();
        assertThat(count("audit_event where action = 'dossiers.forgotten'")).isEqualTo(1);

        decide("2", "").andExpect(status().is(422));
        decide("23", "")
                .andExpect(status().is(422))
                .andExpect(content()
                        .string(containsString("trước tháng "
                                + Formats.month(YearMonth.from(morning()).minusMonths(23)))));
        decide("23", "22").andExpect(status().is(422));
        assertThat(count("dossier_keeping")).isZero();
        decide("24", "").andExpect(status().is(302));
        assertThat(count("dossier_keeping"))
                .as("the usual number is a decision too")
                .isEqualTo(1);
        decide("23", "23").andExpect(status().is(302));
        assertThat(keeping.forget())
                .as("a decision of this day deletes nothing before the next night")
                .isZero();
        decide("24", "").andExpect(status().is(302));
        assertThat(forgetInTheMorning()).isZero();
        decide("23", "23").andExpect(status().is(302));
        assertThat(forgetInTheMorning()).isEqualTo(each);
        assertThat(count("extract_dossier where extract_id <> " + uncounted)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "121", "03", "-24", "24,5", "24 tháng", "２４", "1e2", "99999999999999999999"})
    @Transactional
    void aNumberThatIsNoneOfTheseMonthsIsRefusedAndStays(String typed) throws Exception {
        long before = count("dossier_keeping");
        MockHttpServletResponse refused = decide(typed, typed).andReturn().getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(refused.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("#months-problem").text()).isEqualTo("Hãy ghi số tháng từ 3 đến 120.");
        assertThat(page.select("#months").val()).isEqualTo(typed);
        assertThat(count("dossier_keeping")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "24", " 25 ", "120"})
    @Transactional
    void theFewestTheUsualAndTheMostAreDecided(String typed) throws Exception {
        decide(typed, typed.strip()).andExpect(status().is(302));
        assertThat(keeping.months()).isEqualTo(Integer.parseInt(typed.strip()));
    }

    /** On a month's last day the night that follows is already the next month's. */
    @Test
    @Transactional
    void tellsTheMonthThatTheNextNightDeletesUpTo() {
        YearMonth month = YearMonth.of(2024, 10);
        ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
        IntakeRows.paper(jdbc, 2, month.minusMonths(23).toString());
        DossierKeeping lastDay = new DossierKeeping(
                decisions,
                audit,
                Clock.fixed(month.atEndOfMonth().atTime(10, 0).atZone(zone).toInstant(), zone));
        // Whatever was decided before: the last decision is of this day.
        assertThat(lastDay.decide(60, true, people.named("quantri"))).isTrue();
        assertThat(lastDay.decide(23, true, people.named("quantri"))).isTrue();

        DossierKeeping morning = new DossierKeeping(
                decisions,
                audit,
                Clock.fixed(
                        month.plusMonths(1).atDay(1).atTime(8, 35).atZone(zone).toInstant(), zone));
        assertThat(morning.forget()).isEqualTo(1);
        assertThat(lastDay.oldestAfterTheNight(23))
                .isEqualTo(month.minusMonths(22))
                .isEqualTo(morning.oldest());
    }
}
