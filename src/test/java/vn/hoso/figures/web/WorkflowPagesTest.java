package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.Formats;

/** The way of a month's returns through plain forms, without any script. Has a database of its own. */
@ProgramTest(world = OWN)
class WorkflowPagesTest {

    private static final long TUY_PHUOC = 1;
    private static final long DIEU_TRI = 2;

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    private RequestPostProcessor reviewer() {
        return people.as("vanphong");
    }

    private RequestPostProcessor staff() {
        return people.as("dieutri");
    }

    private Document open(String address, RequestPostProcessor person) throws Exception {
        return page(browser.perform(get(address).with(person)).andExpect(status().isOk()));
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }

    private ResultActions send(String address, RequestPostProcessor person, String... namesAndValues) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(person).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return browser.perform(request);
    }

    private String stateOf(String month, long unit) {
        return jdbc.sql("""
                        select concat_ws('/', status, version, dossiers_received)
                        from monthly_return where month = cast(? as date) and unit_id = ?
                        """).params(month + "-01", unit).query(String.class).single();
    }

    private List<String> trailOf(String month) {
        return jdbc.sql("select action from audit_event where subject = ? order by id")
                .param(month)
                .query(String.class)
                .list();
    }

    private void enter(String month, long unit, int dossiers, RequestPostProcessor person) throws Exception {
        GridFields.open(browser, month, person)
                .typeGood(unit, dossiers)
                .send(browser, person)
                .andExpect(status().isFound());
    }

    /** Figures typed by the unit's staff and handed in. */
    private void submitted(String month, int dossiers) throws Exception {
        enter(month, DIEU_TRI, dossiers, staff());
        send("/figures/" + month + "/submissions", staff(), "all", "all").andExpect(status().isFound());
    }

    private List<Boolean> withOffice(String month) {
        return jdbc.sql(
                        "select with_office from monthly_return where month = cast(? as date) and unit_id in (2, 3) order by unit_id")
                .param(month + "-01")
                .query(Boolean.class)
                .list();
    }

    /** A unit that handed its figures in did nothing wrong where the Office changes them; one that never did still owes them. */
    @Test
    void whatTheOfficeEntersOverAReturnThatWasHandedInIsTheOfficesToSubmit() throws Exception {
        String month = "2025-12";
        submitted(month, 1_000);
        enter(month, 3, 500, reviewer());
        assertThat(withOffice(month)).containsExactly(false, false);
        enter(month, DIEU_TRI, 1_100, reviewer());
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("DRAFT/3/1100");
        assertThat(withOffice(month)).containsExactly(true, false);
        enter(month, DIEU_TRI, 1_200, reviewer());
        assertThat(withOffice(month)).containsExactly(true, false);
        enter(month, DIEU_TRI, 1_000, staff());
        assertThat(withOffice(month)).containsExactly(false, false);
        enter(month, DIEU_TRI, 1_100, reviewer());
        assertThat(withOffice(month)).containsExactly(true, false);
        send("/figures/" + month + "/submissions", reviewer(), "unit", "2:6").andExpect(status().isFound());
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("SUBMITTED/7/1100");
        assertThat(withOffice(month)).containsExactly(false, false);
    }

    private boolean opened(String month) {
        return jdbc.sql(
                        "select opened_at is not null from monthly_return where month = cast(? as date) and unit_id = 2")
                .param(month + "-01")
                .query(Boolean.class)
                .single();
    }

    /** Nobody is surprised: what a change means is said before it, and what it did after it, to the unit and the Office. */
    @Test
    void aUnitThatOpensItsReturnAgainIsToldBeforeAndAfter() throws Exception {
        String month = "2025-11";
        enter(month, DIEU_TRI, 1_000, staff());
        assertThat(rowOf(month, staff())).doesNotContain("phải nộp lại");
        enter(month, DIEU_TRI, 1_100, staff());
        assertThat(opened(month)).as("it was never handed in").isFalse();
        send("/figures/" + month + "/submissions", staff(), "all", "all").andExpect(status().isFound());
        assertThat(rowOf(month, staff())).contains("Sửa thì phải nộp lại; quá hạn nộp thì tính chậm từ ngày sửa");
        assertThat(rowOf(month, reviewer()))
                .as("what the Office changes lies with the Office")
                .doesNotContain("phải nộp lại", "tính chậm");

        enter(month, DIEU_TRI, 1_200, staff());
        assertThat(opened(month)).isTrue();
        assertThat(rowOf(month, staff())).contains("Đã nộp, đơn vị mở lại ngày ", ", chưa nộp lại");
        assertThat(rowOf(month, reviewer())).contains("Đã nộp, đơn vị mở lại ngày ");
        for (RequestPostProcessor reader : List.of(staff(), reviewer())) {
            assertThat(inTheYear(month, reader)).isEqualTo("Đã nộp, đơn vị mở lại, chưa nộp lại");
        }
        enter(month, DIEU_TRI, 1_300, reviewer());
        assertThat(opened(month)).as("it lies with the Office").isFalse();
        assertThat(inTheYear(month, staff())).isEqualTo("Nháp");
        enter(month, DIEU_TRI, 1_200, staff());
        assertThat(opened(month)).isTrue();
        send("/figures/" + month + "/submissions", staff(), "all", "all").andExpect(status().isFound());
        assertThat(opened(month)).isFalse();
    }

    /** The words of the unit's month in the table of the year, without those of days late. */
    private String inTheYear(String month, RequestPostProcessor person) throws Exception {
        return Jsoup.parse(browser.perform(
                                get("/figures?year=" + month.substring(0, 4)).with(person))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("tr:contains(Thị trấn Diêu Trì) a[href=/figures/" + month + "] .matrix-full")
                .text()
                .split(" · ")[0];
    }

    private String rowOf(String month, RequestPostProcessor person) throws Exception {
        return Jsoup.parse(browser.perform(get("/figures/" + month).with(person))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("#row-" + DIEU_TRI)
                .text();
    }

    @Test
    void aMonthGoesFromEntryToLockAndBackWithPlainForms() throws Exception {
        String month = "2025-01";
        String grid = "/figures/" + month;
        enter(month, DIEU_TRI, 1_000, staff());
        Document mine = open(grid, staff());
        String value =
                mine.select("form[action$=/submissions] input[name=unit]").val();
        assertThat(value).isEqualTo("2:1");
        send(grid + "/submissions", staff(), "unit", value).andExpect(redirectedUrl(grid));
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("SUBMITTED/2/1000");
        assertThat(open(grid, staff()).select("form[action$=/submissions]")).isEmpty();

        Document desk = open(grid + "/review", reviewer());
        assertThat(desk.select("input[name=approve]").val()).isEqualTo("2:2");
        assertThat(desk.select("input[name=approve]").hasAttr("checked")).isTrue();
        send(
                        grid + "/returns",
                        reviewer(),
                        "unit",
                        "2:2",
                        "remark",
                        "Tổng số hồ sơ chưa khớp sổ",
                        "cell.dossiersReceived",
                        "sổ ghi 1.100")
                .andExpect(redirectedUrl(grid + "/review"));
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("RETURNED/3/1000");

        Document returned = open(grid, staff());
        assertThat(returned.select(".notice-warning").text())
                .contains("Thị trấn Diêu Trì", "Tổng số hồ sơ chưa khớp sổ", "Trần Văn Phòng");
        assertThat(returned.select("td:has(#u2-dossiersReceived)").text()).contains("Cần xem lại: sổ ghi 1.100");
        enter(month, DIEU_TRI, 1_100, staff());
        assertThat(open(grid, staff()).select(".notice-warning").text()).contains("Tổng số hồ sơ chưa khớp sổ");
        List<String> asked = open(grid, staff()).select("input[name^=answer.]").eachAttr("name");
        assertThat(asked).hasSize(2);
        for (String all : List.of("unit", "all")) {
            Document unanswered = page(send(
                            grid + "/submissions",
                            staff(),
                            all,
                            all.equals("all") ? "all" : "2:4",
                            asked.get(0),
                            "Đã đối chiếu",
                            asked.get(1),
                            " ")
                    .andExpect(status().isUnprocessableContent()));
            assertThat(unanswered.select("[role=alert]").text()).contains("hãy trả lời từng ý kiến");
            assertThat(unanswered.select("input[name^=answer.]").eachAttr("value"))
                    .containsExactly("Đã đối chiếu", " ");
            assertThat(unanswered.select("input[aria-invalid]").eachAttr("name"))
                    .containsExactly(asked.get(1));
            assertThat(unanswered.select(".field-error").text()).contains("Hãy trả lời ý kiến này");
        }
        Document stale = page(send(
                        grid + "/submissions",
                        staff(),
                        "unit",
                        "2:3",
                        asked.get(0),
                        "Đã đối chiếu",
                        asked.get(1),
                        "Cộng thiếu")
                .andExpect(status().isConflict()));
        assertThat(stale.select("input[name^=answer.]").eachAttr("value"))
                .containsExactly("Đã đối chiếu", "Cộng thiếu");
        send(grid + "/submissions", staff(), "unit", "2:4").andExpect(status().isUnprocessableContent());
        send(
                        grid + "/submissions",
                        staff(),
                        "unit",
                        "2:4",
                        asked.get(0),
                        "Đã đối chiếu",
                        asked.get(1),
                        "a".repeat(1_001))
                .andExpect(status().isUnprocessableContent());
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("DRAFT/4/1100");
        String[] answered = {"unit", "2:4", asked.get(0), "Đã đối chiếu", asked.get(1), "Cộng thiếu 100 hồ sơ"};
        send(grid + "/submissions", staff(), answered).andExpect(redirectedUrl(grid));
        // The same press sent twice moves nothing and asks nothing.
        send(grid + "/submissions", staff(), answered).andExpect(redirectedUrl(grid));
        assertThat(open(grid, staff()).select(".notice-warning")).isEmpty();
        Document history = open("/trace/returns/2/" + month, staff());
        assertThat(history.select("tr:contains(Trả lại) .history-reason").text())
                .contains("Tổng số hồ sơ chưa khớp sổ", "Tổng số hồ sơ: sổ ghi 1.100")
                .contains("Trả lời: Đã đối chiếu (Phạm Diêu Trì, ", "Trả lời: Cộng thiếu 100 hồ sơ (Phạm Diêu Trì, ");
        assertThat(open("/dashboard/units/2?year=2025", staff()).text()).contains("Đơn vị trả lời: Đã đối chiếu");

        Document again = open(grid + "/review", reviewer());
        assertThat(again.select(".desk-look").text())
                .contains(
                        "Đơn vị trả lời: Đã đối chiếu",
                        "Tổng số hồ sơ: sổ ghi 1.100 Đơn vị trả lời: Cộng thiếu 100 hồ sơ");
        assertThat(again.text()).contains("Tổng số hồ sơ: lần trước 1.000, nay 1.100");
        assertThat(again.select("input[name=approve]").hasAttr("checked")).isFalse();
        send(grid + "/approvals", reviewer(), "approve", "2:5").andExpect(redirectedUrl(grid + "/review"));
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("APPROVED/6/1100");

        send(grid + "/lock", reviewer(), "missing", "22").andExpect(redirectedUrl(grid + "/review"));
        assertThat(open(grid, staff()).text()).contains("Tháng đã chốt");
        send(grid + "/returns", reviewer(), "unit", "2:6", "remark", "sai").andExpect(status().isConflict());
        LocalDate today = LocalDate.now(Formats.ZONE);
        send(grid + "/reopening", reviewer(), "reason", "", "until", today.toString())
                .andExpect(status().isUnprocessableContent());
        Document refused = page(send(
                        grid + "/reopening",
                        reviewer(),
                        "reason",
                        "Chỉnh lý số liệu",
                        "until",
                        today.minusDays(1).toString())
                .andExpect(status().isUnprocessableContent()));
        assertThat(refused.select("#reason").val()).isEqualTo("Chỉnh lý số liệu");
        send(grid + "/reopening", reviewer(), "reason", "Chỉnh lý số liệu", "until", Formats.date(today))
                .andExpect(redirectedUrl(grid + "/review"));
        assertThat(open(grid, staff()).text()).contains("mở lại đến hết ngày " + Formats.date(today));
        String later = today.plusDays(3).toString();
        Document late = page(send(grid + "/reopening", reviewer(), "reason", "Chờ đơn vị", "until", later, "seen", "")
                .andExpect(status().isConflict()));
        assertThat(late.text())
                .as("whoever saw it locked does not move another's day unawares")
                .contains("người khác vừa mở lại tháng", "mở lại đến hết ngày " + Formats.date(today));
        assertThat(late.select("#reason").val()).isEqualTo("Chờ đơn vị");
        send(
                        grid + "/reopening",
                        reviewer(),
                        "reason",
                        "Chờ đơn vị",
                        "until",
                        late.select("#until").val(),
                        "seen",
                        late.select("[name=seen]").val())
                .andExpect(redirectedUrl(grid + "/review"));
        // Who moves the day of a month that is open does not open it.
        assertThat(jdbc.sql("""
                        select string_agg(concat_ws(':', c ->> 'field', c ->> 'before', c ->> 'after'), ' ' order by e.sequence)
                        from audit_event e, jsonb_array_elements(cast(e.changes as jsonb)) c
                        where e.action = 'figures.reopened' and e.subject = ?
                        """).param(month).query(String.class).single())
                .isEqualTo("month:LOCKED:OPEN reopenedUntil:" + today + " reopenedUntil:" + today + ":" + later);
        send(grid + "/returns", reviewer(), "unit", "2:6", "remark", "sai").andExpect(status().isFound());

        assertThat(trailOf(month))
                .containsExactly(
                        "figures.saved",
                        "figures.submitted",
                        "figures.returned",
                        "figures.saved",
                        "figures.submitted",
                        "figures.approved",
                        "figures.locked",
                        "figures.reopened",
                        "figures.reopened",
                        "figures.returned");
        assertThat(jdbc.sql("""
                        select string_agg(concat_ws(':', v.version, v.status, v.reason), ' ' order by v.version)
                        from return_revision v join monthly_return r on r.id = v.return_id where r.month = '2025-01-01'
                        """).query(String.class).single())
                .isEqualTo("1:DRAFT 2:SUBMITTED 3:RETURNED:Tổng số hồ sơ chưa khớp sổ 4:DRAFT 5:SUBMITTED 6:APPROVED"
                        + " 7:RETURNED:sai");
    }

    @Test
    void aReopenedMonthIsLockedAgainAfterItsLastDay() throws Exception {
        String month = "2025-02";
        send("/figures/" + month + "/lock", reviewer(), "missing", "23").andExpect(status().isFound());
        send(
                        "/figures/" + month + "/reopening",
                        reviewer(),
                        "reason",
                        "bổ sung",
                        "until",
                        LocalDate.now(Formats.ZONE).toString())
                .andExpect(status().isFound());
        GridFields typed = GridFields.open(browser, month, staff()).typeGood(DIEU_TRI, 900);
        jdbc.sql(
                        "update reporting_month set reopened_until = cast(now() at time zone 'Asia/Ho_Chi_Minh' as date) - 2 where month = '2025-02-01'")
                .update();

        Document page = page(typed.send(browser, staff()).andExpect(status().isConflict()));

        assertThat(page.text()).contains("chốt lại");
        assertThat(jdbc.sql("select count(*) from monthly_return where month = '2025-02-01'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anApprovalOfFiguresChangedMeanwhileApprovesNothing() throws Exception {
        String month = "2025-05";
        submitted(month, 700);
        Document desk = open("/figures/" + month + "/review", reviewer());
        String seen = desk.select("input[name=approve]").val();
        enter(month, DIEU_TRI, 710, staff());
        send("/figures/" + month + "/submissions", staff(), "all", "all").andExpect(status().isFound());

        Document page = page(send("/figures/" + month + "/approvals", reviewer(), "approve", seen)
                .andExpect(status().isConflict()));

        assertThat(page.select(".error-summary").text()).contains("Số liệu đã thay đổi, hãy xem lại");
        assertThat(page.select("input[name=approve][checked]"))
                .as("what changed is not ticked unseen")
                .isEmpty();
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("SUBMITTED/4/710");
    }

    @Test
    void oneRefusedApprovalKeepsAllOthersFromGoingThrough() throws Exception {
        String month = "2025-06";
        submitted(month, 800);
        enter(month, TUY_PHUOC, 500, reviewer());
        send("/figures/" + month + "/submissions", reviewer(), "unit", "1:1").andExpect(status().isFound());

        Document desk = open("/figures/" + month + "/review", reviewer());
        assertThat(desk.select("input[name=approve]").eachAttr("value")).containsExactly("2:2");
        assertThat(desk.text()).contains("Do bạn nhập, người khác phải duyệt", "Một người rà soát khác của Văn phòng");
        Document page = page(send("/figures/" + month + "/approvals", reviewer(), "approve", "2:2", "approve", "1:2")
                .andExpect(status().isConflict()));

        assertThat(page.select(".error-summary").text()).contains("Thị trấn Tuy Phước", "người khác phải duyệt");
        assertThat(page.select("input[name=approve][checked]").eachAttr("value"))
                .as("the ticks stand as they were")
                .containsExactly("2:2");
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("SUBMITTED/2/800");
        assertThat(stateOf(month, TUY_PHUOC)).isEqualTo("SUBMITTED/2/500");
    }

    @Test
    void submittingNothingIsRefusedAtTheBoxesAndASingleUnitNeedsNone() throws Exception {
        String month = "2026-01";
        String grid = "/figures/" + month;
        enter(month, DIEU_TRI, 900, reviewer());
        enter(month, TUY_PHUOC, 800, reviewer());
        Document refused = page(send(grid + "/submissions", reviewer()).andExpect(status().isUnprocessableContent()));
        assertThat(refused.select("fieldset[aria-describedby=submit-problem] #submit-problem")
                        .text())
                .startsWith("Chưa nộp gì cả");
        assertThat(refused.select("input[name=unit][autofocus]").eachAttr("value"))
                .containsExactly("1:1");
        assertThat(refused.select("input[type=checkbox][name=unit][aria-invalid=true]"))
                .hasSize(2);
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("DRAFT/1/900");

        Document own = open(grid, staff());
        assertThat(own.select("form[action$=/submissions] input[name=unit]").eachAttr("type"))
                .containsExactly("hidden");
        assertThat(own.select("form[action$=/submissions] button").eachText())
                .containsExactly("Nộp số liệu của Thị trấn Diêu Trì");
        Document none = page(send(grid + "/approvals", reviewer()).andExpect(status().isUnprocessableContent()));
        assertThat(none.select(".error-summary").text()).startsWith("Chưa duyệt gì cả");
        assertThat(none.select("input[name=approve][checked]")).isEmpty();
    }

    /** What was late stays late: approval does not make up for it. */
    @Test
    void approvalLeavesTheDaysThatAReturnWasLate() throws Exception {
        String month = "2026-04";
        submitted(month, 930);
        String cell = "tbody tr:contains(Thị trấn Diêu Trì) td:nth-of-type(4) .matrix-late";
        String late = open("/figures?year=2026", reviewer()).select(cell).text();
        assertThat(late).matches("\\+?[0-9]+.*");

        send("/figures/" + month + "/approvals", reviewer(), "approve", "2:2").andExpect(status().isFound());

        assertThat(stateOf(month, DIEU_TRI)).startsWith("APPROVED");
        assertThat(open("/figures?year=2026", reviewer()).select(cell).text()).isEqualTo(late);
    }

    @Test
    void lockingAsksAboutWhatIsNeitherSubmittedNorApproved() throws Exception {
        String month = "2026-02";
        String lock = "/figures/" + month + "/lock";
        submitted(month, 910);
        Document desk = open("/figures/" + month + "/review", reviewer());
        assertThat(desk.select("form[action$=/lock]").text())
                .contains("22 đơn vị chưa nộp số liệu tháng này: Thị trấn Tuy Phước, Xã Phước Thắng", "Phòng Y tế.")
                .contains("1 đơn vị đã nộp mà chưa được duyệt.")
                .contains("Vẫn chốt khi còn 22 đơn vị chưa nộp và 1 đơn vị chưa được duyệt");
        assertThat(desk.select("#lock-missing").val()).isEqualTo("22");

        Document asked = page(send(lock, reviewer()).andExpect(status().isUnprocessableContent()));
        assertThat(asked.select("#lock-problem").text()).contains("còn 22 đơn vị chưa nộp và 1 đơn vị chưa được duyệt");
        assertThat(asked.select("#lock-missing[autofocus][aria-invalid=true]")).hasSize(1);
        for (List<String> seen :
                List.of(List.of("23", "1"), List.of("22", "0"), List.of("abc", "1"), List.of("22", "-1"))) {
            Document stale = page(send(lock, reviewer(), "missing", seen.get(0), "unapproved", seen.get(1))
                    .andExpect(status().isConflict()));
            assertThat(stale.select("#lock-problem").text())
                    .contains("nay 22 đơn vị chưa nộp và 1 đơn vị chưa được duyệt");
        }
        assertThat(trailOf(month)).doesNotContain("figures.locked");

        assertThat(send(lock, reviewer(), "missing", "22", "unapproved", "1")
                        .andExpect(redirectedUrl("/figures/" + month + "/review"))
                        .andReturn()
                        .getFlashMap()
                        .get("done")
                        .toString())
                .startsWith("Đã chốt tháng 02/2026 (Trần Văn Phòng, ")
                .contains("còn 22 đơn vị chưa nộp và 1 đơn vị chưa được duyệt", "cho đến khi mở lại");
    }

    /** What nobody can approve any more waits for nobody. */
    @Test
    void aLockedMonthAsksNobodyToApprove() throws Exception {
        String month = "2026-05";
        submitted(month, 905);
        String line = "a[href='/figures/" + month + "/review']";
        assertThat(open("/", reviewer()).select(line)).isNotEmpty();

        send("/figures/" + month + "/lock", reviewer(), "missing", "22", "unapproved", "1")
                .andExpect(status().isFound());

        assertThat(open("/", reviewer()).select(line)).isEmpty();
    }

    @Test
    void whatTheReviewerTypedStandsInAGroupOfItsOwn() throws Exception {
        String month = "2026-03";
        enter(month, TUY_PHUOC, 800, reviewer());
        send("/figures/" + month + "/submissions", reviewer(), "unit", "1:1").andExpect(status().isFound());
        submitted(month, 900);
        Document desk = open("/figures/" + month + "/review", reviewer());
        assertThat(desk.select("section:has(h2:containsOwn(Do bạn nhập)) tbody th a")
                        .eachText())
                .containsExactly("Thị trấn Tuy Phước");
        assertThat(desk.select("section:has(h2:containsOwn(Không có gì khác thường)) tbody th a")
                        .eachText())
                .containsExactly("Thị trấn Diêu Trì");
        assertThat(desk.select("input[name=approve]").eachAttr("value")).containsExactly("2:2");
        assertThat(desk.select(".facts-line").text()).contains("1 đơn vị do bạn nhập");
    }

    @Test
    void theReviewerSeesTheOnlineTotalThatCountsWhereNoneIsReported() throws Exception {
        String month = "2026-09";
        GridFields.open(browser, month, staff())
                .typeGood(DIEU_TRI, 900)
                .type(DIEU_TRI, "onlineReported", "")
                .send(browser, staff())
                .andExpect(status().isFound());
        send("/figures/" + month + "/submissions", staff(), "all", "all").andExpect(status().isFound());

        assertThat(open("/figures/" + month + "/review", reviewer())
                        .select("td[data-label=Trực tuyến/tổng số]")
                        .eachText())
                .containsExactly("20/900");
    }

    @Test
    void theSamePressSentTwiceIsOneChange() throws Exception {
        String month = "2025-07";
        enter(month, DIEU_TRI, 900, staff());
        for (int press = 0; press < 2; press++) {
            send("/figures/" + month + "/submissions", staff(), "unit", "2:1").andExpect(status().isFound());
        }
        for (int press = 0; press < 2; press++) {
            send("/figures/" + month + "/approvals", reviewer(), "approve", "2:2")
                    .andExpect(status().isFound());
            send("/figures/" + month + "/lock", reviewer(), "missing", "22").andExpect(status().isFound());
            if (press == 0) {
                jdbc.sql("update reporting_month set state = 'OPEN' where month = '2025-07-01'")
                        .update();
            }
        }
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("APPROVED/3/900");
        assertThat(trailOf(month))
                .containsExactly(
                        "figures.saved", "figures.submitted", "figures.approved", "figures.locked", "figures.locked");
    }

    @Test
    void remarksRefusedAreStillOnThePage() throws Exception {
        String month = "2025-08";
        submitted(month, 950);
        Document page = page(send(
                        "/figures/" + month + "/returns",
                        reviewer(),
                        "unit",
                        "2:2",
                        "remark",
                        "  ",
                        "cell.partialOnline",
                        "xem sổ một cửa")
                .andExpect(status().isUnprocessableContent()));
        assertThat(page.select("#r2-partialOnline").val()).isEqualTo("xem sổ một cửa");
        assertThat(page.select("details").hasAttr("open")).isTrue();
        page = page(send("/figures/" + month + "/returns", reviewer(), "unit", "2:1", "remark", "sai tổng số")
                .andExpect(status().isConflict()));
        assertThat(page.select("#r2-remark").val()).isEqualTo("sai tổng số");
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("SUBMITTED/2/950");
    }

    @ParameterizedTest
    @CsvSource({
        "dieutri, approvals",
        "dieutri, returns",
        "dieutri, lock",
        "dieutri, reopening",
        "lanhdao, submissions",
        "lanhdao, approvals",
        "lanhdao, lock",
        "quantri, submissions",
        "quantri, returns"
    })
    void letsNobodyElseReview(String person, String noun) throws Exception {
        send("/figures/2025-09/" + noun, people.as(person), "unit", "2:1", "approve", "2:1", "remark", "x")
                .andExpect(status().isForbidden());
        if (!noun.equals("submissions")) {
            browser.perform(get("/figures/2025-09/review").with(people.as(person)))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void doesNotTellWhetherAnotherUnitHasFigures() throws Exception {
        enter("2025-09", TUY_PHUOC, 500, reviewer());
        for (String unit : List.of("1:1", "3:0", "999999:1")) {
            send("/figures/2025-09/submissions", staff(), "unit", unit).andExpect(status().isNotFound());
        }
        send("/figures/2025-09/submissions", staff(), "unit", "2").andExpect(status().isBadRequest());
        assertThat(stateOf("2025-09", TUY_PHUOC)).startsWith("DRAFT/1");
    }

    @Test
    void unusualFiguresAreSavedOnceTheNoteSaysWhyAndTheReviewerSeesBoth() throws Exception {
        String month = "2024-10";
        GridFields fields = GridFields.open(browser, month, staff()).typeGood(DIEU_TRI, 9_000);
        Document page = page(fields.send(browser, staff()).andExpect(status().isUnprocessableContent()));
        assertThat(page.select("#u2-note-problem").text())
                .contains("Tổng số hồ sơ: 9.000 khác hẳn các tháng trước", "hãy ghi lý do");
        assertThat(page.select(".error-summary a[href='#u2-note']").text()).contains("Thị trấn Diêu Trì", "khác hẳn");
        assertThat(page.select("#u2-dossiersReceived").val()).isEqualTo("9000");

        fields.type(DIEU_TRI, "note", "Đợt cấp đổi giấy tờ")
                .send(browser, staff())
                .andExpect(status().isFound());
        send("/figures/" + month + "/submissions", staff(), "all", "all").andExpect(status().isFound());
        Document desk = open("/figures/" + month + "/review", reviewer());
        assertThat(desk.text())
                .contains("Cần xem kỹ trước khi duyệt", "9.000 khác hẳn", "Lý do của đơn vị: Đợt cấp đổi giấy tờ");
        assertThat(desk.select("input[name=approve]").hasAttr("checked")).isFalse();
    }

    @Test
    void aCopyOfLastMonthIsNoticed() throws Exception {
        enter("2025-10", DIEU_TRI, 333, staff());
        Document page = page(GridFields.open(browser, "2025-11", staff())
                .typeGood(DIEU_TRI, 333)
                .send(browser, staff())
                .andExpect(status().isUnprocessableContent()));
        assertThat(page.select("#u2-note-problem").text()).contains("giống hệt tháng 10/2025");
    }
}
