package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.BrowserWithCookie;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.results.ActOfOctober;
import vn.hoso.shared.Formats;

/** Entering a month through the form, as people do it and as they should not be able to. */
@ProgramTest(world = OWN)
class MonthEntryPagesTest {

    private static final long TUY_PHUOC = 1;
    private static final long DIEU_TRI = 2;

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private People people;

    private RequestPostProcessor reviewer() {
        return people.as("vanphong");
    }

    private RequestPostProcessor staff() {
        return people.as("dieutri");
    }

    private int returnsOf(String month) {
        return jdbc.sql("select count(*) from monthly_return where month = cast(? as date)")
                .param(month + "-01")
                .query(Integer.class)
                .single();
    }

    private String storedOf(String month, long unit) {
        return jdbc.sql("""
                        select concat_ws('/', full_process_received, full_process_online, partial_received, partial_online,
                            dossiers_received, online_reported, version, changed_by_name)
                        from monthly_return where month = cast(? as date) and unit_id = ?
                        """).params(month + "-01", unit).query(String.class).single();
    }

    private String unitsWithReturns(String month) {
        return jdbc.sql(
                        "select string_agg(unit_id::text, ' ' order by unit_id) from monthly_return where month = cast(? as date)")
                .param(month + "-01")
                .query(String.class)
                .single();
    }

    private static Document page(MockHttpServletResponse response) throws Exception {
        String text = response.getContentAsString();
        assertThat(text).doesNotContain("Exception", "org.springframework", "vn.hoso.", "select ");
        return Jsoup.parse(text);
    }

