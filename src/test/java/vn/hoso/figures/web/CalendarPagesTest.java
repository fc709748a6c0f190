package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.ReturnCalendarSettings;

/** The calendar and the first month of use, set on their page, and what the other pages then say; what is stored is taken back. */
@ProgramTest
@Transactional
class CalendarPagesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private ReturnCalendarSettings calendars;

    private MockHttpServletResponse send(String path, String... fields) throws Exception {
        var request = post(path).with(people.as("quantri")).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private Document open(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(people.as("vanphong")))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document settings() throws Exception {
        return Jsoup.parse(mvc.perform(get("/settings/calendar").with(people.as("quantri")))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    /** The last column of the year 2022, of which nobody reported anything, added up. */
    private long daysLate() throws Exception {
        return open("/figures?year=2022").select("tbody tr td:last-child").stream()
                .mapToLong(cell -> Long.parseLong("0" + cell.text().replaceAll("\\D", "")))
                .sum();
    }

    private String version() throws Exception {
        return settings().select("input[name=version]").val();
    }

    /** The demonstration stands at a day of its own, and an office's calendar was not chosen when the program was put in. */
    @Test
    void theCalendarThatNobodyChoseHasNoTime() throws Exception {
        assertThat(settings().select("td:contains(Chương trình) + td").text()).isEqualTo("–");
    }

    @Test
    void nothingBeforeTheFirstMonthIsOwedOrLate() throws Exception {
        assertThat(daysLate()).isPositive();
        assertThat(open("/dashboard/details").text()).contains("204/207", "Từ tháng 10/2024 đến tháng 12/2024");
        assertThat(send("/settings/calendar/first-month", "firstMonth", "01/2023", "version", version())
                        .getStatus())
                .isEqualTo(302);
        assertThat(daysLate()).isZero();

        // Figures of such a month can still be brought, and count.
        assertThat(mvc.perform(get("/figures/2022-05").with(people.as("vanphong")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        assertThat(settings().text()).contains("Các đơn vị phải báo cáo từ tháng 01/2023.");
    }

    /** What the page says of months before the first one: nobody is late, and who owes one depends on whether it holds figures. */
    @Test
    void saysWhatIsOwedOfMonthsBeforeTheFirstOne() throws Exception {
        send("/settings/calendar/first-month", "firstMonth", "11/2024", "version", version());
        assertThat(settings().text())
                .contains(
                        "không ai bị tính quá hạn, và không ai phải nộp những tháng chưa có số liệu",
                        "tháng nào đã có số liệu của một đơn vị thì các đơn vị khác cũng phải nộp")
                .doesNotContain("Trước tháng này không ai phải nộp");
        assertThat(open("/figures/2022-05/reminders").select("textarea")).isEmpty();
        Document brought = open("/figures/2024-09/reminders");
        assertThat(brought.select("textarea").text()).contains("Xã Phước Thắng").doesNotContain("đã quá hạn");
    }

    /** Used since 10/2025, with figures of 11/2025 only: nine months are nobody's debt, and the year says so. */
    @Test
    void aYearThatBeganBeforeTheFirstMonthSaysWhatItLacks() throws Exception {
        jdbc.sql(
                        "insert into reporting_month (month, first_day, last_day) values ('2025-11-01', '2025-11-01', '2025-11-30')")
                .update();
        jdbc.sql("""
                insert into monthly_return (id, unit_id, month, full_process_received, full_process_online, partial_received,
                    partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                select nextval('monthly_return_id_seq'), unit_id, date '2025-11-01', full_process_received, full_process_online,
                    partial_received, partial_online, dossiers_received, 'APPROVED', source, 0, changed_by_name, changed_at
                from monthly_return where month = date '2024-08-01'
                """).update();
        send("/settings/calendar/first-month", "firstMonth", "10/2025", "version", version());
        String dashboard = open("/dashboard/details?year=2025").text();
        assertThat(dashboard)
                .contains("Chưa có số liệu của 9 tháng trước tháng bắt đầu dùng chương trình (từ 01/2025 đến 09/2025)")
                .contains("23/46", "Tháng 10/2025: 23 đơn vị")
                .doesNotContain("Tháng 09/2025: 23 đơn vị");
        // Figures of three months are not called those of a year: pages and documents say from which day on they are.
        assertThat(open("/dashboard?year=2025").text()).contains("từ 01/10/2025 đến 30/11/2025");
        assertThat(open("/reports/2025").select(".paper").text())
                .contains("chưa có số liệu của 9 tháng trước tháng bắt đầu dùng chương trình")
                .contains("- Từ ngày 01/10/2025 đến ngày 30/11/2025, toàn huyện đã phát sinh ")
                .doesNotContain("Từ ngày 01/01/2025");
        assertThat(open("/dashboard/units/2/letter?year=2025").text())
                .contains("từ ngày 01/10/2025 đến ngày 30/11/2025");

        // Every return that is asked for is there and approved, but not every month of the year is.
        send("/settings/calendar/first-month", "firstMonth", "11/2025", "version", version());
        for (String page : List.of("/dashboard/details?year=2025", "/dashboard/units/2?year=2025")) {
            assertThat(open(page).text()).as(page).contains("ước tính").doesNotContain("chính thức");
        }

        // Nor is a period official in which there was no unit yet.
        jdbc.sql("update unit_version set valid = daterange('2025-11-01', upper(valid)) where upper_inf(valid)")
                .update();
        assertThat(open("/dashboard?year=2025&span=SIX_MONTHS").text())
                .contains("6 tháng đầu năm 2025", "ước tính")
                .doesNotContain("chính thức");
    }

    @Test
    void refusesWhatIsNoMonthAndWhoeverDidNotSeeTheLatest() throws Exception {
        MockHttpServletResponse wrong =
                send("/settings/calendar/first-month", "firstMonth", "13/2026", "version", version());
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.getContentAsString()).select("#firstMonth").val())
                .isEqualTo("13/2026");
        assertThat(send("/settings/calendar/first-month", "firstMonth", "12/2030", "version", version())
                        .getStatus())
                .isEqualTo(422);
        String seen = version();
        assertThat(send("/settings/calendar/first-month", "firstMonth", "03/2023", "version", seen)
                        .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse slower =
                send("/settings/calendar/first-month", "firstMonth", "04/2023", "version", seen);
        assertThat(slower.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(slower.getContentAsString());
        assertThat(page.text()).contains("Các đơn vị phải báo cáo từ tháng 03/2023.");
        assertThat(page.select("#firstMonth").val()).isEqualTo("04/2023");
    }

    @Test
    void anotherCalendarBeginsAfterTheStoredMonthsAndNoDayIsLost() throws Exception {
        assertThat(send("/settings/calendar", "from", "2024-09", "calendar", "DECREE_09", "seen", "1")
                        .getStatus())
                .isEqualTo(422);
        assertThat(send("/settings/calendar", "from", "2024-11", "calendar", "", "seen", "1")
                        .getStatus())
                .isEqualTo(422);
        assertThat(send("/settings/calendar", "from", "2024-11", "calendar", "DECREE_09", "seen", "0")
                        .getStatus())
                .isEqualTo(409);
        assertThat(send("/settings/calendar", "from", "2024-11", "calendar", "DECREE_09", "seen", "1")
                        .getStatus())
                .isEqualTo(302);
        assertThat(settings().select("tbody tr").first().text())
                .contains("11/2024", "Nghị định 09/2019", "01/11/2024 – 14/11/2024", "Lê Quản Trị");
        // What is stored keeps its days.
        assertThat(open("/dashboard/details").text()).contains("30/09/2024");
    }

    /** Who enters, reviews, corrects or reminds reads which days count; of a civil month nothing is added. */
    @Test
    void aMonthOfOtherDaysIsHeadedWithThem() throws Exception {
        List<String> pages = List.of("", "?known=2024-11-30", "/review", "/reminders", "/2/corrections");
        for (String page : pages) {
            assertThat(open("/figures/2024-09" + page).select("h1").text())
                    .as(page)
                    .contains("09/2024")
                    .doesNotContain("(");
        }
        jdbc.sql(
                        "update reporting_month set first_day = '2024-08-15', last_day = '2024-09-14' where month = '2024-09-01'")
                .update();
        entities.clear();
        for (String page : pages) {
            assertThat(open("/figures/2024-09" + page).select("h1").text())
                    .as(page)
                    .contains("09/2024 (15/08–14/09/2024)");
        }
        assertThat(open("/figures/2024-09/reminders").select("textarea").text())
                .contains("tháng 09/2024 (15/08–14/09/2024)");
        // A month that nobody has begun has the days of the calendar.
        send("/settings/calendar", "from", "2024-11", "calendar", "DECREE_09", "seen", "1");
        calendars.upTo(2);
        assertThat(open("/figures/2024-12").select("h1").text()).contains("12/2024 (15/11–14/12/2024)");
    }
}
