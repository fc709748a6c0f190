package vn.hoso.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.CountedStatements.Statements;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.operations.FreeSpace.Room;

/** What the program tells of itself: to its administrator, to probes and to those who watch its figures. */
@ProgramTest(world = OWN)
class ProgramStateTest {

    private static final long GB = 1L << 30;

    @LocalServerPort
    private int port;

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private ProgramFigures figures;

    @Autowired
    private Statements statements;

    @ParameterizedTest
    @CsvSource({"100, 10, false", "100, 9, true", "5, 1, false", "5, 0, true", "4000, 399, true", "4000, 400, false"})
    void warnsBelowATenthOfTheDiskOrAGigabyte(long total, long free, boolean low) {
        assertThat(new Room(total * GB, free * GB).low()).isEqualTo(low);
    }

    @Test
    void writesSizesAsPeopleReadThem() {
        assertThat(Sizes.text(900)).isEqualTo("900 B");
        assertThat(Sizes.text(22_439_526)).isEqualTo("21,4 MB");
        assertThat(Sizes.text(10 * GB)).isEqualTo("10 GB");
    }

    @Test
    void tellsTheAdministratorEverythingOnOnePageInFewStatements() throws Exception {
        var administrator = people.as("quantri");
        statements.reset();
        String page = Jsoup.parse(browser.perform(get("/status").with(administrator))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .text();
        assertThat(page)
                .contains(
                        "Chỗ trống trên ổ đĩa",
                        "dấu cuối khớp",
                        "gói",
                        "diễn tập khôi phục",
                        "Phiên bản cấu trúc dữ liệu 2026",
                        "Số bản đang chạy 1");
        assertThat(statements.seen()).hasSizeLessThan(14);
    }

    /** Liveness asks for no database: a program that waits for it is not to be started again. */
    @Test
    void answersProbesWithoutASessionAndWithoutDetails() throws Exception {
        for (String address : new String[] {"/livez", "/readyz"}) {
            HttpResponse<String> answer = ask(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(ask("/actuator/health").body())
                .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        assertThat(ask("/actuator/prometheus").statusCode()).isEqualTo(302);
        assertThat(ask("/actuator/health/trail").statusCode()).isNotEqualTo(200);
    }

    private HttpResponse<String> ask(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void countsWhatPeopleDoAndHowFarTheReturnsHaveCome() throws Exception {
        MeterRegistry watched = new SimpleMeterRegistry();
        figures.bindTo(watched);
        trail.recordApart(people.reviewer(), TrailEntry.of("figures.saved", YearMonth.of(2031, 1)));

        assertThat(watched.get("hoso.actions")
                        .tag("action", "figures.saved")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(watched.get("hoso.trail.whole").gauge().value()).isEqualTo(1);
        assertThat(watched.get("hoso.data.free").gauge().value()).isPositive();
        double open = watched.get("hoso.months.open").gauge().value();
        assertThat(open).isBetween(0.0, 12.0);

        statements.reset();
        for (String gauge : new String[] {"hoso.months.open", "hoso.months.late", "hoso.returns.owed"}) {
            assertThat(watched.get(gauge).gauge().value()).isNotNegative();
        }
        assertThat(statements.seen()).as("read at most once a minute").isEmpty();
    }
}