    @Test
    void savesAMonthWithItsRevisionAndTrail() throws Exception {
        GridFields.open(browser, "2025-01", reviewer())
                .typeGood(DIEU_TRI, 1_000)
                .send(browser, reviewer())
                .andExpect(redirectedUrl("/figures/2025-01"));
        assertThat(storedOf("2025-01", DIEU_TRI)).isEqualTo("10/9/20/11/1000/20/1/Trần Văn Phòng");
        assertThat(returnsOf("2025-01")).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*) from return_revision v join monthly_return r on r.id = v.return_id
                        where r.month = '2025-01-01' and v.version = 1 and v.dossiers_received = 1000
                        """).query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'figures.saved' and subject = '2025-01'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void readsNumbersAsPeopleWriteThem() throws Exception {
        GridFields.open(browser, "2025-02", reviewer())
                .typeGood(DIEU_TRI, 0)
                .type(DIEU_TRI, "dossiersReceived", "10.682", "partialReceived", " 1\u00A0000 ")
                .send(browser, reviewer())
                .andExpect(status().isFound());
        assertThat(storedOf("2025-02", DIEU_TRI)).isEqualTo("10/9/1000/11/10682/20/1/Trần Văn Phòng");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, không thể âm",
        "1.5, Không rõ là số nào",
        "abc, Không phải là số",
        "10.68, Không rõ là số nào",
        "99999999999, Số quá lớn",
        "2147483648, Số quá lớn",
        "1e3, Không rõ là số nào",
        "'1,234', Không rõ là số nào",
        "１２, Không phải là số",
        "-, Dấu gạch không phải là 0"
    })
    void refusesWhatIsNoCountAtItsCellAndKeepsTheText(String typed, String reason) throws Exception {
        MockHttpServletResponse response = GridFields.open(browser, "2025-03", reviewer())
                .typeGood(TUY_PHUOC, 500)
                .typeGood(DIEU_TRI, 1_000)
                .type(DIEU_TRI, "partialOnline", typed)
                .send(browser, reviewer())
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse();
        Document page = page(response);
        assertThat(page.select("#u2-partialOnline").val()).isEqualTo(typed);
        assertThat(page.select("#u2-partialOnline-problem").text()).contains(reason);
        assertThat(page.select(".error-summary a[href='#u2-partialOnline']").text())
                .contains("Thị trấn Diêu Trì", reason);
        assertThat(page.select("#u1-dossiersReceived").val()).isEqualTo("500");
        assertThat(unitsWithReturns("2025-03")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "fullProcessOnline, 11, fullProcessOnline, Trực tuyến 11 lớn hơn phát sinh 10",
        "partialOnline, 21, partialOnline, Trực tuyến 21 lớn hơn phát sinh 20",
        "dossiersReceived, 29, dossiersReceived, 'cộng lại 30, lớn hơn tổng số hồ sơ 29'",
        "onlineReported, 1001, onlineReported, Tổng trực tuyến 1.001 lớn hơn tổng số hồ sơ 1.000",
        "onlineReported, 25, note, ghi lý do",
        "payable, 5, paidOnline, phải nhập cùng nhau",
        "fullProcessReceived, x, fullProcessOnline, cũng phải là x"
    })
    void refusesFiguresThatBreakARule(String field, String typed, String at, String reason) throws Exception {
        Document page = page(GridFields.open(browser, "2026-08", reviewer())
                .typeGood(DIEU_TRI, 1_000)
                .type(DIEU_TRI, field, typed)
                .send(browser, reviewer())
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse());
        assertThat(page.select("#u2-" + at + "-problem").text()).contains(reason);
        assertThat(page.select("#u2-" + field).val()).isEqualTo(typed);
        assertThat(returnsOf("2026-08")).isZero();
    }

    @Test
    void takesOneReasonForTheRowsThatAreTicked() throws Exception {
        GridFields typed = GridFields.open(browser, "2026-11", reviewer());
        for (long unit : List.of(1L, DIEU_TRI, 3L)) {
            typed.typeGood(unit, 1_000).type(unit, "onlineReported", "25");
        }
        typed.type(3, "note", "lý do riêng");
        Document asked = page(typed.send(browser, reviewer())
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse());
        assertThat(asked.select(".sheet-reason [type=checkbox]").eachAttr("name"))
                .containsExactly("u1.same", "u2.same");

        Document left = page(GridFields.of("/figures/2026-11", asked)
                .with("reason", "nguồn chưa phân loại")
                .without("u2.same")
                .send(browser, reviewer())
                .andReturn()
                .getResponse());
        assertThat(left.select("#u1-note").text()).isEqualTo("nguồn chưa phân loại");
        assertThat(left.select("#u3-note").text()).isEqualTo("lý do riêng");
        assertThat(left.select(".sheet-reason [type=checkbox]").eachAttr("name"))
                .containsExactly("u2.same");
        assertThat(left.select("#reason").text()).isEqualTo("nguồn chưa phân loại");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13", "2024-00", "2024-1", "abc", "1800-01", "99999-01", "2024-9"})
    void refusesWhatIsNoMonth(String month) throws Exception {
        page(browser.perform(get("/figures/" + month).with(reviewer()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse());
    }

    @Test
    void refusesAMonthStillToCome() throws Exception {
        YearMonth next = YearMonth.now(Formats.ZONE).plusMonths(1);
        Document page = page(browser.perform(get("/figures/" + next).with(reviewer()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse());
        assertThat(page.text()).contains("chưa đến");
        GridFields.open(browser, "2025-04", reviewer())
                .typeGood(DIEU_TRI, 1_000)
                .sendTo("/figures/" + next, browser, reviewer())
                .andExpect(status().isBadRequest());
        assertThat(returnsOf(next.toString())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard?year=1800",
                "/dashboard?year=abc",
                "/dashboard?year=99999999999",
                "/targets?year=1800",
                "/figures?year=1800",
                "/reports/1800",
                "/exports/results.json?year=1800",
                "/exports/results.csv?year=abc",
                "/exports/results.csv"
            })
    void refusesAYearThatCannotBe(String address) throws Exception {
        Document page = page(browser.perform(get(address).with(reviewer()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse());
        assertThat(page.select("h1").text()).isNotBlank();
    }

    @Test
    void refusesAnUnknownUnitAndSavesNothing() throws Exception {
        GridFields fields = GridFields.open(browser, "2025-04", reviewer()).typeGood(DIEU_TRI, 1_000);
        page(fields.addRow(999_999)
                .typeGood(999_999, 100)
                .send(browser, reviewer())
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse());
        page(fields.type(999_999, "partialOnline", "abc")
                .send(browser, reviewer())
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse());
        assertThat(returnsOf("2025-04")).isZero();
    }

    @Test
    void refusesARowThatArrivedInPart() throws Exception {
        GridFields.open(browser, "2025-04", reviewer())
                .typeGood(DIEU_TRI, 1_000)
                .without("u2.dossiersReceived")
                .send(browser, reviewer())
                .andExpect(status().isBadRequest());
        assertThat(returnsOf("2025-04")).isZero();
    }

    @Test
    void letsStaffEnterOnlyTheirOwnUnit() throws Exception {
        GridFields fields = GridFields.open(browser, "2026-04", staff());
        assertThat(fields.has(DIEU_TRI)).isTrue();
        assertThat(fields.has(TUY_PHUOC)).isFalse();
        fields.typeGood(DIEU_TRI, 700).send(browser, staff()).andExpect(status().isFound());
        GridFields.open(browser, "2026-04", reviewer())
                .typeGood(TUY_PHUOC, 800)
                .send(browser, staff())
                .andExpect(status().isNotFound());
        assertThat(returnsOf("2026-04")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lanhdao", "quantri"})
    void letsReadersReadAndNeverSave(String reader) throws Exception {
        String page = browser.perform(get("/figures/2024-09").with(people.as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(page).select("input[type=text], button:contains(Lưu)"))
                .isEmpty();
        GridFields.open(browser, "2025-04", reviewer())
                .typeGood(DIEU_TRI, 1_000)
                .send(browser, people.as(reader))
                .andExpect(status().isForbidden());
        assertThat(returnsOf("2025-04")).isZero();
    }

    @Test
    void sendsStrangersToTheSignInPageAndRefusesAFormWithoutItsToken() throws Exception {
        browser.perform(get("/figures/2024-09")).andExpect(redirectedUrl("/login"));
        browser.perform(post("/figures/2024-09").with(reviewer())).andExpect(status().isForbidden());
        browser.perform(post("/figures/2024-09").with(csrf())).andExpect(redirectedUrl("/login"));
    }

    @Test
    void sendsAFormWhoseSessionEndedToTheSignInPageAndBackToItsMonthWithoutSavingIt() throws Exception {
        BrowserWithCookie stranger = new BrowserWithCookie(browser);
        GridFields typed = GridFields.open(browser, "2025-04", reviewer()).typeGood(DIEU_TRI, 1_000);
        typed.sendAsStranger(stranger).andExpect(redirectedUrl("/login?expired"));
        stranger.signIn("vanphong", "Thu-nghiem-2024").andExpect(redirectedUrl("/figures/2025-04"));
        stranger.open("/figures/2025-04").andExpect(status().isOk());
        assertThat(returnsOf("2025-04")).isZero();
    }

    @Test
    void showsBothValuesWhenSomebodyElseWasFaster() throws Exception {
        GridFields mine = GridFields.open(browser, "2025-06", reviewer()).typeGood(DIEU_TRI, 1_000);
        GridFields.open(browser, "2025-06", staff())
                .typeGood(DIEU_TRI, 2_000)
                .send(browser, staff())
                .andExpect(status().isFound());
        MockHttpServletResponse response = mine.typeGood(TUY_PHUOC, 300)
                .send(browser, reviewer())
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse();
        Document page = page(response);
        assertThat(page.select("#u2-dossiersReceived").val()).isEqualTo("1000");
        assertThat(page.select(".error-summary h2").text())
                .isEqualTo("Đã lưu số liệu của 1 đơn vị. Còn 1 đơn vị chưa lưu: Thị trấn Diêu Trì");
        assertThat(page.select("tr.in-conflict").text()).contains("Phạm Diêu Trì", "đang lưu: 2.000");
        assertThat(storedOf("2025-06", TUY_PHUOC)).isEqualTo("10/9/20/11/300/20/1/Trần Văn Phòng");
        assertThat(storedOf("2025-06", DIEU_TRI)).startsWith("10/9/20/11/2000/20/1");

        GridFields again = GridFields.of("/figures/2025-06", page);
        again.send(browser, reviewer()).andExpect(status().isConflict());
        again.type(DIEU_TRI, "choice", "mine").send(browser, reviewer()).andExpect(status().isFound());
        assertThat(storedOf("2025-06", DIEU_TRI)).isEqualTo("10/9/20/11/1000/20/2/Trần Văn Phòng");
    }

    /** Of 23 units one breaks a rule, one has an unusual figure, one both: 20 are saved, the three are asked everything. */
    @Test
    void savesWhatIsRightAndAsksEverythingElseAtOnce() throws Exception {
        GridFields fields = GridFields.open(browser, "2026-09", reviewer());
        for (long unit = 1; unit <= 23; unit++) {
            fields.typeGood(unit, 1_000 + (int) unit);
        }
        long broken = 4;
        long unusual = 7;
        long both = 9;
        Document page = page(fields.type(broken, "partialOnline", "abc", "fullProcessOnline", "1.5")
                .type(unusual, "onlineReported", "25")
                .type(both, "onlineReported", "25", "fullProcessOnline", "11")
                .send(browser, reviewer())
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse());

        assertThat(page.select(".error-summary h2").text())
                .isEqualTo("Đã lưu số liệu của 20 đơn vị. Còn 3 đơn vị chưa lưu: " + name(page, broken) + ", "
                        + name(page, unusual) + ", " + name(page, both));
        assertThat(page.select(".error-summary a").eachAttr("href"))
                .containsExactly(
                        "#u4-fullProcessOnline", "#u4-partialOnline", "#u7-note", "#u9-fullProcessOnline", "#u9-note");
        assertThat(page.select("#u4-partialOnline").val()).isEqualTo("abc");
        assertThat(page.select("#u9-fullProcessOnline").val()).isEqualTo("11");
        assertThat(page.select("tr.is-unsaved").eachAttr("id")).containsExactly("row-4", "row-7", "row-9");
        assertThat(returnsOf("2026-09")).isEqualTo(20);
        assertThat(revisionsOf("2026-09")).isEqualTo(20);

        // The page that came back is a form like any other: what is answered is saved, and nothing twice.
        GridFields.of("/figures/2026-09", page)
                .typeGood(broken, 1_004)
                .type(unusual, "note", "Đúng như sổ")
                .typeGood(both, 1_009)
                .send(browser, reviewer())
                .andExpect(status().isFound());
        assertThat(returnsOf("2026-09")).isEqualTo(23);
        assertThat(jdbc.sql("select max(version) from monthly_return where month = '2026-09-01'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static String name(Document page, long unit) {
        return page.select("#row-" + unit + " th > span").text();
    }

    /** How many revisions the month has. */
    private int revisionsOf(String month) {
        return jdbc.sql(
                        "select count(*) from return_revision v join monthly_return r on r.id = v.return_id where r.month = cast(? as date)")
                .param(month + "-01")
                .query(Integer.class)
                .single();
    }

    @Test
    void tellsWhoPressesAgainThatAPartIsStillNotSaved() throws Exception {
        String key = UUID.randomUUID().toString();
        GridFields press = GridFields.open(browser, "2026-05", reviewer())
                .typeGood(TUY_PHUOC, 317)
                .typeGood(DIEU_TRI, 1_017)
                .type(DIEU_TRI, "partialOnline", "1.5")
                .with("_once", key);
        Document first = page(press.send(browser, reviewer())
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse());
        assertThat(first.text()).doesNotContain("lưu trước đó");
        assertThat(browser.perform(get("/once/" + key).with(reviewer()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"stored\":true", "\"partly\":true", "Lần bấm trước đã lưu được một phần, lúc ");

        Document again = page(press.send(browser, reviewer())
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse());

        assertThat(again.select(".notice[role=status]").text())
                .contains("Một phần đã lưu trước đó, lúc ")
                .contains("Lần bấm này không ghi thêm gì: phần còn lại vẫn chưa lưu.");
        assertThat(again.select(".error-summary").text()).contains("Thị trấn Diêu Trì", "Không rõ là số nào");
        assertThat(again.select("#u2-partialOnline").val()).isEqualTo("1.5");
        assertThat(storedOf("2026-05", TUY_PHUOC)).isEqualTo("10/9/20/11/317/20/1/Trần Văn Phòng");
        assertThat(returnsOf("2026-05")).isEqualTo(1);

        press.type(DIEU_TRI, "partialOnline", "11");
        press.send(browser, reviewer()).andExpect(redirectedUrl("/figures/2026-05"));
        String whole = "/figures/2026-05?_once=" + key;
        press.send(browser, reviewer()).andExpect(redirectedUrl(whole));
        assertThat(page(browser.perform(get(whole).with(reviewer())).andReturn().getResponse())
                        .select(".notice[role=status]")
                        .text())
                .contains("Đã lưu trước đó, lúc ")
                .doesNotContain("Một phần");
    }

    @Test
    void savesTheOthersWhereOneIsApprovedAlready() throws Exception {
        GridFields mine = GridFields.open(browser, "2026-06", reviewer())
                .typeGood(DIEU_TRI, 1_000)
                .typeGood(TUY_PHUOC, 300);
        GridFields.open(browser, "2026-06", staff()).typeGood(DIEU_TRI, 1_000).send(browser, staff());
        jdbc.sql("update monthly_return set status = 'APPROVED', changed_by = null where month = '2026-06-01'")
                .update();
        Document page = page(mine.type(DIEU_TRI, "dossiersReceived", "1001", "version", "1")
                .send(browser, reviewer())
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse());
        assertThat(page.select(".error-summary h2").text())
                .isEqualTo("Đã lưu số liệu của 1 đơn vị. Còn 1 đơn vị chưa lưu: Thị trấn Diêu Trì");
        assertThat(page.select(".error-summary a[href='#row-2']").text())
                .isEqualTo("Thị trấn Diêu Trì – Trạng thái: số liệu đã được duyệt nên không sửa trực tiếp được");
        assertThat(storedOf("2026-06", TUY_PHUOC)).startsWith("10/9/20/11/300/");
        assertThat(storedOf("2026-06", DIEU_TRI)).startsWith("10/9/20/11/1000/");
    }

    @Test
    void keepsTheOthersFiguresWhenTheWriterChoosesThem() throws Exception {
        GridFields mine = GridFields.open(browser, "2025-07", reviewer())
                .typeGood(DIEU_TRI, 1_000)
                .typeGood(TUY_PHUOC, 310);
        GridFields.open(browser, "2025-07", staff()).typeGood(DIEU_TRI, 2_000).send(browser, staff());
        Document page = page(mine.send(browser, reviewer()).andReturn().getResponse());
        GridFields.of("/figures/2025-07", page)
                .type(DIEU_TRI, "choice", "stored")
                .send(browser, reviewer())
                .andExpect(status().isFound());
        assertThat(storedOf("2025-07", DIEU_TRI)).isEqualTo("10/9/20/11/2000/20/1/Phạm Diêu Trì");
        assertThat(storedOf("2025-07", TUY_PHUOC)).startsWith("10/9/20/11/310/");
    }

    @Test
    void doesNotTakeARowCarriedAlongForAChange() throws Exception {
        GridFields.open(browser, "2025-08", reviewer())
                .typeGood(DIEU_TRI, 1_000)
                .send(browser, reviewer());
        GridFields mine = GridFields.open(browser, "2025-08", reviewer()).typeGood(TUY_PHUOC, 300);
        GridFields.open(browser, "2025-08", staff()).typeGood(DIEU_TRI, 2_100).send(browser, staff());
        mine.send(browser, reviewer()).andExpect(status().isFound());
        assertThat(storedOf("2025-08", DIEU_TRI)).startsWith("10/9/20/11/2100/20/2");
        assertThat(storedOf("2025-08", TUY_PHUOC)).startsWith("10/9/20/11/300/20/1");
    }

    @Test
    void savesNothingTwice() throws Exception {
        GridFields fields = GridFields.open(browser, "2025-09", reviewer()).typeGood(DIEU_TRI, 1_000);
        fields.send(browser, reviewer()).andExpect(status().isFound());
        fields.send(browser, reviewer()).andExpect(status().isFound());
        assertThat(storedOf("2025-09", DIEU_TRI)).startsWith("10/9/20/11/1000/20/1/");
    }

    @Test
    void keepsALockedMonthAsItIsAndTheTypedTextOnThePage() throws Exception {
        String before = storedOf("2023-05", DIEU_TRI);
        GridFields fields = GridFields.open(browser, "2025-10", reviewer()).typeGood(DIEU_TRI, 1_000);
        page(fields.sendTo("/figures/2023-05", browser, reviewer())
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse());
        assertThat(storedOf("2023-05", DIEU_TRI)).isEqualTo(before);
    }

    @Test
    void addsNothingUpToNoZeroBeforeAReturnIsComplete() throws Exception {
        assertThat(page(browser.perform(get("/figures/2026-02").with(reviewer()))
                                .andReturn()
                                .getResponse())
                        .select("[data-live-rate]")
                        .eachText())
                .containsOnly("–/–")
                .hasSize(3);
    }

    @Test
    void tellsZeroNotReportedAndNotApplicableApart() throws Exception {
        GridFields.open(browser, "2025-11", reviewer())
                .typeGood(TUY_PHUOC, 0)
                .type(TUY_PHUOC, "fullProcessReceived", "0", "fullProcessOnline", "0", "partialReceived", "x")
                .type(TUY_PHUOC, "partialOnline", "x", "dossiersReceived", "0", "onlineReported", "")
                .type(DIEU_TRI, "fullProcessReceived", "5")
                .send(browser, reviewer())
                .andExpect(status().isFound());
        assertThat(jdbc.sql("""
                        select string_agg(concat_ws('/', unit_id, full_process_received, partial_na, complete), ' ' order by unit_id)
                        from monthly_return where month = '2025-11-01'
                        """).query(String.class).single()).isEqualTo("1/0/t/t 2/5/f/f");
        Document page = page(browser.perform(get("/figures/2025-11").with(reviewer()))
                .andReturn()
                .getResponse());
        assertThat(page.select("#u1-partialOnline").val()).isEqualTo("x");
        assertThat(page.select("#u1-fullProcessOnline").val()).isEqualTo("0");
        assertThat(page.select("#u1-onlineReported").val()).isEmpty();
        assertThat(page.text()).contains("Chưa đủ số liệu");
    }

    private List<Integer> reported(String name, String month) {
        return jdbc.sql("""
                        select unnest(array[full_process_received, dossiers_received]) from monthly_return
                        where month = cast(? as date)
                            and unit_id = (select unit_id from unit_at(cast(? as date)) where name = ?)
                        """).params(month, month, name).query(Integer.class).list();
    }

    private Elements rowOf(String name) throws Exception {
        return page(browser.perform(get("/figures/2024-10").with(reviewer()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse())
                .select("tbody tr:has(th:contains(" + name + "))");
    }

    /** Its former units' sum stands for what it could not report itself, and only while all of them reported. */
    @Test
    @Transactional
    void showsLastYearOfAUnitThatCameOfOthers() throws Exception {
        ActOfOctober.apply(jdbc);
        List<Integer> one = reported("Xã Phước An", "2023-10-01");
        List<Integer> other = reported("Xã Phước Thành", "2023-10-01");
        List<Integer> divided = reported("Phòng Nông nghiệp và Phát triển nông thôn", "2023-10-01");
        int month = reported("Xã Phước An", "2024-09-01").get(1)
                + reported("Xã Phước Thành", "2024-09-01").get(1);

        Elements merged = rowOf("Xã Phước An Thành");
        assertThat(merged.select("[data-label='Toàn trình – phát sinh'] abbr")
                        .last()
                        .text())
                .isEqualTo(Formats.count(one.get(0) + other.get(0)));
        assertThat(merged.select("[data-label='Tổng số hồ sơ'] abbr").eachText())
                .containsExactly(Formats.count(month), Formats.count(one.get(1) + other.get(1)));
        assertThat(new HashSet<>(merged.select("abbr").eachAttr("title")))
                .containsExactly("Tổng của Xã Phước An, Xã Phước Thành");
        assertThat(merged.select(".past-word").text()).contains("tháng trước (đơn vị cũ)", "cùng kỳ (đơn vị cũ)");
        Elements part = rowOf("Phòng Nông thôn");
        assertThat(part.select("[data-label='Tổng số hồ sơ'] abbr").last().text())
                .isEqualTo(Formats.count(Math.floorDiv(4 * divided.get(1) + 3, 6)));
        assertThat(part.select("abbr").attr("title"))
                .startsWith("Ước tính: tổng của Phòng Nông nghiệp và Phát triển nông thôn");
        assertThat(rowOf("Thị trấn Diêu Trì").select("abbr")).isEmpty();

        jdbc.sql("""
                        update monthly_return set dossiers_received = null where month = '2023-10-01'
                            and unit_id = (select unit_id from unit_at(date '2023-10-01') where name = 'Xã Phước An')
                        """).update();
        assertThat(rowOf("Xã Phước An Thành")
                        .select("[data-label='Tổng số hồ sơ'] .previous")
                        .text())
                .isEqualTo("tháng trước (đơn vị cũ) " + Formats.count(month) + " · cùng kỳ –");
        jdbc.sql("update monthly_return set dossiers_received = null where month = '2024-09-01'")
                .update();
        assertThat(rowOf("Xã Phước An Thành").select("abbr, .previous")).isEmpty();
    }

    @Test
    void savesOneRowAndKeepsTheOthersTypedOnTheNextPage() throws Exception {
        GridFields typed = GridFields.open(browser, "2025-12", reviewer())
                .typeGood(TUY_PHUOC, 700)
                .typeGood(DIEU_TRI, 1_000)
                .type(DIEU_TRI, "partialOnline", "mười một");
        BrowserWithCookie writer = new BrowserWithCookie(browser);
        writer.signIn("vanphong", "Thu-nghiem-2024");
        typed.type(TUY_PHUOC, "note", "hàng này")
                .with("row", String.valueOf(TUY_PHUOC))
                .send(writer)
                .andExpect(redirectedUrl("/figures/2025-12#u" + TUY_PHUOC + "-fullProcessReceived"));
        assertThat(storedOf("2025-12", TUY_PHUOC)).startsWith("10/9/20/11/700/20/1/");
        assertThat(returnsOf("2025-12")).isEqualTo(1);

        Document next = page(writer.open("/figures/2025-12").andReturn().getResponse());
        assertThat(next.select("#u2-partialOnline").val()).isEqualTo("mười một");
        assertThat(next.select("#u2-dossiersReceived").val()).isEqualTo("1000");
        assertThat(next.select("#row-2").hasClass("is-unsaved")).isTrue();
        assertThat(next.select("#row-1").hasClass("is-unsaved")).isFalse();
        assertThat(next.select(".notice-ok").text()).contains("Đã lưu số liệu của 1 đơn vị", "chưa được lưu");

        Document refused = page(GridFields.of("/figures/2025-12", next)
                .with("row", String.valueOf(DIEU_TRI))
                .send(browser, reviewer())
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse());
        assertThat(refused.select("#u2-partialOnline").val()).isEqualTo("mười một");
        assertThat(returnsOf("2025-12")).isEqualTo(1);
        typed.with("row", "999").send(browser, reviewer()).andExpect(status().isBadRequest());
    }

    @Test
    void asksOnceWhyTheOnlineTotalIsNotTheSumOfItsClasses() throws Exception {
        String asked = "Tổng trực tuyến 25 khác toàn trình và một phần cộng lại 20: ghi lý do vào ô ghi chú.";
        GridFields fields = GridFields.open(browser, "2024-10", staff())
                .typeGood(DIEU_TRI, 230)
                .type(DIEU_TRI, "onlineReported", "25", "note", "");
        Document refused = page(fields.send(browser, staff())
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse());
        assertThat(refused.select(".error-summary li").eachText())
                .filteredOn(line -> line.contains("Tổng trực tuyến") && line.contains("cộng lại"))
                .containsExactly("Thị trấn Diêu Trì – Ghi chú: " + asked);
        JsonNode check = JsonMapper.shared()
                .readTree(fields.sendTo("/figures/2024-10/checks", browser, staff())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .get(String.valueOf(DIEU_TRI));
        assertThat(check.get("problems").get("note").asString()).isEqualTo(asked);
        assertThat(check.get("findings").toString()).contains("khác hẳn").doesNotContain("cộng lại");
    }

    @Test
    @Transactional
    void aNoteThatWasThereBeforeSilencesNothingNew() throws Exception {
        String note = "Nguồn chưa phân loại 5 hồ sơ";
        GridFields.open(browser, "2024-10", staff())
                .typeGood(DIEU_TRI, 230)
                .type(DIEU_TRI, "onlineReported", "25", "note", note)
                .send(browser, staff())
                .andExpect(status().isFound());

        Document refused = page(GridFields.open(browser, "2024-10", staff())
                .type(DIEU_TRI, "dossiersReceived", "9000")
                .send(browser, staff())
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse());
        assertThat(refused.select("#u2-note-problem").text())
                .contains("Tổng số hồ sơ: 9.000 khác hẳn các tháng trước", "Ghi chú này có từ trước khi số khác thường")
                .doesNotContain("chưa phân loại");
        assertThat(refused.select("#u2-note").text()).isEqualTo(note);
        entities.flush();
        assertThat(storedOf("2024-10", DIEU_TRI)).doesNotContain("9000");

        GridFields.open(browser, "2024-10", staff())
                .type(DIEU_TRI, "dossiersReceived", "9000", "note", note + "; một đợt cấp lại sổ đỏ")
                .send(browser, staff())
                .andExpect(status().isFound());
        // The same remains explained when another number is put right.
        GridFields.open(browser, "2024-10", staff())
                .type(DIEU_TRI, "dossiersReceived", "9001")
                .send(browser, staff())
                .andExpect(status().isFound());
    }

    @Test
    void saysWhileTypingWhatASaveWouldSayAndStoresNothing() throws Exception {
        String answer = GridFields.open(browser, "2024-10", reviewer())
                .typeGood(DIEU_TRI, 9_000)
                .type(DIEU_TRI, "fullProcessOnline", "11", "payable", "5")
                .typeGood(TUY_PHUOC, 230)
                .sendTo("/figures/2024-10/checks", browser, reviewer())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        JsonNode dieuTri = JsonMapper.shared().readTree(answer).get(String.valueOf(DIEU_TRI));
        assertThat(dieuTri.get("problems").get("fullProcessOnline").asString())
                .isEqualTo("Trực tuyến 11 lớn hơn phát sinh 10.");
        assertThat(dieuTri.get("problems").get("paidOnline").asString()).contains("phải nhập cùng nhau");
        assertThat(dieuTri.get("findings").toString()).contains("Tổng số hồ sơ: 9.000 khác hẳn các tháng trước");
        assertThat(returnsOf("2024-10")).isZero();

        GridFields.open(browser, "2024-10", staff())
                .typeGood(DIEU_TRI, 230)
                .addRow(TUY_PHUOC)
                .typeGood(TUY_PHUOC, 9_000)
                .sendTo("/figures/2024-10/checks", browser, staff())
                .andExpect(status().isNotFound());
        browser.perform(post("/figures/2024-10/checks")
                        .with(people.as("lanhdao"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void leadsFromAFormsAddressToThePageItStandsOn() throws Exception {
        browser.perform(get("/figures/2025-12/submissions").with(staff())).andExpect(redirectedUrl("/figures/2025-12"));
        browser.perform(get("/figures/2025-12/lock").with(reviewer()))
                .andExpect(redirectedUrl("/figures/2025-12/review"));
        browser.perform(get("/figures/2025-12/lock").with(staff())).andExpect(status().isForbidden());
    }

    @Test
    void showsTheFourAnswersApartWhereNothingCanBeTyped() throws Exception {
        GridFields.open(browser, "2026-11", reviewer())
                .typeGood(DIEU_TRI, 10_000)
                .type(DIEU_TRI, "fullProcessReceived", "0", "fullProcessOnline", "0", "onlineReported", "")
                .type(DIEU_TRI, "partialReceived", "x", "partialOnline", "x")
                .send(browser, reviewer())
                .andExpect(status().isFound());
        Elements cells = page(browser.perform(get("/figures/2026-11").with(people.as("lanhdao")))
                        .andReturn()
                        .getResponse())
                .select("#row-2 td");
        assertThat(cells.subList(0, 6))
                .extracting(cell -> cell.className().split(" ")[0] + " "
                        + cell.select(".cell").text())
                .containsExactly(
                        "cell-zero 0",
                        "cell-zero 0",
                        "cell-na x (không có loại thủ tục này)",
                        "cell-na x (không có loại thủ tục này)",
                        "cell-number 10.000",
                        "cell-none – (chưa báo cáo)");
    }
}
