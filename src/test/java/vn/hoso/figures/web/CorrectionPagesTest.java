package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.Formats;

/** Approved figures corrected through plain forms, their past, and figures as they were known. Has a database of its own. */
@ProgramTest(world = OWN)
class CorrectionPagesTest {

    private static final long TUY_PHUOC = 1;
    private static final long DIEU_TRI = 2;
    private static final String REASON = "Đối chiếu sổ một cửa";

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    private Document open(String address, String person) throws Exception {
        return page(browser.perform(get(address).with(people.as(person))).andExpect(status().isOk()));
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }

    private ResultActions send(String address, String person, List<String> namesAndValues) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(people.as(person)).with(csrf());
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            request.param(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        return browser.perform(request);
    }

    private static String corrections(String month, long unit) {
        return "/figures/" + month + "/" + unit + "/corrections";
    }

    /** The form as the page shows it, with some fields typed over. */
    private static List<String> typed(Document page, String... namesAndValues) {
        List<String> fields = new ArrayList<>();
        for (Element field : page.select("form[action$=/corrections] [name]:not([name=_csrf])")) {
            String text = field.is("textarea") ? field.text() : field.val();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                text = field.attr("name").equals(namesAndValues[i]) ? namesAndValues[i + 1] : text;
            }
            fields.addAll(List.of(field.attr("name"), text));
        }
        return fields;
    }

    private ResultActions propose(String month, String person, String... namesAndValues) throws Exception {
        String address = corrections(month, DIEU_TRI);
        return send(address, person, typed(open(address, person), namesAndValues));
    }

    private ResultActions decide(String month, String noun, String person, String... namesAndValues) throws Exception {
        return send(corrections(month, DIEU_TRI) + "/" + latest(month) + "/" + noun, person, List.of(namesAndValues));
    }

    private long latest(String month) {
        return jdbc.sql("""
                        select max(c.id) from return_correction c join monthly_return r on r.id = c.return_id
                        where r.month = cast(? as date)
                        """).param(month + "-01").query(Long.class).single();
    }

    /** Figures typed by the unit's staff, handed in and approved by the Office. */
    private void approved(String month, long unit, int dossiers, String typist, String approver) throws Exception {
        GridFields.open(browser, month, people.as(typist))
                .typeGood(unit, dossiers)
                .send(browser, people.as(typist))
                .andExpect(status().isFound());
        send("/figures/" + month + "/submissions", typist, List.of("unit", unit + ":1"))
                .andExpect(status().isFound());
        send("/figures/" + month + "/approvals", approver, List.of("approve", unit + ":2"))
                .andExpect(status().isFound());
        assertThat(stateOf(month, unit)).isEqualTo("APPROVED/3/" + dossiers);
    }

    private void approved(String month, int dossiers) throws Exception {
        approved(month, DIEU_TRI, dossiers, "dieutri", "vanphong");
    }

    private String stateOf(String month, long unit) {
        return jdbc.sql("""
                        select concat_ws('/', status, version, dossiers_received)
                        from monthly_return where month = cast(? as date) and unit_id = ?
                        """).params(month + "-01", unit).query(String.class).single();
    }

    @Test
    void saysThatAColumnWasTakenAwayBeforeAnythingIsProposed() throws Exception {
        approved("2025-12", 1_000);
        String address = corrections("2025-12", DIEU_TRI);
        Document form = open(address, "dieutri");
        List<String> fields = typed(form, "dossiersReceived", "1.100", "reason", REASON);
        fields.addAll(List.of("x_gone", "5"));

        Document page = page(send(address, "dieutri", fields).andExpect(status().isConflict()));
        assertThat(page.select(".error-summary").text()).contains("một cột vừa được bỏ khỏi tháng này");
        assertThat(page.select("[name=dossiersReceived]").val()).isEqualTo("1.100");
    }

    @Test
    void figuresInForceStayUntilAnotherPersonApprovesAndTheirPastStays() throws Exception {
        String month = "2025-01";
        approved(month, 1_000);
        // Nor is it the account that keeps the unit from typing here.
        assertThat(open("/figures/" + month, "dieutri").select(".facts-line").text())
                .contains("Số liệu đã duyệt; muốn sửa thì bấm “Chỉnh lý”")
                .doesNotContain("chỉ xem số liệu");
        assertThat(open("/figures/" + month, "lanhdao").select(".facts-line").text())
                .contains("Tài khoản của bạn chỉ xem số liệu");

        propose(month, "dieutri", "dossiersReceived", "1.100", "reason", REASON)
                .andExpect(redirectedUrl(corrections(month, DIEU_TRI)));

        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("APPROVED/3/1000");
        assertThat(open("/figures/" + month, "dieutri").select(".unit-links").text())
                .contains("Chờ duyệt chỉnh lý");
        assertThat(open("/figures/" + month + "/review", "vanphong").text())
                .contains("Đề nghị chỉnh lý đang chờ duyệt", "1.000 → thành 1.100", REASON);
        Document waiting = open(corrections(month, DIEU_TRI), "dieutri");
        assertThat(waiting.select("form[action$=/corrections]")).isEmpty();
        assertThat(waiting.select("form[action$=/withdrawal]")).hasSize(1);
        assertThat(waiting.select("a[href^=/reports]")).isEmpty();
        decide(month, "approval", "dieutri").andExpect(status().isForbidden());
        for (int press = 0; press < 2; press++) {
            decide(month, "approval", "chanhvanphong").andExpect(redirectedUrl(corrections(month, DIEU_TRI)));
        }

        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("APPROVED/4/1100");
        Document history = open("/trace/returns/2/" + month, "dieutri");
        assertThat(history.select("tbody tr")).hasSize(4);
        assertThat(history.select("tbody tr").first().text())
                .contains(
                        "Chỉnh lý lần 4",
                        "Phạm Diêu Trì đề nghị, Võ Chánh Văn Phòng duyệt",
                        "Tổng số hồ sơ: 1.000 → thành 1.100",
                        "chỉnh lý số liệu đã duyệt",
                        REASON);
        assertThat(history.select("tbody tr").last().text()).contains("Nhập số liệu", "— → thành 1.000", "nhập tay");
        assertThat(jdbc.sql(
                                "select action from audit_event where subject = ? and action like 'correction.%' order by id")
                        .param(month)
                        .query(String.class)
                        .list())
                .containsExactly("correction.proposed", "correction.approved");
        String trail = open("/audit?month=" + Formats.month(YearMonth.parse(month)) + "&unit=2", "vanphong")
                .text();
        for (String step : List.of("Đề nghị chỉnh lý", "Duyệt chỉnh lý")) {
            assertThat(trail)
                    .contains(step + " số liệu tháng " + Formats.month(YearMonth.parse(month))
                            + " Thị trấn Diêu Trì: Tổng số hồ sơ 1.000 → 1.100 Lý do: " + REASON);
        }
        assertThatThrownBy(() ->
                        jdbc.sql("update return_correction set reason = 'khác'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("decided once");
    }

    @Test
    void nobodyApprovesTheirOwnProposalNotEvenInTheDatabase() throws Exception {
        String month = "2025-02";
        approved(month, 900);
        propose(month, "vanphong", "dossiersReceived", "910", "reason", REASON).andExpect(status().isFound());

        Document refused = page(decide(month, "approval", "vanphong").andExpect(status().isConflict()));

        assertThat(refused.select(".error-summary").text()).contains("người duyệt khác phải quyết định");
        assertThatThrownBy(() -> jdbc.sql("""
                                update return_correction set state = 'APPROVED', decided_by = proposed_by,
                                    decided_by_name = proposed_by_name, decided_at = now(), result_version = 3
                                where id = ?
                                """).param(latest(month)).update())
                .hasMessageContaining("return_correction_maker_is_not_approver");
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("APPROVED/3/900");
        decide(month, "approval", "chanhvanphong").andExpect(status().isFound());
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("APPROVED/4/910");
    }

    @Test
    void aLockedMonthIsReopenedFirst() throws Exception {
        String month = "2025-03";
        approved(month, 950);
        List<String> typed =
                typed(open(corrections(month, DIEU_TRI), "dieutri"), "dossiersReceived", "951", "reason", REASON);
        send("/figures/" + month + "/lock", "vanphong", List.of("missing", "22"))
                .andExpect(status().isFound());

        Document refused =
                page(send(corrections(month, DIEU_TRI), "dieutri", typed).andExpect(status().isConflict()));

        assertThat(refused.text()).contains("Tháng đã chốt", "phải mở lại tháng");
        assertThat(refused.select("#dossiersReceived").val()).isEqualTo("951");
        assertThat(open(corrections(month, DIEU_TRI), "vanphong")
                        .select(".notice-warning a")
                        .attr("href"))
                .isEqualTo("/figures/" + month + "/review");
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("APPROVED/3/950");
    }

    @Test
    void aProposalOnFiguresThatChangedShowsBothAndKeepsWhatWasTyped() throws Exception {
        String month = "2025-04";
        approved(month, 800);
        List<String> typed =
                typed(open(corrections(month, DIEU_TRI), "dieutri"), "dossiersReceived", "850", "reason", REASON);
        propose(month, "vanphong", "dossiersReceived", "820", "reason", REASON).andExpect(status().isFound());
        assertThat(page(send(corrections(month, DIEU_TRI), "dieutri", typed).andExpect(status().isConflict()))
                        .select(".error-summary")
                        .text())
                .contains("đang có một đề nghị chỉnh lý chờ duyệt");
        decide(month, "approval", "chanhvanphong").andExpect(status().isFound());

        Document refused =
                page(send(corrections(month, DIEU_TRI), "dieutri", typed).andExpect(status().isConflict()));

        assertThat(refused.select(".error-summary").text()).contains("đã thay đổi từ lúc bạn mở trang");
        assertThat(refused.select("#dossiersReceived").val()).isEqualTo("850");
        assertThat(refused.select("tr:has(#dossiersReceived)").text()).contains("820");
        assertThat(refused.select("#reason").text()).isEqualTo(REASON);
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("APPROVED/4/820");
        send(corrections(month, DIEU_TRI), "dieutri", typed(refused)).andExpect(status().isFound());
    }

    @ParameterizedTest
    @CsvSource({
        "dossiersReceived, 25, lớn hơn tổng số hồ sơ",
        "dossiersReceived, 10.68, Không rõ là số nào",
        "onlineReported, 21, ghi lý do vào ô ghi chú",
        "reason, '  ', Hãy ghi lý do"
    })
    void runsTheSameRulesAsTheGrid(String field, String text, String said) throws Exception {
        String month = "2025-05";
        if (jdbc.sql("select count(*) from monthly_return where month = '2025-05-01'")
                        .query(Integer.class)
                        .single()
                == 0) {
            approved(month, 700);
        }

        Document refused = page(propose(month, "dieutri", field, text, field.equals("reason") ? "-" : "reason", REASON)
                .andExpect(status().isUnprocessableContent()));

        assertThat(refused.select(".error-summary").text()).contains(said);
        assertThat(refused.select("[name=" + field + "]").hasAttr("aria-invalid") || field.equals("onlineReported"))
                .isTrue();
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("APPROVED/3/700");
        assertThat(jdbc.sql("select count(*) from return_correction c join monthly_return r on r.id = c.return_id"
                                + " where r.month = '2025-05-01'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void unusualFiguresAreProposedOnceTheNoteSaysWhy() throws Exception {
        String month = "2024-08";
        jdbc.sql("update reporting_month set state = 'OPEN' where month = '2024-08-01'")
                .update();

        Document refused = page(propose(
                        month,
                        "dieutri",
                        "dossiersReceived",
                        "9000",
                        "onlineReported",
                        "",
                        "note",
                        "",
                        "reason",
                        REASON)
                .andExpect(status().isUnprocessableContent()));

        assertThat(refused.select(".error-summary").text()).contains("khác hẳn các tháng trước");
        send(corrections(month, DIEU_TRI), "dieutri", typed(refused, "note", "Đợt cấp đổi giấy tờ"))
                .andExpect(status().isFound());
        assertThat(open(corrections(month, DIEU_TRI), "vanphong").text()).contains("khác hẳn các tháng trước");
        decide(month, "withdrawal", "dieutri", "remark", "gõ nhầm").andExpect(status().isFound());
    }

    @Test
    void lockingAsksAboutAProposalThatNobodyDecided() throws Exception {
        String month = "2025-09";
        approved(month, 700);
        propose(month, "dieutri", "dossiersReceived", "710", "reason", REASON).andExpect(status().isFound());
        String lock = "/figures/" + month + "/lock";

        assertThat(open("/figures/" + month + "/review", "vanphong")
                        .select("form[action$=/lock]")
                        .text())
                .contains("1 đề nghị chỉnh lý chưa được quyết định. Tháng đã chốt");
        assertThat(page(send(lock, "vanphong", List.of("missing", "22")).andExpect(status().isConflict()))
                        .select("#lock-problem")
                        .text())
                .contains("nay 22 đơn vị chưa nộp; 1 đề nghị chỉnh lý chưa được quyết định");
        send(lock, "vanphong", List.of("missing", "22", "unapproved", "0", "corrections", "1"))
                .andExpect(status().isFound());
    }

    /** Figures that went back take what was proposed in their place with them; the next proposal finds nothing in its way. */
    @Test
    void aReturnThatIsSentBackEndsItsProposal() throws Exception {
        String month = "2025-08";
        approved(month, 800);
        propose(month, "dieutri", "dossiersReceived", "810", "reason", REASON).andExpect(status().isFound());
        send("/figures/" + month + "/returns", "vanphong", List.of("unit", "2:3", "remark", "Chưa khớp sổ"))
                .andExpect(status().isFound());

        assertThat(open(corrections(month, DIEU_TRI), "dieutri").select(".past").text())
                .contains("Không duyệt", "Chưa khớp sổ", "Trần Văn Phòng");
        assertThat(jdbc.sql("select action from audit_event where subject = ? order by id")
                        .param(month)
                        .query(String.class)
                        .list())
                .containsSubsequence("correction.proposed", "correction.refused", "figures.returned");
        assertThat(open("/", "chanhvanphong").text()).doesNotContain("Đề nghị chỉnh lý tháng 08/2025");
    }

    @Test
    void aProposalIsRefusedOrWithdrawnWithARemark() throws Exception {
        String month = "2025-06";
        approved(month, 600);
        propose(month, "dieutri", "dossiersReceived", "610", "reason", REASON).andExpect(status().isFound());
        decide(month, "refusal", "vanphong", "remark", " ").andExpect(status().isUnprocessableContent());
        decide(month, "withdrawal", "vanphong", "remark", "x").andExpect(status().isConflict());
        decide(month, "refusal", "vanphong", "remark", "Chưa có sổ kèm theo").andExpect(status().isFound());
        decide(month, "approval", "chanhvanphong").andExpect(status().isConflict());

        Document page = open(corrections(month, DIEU_TRI), "dieutri");
        assertThat(page.select("caption").text())
                .isEqualTo(
                        "Để trống: chưa báo cáo. Gõ 0: không phát sinh hồ sơ. Gõ x: đơn vị không có loại thủ tục này."
                                + " Viết 10682 hoặc 10.682 đều được.");

        assertThat(page.select(".past").text()).contains("Không duyệt", "Chưa có sổ kèm theo", "Trần Văn Phòng");
        assertThat(stateOf(month, DIEU_TRI)).isEqualTo("APPROVED/3/600");
        send(corrections(month, DIEU_TRI), "dieutri", typed(page, "dossiersReceived", "600", "reason", REASON))
                .andExpect(status().isConflict());
    }

    @Test
    void doesNotTellWhetherAnotherUnitHasFigures() throws Exception {
        String month = "2025-07";
        approved(month, TUY_PHUOC, 500, "vanphong", "chanhvanphong");
        List<String> typed =
                typed(open(corrections(month, TUY_PHUOC), "vanphong"), "dossiersReceived", "501", "reason", REASON);
        send(corrections(month, TUY_PHUOC), "vanphong", typed).andExpect(status().isFound());
        long id = latest(month);
        for (String reviewer : List.of("vanphong", "chanhvanphong")) {
            assertThat(open(corrections(month, TUY_PHUOC), reviewer)
                            .select("a[href^=/reports/]:contains(ảnh hưởng)")
                            .text())
                    .isEqualTo("Xem ảnh hưởng tới kết quả" + (reviewer.equals("vanphong") ? "" : " và duyệt"));
        }

        for (String unit : List.of("1", "3", "999999")) {
            for (String noun : List.of("corrections", "history")) {
                browser.perform(get("/figures/" + month + "/" + unit + "/" + noun)
                                .with(people.as("dieutri")))
                        .andExpect(status().isNotFound());
            }
            send("/figures/" + month + "/" + unit + "/corrections", "dieutri", typed)
                    .andExpect(status().isNotFound());
            send(
                            "/figures/" + month + "/" + unit + "/corrections/" + id + "/withdrawal",
                            "dieutri",
                            List.of("remark", "x"))
                    .andExpect(status().isNotFound());
        }
        // Its own unit's address does not lead to another unit's proposal.
        send(corrections(month, DIEU_TRI) + "/" + id + "/withdrawal", "dieutri", List.of("remark", "x"))
                .andExpect(status().isConflict());
        send(corrections(month, TUY_PHUOC), "lanhdao", typed).andExpect(status().isForbidden());
        assertThat(open(corrections(month, TUY_PHUOC), "lanhdao").select("form[action*=/corrections]"))
                .isEmpty();
    }

    /** A return that was entered on 1 February 2025 and changed in the last second of the 20th. */
    private void twoRevisions(String month) {
        jdbc.sql(
                        "insert into reporting_month (month, first_day, last_day) values (cast(? as date), '2022-08-01', '2022-08-31')")
                .param(month + "-01")
                .update();
        String columns =
                "full_process_received, full_process_online, full_process_na, partial_received, partial_online,"
                        + " partial_na, dossiers_received, status, source, version, changed_by_name, changed_at";
        String values = "10, 9, false, 20, 11, false, %d, 'APPROVED', 'FORM', %d, 'thử', '%s')";
        String first = values.formatted(111, 1, "2025-02-01 00:00:00+07");
        String second = values.formatted(222, 2, "2025-02-20 23:59:59.9+07");
        String into = "insert into return_revision (id, return_id, " + columns + ") values (";
        jdbc.sql("insert into monthly_return (id, unit_id, month, " + columns + ") values (1000007, 2, '" + month
                        + "-01', " + second)
                .update();
        jdbc.sql(into + "1000001, 1000007, " + first).update();
        jdbc.sql(into + "1000002, 1000007, " + second).update();
    }

    @Test
    void showsFiguresAsTheyWereKnownAtTheEndOfADay() throws Exception {
        String month = "2022-08";
        twoRevisions(month);
        for (String dayAndFigure : List.of("31/01/2025 –", "01/02/2025 111", "2025-02-19 111", "20/02/2025 222")) {
            String[] parts = dayAndFigure.split(" ");
            Document page = open("/figures/" + month + "?known=" + parts[0], "dieutri");
            assertThat(page.select("tbody td").get(4).text()).as(dayAndFigure).isEqualTo(parts[1]);
            assertThat(page.select("form[action^=/figures], input[type=text]")).isEmpty();
        }

        assertThat(open("/figures/" + month + "?known=2025-02-19", "dieutri")
                        .select(".notice-known")
                        .text())
                .contains("Số liệu như đã biết ngày 19/02/2025");
        assertThat(open("/dashboard/details?year=2022&known=31/01/2025", "vanphong")
                        .text())
                .contains("Số liệu như đã biết ngày 31/01/2025", "chưa có số liệu");
        Document known = open("/dashboard/details?year=2022&known=19/02/2025", "vanphong");
        assertThat(known.select(".rate-overall .rate-fraction").text()).contains("20/111");
        assertThat(known.select("a[href^=/exports], .verdict-action a")).isEmpty();
        assertThat(known.select("tbody a").attr("href")).endsWith("known=19/02/2025");
        assertThat(open("/dashboard/details?year=2022", "vanphong")
                        .select(".rate-overall .rate-fraction")
                        .text())
                .contains("20/222");
        Document unit = open("/dashboard/units/2?year=2022&known=19/02/2025", "dieutri");
        assertThat(unit.select(".rate-overall .rate-fraction").text()).contains("20/111");
        assertThat(unit.select(".notice-known")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2025", "hôm qua", "2025-13-01", "1/1/1", "01/01/2999", "' or 1=1"})
    void refusesWhatIsNoDay(String day) throws Exception {
        for (String address : List.of("/dashboard", "/dashboard/units/2", "/figures/2024-09")) {
            Document page =
                    page(browser.perform(get(address).param("known", day).with(people.as("vanphong")))
                            .andExpect(status().isBadRequest()));
            assertThat(page.select("main").text()).containsAnyOf("không phải là một ngày", "chưa đến");
        }
    }
}
