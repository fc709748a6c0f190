package vn.hoso.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.servlet.http.Cookie;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.CurrentDatabase;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** The trail on a real PostgreSQL: written by many, read by few, tampered with by its owner. */
@ProgramTest(world = OWN)
class TrailTest {

    private static final int WRITERS = 20;
    private static final int EACH = 10;

    @Autowired
    private MockMvc browser;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TrailStore store;

    @Autowired
    private ChainVerification chain;

    @Autowired
    private TrailSearch search;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CurrentDatabase database;

    @Autowired
    private People people;

    private void record(String detail) {
        trail.recordApart(
                people.reviewer(),
                TrailEntry.of("figures.saved", YearMonth.of(2031, 1))
                        .units(List.of(3L, 2L))
                        .because("vì “thử”\n" + detail)
                        .changing(List.of(
                                new Change(2L, 3, "payable", null, "12"),
                                new Change(2L, 3, "note", "Hồ \"sơ\" \\ ế", detail))));
    }

    /** The place in the chain is the order; the hour only says what the computer's clock said. */
    @Test
    void aClockSetBackReordersNothing() {
        Instant noon = Instant.parse("2031-01-10T05:00:00Z");
        List<Instant> said = List.of(noon, noon.minus(Duration.ofDays(3)), noon.plusSeconds(1));
        for (Instant each : said) {
            AuditTrail then = new AuditTrail(store, transaction, Clock.fixed(each, ZoneOffset.UTC), event -> {});
            then.recordApart(people.reviewer(), TrailEntry.of("figures.saved", "clock", each.toString()));
        }
        List<TrailLine> lines = search.lines(TrailFilter.EVERYTHING, null, 3);
        assertThat(lines)
                .extracting(TrailLine::detail)
                .containsExactly(
                        said.get(2).toString(),
                        said.get(1).toString(),
                        said.get(0).toString());
        assertThat(chain.verify(null).intact()).isTrue();
    }

    private TrailLine latest() {
        return search.lines(TrailFilter.EVERYTHING, null, 1).get(0);
    }

    @Test
    void keepsItsChainWholeUnderTwentyWritersAtOnce() throws Exception {
        long before = chain.end().length();
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        long start = System.nanoTime();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.add(() -> {
                together.await();
                for (int n = 0; n < EACH; n++) {
                    record(writer + "/" + n);
                }
                return null;
            });
        }
        for (Future<Void> done : pool.invokeAll(writers)) {
            done.get();
        }
        pool.shutdown();
        System.out.printf(
                "%d entries by %d writers in %d ms%n",
                WRITERS * EACH, WRITERS, (System.nanoTime() - start) / 1_000_000);

