package vn.hoso.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.Meanwhile;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.Formats;

/** The pages on which targets and their documents are kept. */
@ProgramTest(world = OWN)
class TargetPagesTest {

    private static final String VERSION = "/targets/version";
    private static final String DOCUMENTS = "/targets/instruments";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private TargetSteps office() {
        return new TargetSteps(mvc, people);
    }

    private Map<String, String[]> target(String code, String... more) throws Exception {
        Map<String, String> typed = new HashMap<>(Map.of(
                "code", code, "label", "Hồ sơ trực tuyến", "rule", "AT_LEAST", "threshold", "80", "from", "2024-01"));
        for (int i = 0; i < more.length; i += 2) {
            typed.put(more[i], more[i + 1]);
        }
        return TargetSteps.typed(office().open(VERSION), VERSION, typed);
    }

    private long id(String code) {
        return jdbc.sql("select max(id) from target where code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    private static String fields(Document page, String id) {
        return page.select("#" + id + "-problem").text();
    }

    private String unitPage(long unit) throws Exception {
        return read("/dashboard/units/" + unit + "?year=2024");
    }

    private String read(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(people.as("lanhdao")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("main")
                .text();
    }

    @Test
    void showsWhatWouldTurnAndKeepsNothingUntilConfirmed() throws Exception {
        Map<String, String[]> fields = target("PREVIEW", "threshold", "1");
        Document shown = Jsoup.parse(office().send(VERSION, fields).getContentAsString());
        assertThat(shown.select(".turns").first().text())
                .contains("PREVIEW", "không áp dụng")
                .contains("Đạt (tạm tính) Tất cả đơn vị gộp lại; 3 đơn vị: ", "Đạt (sơ bộ) 20 đơn vị: ");
        assertThat(jdbc.sql("select count(*) from target where code = 'PREVIEW'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where action = 'target.added' and subject like 'PREVIEW%'")
                        .query(Integer.class)
                        .single())
                .isZero();

        // Another threshold than the one whose effects were shown is shown first.
        fields.put(
                "previewed",
                new String[] {shown.select("[name=previewed]").first().val()});
        fields.put("threshold", new String[] {"99"});
        assertThat(office().send(VERSION, fields).getStatus()).isEqualTo(200);

        assertThat(office().confirmed(VERSION, fields).getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select threshold from target where code = 'PREVIEW'")
                        .query(String.class)
                        .single())
                .isEqualTo("99.0000");
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where action = 'target.added' and subject like 'PREVIEW%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(Jsoup.parse(mvc.perform(get("/audit").with(people.as("vanphong")))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select("main tbody tr")
                        .first()
                        .text())
                .as("the trail calls an indicator what pages call it")
                .contains("Cách tính chưa có → Tổng thể");
    }

    /** A confirmation of the year to date by the Office, on the figures that its page shows: these. */
    private String confirm(long target, String note) throws Exception {
        String decision = "/dashboard/decisions/" + target;
        String evidence = Jsoup.parse(mvc.perform(get(decision + "?year=2024").with(people.as("vanphong")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("[name=evidence]")
                .val();
        assertThat(mvc.perform(post(decision)
                                .with(people.as("vanphong"))
                                .with(csrf())
                                .param("year", "2024")
                                .param("verdict", "NOT_MET")
                                .param("note", note)
                                .param("evidence", evidence))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        return evidence;
    }

    /** Figures reach September: a version from November on leaves the verdicts of now alone, and ends the year's confirmation later. */
    @Test
    void tellsWhichConfirmationsFiguresToComeWillEnd() throws Exception {
        office().confirmed(VERSION, target("AHEAD", "rule", "HAS_ARISEN", "threshold", ""));
        long first = id("AHEAD");
        String evidence = confirm(first, "Đủ căn cứ");
        String figures = Formats.count(Long.parseLong(evidence.split("/")[0])) + "/"
                + Formats.count(Long.parseLong(evidence.split("/")[1]));

        Map<String, String[]> fields = TargetSteps.typed(
                office().open(VERSION + "?target=" + first),
                VERSION,
                Map.of("from", "2024-11", "label", "Nội dung mới"));
        Document shown = Jsoup.parse(office().send(VERSION, fields).getContentAsString());
        assertThat(shown.select(".turns")).isEmpty();
        assertThat(shown.select(".turns-ending li").eachText())
                .singleElement()
                .asString()
                .startsWith("Khi số liệu năm 2024 đến tháng 11/2024, cả năm được xét theo mức mới: xác nhận của ")
                .contains("về AHEAD Hồ sơ trực tuyến (số liệu lúc đó: " + figures + ")");

        String end = VERSION + "/end";
        Map<String, String[]> ending =
                TargetSteps.typed(office().open(VERSION + "?target=" + first), end, Map.of("last", "2024-10"));
        assertThat(Jsoup.parse(office().send(end, ending).getContentAsString())
                        .select(".turns-ending li")
                        .text())
                .startsWith(
                        "Khi số liệu năm 2024 đến tháng 11/2024, chỉ tiêu không còn áp dụng cho năm: xác nhận của ");

        // The next year has confirmations of its own.
        ending.put("last", new String[] {"2024-12"});
        assertThat(Jsoup.parse(office().send(end, ending).getContentAsString()).select(".turns-ending"))
                .isEmpty();
    }

    /** A confirmation hangs on the version it was made of: a new one is a suggestion again, as the year's page shows it. */
    @Test
    void tellsWhichConfirmationsANewVersionLeavesBehind() throws Exception {
        long first = id("9.2");
        String evidence = confirm(first, "Chưa đủ căn cứ");

        Map<String, String[]> fields = TargetSteps.typed(
                office().open(VERSION + "?target=" + first),
                VERSION,
                Map.of("from", "2024-05", "label", "Có dịch vụ công trực tuyến toàn trình"));
        Document shown = Jsoup.parse(office().send(VERSION, fields).getContentAsString());
        String figures = Formats.count(Long.parseLong(evidence.split("/")[0])) + "/"
                + Formats.count(Long.parseLong(evidence.split("/")[1]));
        assertThat(shown.select(".turns").first().select("caption").text()).isEqualTo("Năm 2024, đến tháng 09/2024");
        assertThat(shown.select(".turns").first().text())
                .containsPattern("Chưa đạt, \\S.* xác nhận lúc \\d\\d:\\d\\d")
                .contains("Dự kiến đạt, chờ xác nhận", "Tất cả đơn vị gộp lại")
                .contains("(số liệu lúc đó: " + figures + ") thuộc mức đang được thay")
                .contains("phải xác nhận lại");
        // Nobody confirms a slice of a year, so the months' suggestions stay what they were.
        assertThat(shown.select(".turns")).hasSize(1);

        office().confirmed(VERSION, fields);
        assertThat(read("/dashboard/details?year=2024"))
                .contains("Có dịch vụ công trực tuyến toàn trình")
                .contains("Dự kiến đạt, chờ xác nhận")
                .doesNotContain("Chưa đủ căn cứ");

        String end = VERSION + "/end";
        assertThat(Jsoup.parse(office().send(
                                        end,
                                        TargetSteps.typed(
                                                office().open(VERSION + "?target=" + id("9.2")),
                                                end,
                                                Map.of("last", "2024-12")))
                                .getContentAsString())
                        .select(".turns"))
                .isEmpty();
    }

    @Test
    void followsATargetThatHasBegunByANewVersion() throws Exception {
        office().confirmed(VERSION, target("NEXT", "until", "2024-12"));
        long first = id("NEXT");
        String page = VERSION + "?target=" + first;
        Map<String, String[]> early =
                TargetSteps.typed(office().open(page), VERSION, Map.of("from", "2024-01", "threshold", "70"));
        MockHttpServletResponse refused = office().send(VERSION, early);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(fields(Jsoup.parse(refused.getContentAsString()), "from")).startsWith("Mức mới phải bắt đầu sau");

        office().confirmed(
                        VERSION,
                        TargetSteps.typed(office().open(page), VERSION, Map.of("from", "2024-07", "threshold", "70")));
        assertThat(jdbc.sql("select threshold || ' ' || valid from target where code = 'NEXT' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("80.0000 [2024-01-01,2024-07-01)", "70.0000 [2024-07-01,2025-01-01)");

        // Whoever still looks at the first version cannot change it any more.
        assertThat(office().send(VERSION, early).getStatus()).isEqualTo(409);
    }

    @Test
    void changesAndWithdrawsAVersionThatHasNotBegun() throws Exception {
        int next = LocalDate.now(Formats.ZONE).getYear() + 1;
        office().confirmed(VERSION, target("LATER"));
        long first = id("LATER");
        office().confirmed(
                        VERSION,
                        TargetSteps.typed(
                                office().open(VERSION + "?target=" + first),
                                VERSION,
                                Map.of("from", next + "-01", "threshold", "70")));
        long second = id("LATER");
        office().confirmed(
                        VERSION,
                        TargetSteps.typed(
                                office().open(VERSION + "?target=" + second),
                                VERSION,
                                Map.of("from", next + "-03", "threshold", "75")));
        assertThat(id("LATER")).isEqualTo(second);
        assertThat(jdbc.sql("select valid_until from target where id = ?")
                        .param(first)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(next, 3, 1));

        String withdrawal = VERSION + "/withdrawal";
        assertThat(office().send(
                                withdrawal,
                                TargetSteps.typed(office().open(VERSION + "?target=" + second), withdrawal, Map.of()))
                        .getStatus())
                .isEqualTo(302);
        assertThat(id("LATER")).isEqualTo(first);
        assertThat(jdbc.sql("select valid_until is null from target where id = ?")
                        .param(first)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void neverWithdrawsWhatSomethingWasSaidBy() throws Exception {
        int next = LocalDate.now(Formats.ZONE).getYear() + 1;
        office().confirmed(VERSION, target("NAMED", "from", next + "-02"));
        long id = id("NAMED");
        jdbc.sql("""
                        insert into target_decision (target_id, year, verdict, decided_by, decided_by_name, decided_at)
                        select :id, :year, 'MET', id, username, now() from app_user order by id limit 1
                        """).param("id", id).param("year", next).update();
        String withdrawal = VERSION + "/withdrawal";
        MockHttpServletResponse refused = office().send(
                        withdrawal, TargetSteps.typed(office().open(VERSION + "?target=" + id), withdrawal, Map.of()));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("nên không rút lại được");
        assertThat(id("NAMED")).isEqualTo(id);
    }

    /** What is concluded by it at that moment is not seen yet, and must not be lost. */
    @Test
    void isNotWithdrawnWhileSomethingIsConcludedByIt() throws Exception {
        int next = LocalDate.now(Formats.ZONE).getYear() + 1;
        office().confirmed(VERSION, target("BUSY", "from", next + "-02"));
        long id = id("BUSY");
        String withdrawal = VERSION + "/withdrawal";
        Map<String, String[]> fields =
                TargetSteps.typed(office().open(VERSION + "?target=" + id), withdrawal, Map.of());

        MockHttpServletResponse refused = Meanwhile.press(
                transactions,
                jdbc,
                () -> jdbc.sql("""
                        insert into target_decision (target_id, year, verdict, decided_by, decided_by_name, decided_at)
                        select :id, :year, 'MET', id, username, now() from app_user order by id limit 1
                        """).param("id", id).param("year", next).update(),
                () -> office().send(withdrawal, fields));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("nên không rút lại được");
        assertThat(id("BUSY")).isEqualTo(id);
    }

    @Test
    void nothingIsConcludedByWhatIsWithdrawnAtThatMoment() throws Exception {
        office().confirmed(VERSION, target("GONE", "rule", "HAS_ARISEN", "threshold", ""));
        long id = id("GONE");
        String decision = "/dashboard/decisions/" + id;
        String evidence = Jsoup.parse(mvc.perform(get(decision + "?year=2024").with(people.as("vanphong")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("[name=evidence]")
                .val();

        MockHttpServletResponse refused = Meanwhile.press(
                transactions,
                jdbc,
                () -> jdbc.sql("delete from target where id = ?").param(id).update(),
                () -> mvc.perform(post(decision)
                                .with(people.as("vanphong"))
                                .with(csrf())
                                .param("year", "2024")
                                .param("verdict", "MET")
                                .param("note", "Căn cứ số liệu tháng 9")
                                .param("evidence", evidence))
                        .andReturn()
                        .getResponse());

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("vừa được rút lại", "Căn cứ số liệu tháng 9");
    }

    private MockHttpServletResponse assign(long target, String unit) throws Exception {
        return mvc.perform(post("/follow-ups")
                        .with(people.as("vanphong"))
                        .with(csrf())
                        .param("target", String.valueOf(target))
                        .param("unit", unit)
                        .param("month", "2024-09")
                        .param("task", "Hướng dẫn nộp trực tuyến")
                        .param("responsible", "Một cửa")
                        .param("due", Formats.date(LocalDate.now(Formats.ZONE).plusMonths(1))))
                .andReturn()
                .getResponse();
    }

    @Test
    void nothingIsAssignedForWhatIsWithdrawnAtThatMoment() throws Exception {
        office().confirmed(VERSION, target("LEFT"));
        long id = id("LEFT");

        MockHttpServletResponse refused = Meanwhile.press(
                transactions,
                jdbc,
                () -> jdbc.sql("delete from target where id = ?").param(id).update(),
                () -> assign(id, ""));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("vừa được rút lại", "Hướng dẫn nộp trực tuyến");
    }

    @Test
    void endsATarget() throws Exception {
        office().confirmed(VERSION, target("END"));
        String page = VERSION + "?target=" + id("END");
        String end = VERSION + "/end";
        assertThat(office().send(end, TargetSteps.typed(office().open(page), end, Map.of("last", "2023-05")))
                        .getStatus())
                .isEqualTo(422);
        assertThat(office().confirmed(end, TargetSteps.typed(office().open(page), end, Map.of("last", "2024-08")))
                        .getStatus())
                .isEqualTo(302);
        assertThat(jdbc.sql("select cast(valid as text) from target where code = 'END'")
                        .query(String.class)
                        .single())
                .isEqualTo("[2024-01-01,2024-09-01)");
    }

    @Test
    void neverLetsTwoTargetsOfOneNameHoldAtOnce() throws Exception {
        office().confirmed(VERSION, target("ALONE"));
        long first = id("ALONE");
        String end = VERSION + "/end";
        String address = VERSION + "?target=" + first;
        office().confirmed(end, TargetSteps.typed(office().open(address), end, Map.of("last", "2024-06")));
        office().confirmed(VERSION, target("ALONE", "from", "2024-07", "threshold", "90"));
        assertThat(id("ALONE")).isNotEqualTo(first);
        assertThat(office().confirmed(end, TargetSteps.typed(office().open(address), end, Map.of("last", "2024-12")))
                        .getStatus())
                .isEqualTo(422);
        assertThat(jdbc.sql("select cast(valid as text) from target where id = ?")
                        .param(first)
                        .query(String.class)
                        .single())
                .isEqualTo("[2024-01-01,2024-07-01)");
    }

    /** What had ended stays ended: a later version of it judges no month between them anew. */
    @Test
    void aNewVersionOfAnEndedTargetLetsTheOldOneEndAsItDid() throws Exception {
        office().confirmed(VERSION, target("ENDED"));
        long first = id("ENDED");
        String end = VERSION + "/end";
        String address = VERSION + "?target=" + first;
        office().confirmed(end, TargetSteps.typed(office().open(address), end, Map.of("last", "2024-06")));

        office().confirmed(
                        VERSION,
                        TargetSteps.typed(office().open(address), VERSION, Map.of("from", "2025-01", "until", "")));

        assertThat(jdbc.sql("select cast(valid as text) from target where code = 'ENDED' order by valid")
                        .query(String.class)
                        .list())
                .containsExactly("[2024-01-01,2024-07-01)", "[2025-01-01,)");
    }

    @Test
    void tellsTheSecondOfTwoEditorsWhatTheFirstKept() throws Exception {
        int next = LocalDate.now(Formats.ZONE).getYear() + 1;
        office().confirmed(VERSION, target("TWO", "from", next + "-01"));
        String page = VERSION + "?target=" + id("TWO");
        Map<String, String[]> mine = TargetSteps.typed(office().open(page), VERSION, Map.of("threshold", "61"));
        Map<String, String[]> theirs = TargetSteps.typed(office().open(page), VERSION, Map.of("threshold", "72,5"));
        office().confirmed(VERSION, theirs);
        MockHttpServletResponse late = office().send(VERSION, mine);
        assertThat(late.getStatus()).isEqualTo(409);
        Document told = Jsoup.parse(late.getContentAsString());
        assertThat(told.select(".error-summary tbody").text()).isEqualTo("Mức yêu cầu 72,5 61");
        assertThat(told.select("#threshold").val()).isEqualTo("61");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() throws Exception {
        MockHttpServletResponse refused = office().send(
                        VERSION,
                        target("", "threshold", "180", "until", "2023-01", "own", "#5 = x\n99999\t70\n#5 = 7\nx"));
        assertThat(refused.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(refused.getContentAsString());
        assertThat(fields(page, "code")).isEqualTo("Hãy nhập ký hiệu, tối đa 20 ký tự.");
        assertThat(fields(page, "threshold")).startsWith("Hãy nhập tỷ lệ từ 0 đến 100");
        assertThat(fields(page, "until")).isEqualTo("Tháng kết thúc không được trước tháng bắt đầu.");
        assertThat(page.select("#own-problem li").eachText())
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Dòng 1 “#5 = x”: hãy nhập tỷ lệ"),
                        line -> assertThat(line).startsWith("Dòng 2 “99999").contains("không có đơn vị này"),
                        line -> assertThat(line).startsWith("Dòng 3").contains("đã có ở dòng trên"),
                        line -> assertThat(line).startsWith("Dòng 4 “x”: hãy ghi mã"));
        assertThat(page.select("#own").val()).isEqualTo("#5 = x\n99999\t70\n#5 = 7\nx");
        assertThat(office().send(VERSION, target("QĐ2679")).getStatus()).isEqualTo(422);
    }

    @Test
    void judgesAUnitByItsOwnThresholdAndSumsItsPoints() throws Exception {
        office().confirmed(VERSION, target("OWN", "label", "Mức của tỉnh", "own", "#5\t12,5"));
        assertThat(unitPage(5)).contains("OWN Mức của tỉnh: tối thiểu 12,5% (mức riêng của đơn vị; mức chung 80%)");
        assertThat(unitPage(4)).contains("OWN Mức của tỉnh: tối thiểu 80%").doesNotContain("mức riêng");
        assertThat(read("/trace/2024/overall/units/5")).contains("mức riêng của đơn vị; mức chung 80%");
        assertThat(read("/dashboard/units/5/letter?year=2024"))
                .contains("Mức của tỉnh (OWN, tối thiểu 12,5%, mức riêng của đơn vị; mức chung 80%)");
        assertThat(read("/dashboard/units/4/letter?year=2024"))
                .contains("Mức của tỉnh (OWN, tối thiểu 80%)")
                .doesNotContain("mức riêng");
        String gaps = "/dashboard/contribution%s?year=2024&target=" + id("OWN");
        assertThat(read(gaps.formatted(""))).containsOnlyOnce("mức riêng 12,5%: Đạt");
        assertThat(mvc.perform(get(gaps.formatted(".csv")).with(people.as("lanhdao")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(";Mức riêng\r\n", ";mức riêng 12,5%: Đạt (sơ bộ)\r\n");
        assertThat(read("/dashboard/contribution?year=2024")).doesNotContain("mức riêng");

        office().confirmed(
                        VERSION,
                        target("BANDS", "rule", "BANDS", "threshold", "30: 2; 15: 1", "own", "#5 = 100: 3; 99: 1"));
        assertThat(unitPage(4)).contains("2/2 điểm", "Tổng điểm: 2/2 điểm");
        assertThat(unitPage(5)).contains("0/3 điểm", "Tổng điểm: 0/3 điểm");
        assertThat(read("/trace/2024/overall/units/5")).contains("0/3 điểm", "mức riêng của đơn vị; mức chung 30%");
        String dashboard = Jsoup.parse(
                        mvc.perform(get("/dashboard/details?year=2024").with(people.as("lanhdao")))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .text();
        assertThat(dashboard).contains("mức riêng 12,5%", "mức riêng 100% · 0/3 điểm");
        String csv = mvc.perform(get("/exports/results.csv?year=2024").with(people.as("vanphong")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv).contains(";OWN;12,5;MET;", ";OWN;80;", ";BANDS;30;MET;", ";BANDS;100;NOT_MET;");
    }

    /** A decision that names units says nothing of the others, nor of all together: they are neither met, nor missed, nor at 0. */
    @Test
    void judgesNamedUnitsAloneByATargetWithoutACommonLevel() throws Exception {
        Map<String, String[]> fields = target(
                "CHOSEN",
                "label",
                "Giao riêng",
                "scope",
                "NAMED_UNITS",
                "threshold",
                "",
                "own",
                "#5 = 12,5\n#6 = 100\n#7 = 99");
        fields.put(
                "instruments", new String[] {jdbc.sql("""
                            insert into legal_instrument (number, issuer, issued_on, title)
                            values ('78/QĐ-UBND', 'UBND tỉnh', '2024-01-05', 'Quyết định số 78/QĐ-UBND giao riêng') returning id
                            """).query(String.class).single()});
        Document shown = Jsoup.parse(office().send(VERSION, fields).getContentAsString());
        assertThat(shown.select(".turns").first().text()).contains("CHOSEN").doesNotContain("Tất cả đơn vị gộp lại");
        assertThat(office().confirmed(VERSION, fields).getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select threshold is null from target where id = ?")
                        .param(id("CHOSEN"))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(read("/targets?year=2024"))
                .contains(
                        "Từ mức giao riêng cho từng đơn vị trở lên",
                        "Chỉ các đơn vị có mức riêng; đơn vị khác không giao chỉ tiêu",
                        " 12,5%; ",
                        " 100%");

        assertThat(unitPage(5)).contains("CHOSEN Giao riêng: tối thiểu 12,5%").doesNotContain("mức chung");
        assertThat(unitPage(4)).doesNotContain("CHOSEN");
        assertThat(read("/trace/2024/overall/units/5")).contains("CHOSEN");
        assertThat(read("/trace/2024/overall/units/4")).doesNotContain("CHOSEN");
        assertThat(read("/trace/2024/overall")).doesNotContain("CHOSEN");
        assertThat(read("/trace/returns/5/2024-08")).contains("Quyết định số 78/QĐ-UBND");
        assertThat(read("/trace/returns/4/2024-08")).doesNotContain("78/QĐ-UBND");
        assertThat(read("/dashboard/units/5/letter?year=2024")).contains("Giao riêng (CHOSEN, tối thiểu 12,5%)");
        assertThat(read("/dashboard/units/4/letter?year=2024")).doesNotContain("CHOSEN");

        Document details =
                Jsoup.parse(mvc.perform(get("/dashboard/details?year=2024").with(people.as("lanhdao")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(details.text()).contains("mức riêng 12,5%", "mức riêng 100%");
        assertThat(details.select("#verdicts-title ~ .panel-note").text())
                .contains(
                        "KIND Hồ sơ trực tuyến: giao riêng cho 13 đơn vị, 8/13 đơn vị có số liệu đạt mức của mình (tạm tính).",
                        "CHOSEN Giao riêng: giao riêng cho 3 đơn vị, 1/3 đơn vị có số liệu đạt mức của mình (sơ bộ).");
        assertThat(details.select(".basis").text()).contains("Quyết định số 78/QĐ-UBND giao riêng");
        assertThat(details.select(".units-table thead th .text-nowrap").eachText())
                .as("no code is parted")
                .contains("CHOSEN", "NQ17")
                .hasSameSizeAs(details.select(".units-table thead th:not(.num):not(:first-child)"));
        assertThat(details.select("[data-label=CHOSEN]:contains(Không giao chỉ tiêu)"))
                .as("20 of 23 units, and all together")
                .hasSize(21);
        assertThat(details.select("[data-label=CHOSEN]:contains(Đạt)")).isNotEmpty();
        Document leaders = Jsoup.parse(mvc.perform(get("/dashboard?year=2024").with(people.as("lanhdao")))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(leaders.select("main :not(.calls) .verdict, .rate-cards").text())
                .isNotEmpty()
                .doesNotContain("CHOSEN");
        assertThat(leaders.select(".calls .panel-note").text()).contains("mức giao riêng");
        assertThat(leaders.select(".calls li").eachText())
                .as("units 6 and 7 lack most of what they alone were given")
                .filteredOn(call -> call.contains(" so với CHOSEN (Tổng thể, mức riêng 100%), đạt ")
                        || call.contains(" so với CHOSEN (Tổng thể, mức riêng 99%), đạt "))
                .hasSize(2)
                .noneMatch(call -> call.contains("phần thiếu"));
        assertThat(read("/dashboard/compare?year=2024")).contains("CHOSEN", "Không giao chỉ tiêu");
        assertThat(mvc.perform(get("/dashboard/details.csv?year=2024").with(people.as("lanhdao")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("CHOSEN", ";Không giao chỉ tiêu;");
        assertThat(mvc.perform(get("/exports/results.csv?year=2024").with(people.as("vanphong")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString()
                        .lines()
                        .filter(line -> line.contains(";CHOSEN;")))
                .hasSize(3)
                .anyMatch(line -> line.contains(";CHOSEN;12,5;MET;"))
                .anyMatch(line -> line.contains(";CHOSEN;100;NOT_MET;"));

        String report = Jsoup.parse(mvc.perform(get("/reports/2024").with(people.as("vanphong")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .text();
        assertThat(report)
                .contains("giao mức riêng cho 3 đơn vị: ", "/3 đơn vị có số liệu đạt")
                .contains("đơn vị chưa đạt mức được giao riêng theo chỉ tiêu CHOSEN: ", ", mức riêng 100%")
                .contains("Không giao", "; mức riêng 12,5%");

        for (String other : List.of("", "4")) {
            assertThat(assign(id("CHOSEN"), other).getContentAsString()).contains("chỉ giao cho một số đơn vị");
        }
        assertThat(assign(id("CHOSEN"), "6").getStatus()).isEqualTo(302);
        assertThat(read("/follow-ups")).contains("CHOSEN");
    }

    /** Not in the order of the first unit that has each; and a plan's own goals are cited after what was set from above. */
    @Test
    void listsTargetsOfNamedUnitsInTheirOrder() throws Exception {
        long document = jdbc.sql("""
                        insert into legal_instrument (number, issuer, issued_on, title)
                        values ('77/QĐ-UBND', 'UBND tỉnh', '2024-01-05', 'Quyết định số 77/QĐ-UBND giao riêng cho ba xã') returning id
                        """).query(Long.class).single();
        Map<String, String> levels = Map.of("THIRTYONE", "#5 = 10\n#6 = 20", "THIRTY", "#7 = 20");
        for (String code : List.of("THIRTYONE", "THIRTY")) {
            Map<String, String[]> fields = target(
                    code,
                    "position",
                    code.equals("THIRTY") ? "30" : "31",
                    "scope",
                    "NAMED_UNITS",
                    "threshold",
                    "",
                    "own",
                    levels.get(code));
            fields.put("instruments", new String[] {String.valueOf(document)});
            assertThat(office().confirmed(VERSION, fields).getStatus()).isEqualTo(302);
        }

        assertThat(Jsoup.parse(mvc.perform(get("/dashboard/details?year=2024").with(people.as("lanhdao")))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select("th")
                        .eachText())
                .containsSubsequence("THIRTY", "THIRTYONE");
        String report = Jsoup.parse(mvc.perform(get("/reports/2024").with(people.as("vanphong")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .text();
        assertThat(report.indexOf("Căn cứ Quyết định số 77/QĐ-UBND"))
                .isPositive()
                .isLessThan(report.indexOf("Căn cứ Kế hoạch năm 2024"));
    }

    /** A kind of units stands for its units of the first month, and a line of one of them goes before it. */
    @Test
    void namesUnitsByTheirKind() throws Exception {
        assertThat(office().confirmed(
                                VERSION,
                                target(
                                        "KIND",
                                        "scope",
                                        "NAMED_UNITS",
                                        "threshold",
                                        "",
                                        "own",
                                        "Xã = 60\nthị trấn\t70\n#5 = 71"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(jdbc.sql("""
                        select kind.name || ' ' || trim_scale(step.percent) || ': ' || count(*)
                        from target_step step
                        join unit_version unit on unit.unit_id = step.unit_id and unit.valid @> date '2024-01-01'
                        join unit_kind kind on kind.code = unit.kind
                        where target_id = ? and step.unit_id <> 5 group by kind.name, step.percent
                        """).param(id("KIND")).query(String.class).list())
                .containsExactlyInAnyOrder("xã 60: 10", "thị trấn 70: 2");
        assertThat(owned("KIND")).contains("5 71.0000").hasSize(13);
    }

    @Test
    void saysWhatATargetOfNamedUnitsLacks() throws Exception {
        Document page = Jsoup.parse(
                office().send(VERSION, target("NONE", "scope", "NAMED_UNITS")).getContentAsString());
        assertThat(fields(page, "threshold")).contains("không có mức chung");
        assertThat(fields(page, "own")).contains("ít nhất một đơn vị");
        assertThat(fields(
                        Jsoup.parse(office().send(
                                        VERSION,
                                        target("NONE", "scope", "NAMED_UNITS", "rule", "HAS_ARISEN", "threshold", ""))
                                .getContentAsString()),
                        "scope"))
                .contains("không có mức riêng");
    }

    @Test
    void keepsTheThresholdOfAUnitThatIsNotListedUntilItIsRemoved() throws Exception {
        long ended = jdbc.sql("insert into unit default values returning id")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into unit_version (unit_id, code, name, kind, valid)
                        select ?, 'XDH', 'Xã đã hết', kind, '[2020-01-01,2023-01-01)' from unit_version where unit_id = 5
                        """).param(ended).update();
        office().confirmed(VERSION, target("KEEP", "own", "#" + ended + " = 70\n#5 = 71"));
        String page = VERSION + "?target=" + id("KEEP");
        Document form = office().open(page);
        assertThat(form.select("#own").val()).contains("XDH Xã đã hết = 70", " = 71");
        assertThat(form.select("#own-absent").text()).contains("Xã đã hết").doesNotContain("Diêu Trì");

        Document next = Jsoup.parse(
                office().send(VERSION, TargetSteps.typed(form, VERSION, Map.of("from", "2024-07", "threshold", "75")))
                        .getContentAsString());
        assertThat(next.select("#own-changes")).isEmpty();
        office().confirmed(VERSION, TargetSteps.typed(next, VERSION, Map.of()));
        assertThat(owned("KEEP")).containsExactlyInAnyOrder(ended + " 70.0000", "5 71.0000");

        Document last = office().open(VERSION + "?target=" + id("KEEP"));
        Map<String, String[]> fields = TargetSteps.typed(last, VERSION, Map.of("from", "2024-09", "own", "#5 = 72"));
        assertThat(Jsoup.parse(office().send(VERSION, fields).getContentAsString())
                        .select("#own-changes li")
                        .eachText())
                .anyMatch(line -> line.startsWith("Bỏ mức riêng 70 của") && line.contains("Xã đã hết"))
                .anyMatch(line -> line.endsWith("từ 71 thành 72."));
        office().confirmed(VERSION, fields);
        assertThat(owned("KEEP")).containsExactly("5 72.0000");
    }

    private List<String> owned(String code) {
        return jdbc.sql("select unit_id || ' ' || percent from target_step where target_id = ?")
                .param(id(code))
                .query(String.class)
                .list();
    }

    @Test
    void keepsDocumentsWithTheirNumbersApart() throws Exception {
        Map<String, String[]> fields = TargetSteps.typed(
                office().open(DOCUMENTS),
                DOCUMENTS,
                Map.of(
                        "number",
                        "51/2025/QĐ-TTg",
                        "issuer",
                        "Thủ tướng Chính phủ",
                        "issuedOn",
                        "2025-12-29",
                        "title",
                        "Quyết định số 51/2025/QĐ-TTg ngày 29/12/2025",
                        "link",
                        "https://vanban.chinhphu.vn/51"));
        assertThat(office().send(DOCUMENTS, fields).getStatus()).isEqualTo(302);
        // In a form opened anew: the same press again would only be told that it was stored.
        fields.put(
                "_once",
                TargetSteps.typed(office().open(DOCUMENTS), DOCUMENTS, Map.of()).get("_once"));
        MockHttpServletResponse again = office().send(DOCUMENTS, fields);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(fields(Jsoup.parse(again.getContentAsString()), "number"))
                .isEqualTo("Đã có văn bản mang số, ký hiệu này.");

        fields.put("issuedOn", new String[] {"31/02/2025"});
        assertThat(fields(Jsoup.parse(office().send(DOCUMENTS, fields).getContentAsString()), "issuedOn"))
                .startsWith("Hãy nhập ngày ban hành");

        String page = DOCUMENTS + "?instrument=1";
        Map<String, String[]> mine = TargetSteps.typed(office().open(page), DOCUMENTS, Map.of("issuer", "Thủ tướng"));
        Map<String, String[]> theirs = TargetSteps.typed(office().open(page), DOCUMENTS, Map.of("replacedBy", "2"));
        assertThat(office().send(DOCUMENTS, theirs).getStatus()).isEqualTo(302);
        MockHttpServletResponse late = office().send(DOCUMENTS, mine);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(late.getContentAsString())
                        .select(".error-summary")
                        .text())
                .contains("Thủ tướng Chính phủ");
        assertThat(office().open("/targets?year=2023").text()).contains("được thay bằng 211/QĐ-TTg");
        assertThat(office().send(
                                DOCUMENTS,
                                TargetSteps.typed(
                                        office().open(DOCUMENTS + "?instrument=2"),
                                        DOCUMENTS,
                                        Map.of("replacedBy", "1", "link", "javascript:1")))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void proposesWhatDocumentsAskOfTheLevelAndInventsNothing() throws Exception {
        Document proposals = office().open("/targets/proposals?year=2024");
        assertThat(proposals.select("article").eachText()).hasSize(4).allMatch(text -> !text.contains("51/2025"));
        assertThat(proposals.select("article").eachText().subList(0, 2))
                .allSatisfy(text -> assertThat(text).contains("320/QĐ-TTg", "211/QĐ-TTg"));
        assertThat(office().open(VERSION + "?proposal=9.5")
                        .select("[name=instruments][checked]")
                        .eachAttr("value"))
                .hasSize(2);
        office().send("/targets/proposals", new HashMap<>(Map.of("proposal", new String[] {"TT01"})));
        Document form = office().open(VERSION + "?proposal=TT01");
        assertThat(form.select("#threshold").val()).isEqualTo("30: 2; 15: 1");
        assertThat(form.select("#indicator option[selected]")).isEmpty();
        assertThat(form.select("[name=instruments][checked]")).hasSize(1);
        // No source names the measure: it has to be chosen.
        Map<String, String[]> fields = TargetSteps.typed(form, VERSION, Map.of("scope", "EVERY_UNIT"));
        assertThat(fields(Jsoup.parse(office().send(VERSION, fields).getContentAsString()), "indicator"))
                .isEqualTo("Hãy chọn một mục.");
    }
}
