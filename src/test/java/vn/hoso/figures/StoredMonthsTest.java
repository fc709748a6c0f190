package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.period.ReportingCalendar.CALENDAR_MONTHS;
import static vn.hoso.period.ReportingCalendar.DECREE_09;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;

/** The office chooses the other calendar while months and a published year are stored. Each choice is taken back. */
@ProgramTest(world = ProgramTest.World.OWN)
@Transactional
class StoredMonthsTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReturnCalendarSettings calendars;

    @Autowired
    private OpenMonthGuard gate;

    @Autowired
    private StoredMonthQueries storedMonths;

    private void choose(ReportingCalendar calendar, YearMonth from) {
        jdbc.sql("""
                        insert into calendar_setting (valid_from_month, calendar, set_by_name, set_at)
                        values (:from, :calendar, 'Lê Quản Trị', now())
                        """)
                .param("from", from.atDay(1))
                .param("calendar", calendar.name())
                .update();
        readAnew();
    }

    @AfterTransaction
    void readAnew() {
        calendars.upTo(-1);
    }

    private String body(String address) throws Exception {
        return browser.perform(get(address).with(people.as("lanhdao")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard?year=2023",
                "/dashboard?year=2024",
                "/dashboard?year=2024&span=MONTH&month=9",
                "/dashboard?year=2024&span=QUARTER&month=9",
                "/dashboard/compare?year=2024",
                "/dashboard/units/2/letter?year=2024&month=9",
                "/reports/2023",
                "/reports/2024",
                "/reports/2024-Q3",
                "/exports/results.json?year=2023",
                "/exports/results.json?year=2024",
                "/exports/results.csv?year=2024&span=MONTH&month=9"
            })
    void storedMonthsAndPublishedYearsAreHeadedAsBefore(String address) throws Exception {
        String before = body(address);
        assertThat(before)
                .containsAnyOf(
                        "01/01/2023", "01/01/2024", "2023-01-01", "2024-01-01", "01/07/2024", "/09/2024", "2024-09-01");

        choose(DECREE_09, ReturnCalendarSettings.EVERY_MONTH);

        assertThat(words(body(address))).isEqualTo(words(before)).doesNotContain("15/12", "14/09/2024", "-12-15");
    }

    /** Without what differs from one request to the next. */
    private static String words(String body) {
        return body.startsWith("<!doctype html>") ? Jsoup.parse(body).text() : body;
    }

    @Test
    void monthsStoredFromNowOnHaveTheDaysOfTheNewChoice() {
        YearMonth february = YearMonth.of(2031, 2);
        YearMonth march = YearMonth.of(2031, 3);
        YearMonth april = YearMonth.of(2031, 4);
        gate.open(february);
        choose(DECREE_09, march);
        gate.open(february);
        gate.open(march);
        gate.open(april);

        assertThat(stored(february, february)).isEqualTo(new ReportingPeriod(february, february, CALENDAR_MONTHS));
        // The month of the change takes the days that are left: 15 to 28 February have been reported already.
        assertThat(stored(march, march).firstDay()).isEqualTo("2031-03-01");
        assertThat(stored(march, march).lastDay()).isEqualTo("2031-03-14");
        assertThat(stored(april, april)).isEqualTo(new ReportingPeriod(april, april, DECREE_09));
        assertThat(stored(april, april).firstDay()).isEqualTo("2031-03-15");
        assertThat(stored(february, march).firstDay()).isEqualTo("2031-02-01");
        assertThat(stored(february, march).lastDay()).isEqualTo("2031-03-14");
        assertThat(stored(february, march).mixed()).isNotNull();
    }

    private ReportingPeriod stored(YearMonth from, YearMonth to) {
        return storedMonths.stored(new ReportingPeriod(from, to, DECREE_09));
    }
}