        assertThat(chain.end().length()).isEqualTo(before + WRITERS * EACH);
        assertThat(chain.verify(null).faults())
                .as("the database and ChainText agree")
                .isEmpty();
    }

    @Test
    void leavesNoGapWhenATransactionFails() {
        long before = chain.end().length();
        transaction.executeWithoutResult(status -> {
            trail.record(people.reviewer(), "figures.saved", "2031-02", "");
            status.setRollbackOnly();
        });
        record("sau lần hỏng");

        assertThat(chain.end().length()).isEqualTo(before + 1);
        assertThat(latest().sequence()).isEqualTo(before + 1);
    }

    /** What only somebody can do who owns the tables and switches the triggers off. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_event set detail = 'khác' where sequence = :n - 2 | Altered",
                "update audit_event set changes = '[]' where sequence = :n - 1 | Altered",
                "update audit_event set actor_name = 'Người khác' where sequence = :n | Altered",
                "delete from audit_event where sequence = :n - 2 | Missing",
                "delete from audit_event where sequence = :n | Missing",
                "insert into audit_event (at, actor_name, action, subject, detail, sequence, previous_hash, hash) select now(), 'Kẻ lạ', 'figures.saved', '2031-01', '', :n + 1, hash, hash from audit_event where sequence = :n | Added"
            })
    void findsAndNamesWhatTheOwnerTamperedWith(String statement, String fault) throws SQLException {
        record("một");
        record("hai");
        record("ba");
        long last = chain.end().length();
        try (Connection owner = database.connectAsOwner()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("alter table audit_event disable trigger user");
            assertThat(owner.createStatement().executeUpdate(statement.replace(":n", String.valueOf(last))))
                    .isEqualTo(1);
            SingleConnectionDataSource source = new SingleConnectionDataSource(owner, true);
            ChainVerification tampered = new ChainVerification(new JdbcTemplate(source), JdbcClient.create(source));
            ChainReport report = tampered.verify(null);
            assertThat(tampered.endHolds())
                    .as("a probe looks at the last row alone")
                    .isEqualTo(!statement.endsWith("= :n") || statement.startsWith("insert"));
            owner.rollback();

            assertThat(report.faults()).hasSize(1);
            assertThat(report.faults().get(0).getClass().getSimpleName()).isEqualTo(fault);
            assertThat(report.faults().get(0).toString()).contains(String.valueOf(expected(statement, last)));
        }
        assertThat(chain.verify(null).intact()).isTrue();
        assertThat(chain.endHolds()).isTrue();
    }

    private static long expected(String statement, long last) {
        if (statement.contains(":n - 2")) {
            return last - 2;
        }
        if (statement.contains(":n - 1")) {
            return last - 1;
        }
        return statement.contains(":n + 1") ? last + 1 : last;
    }

    @Test
    void keepsWhoCameInAndWhoDidNot() throws Exception {
        browser.perform(post("/login").with(csrf()).param("username", "LanhDao").param("password", "sai"));
        assertThat(latest().action()).isEqualTo("signin.failed");
        assertThat(latest().subject()).isEqualTo("lanhdao");

        browser.perform(
                post("/login").with(csrf()).param("username", "Mat-khau-bi-mat").param("password", "x"));
        assertThat(latest().action()).isEqualTo("signin.failed");
        assertThat(latest().toString()).as("may be a password").doesNotContain("bi-mat");

        browser.perform(post("/login").with(csrf()).param("username", "lanhdao").param("password", "Thu-nghiem-2024"));
        assertThat(latest().action()).isEqualTo("signin.succeeded");
        assertThat(latest().address()).isEqualTo("127.0.0.1");

        browser.perform(post("/logout").with(csrf()).with(people.as("lanhdao")));
        assertThat(latest().action()).isEqualTo("signin.ended");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /audit, 403",
        "GET, /dashboard/units/3?year=2024, 404",
        "GET, /trace/2024/overall/units/3, 404",
        "GET, /trace/returns/3/2024-08, 404",
        "POST, /figures/2024-09/lock, 403"
    })
    void keepsWhatWasRefused(String method, String address, int answer) throws Exception {
        browser.perform((method.equals("GET") ? get(address) : post(address).with(csrf())).with(people.as("dieutri")))
                .andExpect(status().is(answer));

        assertThat(latest().action()).isEqualTo("request.refused");
        assertThat(latest().user()).isEqualTo("Phạm Diêu Trì");
        assertThat(latest().subject()).isEqualTo(method + " " + address.split("\\?")[0]);
        assertThat(latest().detail()).isEqualTo(String.valueOf(answer));
    }

    @Test
    void isFoundByPersonUnitMonthAndAction() throws Exception {
        record("để tìm");
        String page = browser.perform(get("/audit?month=01/2031&unit=2&action=figures.saved&person="
                                + people.reviewer().id())
                        .with(people.as("quantri")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Lưu số liệu tháng 01/2031")
                .contains("Thị trấn Diêu Trì: Hồ sơ có phí, lệ phí chưa có → 12")
                .contains("để tìm");

        assertThat(search.lines(new TrailFilter(null, 4L, YearMonth.of(2031, 1), null, null, null), null, 10))
                .isEmpty();
    }

    @Test
    void refusesADayThatIsNone() throws Exception {
        browser.perform(get("/audit?from=31/02/2024").with(people.as("vanphong")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void isCheckedAtThePressOfAButton() throws Exception {
        String kept = chain.end().length() + ":" + chain.end().hash();
        browser.perform(post("/audit/verification")
                        .with(csrf())
                        .param("kept", kept)
                        .with(people.as("quantri")))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("faults", List.of()));
        assertThat(latest().action()).isEqualTo("trail.verified");

        browser.perform(post("/audit/verification")
                        .with(csrf())
                        .param("kept", "12")
                        .with(people.as("quantri")))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void leavesAsASheetWithoutFormulasAndSaysSo() throws Exception {
        trail.recordApart(
                people.reviewer(), TrailEntry.of("unnamed.action", "x", "").because("=1+1"));
        String sheet = browser.perform(
                        get("/audit/trail.csv?action=unnamed.action").with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(sheet)
                .startsWith("\uFEFFsequence;time;person")
                .contains("'=1+1")
                .doesNotContain(";=1+1");
        assertThat(latest().action()).isEqualTo("trail.exported");
        assertThat(latest().detail()).isEqualTo("?action=unnamed.action");
    }

    @Test
    void namesTheProgramInTheReadersLanguage() throws Exception {
        transaction.executeWithoutResult(status -> trail.recordOwn(TrailEntry.of("deadline.set", "01/2031", "5")));
        assertThat(Jsoup.parse(browser.perform(get("/audit")
                                        .with(people.as("vanphong"))
                                        .cookie(new Cookie("hoso_language", "en")))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select("main tbody tr")
                        .first()
                        .text())
                .contains("The program")
                .doesNotContain("Chương trình");
    }

    @Test
    void namesColumnsAndAnswersInWords() throws Exception {
        trail.recordApart(
                people.reviewer(),
                TrailEntry.of("field.added", "handled", "Đã giải quyết")
                        .changing(List.of(
                                Change.of("field.notAbove", "online_reported", "dossiers_received"),
                                Change.of("field.required", "false", "true"),
                                Change.of("indicator.formula", null, "handled + online_total / dossiers_received"))));
        assertThat(Jsoup.parse(browser.perform(get("/audit").with(people.as("vanphong")))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select("main tbody tr")
                        .first()
                        .text())
                .contains(
                        "Không vượt quá Tổng trực tuyến (theo báo cáo) → Tổng số hồ sơ",
                        "Bắt buộc không → có",
                        "Cách tính chưa có → handled + Tổng hồ sơ trực tuyến / Tổng số hồ sơ");
    }

    @Test
    void saysInWordsWhatWasLookedAtAndTaken() throws Exception {
        for (String path : List.of(
                "/exports/results.json?year=2024&span=QUARTER&month=7",
                "/dashboard/map.csv?year=2024",
                "/dashboard/paper/people?year=2024",
                "/dashboard/paper/explanations",
                "/audit/trail.csv")) {
            browser.perform(get(path).with(people.as("vanphong"))).andExpect(status().isOk());
        }
        assertThat(Jsoup.parse(browser.perform(get("/audit").with(people.as("vanphong")))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select("main")
                        .text())
                .contains(
                        "Tải kết quả năm 2024 dạng json, quý có tháng 07/2024 ",
                        "Tải kết quả năm 2024 dạng csv, bảng từng tháng ",
                        "Xem tiếp nhận bằng bản giấy theo người, 01/2024 – 12/2024: theo người tiếp nhận ",
                        "Xem tiếp nhận bằng bản giấy theo người, các giải trình ",
                        "Tải toàn bộ nhật ký dạng csv ");
    }
}
