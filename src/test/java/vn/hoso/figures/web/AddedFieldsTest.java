package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** What an office asks for beyond the return's own figures: the page that adds it, and what entering makes of it. Each test has a month of its own. */
@ProgramTest(world = OWN)
class AddedFieldsTest {

    private static final long DIEU_TRI = 2;
    private static final String STAFF = "dieutri";
    private static final String OFFICE = "vanphong";
    private static final String ADMINISTRATOR = "quantri";
    private static final String PAGE = "/settings/fields";

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    /** As another copy of the program stores them. */
    @BeforeEach
    void fields() {
        field("handled", "Đã giải quyết", "dossiers_received", true, "2025-01-01");
        field("on_time", "Trong đó đúng hạn", "handled", false, "2025-01-01");
    }

    private void field(String code, String name, String whole, boolean required, String from) {
        jdbc.sql("""
                        insert into return_field (code, name, not_above, required, place, valid_from, changed_by_name, changed_at)
                        values (:code, :name, :whole, :required, 10, :from, 'thử', now()) on conflict do nothing
                        """)
                .param("code", code)
                .param("name", name)
                .param("whole", whole)
                .param("required", required)
                .param("from", LocalDate.parse(from))
                .update();
    }

    private MockHttpServletResponse send(String address, String person, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(people.as(person)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse answer = browser.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private Document open(String address, String person) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as(person)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private GridFields grid(String month) throws Exception {
        return GridFields.open(browser, month, people.as(STAFF));
    }

    /** With a word of why, whatever other months hold. */
    private GridFields filled(String month, int dossiers) throws Exception {
        return grid(month).typeGood(DIEU_TRI, dossiers).type(DIEU_TRI, "note", "Nhập lại từ sổ");
    }

    private String stored(String month) {
        return jdbc.sql("""
                        select version || ' ' || cast(extra as text) || ' ' || complete from monthly_return
                        where unit_id = 2 and month = cast(:month as date)
                        """).param("month", month + "-01").query(String.class).single();
    }

    private static String problem(MockHttpServletResponse answer, String id) throws Exception {
        return Jsoup.parse(answer.getContentAsString())
                .select("#" + id + "-problem")
                .text();
    }

    @Test
    void aColumnThatTheOfficeDoesNotUseStaysOutOfSightWhileNobodyHasAFigureInIt() throws Exception {
        assertThat(open("/figures/2025-03", STAFF).select("td.is-folded:has(#u2-payable)"))
                .isEmpty();

        assertThat(send(PAGE + "/unused", ADMINISTRATOR, "names", "payment").getStatus())
                .isEqualTo(302);
        assertThat(send(PAGE + "/unused", ADMINISTRATOR, "names", "onlineReported")
                        .getStatus())
                .isEqualTo(409);
        assertThat(open(PAGE, ADMINISTRATOR)
                        .select("input[name=names][checked]")
                        .eachAttr("value"))
                .containsExactly("payment");
        assertThat(open("/figures/2025-03", STAFF).select("td.is-folded:has(#u2-payable)"))
                .hasSize(1);

        assertThat(send(PAGE + "/unused", ADMINISTRATOR, "seen", "payment").getStatus())
                .isEqualTo(302);
        assertThat(open("/audit", ADMINISTRATOR).text()).contains("Phí, lệ phí ẩn khi chưa dùng → luôn hiện");
    }

    @Test
    void refusesWhatIsMoreThanTheFigureItIsAPartOf() throws Exception {
        GridFields form = filled("2025-01", 100).type(DIEU_TRI, "x_handled", "101", "x_on_time", "102");
        MockHttpServletResponse answer = form.send(browser, people.as(STAFF))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse();

        assertThat(problem(answer, "u2-x_handled")).isEqualTo("101 lớn hơn “Tổng số hồ sơ” (100).");
        assertThat(problem(answer, "u2-x_on_time")).isEqualTo("102 lớn hơn “Đã giải quyết” (101).");
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#u2-x_handled")
                        .val())
                .isEqualTo("101");

        form.type(DIEU_TRI, "x_handled", "100", "x_on_time", "-1")
                .send(browser, people.as(STAFF))
                .andExpect(status().isUnprocessableContent());
        form.type(DIEU_TRI, "x_on_time", "10000000")
                .send(browser, people.as(STAFF))
                .andExpect(status().isUnprocessableContent());
        form.type(DIEU_TRI, "x_on_time", "x")
                .send(browser, people.as(STAFF))
                .andExpect(status().isUnprocessableContent());
        form.type(DIEU_TRI, "x_on_time", "100").send(browser, people.as(STAFF)).andExpect(status().isFound());
        assertThat(stored("2025-01")).isEqualTo("1 {\"handled\": 100, \"on_time\": 100} true");
    }

    @Test
    void isIncompleteWithoutARequiredOneAndCountsWithout() throws Exception {
        filled("2025-02", 102).send(browser, people.as(STAFF)).andExpect(status().isFound());
        assertThat(stored("2025-02")).isEqualTo("1 {} false");
        assertThat(send("/figures/2025-02/submissions", STAFF, "unit", "2:1").getStatus())
                .isEqualTo(409);

        grid("2025-02")
                .type(DIEU_TRI, "x_handled", "0")
                .send(browser, people.as(STAFF))
                .andExpect(status().isFound());
        assertThat(stored("2025-02")).isEqualTo("2 {\"handled\": 0} true");
        assertThat(send("/figures/2025-02/submissions", STAFF, "unit", "2:2").getStatus())
                .isEqualTo(302);
    }

    @Test
    void whatWasCompleteBeforeStaysSoUntilItIsChanged() throws Exception {
        filled("2024-12", 100).send(browser, people.as(STAFF)).andExpect(status().isFound());

        assertThat(stored("2024-12")).isEqualTo("1 {} true");
        jdbc.sql("update return_field set valid_from = '2024-12-01', version = version + 1 where code = 'handled'")
                .update();

        grid("2024-12").send(browser, people.as(STAFF)).andExpect(status().isFound());
        assertThat(stored("2024-12")).as("sent as it was").isEqualTo("1 {} true");

        grid("2024-12")
                .type(DIEU_TRI, "dossiersReceived", "101")
                .send(browser, people.as(STAFF))
                .andExpect(status().isFound());
        assertThat(stored("2024-12")).isEqualTo("2 {} false");
    }

    @Test
    void aPageThatDidNotKnowItYetLeavesIt() throws Exception {
        filled("2025-03", 103)
                .type(DIEU_TRI, "x_handled", "90", "x_on_time", "80")
                .send(browser, people.as(STAFF))
                .andExpect(status().isFound());

        grid("2025-03")
                .type(DIEU_TRI, "dossiersReceived", "120")
                .without("u2.x_handled")
                .without("u2.x_on_time")
                .send(browser, people.as(STAFF))
                .andExpect(status().isFound());
        assertThat(stored("2025-03")).isEqualTo("2 {\"handled\": 90, \"on_time\": 80} true");

        grid("2025-03")
                .type(DIEU_TRI, "x_on_time", "")
                .send(browser, people.as(STAFF))
                .andExpect(status().isFound());
        assertThat(stored("2025-03")).as("blanked by its writer").isEqualTo("3 {\"handled\": 90} true");
    }

    @Test
    void aPageWhoseColumnWasTakenAwaySavesNothingWithoutAWord() throws Exception {
        field("gone", "Vừa bỏ", null, false, "2025-11-01");
        GridFields form = filled("2025-11", 104).type(DIEU_TRI, "x_handled", "90", "x_gone", "5");
        jdbc.sql("delete from return_field where code = 'gone'").update();

        MockHttpServletResponse answer = form.send(browser, people.as(STAFF))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse();
        assertThat(told(answer, ".error-summary")).contains("một cột vừa được bỏ khỏi tháng này");
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#u2-x_handled")
                        .val())
                .isEqualTo("90");

        form.without("u2.x_gone").send(browser, people.as(STAFF)).andExpect(status().isFound());
        assertThat(stored("2025-11")).isEqualTo("1 {\"handled\": 90} true");
    }

