package vn.hoso.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.organisation.OfficialUnits;

/** The register of units, from its pages to what the months and the trail say. Each test takes back what it did. */
@ProgramTest(world = OWN)
@Transactional
class UnitPagesTest {

    /** Xã Phước An, which has figures from 01/2023 to 09/2024. */
    private static final long PHUOC_AN = 12;

    private static final long PHUOC_THANH = 13;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Units units;

    @Autowired
    private UnitQueries register;

    private Document page(String address) throws Exception {
        return open("quantri", address);
    }

    private Document open(String username, String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(people.as(username)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse send(String address, String... fields) throws Exception {
        return send(post(address), fields);
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request, String... fields)
            throws Exception {
        request.with(people.as("quantri"));
        request.with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private MockHttpServletResponse keep(String from, String code, String name, String kind, String... more)
            throws Exception {
        String[] fields = {"from", from, "code", code, "name", name, "kind", kind, "group", "", "seen", "0"};
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return send("/units/" + PHUOC_AN, all);
    }

    private String called(String month) {
        return called(PHUOC_AN, month);
    }

    private String called(long id, String month) {
        return units.all(YearMonth.parse(month)).stream()
                .filter(unit -> unit.id() == id)
                .map(unit ->
                        unit.code() + " " + unit.name() + ", " + unit.kind().name())
                .findFirst()
                .orElse("–");
    }

    private String version(long unit) {
        return jdbc.sql("select id from unit_version where unit_id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }

    @Test
    void aNewNameAndKindHoldFromTheirDayAndThePastKeepsItsOwn() throws Exception {
        assertThat(keep("2024-07-01", "21985", "Phường Phước An", "WARD").getStatus())
                .isEqualTo(302);

        assertThat(called("2024-06")).isEqualTo("21985 Xã Phước An, xã");
        assertThat(called("2024-07")).isEqualTo("21985 Phường Phước An, phường");
        assertThat(units.all(YearMonth.of(2024, 7)).get(0).name()).isEqualTo("Phường Phước An");
        assertThat(page("/units/" + PHUOC_AN).select("#life-title ~ table tbody tr"))
                .hasSize(2);
        assertThat(page("/units?day=2024-06-30&q=phước an").select("tbody th").eachText())
                .containsExactly("Xã Phước An");
        assertThat(page("/units?kind=WARD&day=2024-07-01").select("tbody th").eachText())
                .containsExactly("Phường Phước An");
    }

    @Test
    void aChangeThatWasNoneIsTakenBack() throws Exception {
        keep("2024-07-01", "21985", "Phường Phước An", "WARD");
        String wrong = jdbc.sql("select max(id) from unit_version where unit_id = ?")
                .param(PHUOC_AN)
                .query(String.class)
                .single();
        String[] fields = {
            "from",
            "2024-07-01",
            "code",
            "21985",
            "name",
            "Xã Phước An",
            "kind",
            "COMMUNE",
            "seen",
            "1",
            "corrected",
            wrong
        };
        assertThat(send("/units/" + PHUOC_AN, fields).getStatus()).isEqualTo(302);

        assertThat(called("2024-08")).isEqualTo("21985 Xã Phước An, xã");
        assertThat(page("/units/" + PHUOC_AN).select("#life-title ~ table tbody tr"))
                .hasSize(1);
    }

    /** Not taken back, since the trail is written when a change is kept; no other test knows this unit. */
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void aMistakeIsCorrectedInThePastAndTold() throws Exception {
        String[] fields = {
            "from",
            "2022-06-01",
            "code",
            "21989",
            "name",
            "Xã Phước Thành",
            "kind",
            "COMMUNE",
            "seen",
            "0",
            "corrected",
            version(PHUOC_THANH)
        };
        assertThat(send("/units/" + PHUOC_THANH, fields).getStatus()).isEqualTo(302);

        assertThat(called(PHUOC_THANH, "2022-05")).isEqualTo("–");
        assertThat(called(PHUOC_THANH, "2023-01")).isEqualTo("21989 Xã Phước Thành, xã");
        assertThat(jdbc.sql("select subject || ' ' || detail from audit_event where action = 'unit.corrected'")
                        .query(String.class)
                        .single())
                .isEqualTo("01/06/2022 21988 Xã Phước Thành (xã) → 21989 Xã Phước Thành (xã)");

        fields[1] = "2023-02-01";
        fields[9] = "1";
        MockHttpServletResponse late = send("/units/" + PHUOC_THANH, fields);
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("Đơn vị đã có số liệu tháng 01/2023");
    }

    @Test
    void aUnitWithFiguresEndsAfterThemAndItsCodeIsFreeAgain() throws Exception {
        MockHttpServletResponse early = send("/units/" + PHUOC_AN + "/end", "end", "2024-09-01", "seen", "0");
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(early.getContentAsString()).contains("Đơn vị có số liệu tháng 09/2024", "value=\"2024-09-01\"");
        assertThat(send("/units/" + PHUOC_AN + "/removal", "seen", "0").getStatus())
                .isEqualTo(409);
    }

    @Test
    void aCodeMeansAnotherUnitOnceItsUnitHasEnded() throws Exception {
        String[] other = {"from", "2025-07-01", "code", "21985", "name", "Xã Tuy Phước Tây", "kind", "COMMUNE"};
        MockHttpServletResponse taken = send("/units", other);
        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(taken.getContentAsString()).contains("Mã này là của Xã Phước An, từ ngày 01/01/2021.");

        assertThat(send("/units/" + PHUOC_AN + "/end", "end", "2025-07-01", "seen", "0")
                        .getStatus())
                .isEqualTo(302);
        assertThat(send("/units", other).getStatus()).isEqualTo(302);
        assertThat(called("2025-06")).isEqualTo("21985 Xã Phước An, xã");
        assertThat(units.all(YearMonth.of(2025, 7)))
                .filteredOn(unit -> unit.code().equals("21985"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.name()).isEqualTo("Xã Tuy Phước Tây"));
        MockHttpServletResponse resumed = send("/units/" + PHUOC_AN + "/end", "end", "", "seen", "1");
        assertThat(resumed.getStatus()).isEqualTo(422);
        assertThat(resumed.getContentAsString()).contains("Mã này là của Xã Tuy Phước Tây");
    }

    @Test
    void whoComesSecondSeesBoth() throws Exception {
        keep("2024-07-01", "21985", "Phường Phước An", "WARD");
        MockHttpServletResponse second = keep("2024-08-01", "21985", "Xã Phước An Đông", "COMMUNE");

        assertThat(second.getStatus()).isEqualTo(409);
        Document both = Jsoup.parse(second.getContentAsString());
        assertThat(both.select(".notice-info").text()).contains("Đang lưu: 21985 Phường Phước An, loại phường");
        assertThat(both.select("#name").val()).isEqualTo("Xã Phước An Đông");
        assertThat(called("2024-08")).isEqualTo("21985 Phường Phước An, phường");
    }

    @Test
    void aUnitAddedByMistakeCanBeRemoved() throws Exception {
        send("/units", "from", "2025-01-01", "code", "x-1", "name", "Xã Nhầm", "kind", "COMMUNE");
        long added = jdbc.sql("select unit_id from unit_version where code = 'X-1'")
                .query(Long.class)
                .single();
        assertThat(send("/units/" + added + "/removal", "seen", "0").getStatus())
                .isEqualTo(302);
        assertThat(page("/units?q=Nhầm&day=2025-01-01").select("tbody tr")).isEmpty();
    }

    @Test
    void aKindOfOnesOwnTakesItsPlaceInTheOrder() throws Exception {
        assertThat(send(
                                "/units/kinds",
                                "code",
                                "",
                                "name",
                                "trường học",
                                "heading",
                                "Trường học",
                                "shortForms",
                                "Trường, TH.",
                                "place",
                                "5",
                                "office",
                                "true")
                        .getStatus())
                .isEqualTo(302);
        assertThat(send("/units/list", "from", "2024-01-01", "lines", "Trường Tiểu học số 1", "apply", "true")
                        .getStatus())
                .isEqualTo(302);

        Unit first = units.all(YearMonth.of(2024, 1)).get(0);
        assertThat(first.code() + " " + first.name() + ", " + first.kind().name())
                .isEqualTo("TTHS1 Trường Tiểu học số 1, trường học");
        MockHttpServletResponse second = send(
                "/units/kinds",
                "code",
                "TRUONG_HOC",
                "name",
                "trường",
                "heading",
                "Trường",
                "shortForms",
                "",
                "place",
                "5",
                "seen",
                "7");
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("Đang lưu: trường học", "value=\"trường\"");
    }

    @Test
    void aListIsLookedAtLineByLineAndBegunWholeOrNotAtAll() throws Exception {
        String lines = "Mã\tTên\tLoại\n90001\tXã Một\txã\n90001\tXã Hai\txã\n90003\txã một\txã\n90004\tXã Bốn\tthôn\n"
                + "21985\tXã Khác\txã\n90006\t\txã\n21985\tXã Phước An\txã\n90008\tCông an xã\n";
        MockHttpServletResponse refused = send("/units/list", "from", "2024-01-01", "lines", lines, "apply", "true");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString()).select("tbody tr").eachText())
                .containsExactly(
                        "3 90001 Xã Hai xã – Mã trùng với dòng 2.",
                        "4 90003 xã một xã – Tên trùng với dòng 2.",
                        "5 90004 Xã Bốn thôn – Không có loại “thôn”. Thêm loại này ở trang Loại đơn vị hoặc ghi loại khác.",
                        "6 21985 Xã Khác xã – Mã này là của Xã Phước An, từ ngày 01/01/2021.",
                        "7 90006 xã – Hãy nhập tên, tối đa 200 ký tự.",
                        "8 21985 Xã Phước An xã – Mã trùng với dòng 6.",
                        "9 90008 Công an xã – Không đoán được loại theo tên. Hãy ghi loại sau tên.");
        // What there is to write, and where another is added.
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("#kinds-hint:has(a[href=/units/kinds])")
                        .text())
                .startsWith("Các loại đang có: phường, thị trấn, xã, ")
                .endsWith("Thiếu loại nào thì thêm ở trang Loại đơn vị.");
        assertThat(units.all(YearMonth.of(2024, 1))).hasSize(23);
    }

    /** As offices keep it: titles above, columns in their own order, groups by Roman numbers, a total below. */
    @Test
    void aListIsReadByItsHeadings() throws Exception {
        String lines = "ỦY BAN NHÂN DÂN\nDANH SÁCH CÁC ĐƠN VỊ\nTT\tMã đơn vị\tTên đơn vị\tKhu vực\tLoại\n"
                + "I\t\tCác xã\t\t\n1\t90001\tXã Một\tPhía đông\txã\n2.\t90002\tXã Hai\t\t\n"
                + "II\t\tCác phòng\t\t\n3\t\tPhòng Thử\t\tphòng chuyên môn\n\t\tTổng cộng: 3 đơn vị\t\t\n";
        MockHttpServletResponse looked = send("/units/list", "from", "2024-01-01", "lines", lines, "apply", "false");
        assertThat(Jsoup.parse(looked.getContentAsString()).select("tbody tr").eachText())
                .containsExactly(
                        "5 90001 Xã Một xã Phía đông Thêm mới",
                        "6 90002 Xã Hai xã – Thêm mới",
                        "8 PT Phòng Thử phòng chuyên môn – Thêm mới");
    }

    /** A number that somebody forgot loses no unit: one with a code is read, and every other line without one is named. */
    @Test
    void aNumberedListTellsWhatItDoesNotRead() throws Exception {
        String lines = "STT\tMã\tTên\nI\t\tCác xã\n1\t90001\tXã Một\n\t90002\tXã Hai\n\t\tXã Ba\n2\t90004\tXã Bốn\n"
                + "\t23\tTổng cộng\n";
        MockHttpServletResponse looked = send("/units/list", "from", "2024-01-01", "lines", lines, "apply", "false");
        Document page = Jsoup.parse(looked.getContentAsString());
        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "3 90001 Xã Một xã – Thêm mới", "4 90002 Xã Hai xã – Thêm mới", "6 90004 Xã Bốn xã – Thêm mới");
        assertThat(page.select("#others summary").text()).contains("3 dòng không có số thứ tự");
        assertThat(page.select("#others li").eachText())
                .containsExactly("Dòng 2: “I Các xã”", "Dòng 5: “Xã Ba”", "Dòng 7: “23 Tổng cộng”");

        looked = send("/units/list", "from", "2024-01-01", "lines", "90001;Xã Một;xã", "apply", "false");
        assertThat(Jsoup.parse(looked.getContentAsString()).select("#others")).isEmpty();
    }

    @Test
    void aFileTakesThePlaceOfTheTypedList() throws Exception {
        MockMultipartFile file = new MockMultipartFile(
                "file",
                "don-vi.csv",
                "text/csv",
                "Mã;Tên;Loại;Nhóm\n90001;Xã Một;xã;Cụm 1\n".getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse looked =
                send(multipart("/units/list").file(file), "from", "2024-01-01", "lines", "", "apply", "true");
        assertThat(looked.getStatus()).isEqualTo(200);
        Document page = Jsoup.parse(looked.getContentAsString());
        assertThat(page.select("tbody tr").eachText()).containsExactly("2 90001 Xã Một xã Cụm 1 Thêm mới");
        assertThat(page.select("#lines").text()).contains("90001");

        MockMultipartFile wide = new MockMultipartFile(
                "file",
                "don-vi.csv",
                "text/csv",
                "STT;Mã;Tên;Loại;Nhóm\n1;90001;Xã Một;xã;Cụm 1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Jsoup.parse(send(multipart("/units/list").file(wide), "from", "2024-01-01", "lines", "")
                                .getContentAsString())
                        .select("tbody tr")
                        .eachText())
                .containsExactly("2 90001 Xã Một xã Cụm 1 Thêm mới");
        assertThat(units.all(YearMonth.of(2024, 1))).hasSize(23);
    }

    @ParameterizedTest
    @CsvSource({"/units, name, Xã Thử", "/units/12, name, Xã Thử", "/units/list, lines, 99999;Xã Thử;xã"})
    void aDayThatCannotBeReadKeepsWhatWasTyped(String address, String field, String typed) throws Exception {
        MockHttpServletResponse answer =
                send(address, "from", "2026-13-40", "code", "99999", "kind", "COMMUNE", field, typed);
        assertThat(answer.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("[name=" + field + "]").val()).isEqualTo(typed);
        assertThat(page.select("#from-problem").text()).isNotEmpty();
    }

    @Test
    void aNameThatOnlyLooksDifferentIsTaken() throws Exception {
        MockHttpServletResponse alike =
                send("/units", "from", "2024-10-01", "code", "99999", "kind", "COMMUNE", "name", "Xã  Phước\u00a0An");
        assertThat(alike.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(alike.getContentAsString())
                        .select("#name-problem")
                        .text())
                .contains("21985");
        assertThat(send("/units", "from", "2024-10-01", "code", "99999", "kind", "COMMUNE", "name", "Xã Phước\u200bAn")
                        .getStatus())
                .isEqualTo(422);
    }

    /** Sheets would not find the unit, and a letter would go to "phường Xã …". */
    @ParameterizedTest
    @CsvSource({
        "Xã Thử, WARD, xã, phường",
        "Phường Thử, COMMUNE, phường, xã",
        "thị trấn Thử, COMMUNE, thị trấn, xã",
        "TT.Thử, WARD, thị trấn, phường",
        "Đặc khu Thử, TOWNSHIP, đặc khu, thị trấn"
    })
    void aNameAndAKindThatContradictEachOtherAreRefused(String name, String kind, String said, String chosen)
            throws Exception {
        String problem =
                "Tên “" + name + "” bắt đầu như tên của loại “" + said + "”, còn loại đã chọn là “" + chosen + "”.";
        MockHttpServletResponse begun =
                send("/units", "from", "2024-10-01", "code", "99999", "kind", kind, "name", name);
        MockHttpServletResponse kept = keep("2024-07-01", "21985", name, kind);
        MockHttpServletResponse listed =
                send("/units/list", "from", "2024-01-01", "lines", "99999;" + name + ";" + kind, "apply", "true");

        assertThat(List.of(begun.getStatus(), kept.getStatus(), listed.getStatus()))
                .containsOnly(422);
        for (MockHttpServletResponse form : List.of(begun, kept)) {
            Document page = Jsoup.parse(form.getContentAsString());
            assertThat(page.select("#kind-problem").text()).startsWith(problem);
            assertThat(page.select("#name").val()).isEqualTo(name);
        }
        assertThat(Jsoup.parse(listed.getContentAsString()).select("tbody tr").text())
                .contains(problem);
        assertThat(called("2024-08")).isEqualTo("21985 Xã Phước An, xã");
    }

    /** Stored before it was asked, it is hinted at for whoever may mend it, and stands in the way of nothing else. */
    @Test
    void aStoredNameThatContradictsItsKindIsHintedAtAndRefusesNoOtherChange() throws Exception {
        String hint = "Tên “Xã Phước An” bắt đầu như tên của loại “xã”, còn loại đã chọn là “phường”.";
        assertThat(open("quantri", "/units").select("#doubtful-title")).isEmpty();
        jdbc.sql("update unit_version set kind = 'WARD' where unit_id = ?")
                .param(PHUOC_AN)
                .update();
        assertThat(open("quantri", "/units")
                        .select("section:has(#doubtful-title) li")
                        .text())
                .isEqualTo("Xã Phước An (phường)");
        assertThat(open("quantri", "/units/" + PHUOC_AN)
                        .select("#life-title ~ table")
                        .text())
                .contains(hint);
        assertThat(open("vanphong", "/units").text()
                        + open("vanphong", "/units/" + PHUOC_AN).text())
                .doesNotContain("bắt đầu như tên");

        assertThat(keep("2024-07-01", "21985", "Xã Phước Khác", "WARD").getStatus())
                .isEqualTo(422);
        assertThat(keep("2024-07-01", "21986", "Xã Phước An", "WARD").getStatus())
                .isEqualTo(302);
        assertThat(called("2024-08")).isEqualTo("21986 Xã Phước An, phường");
        assertThat(Jsoup.parse(send("/units/list", "from", "2024-10-01", "lines", "21986;Xã Phước An;phường;")
                                .getContentAsString())
                        .select("tbody tr")
                        .text())
                .contains("Đã có")
                .doesNotContain("bắt đầu như tên");
    }

    @ParameterizedTest
    @CsvSource({
        "Xã Thử, COMMUNE",
        "Phường Đúc, WARD",
        "Ban Công, COMMUNE",
        "Thử, WARD",
        "P. Thử, WARD",
        "P. Thử, DISTRICT_OFFICE",
        "TT. Thử, CENTRE",
        "Phòng Thử, BUREAU",
        "Sở Thử, DEPARTMENT",
        "Văn phòng Thử, DEPARTMENT",
        "Xã đội, DISTRICT_OFFICE"
    })
    void aNameOfItsOwnKindOrOfNoneIsKept(String name, String kind) throws Exception {
        assertThat(send("/units", "from", "2024-10-01", "code", "X-1", "kind", kind, "name", name)
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void noUnitOfTheOfficialListContradictsItsKind() {
        List<UnitKind> kinds = register.kinds();
        OfficialUnits official = new OfficialUnits();
        assertThat(official.provinces().stream().flatMap(each -> official.communes(each.code()).stream()))
                .hasSizeGreaterThan(3000)
                .allSatisfy(each -> assertThat(UnitWords.contradiction(
                                each.name(),
                                UnitList.kind(each.levelName(), each.name(), kinds)
                                        .orElseThrow(),
                                kinds))
                        .isEmpty());
    }

    @Test
    void anEndThatCannotBeReadEndsNothing() throws Exception {
        MockHttpServletResponse answer = send("/units/" + PHUOC_AN + "/end", "end", "2026-02-30", "seen", "0");
        assertThat(answer.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#end").val()).isEqualTo("2026-02-30");
        assertThat(page.select("#end-problem").text()).isNotEmpty();
        assertThat(units.all(YearMonth.of(2026, 12))).anyMatch(unit -> unit.id() == PHUOC_AN);
    }

    /** Up to 200 units stand in a list, however often they are asked for; nothing is typed. */
    @ParameterizedTest
    @CsvSource({
        "quantri, /accounts/new, [type=checkbox][name=unitIds]",
        "quantri, /accounts/new, #standInUnit-0 option[value~=.]",
        "quantri, /audit, select[name=unit] option[value~=.]",
        "vanphong, /follow-ups/new?target=4&month=2024-09, select[name=unit] option[value~=.]",
        "vanphong, /extracts, select[name=unit] option[value~=.]",
        "vanphong, /reconciliation/totals?year=2024, select[name=unit] option[value~=.]",
        "lanhdao, /dashboard/contribution?year=2024, select[name=unit] option[value~=.]"
    })
    void areChosenFromAListWhereTheyAreFew(String username, String address, String choices) throws Exception {
        Document page = Jsoup.parse(mvc.perform(get(address).with(people.as(username)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select(choices)).hasSize(23);
        assertThat(page.select("[data-suggestions], [name$=unitText], [name$=UnitText], script[src*=unit-suggestions]"))
                .isEmpty();
    }
}
