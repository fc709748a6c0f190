package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.Formats;

/** What an import asks, refuses and leaves behind. */
@ProgramTest(world = OWN)
class ImportPagesTest {

    private static final String HEADING = "Đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;"
            + "Một phần - trực tuyến;Tổng số hồ sơ;Tổng trực tuyến\n";
    private static final String DIEU_TRI = "Thị trấn Diêu Trì";
    private static final List<String> MONTHS =
            List.of("2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01");

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    private ImportForm office;
    private ImportForm staff;

    @BeforeEach
    void signIn() {
        office = new ImportForm(browser, people.as("vanphong"));
        staff = new ImportForm(browser, people.as("dieutri"));
    }

    private static byte[] sheet(String... rows) {
        return (HEADING + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    /** A row in order but for what is said of it: 10 of full process, 8 of partial, all of them online. */
    private static String row(String unit, int dossiers, int online) {
        return unit + ";10;10;8;8;" + dossiers + ";" + online;
    }

    private void brings(ImportForm person, String month, int dossiers) throws Exception {
        String address = person.taken("a.csv", sheet(row(DIEU_TRI, dossiers, 18)), month);
        assertThat(person.apply(address, person.open(address)).getStatus()).isEqualTo(302);
    }

    private List<String> stored(String month) {
        return jdbc.sql(
                        "select concat_ws('/', version, status, dossiers_received, note) from monthly_return where month = cast(? as date)")
                .param(month + "-01")
                .query(String.class)
                .list();
    }

    private static String problems(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString())
                .select(".error-summary")
                .text();
    }

    @Test
    void givesStaffWhoBringTheDistrictsSheetTheirOwnRow() throws Exception {
        byte[] district = sheet(row("Xã Phước An", 31, 18), row(DIEU_TRI, 30, 18), row("Xã chưa rõ", 32, 18));
        String address = staff.taken("a.csv", district, "2025-01");
        Document preview = staff.open(address);
        assertThat(preview.select(".import-understood").text())
                .contains("2 đơn vị không thuộc quyền nhập của bạn nên để ngoài: Xã Phước An, Xã chưa rõ");
        assertThat(staff.apply(address, preview).getStatus()).isEqualTo(302);
        assertThat(stored("2025-01")).containsExactly("1/DRAFT/30");
    }

    @Test
    void refusesStaffASheetWithoutTheirUnit() throws Exception {
        String address = staff.taken("a.csv", sheet(row("Xã Phước An", 31, 18)), "2025-11");
        MockHttpServletResponse answer = staff.apply(address, staff.open(address));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(problems(answer)).contains("Tệp chỉ có số của đơn vị khác: Xã Phước An");
        assertThat(stored("2025-11")).isEmpty();
    }

    @Test
    void storesNothingOnceSomebodyChangedWhatThePreviewShowed() throws Exception {
        String address = office.taken("a.csv", sheet(row(DIEU_TRI, 31, 18), row("Xã Phước An", 30, 18)), "2025-02");
        Document seen = office.open(address);
        brings(staff, "2025-02", 40);
        MockHttpServletResponse answer = office.apply(address, seen);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(problems(answer)).contains("có người đã sửa số liệu của " + DIEU_TRI);
        assertThat(stored("2025-02")).containsExactly("1/DRAFT/40");

        assertThat(office.apply(address, Jsoup.parse(answer.getContentAsString()))
                        .getStatus())
                .isEqualTo(302);
        assertThat(stored("2025-02")).containsExactlyInAnyOrder("2/DRAFT/31", "1/DRAFT/30");
    }

    @Test
    void asksWhyFiguresAreUnusualAndKeepsTheReasonWithThem() throws Exception {
        int[] usual = {100, 103, 98, 101, 99, 102};
        for (int at = 0; at < usual.length; at++) {
            brings(office, MONTHS.get(at), usual[at]);
        }
        String address = office.taken("jump.csv", sheet(row(DIEU_TRI, 900, 18)), "2026-03");
        Document asking = office.open(address);
        assertThat(asking.select(".import-reason").text()).contains("Tổng số hồ sơ: 900 khác hẳn các tháng trước");
        assertThat(asking.select(".import-reason textarea").val()).isEmpty();
        MockHttpServletResponse silent = office.apply(address, asking);
        assertThat(silent.getStatus()).isEqualTo(422);
        assertThat(problems(silent)).contains("chưa ghi lý do");
        assertThat(stored("2026-03")).isEmpty();

        asking.select(".import-reason textarea").val("đo đạc lại đất cả xã");
        assertThat(office.apply(address, asking).getStatus()).isEqualTo(302);
        assertThat(stored("2026-03")).containsExactly("1/DRAFT/900/đo đạc lại đất cả xã");
        assertThat(jdbc.sql("select import_row from return_revision where import_file_id = ?")
                        .param(Long.valueOf(address.substring("/imports/".length())))
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
        assertThat(office.open(address)
                        .select("#written-title + table tbody tr")
                        .text())
                .contains(DIEU_TRI + " hàng 2");
    }

    /** A common reason is for the rows that were ticked; no other row passes with it. */
    @Test
    void takesACommonReasonForTickedRowsOnly() throws Exception {
        String address = office.taken("a.csv", sheet(row(DIEU_TRI, 50, 21), row("Xã Phước An", 50, 22)), "2026-04");
        Document preview = office.open(address);
        preview.select(".import-reason textarea").val("");
        preview.select("textarea[name=reason]").val("nguồn chưa phân loại");
        preview.select("input[name=same]").first().attr("checked", "");
        MockHttpServletResponse one = office.apply(address, preview);
        assertThat(one.getStatus()).isEqualTo(422);
        assertThat(problems(one)).contains("chưa ghi lý do");
        assertThat(stored("2026-04")).isEmpty();

        preview.select("input[name=same]").attr("checked", "");
        assertThat(office.apply(address, preview).getStatus()).isEqualTo(302);
        assertThat(stored("2026-04"))
                .containsExactlyInAnyOrder("1/DRAFT/50/nguồn chưa phân loại", "1/DRAFT/50/nguồn chưa phân loại");
    }

    @Test
    void suggestsTheReasonThatStandsInTheSourceItself() throws Exception {
        String address = office.taken("nguon.csv", sheet(row(DIEU_TRI, 50, 21)), "2025-04");
        Document preview = office.open(address);
        assertThat(preview.select(".import-reason").text()).contains("lệch 3 hồ sơ");
        assertThat(office.apply(address, preview).getStatus()).isEqualTo(302);
        assertThat(stored("2025-04"))
                .containsExactly(
                        "1/DRAFT/50/Chênh lệch có sẵn trong tệp nguồn nguon.csv, phần chưa phân loại được giữ nguyên.");
    }

    /** The usual answer names its file: figures of another one do not stay with it; what a person wrote stays. */
    @Test
    void aNoteThatNamesAnotherFileGivesWayToTheFileOfTheFigures() throws Exception {
        for (String file : List.of("dau.csv", "sua.csv")) {
            String address = office.taken(file, sheet(row(DIEU_TRI, file.equals("dau.csv") ? 50 : 51, 21)), "2025-03");
            Document preview = office.open(address);
            assertThat(preview.select(".import-reason textarea").val())
                    .isEqualTo("Chênh lệch có sẵn trong tệp nguồn " + file + ", phần chưa phân loại được giữ nguyên.");
            assertThat(office.apply(address, preview).getStatus()).isEqualTo(302);
        }
        assertThat(stored("2025-03"))
                .containsExactly(
                        "2/DRAFT/51/Chênh lệch có sẵn trong tệp nguồn sua.csv, phần chưa phân loại được giữ nguyên.");

        jdbc.sql("update monthly_return set note = 'Ba hồ sơ chưa phân loại' where month = '2025-03-01'")
                .update();
        String address = office.taken("cuoi.csv", sheet(row(DIEU_TRI, 52, 21)), "2025-03");
        Document preview = office.open(address);
        assertThat(preview.select(".import-reason textarea")).isEmpty();
        assertThat(office.apply(address, preview).getStatus()).isEqualTo(302);
        assertThat(stored("2025-03")).containsExactly("3/DRAFT/52/Ba hồ sơ chưa phân loại");
    }

    /** What the usual answer explains is gone with a file that classifies everything, and so is the answer; a person's words stay. */
    @Test
    void aSuggestedNoteGoesWithWhatItExplained() throws Exception {
        String first = office.taken("nguon.csv", sheet(row("Xã Phước Sơn", 50, 21)), "2026-06");
        assertThat(office.apply(first, office.open(first)).getStatus()).isEqualTo(302);
        assertThat(stored("2026-06"))
                .containsExactly(
                        "1/DRAFT/50/Chênh lệch có sẵn trong tệp nguồn nguon.csv, phần chưa phân loại được giữ nguyên.");
        String whole = office.taken("day-du.csv", sheet(row("Xã Phước Sơn", 51, 18)), "2026-06");
        assertThat(office.apply(whole, office.open(whole)).getStatus()).isEqualTo(302);
        assertThat(stored("2026-06")).containsExactly("2/DRAFT/51");

        jdbc.sql("update monthly_return set note = 'Đã đối chiếu với sổ' where month = '2026-06-01'")
                .update();
        String again = office.taken("lai.csv", sheet(row("Xã Phước Sơn", 52, 18)), "2026-06");
        assertThat(office.apply(again, office.open(again)).getStatus()).isEqualTo(302);
        assertThat(stored("2026-06")).containsExactly("3/DRAFT/52/Đã đối chiếu với sổ");
    }

    @Test
    void leavesApprovedFiguresAndLockedMonthsAlone() throws Exception {
        brings(staff, "2025-05", 30);
        jdbc.sql("update monthly_return set status = 'APPROVED', changed_by = null where month = '2025-05-01'")
                .update();
        String approved = office.taken("a.csv", sheet(row(DIEU_TRI, 33, 18)), "2025-05");
        assertThat(problems(office.apply(approved, office.open(approved)))).contains("Số liệu đã được duyệt");

        String locked = office.taken("a.csv", sheet(row(DIEU_TRI, 33, 18)), "2025-06");
        Document seen = office.open(locked);
        office.send("/figures/2025-06/lock", "missing", "23");
        MockHttpServletResponse answer = office.apply(locked, seen);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(problems(answer)).contains("Tháng 06/2025 đã chốt");
        assertThat(stored("2025-05")).containsExactly("1/APPROVED/30");
        assertThat(stored("2025-06")).isEmpty();
    }

    @Test
    void givesTheFileBackToWhoBroughtItAndToTheOfficeOnly() throws Exception {
        byte[] file = sheet(row(DIEU_TRI, 30, 18));
        String own = staff.taken("của tôi.csv", file, "2025-07") + "/original";
        assertThat(staff.get(own).getContentAsByteArray()).isEqualTo(file);
        assertThat(office.get(own).getContentAsByteArray()).isEqualTo(file);
        assertThat(office.get(own).getHeader("Content-Disposition")).startsWith("attachment");
        String others = office.taken("a.csv", file, "2025-07");
        for (String page : List.of(others, others + "/original")) {
            assertThat(staff.get(page).getStatus()).isEqualTo(404);
        }
        assertThat(staff.send(others + "/application").getStatus()).isEqualTo(404);
        String mine = own.replace("/original", "");
        for (String field : List.of("unitOf[", "unitOf[0", "unitOf")) {
            assertThat(staff.send(mine + "/units", field, "2").getStatus())
                    .as(field)
                    .isEqualTo(400);
        }
        assertThat(staff.send(mine + "/month", "monthOf[0]", "2024-13").getStatus())
                .isEqualTo(400);
        assertThat(staff.send(mine + "/month", "monthOf[0]", "").getStatus()).isEqualTo(400);
        assertThat(staff.send(mine + "/month", "monthOf[0]", "2024-10", "monthOf[00]", "2024-09")
                        .getStatus())
                .isEqualTo(400);
        assertThat(problems(staff.send(mine + "/layout", "headerRow", "hàng 1")))
                .contains("Cách đọc chưa đủ");

        String number = own.replaceAll("\\D", "");
        assertThat(jdbc.sql("select actor_name from audit_event where action = 'file.downloaded' and subject = ?"
                                + " order by sequence")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("Phạm Diêu Trì", "Trần Văn Phòng", "Trần Văn Phòng");
    }

    /** The running month's figures are not known yet: who fills its form in fills it with another month's. */
    @Test
    void offersTheFormOfTheMonthThatIsDue() throws Exception {
        Document page = Jsoup.parse(staff.get("/imports").getContentAsString());
        assertThat(page.select("#template-month option").indexOf(page.selectFirst("#template-month [selected]")))
                .isEqualTo(1);
    }

    @Test
    void tellsInTheTrailWhoTookAMonthsFigures() throws Exception {
        assertThat(staff.get("/imports/template?month=2025-07").getStatus()).isEqualTo(200);
        assertThat(jdbc.sql(
                                "select actor_name || ' ' || month || ' ' || array_to_string(unit_ids, ',') from audit_event"
                                        + " where action = 'sheet.exported' order by sequence desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Phạm Diêu Trì 2025-07-01 2");
    }

    @Test
    void tellsHowFarALongFileIsUntilItIsStored() throws Exception {
        int units = ImportApplicationService.SHORT + 1;
        jdbc.sql("""
                        with fresh as (insert into unit (version) select 0 from generate_series(1, ?) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'L' || row_number() over (), 'Xã dài ' || row_number() over (), '[2026-01-01,)' from fresh
                        """).param(units).update();
        String rows = IntStream.rangeClosed(1, units)
                .mapToObj(at -> row("Xã dài " + at, 30, 18))
                .collect(Collectors.joining("\n"));
        String address = office.taken("long.csv", sheet(rows), "2026-02");
        assertThat(office.apply(address, office.open(address)).getStatus()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(60)).until(() -> office.get(address).getHeader("Refresh") == null);
        assertThat(office.open(address).select(".facts-line").text())
                .contains("thay đổi số liệu của " + units + " đơn vị");
        assertThat(stored("2026-02")).hasSize(units);
    }

    private ImportForm staffOfAnotherUnit() {
        jdbc.sql("""
                        with made as (insert into app_user (username, display_name, password_hash, role, created_at)
                            values ('phuocan', 'Võ Phước An', 'none', 'UNIT_STAFF', now()) returning id)
                        insert into user_unit (user_id, unit_id) select made.id, unit_version.unit_id from made, unit_version
                        where name = 'Xã Phước An'
                        """).update();
        return new ImportForm(browser, people.as("phuocan"));
    }

    private String kept(String table) {
        return jdbc.sql("select max(id) from " + table).query(String.class).single();
    }

    private String since(String table) {
        return jdbc.sql("select chosen_at from " + table + " order by id desc limit 1")
                .query((row, n) ->
                        Formats.time(row.getObject(1, OffsetDateTime.class).toInstant()))
                .single();
    }

    private List<String> withdrawals() {
        return jdbc.sql("select concat_ws(' / ', actor_name, subject, detail) from audit_event"
                        + " where action = 'memory.withdrawn' order by sequence")
                .query(String.class)
                .list();
    }

    @Test
    void saysWhoDescribedASheetAndAsksAgainOnceThatIsWithdrawn() throws Exception {
        byte[] own = ("Nơi gửi;A\n" + DIEU_TRI + ";50\n").getBytes(StandardCharsets.UTF_8);
        String first = office.taken("so.csv", own, "2025-03");
        assertThat(office.open(first).select("#memories-title")).isEmpty();
        String[] description = {"sheet", "0", "headerRow", "1", "unitColumn", "1", "columnOf[dossiersReceived]", "2"};
        assertThat(office.send(first + "/layout", description).getStatus()).isEqualTo(302);

        String again = staff.taken("so.csv", own, "2025-03");
        String said = "Cách đọc trang “CSV”: đã nhớ theo trả lời của Trần Văn Phòng, " + since("sheet_layout") + ".";
        Document seen = staff.open(again);
        assertThat(seen.select(".import-memories li").text())
                .isEqualTo(said + " Chỉ Văn phòng hủy ghi nhớ được. Bạn có thể trả lời khác cho riêng mình ở dưới.");
        assertThat(seen.select("form[action$=/withdrawal]")).isEmpty();
        String[] memory = {"kind", "SHEET", "memoryId", kept("sheet_layout")};
        MockHttpServletResponse refused = staff.send(again + "/withdrawal", memory);
        assertThat(refused.getStatus()).isEqualTo(404);
        assertThat(problems(refused)).contains("không được hủy ghi nhớ");

        assertThat(office.open(again).select(".import-memories li > span").text())
                .isEqualTo(said);
        assertThat(office.send(again + "/withdrawal", memory).getStatus()).isEqualTo(302);
        Document asking = staff.open(again);
        assertThat(asking.select("#memories-title")).isEmpty();
        assertThat(asking.select("#mapping-title").text()).isEqualTo("Chương trình chưa biết mẫu biểu này");
        assertThat(office.send(again + "/withdrawal", memory).getStatus()).isEqualTo(404);
        assertThat(withdrawals()).containsOnlyOnce("Trần Văn Phòng / CSV / Trần Văn Phòng");
    }

    /** Only the description says that the sheet is a table of a month: the file is kept by then, and stays to be mended. */
    @ParameterizedTest
    @CsvSource({"12/2031, tháng chưa đến", "05/2015, tháng mà chương trình không giữ số liệu"})
    void asksForAnotherMonthWhereADescribedSheetIsOfNone(String month, String why) throws Exception {
        byte[] own =
                ("SỔ THEO DÕI THÁNG " + month + "\nNơi gửi;A\n" + DIEU_TRI + ";50\n").getBytes(StandardCharsets.UTF_8);
        String file = staff.taken("so.csv", own, "");
        String[] description = {"sheet", "0", "headerRow", "2", "unitColumn", "1", "columnOf[dossiersReceived]", "2"};
        assertThat(staff.send(file + "/layout", description).getStatus()).isEqualTo(302);

        Document asking = staff.open(file);
        assertThat(asking.select("main").text()).contains(why);
        assertThat(asking.select("select[name^=monthOf] option").eachText()).noneMatch(each -> each.contains(month));
        assertThat(staff.send(file + "/month", "monthOf[0]", month.endsWith("2015") ? "2015-05" : "2031-12")
                        .getStatus())
                .isEqualTo(400);
        assertThat(staff.send(file + "/month", "monthOf[0]", "2025-03").getStatus())
                .isEqualTo(302);
        assertThat(staff.open(file).select("main").text()).doesNotContain(why).contains("03/2025");
        assertThat(staff.send(file + "/withdrawal", "kind", "SHEET", "memoryId", kept("sheet_layout"))
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void saysWhoMatchedANameAndLetsThemWithdrawIt() throws Exception {
        byte[] file = sheet(row("Một cửa Diêu Trì", 30, 18));
        String first = staff.taken("a.csv", file, "2025-03");
        Document asking = staff.open(first);
        String unit =
                asking.select("select#unit0 option:contains(" + DIEU_TRI + ")").val();
        String folded = asking.select("input[name^=nameOf]").val();
        staff.send(first + "/units", "unitOf[0]", unit, "nameOf[0]", folded);

        String again = staff.taken("b.csv", file, "2025-03");
        Document seen = staff.open(again);
        assertThat(seen.select(".import-memories li > span").text())
                .isEqualTo("“Một cửa Diêu Trì” là Thị trấn Diêu Trì: đã nhớ theo trả lời của Phạm Diêu Trì, "
                        + since("unit_alias") + ".");
        assertThat(seen.select(".import-memories input[name=memoryId]").val()).isEqualTo(kept("unit_alias"));
        String[] memory = {"kind", "NAME", "memoryId", kept("unit_alias")};
        ImportForm others = staffOfAnotherUnit();
        String theirs = others.taken("c.csv", file, "2025-03");
        assertThat(others.open(theirs).select("#memories-title")).isEmpty();
        assertThat(others.send(theirs + "/withdrawal", memory).getStatus()).isEqualTo(404);
        assertThat(staff.open(again).select("select#unit0")).isEmpty();

        assertThat(staff.send(again + "/withdrawal", memory).getStatus()).isEqualTo(302);
        assertThat(staff.open(again).select("select#unit0")).hasSize(1);
        assertThat(withdrawals()).containsOnlyOnce("Phạm Diêu Trì / Một cửa Diêu Trì / Phạm Diêu Trì");
    }
}