    @Test
    void somebodyElsesFigureIsShownBesideOnesOwn() throws Exception {
        filled("2025-04", 104).type(DIEU_TRI, "x_handled", "90").send(browser, people.as(STAFF));
        GridFields late = grid("2025-04");
        grid("2025-04")
                .type(DIEU_TRI, "x_handled", "91")
                .send(browser, people.as(STAFF))
                .andExpect(status().isFound());

        MockHttpServletResponse answer = late.type(DIEU_TRI, "x_handled", "92")
                .send(browser, people.as(STAFF))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse();

        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#u2-x_handled").val()).isEqualTo("92");
        assertThat(page.select("td:has(#u2-x_handled) .stored").text()).contains("91");
        assertThat(stored("2025-04")).isEqualTo("2 {\"handled\": 91} true");
    }

    @Test
    void aReviewerAsksAboutItAndSeesWhatTheUnitMadeOfIt() throws Exception {
        filled("2025-07", 107).type(DIEU_TRI, "x_handled", "90").send(browser, people.as(STAFF));
        send("/figures/2025-07/submissions", STAFF, "unit", "2:1");
        assertThat(send(
                                "/figures/2025-07/returns",
                                OFFICE,
                                "unit",
                                "2:2",
                                "remark",
                                "Xem lại",
                                "cell.x_handled",
                                "Có trùng không?")
                        .getStatus())
                .isEqualTo(302);

        Document grid = open("/figures/2025-07", STAFF);
        assertThat(grid.select("td:has(#u2-x_handled) .stored").text()).contains("Có trùng không?");
        assertThat(open("/trace/returns/2/2025-07", STAFF).text()).contains("Có trùng không?");

        grid("2025-07")
                .type(DIEU_TRI, "x_handled", "88")
                .send(browser, people.as(STAFF))
                .andExpect(status().isFound());
        String[] answers = jdbc.sql("""
                        select m.id from return_remark m join monthly_return r on r.id = m.return_id
                        where r.unit_id = 2 and r.month = '2025-07-01' order by m.id
                        """).query(String.class).list().stream()
                .flatMap(id -> List.of("answer." + id, "Đã sửa").stream())
                .toArray(String[]::new);
        String[] fields = new String[answers.length + 2];
        fields[0] = "unit";
        fields[1] = "2:4";
        System.arraycopy(answers, 0, fields, 2, answers.length);
        assertThat(send("/figures/2025-07/submissions", STAFF, fields).getStatus())
                .isEqualTo(302);
        Document desk = open("/figures/2025-07/review", OFFICE);
        assertThat(desk.text()).contains("Đã giải quyết", "90", "88");
        assertThat(desk.select("table.desk thead th").eachText())
                .containsSubsequence("Phí, lệ phí", "Đã giải quyết", "Trong đó đúng hạn", "Điều cần xem");
        assertThat(desk.select("table.desk tbody tr")).allSatisfy(row -> assertThat(row.children())
                .hasSameSizeAs(desk.select("table.desk").first().select("thead th")));
    }

