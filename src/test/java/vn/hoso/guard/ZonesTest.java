package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.database.DirectConnections;
import vn.hoso.shared.Formats;

/** Days, months and times are those of Vietnam, whatever zone the computer is set to. */
@ProgramTest
class ZonesTest {

    private static final List<String> ZONES =
            List.of("UTC", "America/New_York", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati");

    private static final List<String> PAGES =
            List.of("/dashboard?year=2024", "/figures/2024-09", "/audit", "/reports/2024");

    private final TimeZone own = TimeZone.getDefault();

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private Clock clock;

    @Autowired
    private DirectConnections connections;

    @AfterEach
    void backHome() {
        TimeZone.setDefault(own);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T16:59:59Z, 2026-10, 31/10/2026, 23:59",
        "2026-10-31T17:00:00Z, 2026-11, 01/11/2026, 00:00",
        "2026-12-31T16:59:59Z, 2026-12, 31/12/2026, 23:59",
        "2026-12-31T17:00:00Z, 2027-01, 01/01/2027, 00:00",
        "2028-02-28T17:00:00Z, 2028-02, 29/02/2028, 00:00"
    })
    void aMonthEndsAtMidnightInVietnam(Instant now, YearMonth month, String day, String time) {
        for (String zone : ZONES) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Clock then = Clock.fixed(now, clock.getZone());
            assertThat(YearMonth.now(then)).as(zone).isEqualTo(month);
            assertThat(Formats.date(LocalDate.now(then))).as(zone).isEqualTo(day);
            assertThat(Formats.time(now)).as(zone).contains(day, time);
        }
    }

    @Test
    void thePagesAreTheSameInEveryZone() throws Exception {
        for (String page : PAGES) {
            Map<String, String> seen = new LinkedHashMap<>();
            for (String zone : ZONES) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                seen.put(
                        zone,
                        browser.perform(get(page).with(people.as("vanphong")))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8)
                                .replaceAll("(name=\"(?:_csrf|_once)\" value=\")[^\"]*", "$1"));
            }
            assertThat(seen.values()).as(page).allSatisfy(text -> assertThat(text)
                    .isEqualTo(seen.get("UTC")));
        }
    }

    /** A session of the database takes over the zone of the program that opens it. */
    @Test
    void theDatabaseTellsTheSameDaysInEveryZone() throws Exception {
        for (String zone : ZONES) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            try (Connection connection = connections.asProgram();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select min(month), timestamptz '2026-10-31 17:00:10+00' from reporting_month")) {
                row.next();
                assertThat(row.getObject(1, LocalDate.class).getDayOfMonth()).isEqualTo(1);
                assertThat(row.getObject(2, OffsetDateTime.class).toInstant())
                        .isEqualTo(Instant.parse("2026-10-31T17:00:10Z"));
            }
        }
    }
}
