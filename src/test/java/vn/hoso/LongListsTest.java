package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.ProgramTest.World;
import vn.hoso.SignedIn.People;
import vn.hoso.audit.TrailSearch;
import vn.hoso.intake.IntakeRows;

/** Pages of an organisation of 223 units, which is more than stand on one page; what they add up is still all of them. */
@ProgramTest(world = World.OWN)
class LongListsTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TrailSearch trail;

    @BeforeAll
    static void manyUnits(@Autowired JdbcClient jdbc) {
        jdbc.sql("""
                        with grown as (insert into unit (version) select 0 from generate_series(1, 200) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'Q' || id, 'Xã thứ ' || id, '[2022-01-01,)' from grown
                        """).update();
    }

    private Document open(String address) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void aTraceNamesFiftyUnitsAndAddsUpAll() throws Exception {
        Document first = open("/trace/2024/overall");
        Document last = open("/trace/2024/overall?page=5");

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select(".switcher-pages").text()).contains("1–50 trong 223 đơn vị");
        assertThat(first.select(".switcher-pages [rel=next]").attr("href")).isEqualTo("/trace/2024/overall?page=2");
        assertThat(last.select("tbody tr")).hasSize(23);
        assertThat(last.select(".switcher-pages [rel=next]")).isEmpty();
        assertThat(last.select("tfoot").text())
                .isEqualTo(first.select("tfoot").text())
                .contains("22.431 37.736");
    }

    @Test
    void aDraftShowsAPageOfItsAnnexWithTheTotal() throws Exception {
        Document first = open("/reports/2024");
        Document last = open("/reports/2024?page=5");

        assertThat(first.select(".paper-table").first().select("tbody tr")).hasSize(51);
        assertThat(last.select(".paper-table").first().select("tbody tr")).hasSize(24);
        assertThat(last.select(".paper-table").first().select("tbody tr").last().text())
                .isEqualTo(first.select(".paper-table")
                        .first()
                        .select("tbody tr")
                        .last()
                        .text())
                .contains("22.431", "37.736");
        assertThat(first.select(".switcher-pages").text()).contains("1–50 trong 223 đơn vị");
        assertThat(first.text()).contains("Phụ lục dưới đây chỉ là một phần");
    }

    private Document answer(AbstractMockHttpServletRequestBuilder<?> request, String username, int status)
            throws Exception {
        return Jsoup.parse(browser.perform(request.with(people.as(username)).with(csrf()))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vanphong | ?q=xa thu 10&from=2024-09-01&until=2024-09-01 | Xã thứ 100;Xã thứ 101
            vanphong | ?q=diêu trì | Thị trấn Diêu Trì – 21955
            vanphong | ?q=DIEU TRI | Thị trấn Diêu Trì – 21955
            vanphong | ?q=diêu trì&until=1990-01-01&from=1990-01-02 | []
            vanphong | ?q=xã thứ 100&until=2021-12-31 | []
            vanphong | ?q=không đâu | []
            vanphong | ?q= | []
            dieutri | ?q=xa | []
            dieutri | ?q=tri | Thị trấn Diêu Trì – 21955
            """)
    void unitsThatTheReaderMaySeeAreSuggested(String username, String query, String found) throws Exception {
        String answer = browser.perform(get(UriComponentsBuilder.fromUriString("/units/suggestions" + query)
                                .encode()
                                .build()
                                .toUri())
                        .with(people.as(username)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer).contains(found.split(";")).doesNotContain("Xã thứ 99");
        assertThat(answer.split("\",\"")).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void aUserIsGivenUnitsByTheirCodesAndNames() throws Exception {
        Document blank = answer(get("/accounts/new"), "quantri", 200);
        assertThat(blank.select("[type=checkbox][name=unitIds]")).isEmpty();
        assertThat(blank.select("[name=addedUnitText]")).hasSize(3);
        assertThat(blank.select("select[name=standInUnit]")).isEmpty();

        Document unclear = answer(
                newUser("staff.of.many")
                        .param("addedUnit", "", "", "")
                        .param("addedUnitText", "xã thứ 17", "Xã không đâu", "Xã thứ 100")
                        .param("standInUnit", "", "", "")
                        .param("standInUnitText", "", "xã thứ 16", "")
                        .param("standInFrom", "", "", "")
                        .param("standInTo", "", "", ""),
                "quantri",
                422);
        assertThat(unclear.select("#addedUnit-0-problem").text())
                .isEqualTo("“xã thứ 17” khớp với 10 đơn vị. Hãy chọn ở ô ngay dưới, hoặc gõ rõ hơn.");
        assertThat(unclear.select("#addedUnit-0-candidates option")).hasSize(11);
        assertThat(unclear.select("#addedUnit-1-problem").text())
                .isEqualTo(
                        "Không có đơn vị nào mang mã hoặc tên “Xã không đâu”. Hãy gõ lại, một phần của tên cũng được.");
        assertThat(unclear.select("[name=addedUnitText]").eachAttr("value"))
                .containsExactly("xã thứ 17", "Xã không đâu", "Xã thứ 100 – Q100");
        assertThat(unclear.select("#standInUnit-1-candidates option")).hasSize(11);
        assertThat(unclear.select("[name=standInUnit]")).hasSize(4);
        assertThat(unclear.select(".error-summary a").eachAttr("href"))
                .containsExactly("#addedUnit-0", "#addedUnit-1", "#standInUnit-1");
        assertThat(units("staff.of.many")).isEmpty();

        String picked = unclear.select("#addedUnit-0-candidates option").last().val();
        answer(
                newUser("staff.of.many")
                        .param("addedUnit", picked, "", "")
                        .param("addedUnitText", "xã thứ 17", "thị trấn diêu trì", "")
                        .param("standInUnit", "", "", "")
                        .param("standInUnitText", "xa thu 110", "", "")
                        .param("standInFrom", "", "", "")
                        .param("standInTo", "31/12/2024", "", ""),
                "quantri",
                302);
        assertThat(units("staff.of.many")).containsExactlyInAnyOrder("Xã thứ 179", "Thị trấn Diêu Trì", "Xã thứ 110");

        long id = jdbc.sql("select id from app_user where username = 'staff.of.many'")
                .query(Long.class)
                .single();
        Document known = answer(get("/accounts/" + id), "quantri", 200);
        assertThat(known.select(".form-check:has([name=unitIds][checked])").eachText())
                .containsExactlyInAnyOrder("Thị trấn Diêu Trì", "Xã thứ 179");
        assertThat(known.select("[name=standInUnitText]").eachAttr("value"))
                .hasSize(3)
                .contains("Xã thứ 110 – Q110", "");
        // A unit that is unticked, and a stand-in whose field is emptied, are taken away.
        answer(
                post("/accounts/" + id)
                        .param("displayName", "Lê Thị Nhiều")
                        .param("role", "UNIT_STAFF")
                        .param("version", known.select("[name=version]").val())
                        .param("unitIds", picked)
                        .param("addedUnit", "", "", "")
                        .param("addedUnitText", "", "", "")
                        .param(
                                "standInUnit",
                                known.select("[name=standInUnit]")
                                        .eachAttr("value")
                                        .get(0),
                                "",
                                "")
                        .param("standInUnitText", "", "", "")
                        .param("standInFrom", "", "", "")
                        .param("standInTo", "", "", ""),
                "quantri",
                302);
        assertThat(units("staff.of.many")).containsExactly("Xã thứ 179");
    }

    /** A page that asks for a unit is short; where an address names the unit, its field does. */
    @ParameterizedTest
    @CsvSource({
        "vanphong, /follow-ups/new?target=4&month=2024-09&unit=%d",
        "vanphong, /audit?unit=%d",
        "vanphong, /extracts,",
        "vanphong, /reconciliation/totals?year=2024,"
    })
    void aUnitIsTyped(String username, String address) throws Exception {
        long id = jdbc.sql("select unit_id from unit_version where name = 'Xã thứ 150'")
                .query(Long.class)
                .single();
        Document page = answer(get(address.formatted(id)), username, 200);

        assertThat(page.select("main input[name=unitText][data-suggestions]")).hasSize(1);
        assertThat(page.select("main [name=unitText]").val())
                .isEqualTo(address.contains("%d") ? "Xã thứ 150 – Q150" : "");
        assertThat(page.select("main select#unit")).isEmpty();
        assertThat(page.select("main [name=unit]")).isEmpty();
        assertThat(page.select("script[src*=unit-suggestions]")).hasSize(1);
    }

    @Test
    void aTaskIsForTheUnitThatIsTyped() throws Exception {
        Document unknown = answer(task("Xã không đâu"), "vanphong", 422);
        assertThat(unknown.select("#unit-problem").text()).startsWith("Không có đơn vị nào mang mã hoặc tên");
        assertThat(unknown.select(".error-summary a").attr("href")).isEqualTo("#unit");
        assertThat(unknown.select("[name=unitText]").val()).isEqualTo("Xã không đâu");

        Document several = answer(task("xa thu 15"), "vanphong", 422);
        assertThat(several.select("#unit-candidates option")).hasSize(11);

        answer(task("q151"), "vanphong", 302);
        answer(
                task("xã thứ 15")
                        .param(
                                "unit",
                                several.select("#unit-candidates option").last().val()),
                "vanphong",
                302);
        answer(task("XÃ THỨ 152"), "vanphong", 302);
        answer(task(" "), "vanphong", 302);
        assertThat(jdbc.sql("""
                        select coalesce(version.name, 'all') from follow_up
                        left join unit_version version on version.unit_id = follow_up.unit_id
                        where responsible = 'Bộ phận Một cửa' order by follow_up.id
                        """).query(String.class).list())
                .containsExactly("Xã thứ 151", "Xã thứ 159", "Xã thứ 152", "all");
    }

    private MockHttpServletRequestBuilder task(String unit) {
        return post("/follow-ups")
                .param("target", "4")
                .param("month", "2024-09")
                .param("unitText", unit)
                .param("task", "Hướng dẫn người dân nộp hồ sơ trực tuyến")
                .param("responsible", "Bộ phận Một cửa")
                .param("due", LocalDate.now(clock).plusDays(30).toString());
    }

    @Test
    void aListOfDossiersIsOfTheUnitThatIsTyped() throws Exception {
        Document several = answer(dossiers("xã thứ 16"), "vanphong", 422);
        assertThat(several.select("#unit-candidates option")).hasSize(11);
        assertThat(several.select(".error-summary a").attr("href")).isEqualTo("#unit");

        answer(dossiers("Xã thứ 161 – Q161"), "vanphong", 302);
        assertThat(jdbc.sql("""
                        select version.name from dossier_extract file
                        join unit_version version on version.unit_id = file.unit_id order by file.id desc limit 1
                        """).query(String.class).single()).isEqualTo("Xã thứ 161");
    }

    private static AbstractMockHttpServletRequestBuilder<?> dossiers(String unit) {
        return multipart("/extracts")
                .file(new MockMultipartFile(
                        "file",
                        "a.csv",
                        "text/csv",
                        "Mã hồ sơ;Tên thủ tục;Mức độ;Ngày tiếp nhận;Hình thức nộp\nH08-1;Đăng ký kết hôn;4;2024-09-05;Online\n"
                                .getBytes(StandardCharsets.UTF_8)))
                .param("unit", "")
                .param("unitText", unit);
    }

    @Test
    void theTrailIsSearchedByATypedUnit() throws Exception {
        Document trail = answer(get("/audit").param("unitText", "xã thứ 16"), "vanphong", 400);
        assertThat(trail.select("#unit-candidates option")).hasSize(11);
        assertThat(trail.select(".trail")).isEmpty();
        assertThat(answer(get("/audit").param("unitText", "Thị trấn Diêu Trì"), "vanphong", 200)
                        .select("a[href*=trail.csv]")
                        .attr("href"))
                .isEqualTo("/audit/trail.csv?unit=2");
    }

    /** Of more than two hundred units whose figures differ, one is typed; what is not clear shows no other one's differences. */
    @Test
    @Transactional
    void theDifferencesOfATypedUnitAreListed() throws Exception {
        jdbc.sql("""
                        insert into outside_total (unit_id, year, month, measure, source, value, source_text, source_date, state,
                            entered_by, entered_by_name, entered_at)
                        select unit.id, 2024, '2024-09-01', 'PAYABLE', source, value, 'Cổng', '2024-10-01', 'IN_FORCE', 1, 'A', now()
                        from unit, (values ('PORTAL', 900004), ('NOTICE', 900007)) stated (source, value)
                        """).update();
        Document unclear = differences("xã thứ 16", 422);
        assertThat(unclear.select("#unit-candidates option")).hasSize(11);
        assertThat(unclear.select("#unit-problem").text()).contains("khớp với 10 đơn vị");
        assertThat(unclear.select("tbody tr")).isEmpty();
        Document unknown = differences("Xã không đâu", 422);
        assertThat(unknown.select("#unit-problem").text()).startsWith("Không có đơn vị nào mang mã hoặc tên");
        assertThat(unknown.select("#unit").val()).isEqualTo("Xã không đâu");

        for (String typed : List.of("21955", "thi tran dieu tri", "Thị trấn Diêu Trì – 21955")) {
            Document one = differences(typed, 200);
            assertThat(one.select("#unit").val()).as(typed).isEqualTo("Thị trấn Diêu Trì – 21955");
            assertThat(one.select("tbody th").eachText())
                    .as(typed)
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("Thị trấn Diêu Trì, 09/2024"));
            assertThat(one.select("a[href*='list.csv']").attr("href")).as(typed).contains("unit=2&");
        }
        assertThat(differences("", 200).select("tbody tr")).hasSizeGreaterThan(100);
    }

    private Document differences(String unit, int status) throws Exception {
        return answer(get("/reconciliation").param("year", "2024").param("unitText", unit), "vanphong", status);
    }

    /** As the units: of more than two hundred people, one is typed by a name. */
    @Test
    @Transactional
    void theTrailIsSearchedByATypedPersonWhereThereAreMany() throws Exception {
        assertThat(answer(get("/audit"), "vanphong", 200).select("select#person option"))
                .hasSizeBetween(2, 201);
        jdbc.sql("""
                        insert into app_user (username, display_name, role, created_at)
                        select 'nguoi' || n, 'Người thứ ' || n, 'UNIT_STAFF', now() from generate_series(1, 300) n
                        """).update();

        assertThat(trail.users("", null).all()).as("read at once").hasSizeLessThan(210);
        assertThat(answer(get("/audit").param("personText", "nguoi"), "vanphong", 400)
                        .select("#person-hint")
                        .text())
                .isEqualTo(
                        "“nguoi” khớp với hơn 200 người. Hãy gõ rõ hơn, hoặc chọn trong những người đầu tiên ở ô ngay dưới.");
        Document many = answer(get("/audit"), "vanphong", 200);
        assertThat(many.select("select#person")).isEmpty();
        assertThat(many.text()).doesNotContain("Người thứ");
        Document unclear = answer(get("/audit").param("personText", "thu 29"), "vanphong", 400);
        assertThat(unclear.select("#person-candidates option")).hasSize(12);
        assertThat(unclear.select("#person-hint").text()).contains("khớp với 11 người");
        assertThat(unclear.select(".trail")).isEmpty();
        assertThat(answer(get("/audit").param("personText", "Không ai"), "vanphong", 400)
                        .select("#person-hint")
                        .text())
                .startsWith("Không có người nào");
        long id = jdbc.sql("select id from app_user where username = 'vanphong'")
                .query(Long.class)
                .single();
        // Of one whom nothing but the address names, far down among the names.
        jdbc.sql("update app_user set display_name = 'Ỷ Lan' where id = ?")
                .param(id)
                .update();
        assertThat(answer(get("/audit").param("person", String.valueOf(id)), "vanphong", 200)
                        .select("#person")
                        .val())
                .isEqualTo("Ỷ Lan – vanphong");
        for (String typed : List.of("vanphong", "y lan", "Ỷ Lan", "Ỷ Lan – vanphong")) {
            assertThat(answer(get("/audit").param("personText", typed), "vanphong", 200)
                            .select("a[href*=trail.csv]")
                            .attr("href"))
                    .as(typed)
                    .isEqualTo("/audit/trail.csv?person=" + id);
        }
    }

    @Test
    void aTotalFromOutsideIsOfTheUnitThatIsTyped() throws Exception {
        Document unknown = answer(total("Xã không đâu"), "vanphong", 422);
        assertThat(unknown.select("#unit-problem").text()).startsWith("Không có đơn vị nào mang mã hoặc tên");

        answer(total("xa thu 171"), "vanphong", 302);
        assertThat(jdbc.sql("""
                        select version.name from outside_total total
                        join unit_version version on version.unit_id = total.unit_id where total.value = 987
                        """).query(String.class).list()).containsExactly("Xã thứ 171");
    }

    private static MockHttpServletRequestBuilder total(String unit) {
        return post("/reconciliation/totals")
                .param("unitText", unit)
                .param("year", "2024")
                .param("month", "9")
                .param("measure", "DOSSIERS_RECEIVED")
                .param("source", "PORTAL")
                .param("value", "987")
                .param("sourceText", "Cổng dịch vụ công quốc gia")
                .param("sourceDate", "2024-10-01");
    }

    @Test
    void whatIfAsksForATypedUnit() throws Exception {
        String address = "/dashboard/contribution?year=2023&level=PERCENT&percent=100";
        Document unclear = answer(get(address).param("unitText", "thị trấn"), "lanhdao", 422);
        assertThat(unclear.select("#unit-candidates option")).hasSize(3);
        assertThat(unclear.select(".what-if-answer")).isEmpty();

        Document one = answer(get(address).param("unitText", "thi tran dieu tri"), "lanhdao", 200);
        assertThat(one.select("[name=unitText]").val()).isEqualTo("Thị trấn Diêu Trì – 21955");
        assertThat(one.select(".what-if-answer").text())
                .isEqualTo(open(address + "&unit=2").select(".what-if-answer").text())
                .isNotEmpty();
        assertThat(one.select("a[href*=contribution.csv]").attr("href"))
                .contains("&unit=2&")
                .doesNotContain("unitText");
    }

    @Test
    @Transactional
    void whoReceivedOnPaperIsAskedOfATypedUnit() throws Exception {
        List<Long> units = jdbc.sql("select unit_id from unit_version where name like 'Xã thứ %' or unit_id < 10")
                .query(Long.class)
                .list();
        units.forEach(unit -> IntakeRows.paper(jdbc, unit, "2023-03"));
        String address = "/dashboard/paper/people?year=2023&span=MONTH&month=3&view=UNITS";

        Document all = answer(get(address), "vanphong", 200);
        assertThat(all.select("input[name=unitText][data-suggestions]")).hasSize(1);
        Document one = answer(get(address).param("unitText", "xa thu 190"), "vanphong", 200);
        assertThat(one.select("[name=unitText]").val()).isEqualTo("Xã thứ 190 – Q190");
        assertThat(one.select(".intake-table tbody tr").eachText())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Xã thứ 190");
        Document unknown = answer(get(address).param("unitText", "Xã không đâu"), "vanphong", 422);
        assertThat(unknown.select("#unit-problem").text()).startsWith("Không có đơn vị nào mang mã hoặc tên");
    }

    @Test
    void aLetterToAllLateUnitsShowsFiftyOfThemAndHoldsAll() throws Exception {
        Document first =
                open("/letters/late?year=2024&due=" + LocalDate.now(clock).plusDays(9));
        Document last = open("/letters/late?year=2024&page=99");

        assertThat(first.select(".paper-wide tbody tr")).hasSize(50);
        assertThat(first.select(".switcher-pages").text()).startsWith("1–50 trong 2");
        assertThat(first.select(".switcher-pages [rel=next]").attr("href"))
                .isEqualTo("/letters/late?year=2024&due=" + LocalDate.now(clock).plusDays(9) + "&page=2");
        assertThat(last.select(".paper-wide tbody tr").size()).isBetween(1, 49);
        assertThat(last.select("[name=seen]").val()).isNotEmpty();

        MockHttpServletRequestBuilder keep = post("/letters");
        last.select("form.wording [name]").forEach(each -> keep.param(each.attr("name"), each.val()));
        String kept = browser.perform(keep.with(people.as("vanphong")).with(csrf()))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        Document letter = open(kept);
        assertThat(letter.select(".paper-wide tbody tr")).hasSize(50);
        assertThat(letter.select(".switcher-pages [rel=next]").attr("href")).isEqualTo(kept + "?page=2");
        assertThat(open(kept + "?page=5").select(".paper-wide tbody tr"))
                .hasSameSizeAs(last.select(".paper-wide tbody tr"));
    }

    @Test
    void aTargetLeadsToTheRegisterForTheUnitsThatItsListWouldName() throws Exception {
        Document version = answer(get("/targets/version"), "quantri", 200);

        assertThat(version.select(".own-units-list")).isEmpty();
        assertThat(version.select("a[href=/units]").text()).contains("Tra mã và tên trong danh sách đơn vị");
    }

    @Test
    void aNameInASheetIsMatchedWithATypedUnit() throws Exception {
        String sheet =
                "Đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;Một phần - trực tuyến;"
                        + "Tổng số hồ sơ\nTrung tâm số 180;10;9;20;11;50\nHội Nông dân;10;9;20;11;50\n";
        String address = browser.perform(multipart("/imports")
                        .file(new MockMultipartFile(
                                "file", "thang-9.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)))
                        .param("month", "2024-09")
                        .with(people.as("vanphong"))
                        .with(csrf()))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        matchTwoNames(address, address + "/units", "#unit0", "select[name^=unitOf]");
        assertThat(jdbc.sql("""
                        select version.name from unit_alias alias join unit_version version on version.unit_id = alias.unit_id
                        where alias.folded like '%180%'
                        """).query(String.class).list()).containsExactly("Xã thứ 180");
    }

    @Test
    void aNameInAListOfDossiersIsMatchedWithATypedUnit() throws Exception {
        String list = "Mã hồ sơ;Tên thủ tục;Mức độ;Đơn vị;Ngày tiếp nhận;Hình thức nộp\n"
                + "H08-1;Đăng ký kết hôn;4;Một cửa số 180;2024-09-05;Online\n"
                + "H08-2;Đăng ký kết hôn;4;Hội Chữ thập đỏ;2024-09-05;Online\n";
        String address = browser.perform(multipart("/extracts")
                        .file(new MockMultipartFile("file", "b.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)))
                        .param("unit", "")
                        .param("unitText", "")
                        .with(people.as("vanphong"))
                        .with(csrf()))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        matchTwoNames(address, address + "/answers", "#unitOf-0", "select[name^=unitOf]");
    }

    /** The first name is a unit's and the second none's; nothing is kept while one of them is not clear. */
    private void matchTwoNames(String address, String answers, String first, String lists) throws Exception {
        Document asked = open(address);
        assertThat(asked.select(lists)).isEmpty();
        assertThat(asked.select("input[data-suggestions]").eachAttr("name"))
                .containsExactly("unitOfText[0]", "unitOfText[1]");
        List<String> names = asked.select("[name^=nameOf]").eachAttr("value");
        String seen = asked.select("[name=seen]").val();

        MockHttpServletRequestBuilder unclear = post(answers)
                .param("seen", seen)
                .param("nameOf[0]", names.get(0))
                .param("unitOfText[0]", "xã thứ 18")
                .param("nameOf[1]", names.get(1))
                .param("unitOfText[1]", "")
                .param("unitOf[1]", "0");
        Document again = answer(unclear, "vanphong", 422);
        assertThat(again.select(first).val()).isEqualTo("xã thứ 18");
        assertThat(again.select(first + "-candidates option")).hasSize(11);
        assertThat(again.select("input[type=checkbox][name=unitOf[1]]").hasAttr("checked"))
                .isTrue();

        answer(
                post(answers)
                        .param("seen", seen)
                        .param("nameOf[0]", names.get(0))
                        .param("unitOfText[0]", "xa thu 180")
                        .param("unitOf[0]", "0"),
                "vanphong",
                422);

        MockHttpServletRequestBuilder clear = post(answers)
                .param("seen", seen)
                .param("nameOf[0]", names.get(0))
                .param("unitOfText[0]", "xa thu 180")
                .param("nameOf[1]", names.get(1))
                .param("unitOfText[1]", "")
                .param("unitOf[1]", "0");
        answer(clear, "vanphong", 302);
        assertThat(open(address).select("main").text()).contains("Xã thứ 180");
        assertThat(open(address).select("[id=names-title], [id=asked-title]").text())
                .doesNotContain("Cần trả lời");
    }

    private static MockHttpServletRequestBuilder newUser(String username) {
        return post("/accounts")
                .param("username", username)
                .param("displayName", "Lê Thị Nhiều")
                .param("role", "UNIT_STAFF")
                .param("version", "0");
    }

    private List<String> units(String username) {
        return jdbc.sql("""
                        select version.name from user_unit mine join app_user person on person.id = mine.user_id
                        join unit_version version on version.unit_id = mine.unit_id
                        where person.username = ? order by version.name
                        """).param(username).query(String.class).list();
    }
}