    @Test
    void theDatabaseRefusesFiguresThatNobodyAsksFor() throws Exception {
        filled("2025-08", 108).type(DIEU_TRI, "x_handled", "90").send(browser, people.as(STAFF));

        for (String wrong : List.of(
                "update monthly_return set extra = '{\"other\": 1}' where month = '2025-08-01'",
                "update monthly_return set extra = '{\"handled\": 10000000}' where month = '2025-08-01'",
                "update monthly_return set extra = '{\"handled\": 1.5}' where month = '2025-08-01'",
                "delete from return_field where code = 'handled'",
                "update return_field set valid_from = '2025-09-01' where code = 'handled'")) {
            assertThat(catchThrowable(() -> jdbc.sql(wrong).update()))
                    .as(wrong)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private MockHttpServletResponse keep(String... fields) throws Exception {
        return send(PAGE, ADMINISTRATOR, fields);
    }

    private static String told(MockHttpServletResponse answer, String where) throws Exception {
        return Jsoup.parse(answer.getContentAsString()).select(where).text();
    }

    @Test
    void thePageRefusesWhatWouldNotBeUnderstood() throws Exception {
        String[][] wrong = {
            {"code", "1st", "Mã gồm"},
            {"code", "payable", "đã dùng"},
            {"code", "handled", "đã dùng"},
            {"name", "", "Tên số liệu"},
            {"name", "đã giải quyết", "đã dùng"},
            {"name", "Đã giải quyết.", "đã dùng"},
            {"name", "Trong đó  đúng-hạn", "đã dùng"},
            {"name", "***", "trùng với một cột"},
            {"name", "Tổng số hồ sơ", "trùng với một cột"},
            {"name", "Đơn vị", "trùng với một cột"},
            {"notAbove", "nothing", "trong danh sách"},
            {"place", "0", "Thứ tự"},
            {"from", "2025-13", "Chọn một tháng"},
            {"from", "2199-01", "Tháng bắt đầu"},
            {"last", "2024-01", "Tháng cuối"}
        };
        for (String[] each : wrong) {
            String[] fields = {
                "field",
                "",
                "code",
                "refused",
                "name",
                "Bị từ chối",
                "notAbove",
                "",
                "place",
                "30",
                "from",
                "2025-01",
                "last",
                ""
            };
            for (int i = 0; i < fields.length; i += 2) {
                fields[i + 1] = fields[i].equals(each[0]) ? each[1] : fields[i + 1];
            }
            MockHttpServletResponse answer = keep(fields);
            assertThat(answer.getStatus()).as(String.join(" ", each)).isEqualTo(422);
            assertThat(told(answer, ".error-summary"))
                    .as(String.join(" ", each))
                    .contains(each[2]);
        }
        assertThat(told(
                        keep(
                                "field",
                                "handled",
                                "name",
                                "Đã giải quyết",
                                "notAbove",
                                "on_time",
                                "required",
                                "true",
                                "place",
                                "10",
                                "from",
                                "2024-12",
                                "seen",
                                version("handled")),
                        ".error-summary"))
                .contains("không thể là một phần của nhau");
        field("note", "Số ghi", null, false, "2030-01-01");
        assertThat(keep(
                                "field",
                                "",
                                "code",
                                "part",
                                "name",
                                "Một phần của số ghi",
                                "notAbove",
                                "note",
                                "place",
                                "30",
                                "from",
                                "2025-01",
                                "last",
                                "")
                        .getStatus())
                .as("a code that is a column of returns, but none of their figures")
                .isEqualTo(200);
    }

    private String version(String code) {
        return jdbc.sql("select version from return_field where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    @Test
    void anotherPersonsChangeIsNotOverwrittenAndWhatIsHeldStays() throws Exception {
        field("held", "Còn giữ", null, false, "2025-09-01");
        filled("2025-09", 109)
                .type(DIEU_TRI, "x_handled", "90", "x_held", "5")
                .send(browser, people.as(STAFF))
                .andExpect(status().isFound());

        String[] renamed = {
            "field", "held", "name", "Giữ lại", "place", "10", "from", "2025-09", "last", "", "seen", "0"
        };
        assertThat(keep(renamed).getStatus())
                .as("other words alone are kept at once")
                .isEqualTo(302);
        MockHttpServletResponse late = keep(renamed);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(told(late, ".notice-info")).contains("Giữ lại");
        assertThat(open("/figures/2025-09", STAFF).select("thead th").eachText())
                .contains("Giữ lại");

        assertThat(told(
                        keep("field", "held", "name", "Giữ lại", "place", "10", "from", "2025-10", "seen", "1"),
                        ".error-summary"))
                .contains("09/2025");
        assertThat(send(PAGE + "/held/removal", ADMINISTRATOR, "seen", "1").getStatus())
                .isEqualTo(409);
        field("unused", "Không dùng", null, false, "2030-01-01");
        assertThat(send(PAGE + "/unused/removal", ADMINISTRATOR, "seen", "5").getStatus())
                .isEqualTo(409);
        assertThat(send(PAGE + "/unused/removal", ADMINISTRATOR, "seen", "0").getStatus())
                .isEqualTo(302);
        assertThat(send(PAGE + "/handled/removal", ADMINISTRATOR, "seen", version("handled"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(open("/audit", ADMINISTRATOR).text()).contains("Bỏ số liệu unused", "Sửa số liệu held");
    }
}
