package vn.hoso.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.Meanwhile;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.TableContents;
import vn.hoso.rates.Fraction;

/** The act of 01/07/2025 on the demonstration, and what speaks against others, from page to database. Each test takes back what it did. */
@ProgramTest(world = OWN)
@Transactional
class ReorganisationPagesTest {

    private static final String ADDRESS = "/units/reorganisations";
    private static final long TUY_PHUOC = 1;
    private static final long DIEU_TRI = 2;
    private static final long PHUOC_AN = 12;
    private static final long PHUOC_THANH = 13;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Successions successions;

    @Autowired
    private TransactionTemplate transactions;

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(people.as("quantri")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse send(String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(address);
        request.with(people.as("quantri"));
        request.with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private MockHttpServletResponse preview(String from, String lines) throws Exception {
        return send(ADDRESS + "/preview", "from", from, "instrument", "1/NQ", "lines", lines, "carry", "PEOPLE");
    }

    /** Sends a form as its page shows it, with what is typed in place of what stands there; to be edited again, to the preview. */
    private MockHttpServletResponse fill(Document page, String action, String... typed) throws Exception {
        List<String> fields = new ArrayList<>(Arrays.asList(typed));
        Element form = Objects.requireNonNull(page.selectFirst("form[action=" + action + "]"));
        for (Element field : form.select("input[name]:not([name=_csrf]), textarea[name]")) {
            if (!Arrays.asList(typed).contains(field.attr("name"))
                    && (!field.attr("type").equals("checkbox") || field.hasAttr("checked"))) {
                fields.add(field.attr("name"));
                fields.add(field.val());
            }
        }
        boolean again = fields.contains("edit");
        return send(again ? action + "/preview" : action, fields.toArray(String[]::new));
    }

    private static Document html(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString());
    }

    private static List<String> problems(MockHttpServletResponse answer) throws Exception {
        return html(answer).select(".error-summary li").eachText();
    }

    /** Applies it by its pages; the address of its page. */
    private String applied(String from, String lines) throws Exception {
        MockHttpServletResponse answer = fill(html(preview(from, lines)), ADDRESS);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private Map<String, String> rows() {
        return TableContents.read(
                jdbc,
                TableContents.query(
                        jdbc,
                        name -> !name.startsWith("audit_")
                                && !name.startsWith("spring_session")
                                && !name.equals("used_form_key")
                                && !name.equals("results_revision")));
    }

    private List<String> called(String day) {
        return jdbc.sql("select code || ' ' || name from unit_at(cast(? as date)) order by place, code")
                .param(day)
                .query(String.class)
                .list();
    }

    private void hangThingsOnUnits() {
        jdbc.sql("""
                        insert into unit_contact (unit_id, email, changed_by, changed_at)
                        values (12, 'mot@example.vn', 1, now()), (13, 'mot@example.vn', 1, now()), (1, 'hai@example.vn', 1, now()),
                            (2, 'ba@example.vn', 1, now())
                        """).update();
        jdbc.sql("""
                        insert into target_step (target_id, unit_id, percent) values (3, 12, 70), (3, 13, 70), (4, 12, 65), (3, 1, 80)
                        """).update();
        jdbc.sql("""
                        insert into follow_up (target_id, month, unit_id, task, responsible, due, made_by, made_by_name, made_at)
                        values (3, '2024-09-01', 12, 'Hướng dẫn nộp trực tuyến', 'Một cửa', '2024-12-31', 1, 'Lê Quản Trị', now())
                        """).update();
    }

    @Test
    void readsABoxWithoutANameAsNotTicked() throws Exception {
        assertThat(send(ADDRESS + "/preview", "from", "2025-07-01", "instrument", "1/NQ", "lines", "abc", "carry", "")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void theActOf2025IsFilledInLookedAtAppliedAndWithdrawnRowForRow() throws Exception {
        hangThingsOnUnits();
        Map<String, String> before = rows();

        Document form = page(ADDRESS + "/new?official=true");
        assertThat(form.select("#lines").val().lines())
                .containsExactlyInAnyOrder(
                        "Xã Tuy Phước; 21952; xã = 21952, 21955, 21982, 21979, 21976",
                        "Xã Tuy Phước Bắc; 21964; xã = 21973, 21961, 21964",
                        "Xã Tuy Phước Đông; 21970; xã = 21970, 21967, 21958",
                        "Xã Tuy Phước Tây; 21985; xã = 21985, 21988",
                        "- P-GDDT, P-KTHT, P-LDTBXH, P-NNPTNT, P-NV, P-TCKH, P-TNMT, P-TP, P-VHTT, P-YT");
        Document preview = html(fill(form, ADDRESS + "/preview", "instrument", "1664/NQ-UBTVQH15"));
        assertThat(preview.select("#months-title ~ table").text()).contains("21 (từ 01/2023 đến 09/2024)");
        assertThat(preview.select("#carry-title ~ .field").eachText())
                .satisfiesExactly(
                        reporters -> assertThat(reporters).contains("Thị trấn Diêu Trì: Phạm Diêu Trì"),
                        contacts -> assertThat(contacts)
                                .containsSubsequence(
                                        "Xã Phước An: mot@example.vn",
                                        "Không chuyển được",
                                        "Thị trấn Tuy Phước: hai@example.vn"),
                        thresholds -> assertThat(thresholds)
                                .containsSubsequence(
                                        "Xã Phước An: NQ17: 70",
                                        "Xã Phước Thành: NQ17: 70",
                                        "Không chuyển được",
                                        "Thị trấn Tuy Phước: NQ17: 80",
                                        "Xã Phước An: QĐ2679: 65"),
                        tasks -> assertThat(tasks).contains("Xã Phước An: Hướng dẫn nộp trực tuyến (31/12/2024)"));
        assertThat(rows()).as("nothing is done by looking").isEqualTo(before);

        String act = Objects.requireNonNull(fill(preview, ADDRESS).getRedirectedUrl());

        assertThat(called("2025-06-30")).hasSize(23).contains("21952 Thị trấn Tuy Phước");
        assertThat(called("2025-07-01"))
                .containsExactly(
                        "21952 Xã Tuy Phước",
                        "21964 Xã Tuy Phước Bắc",
                        "21970 Xã Tuy Phước Đông",
                        "21985 Xã Tuy Phước Tây");
        Map<Long, List<Successions.Share>> shares = successions.until(LocalDate.of(2025, 7, 1));
        assertThat(shares).hasSize(13);
        long west = shares.get(PHUOC_AN).get(0).unitId();
        assertThat(shares.get(PHUOC_THANH)).containsExactly(new Successions.Share(west, Fraction.ONE));
        assertThat(west).isNotEqualTo(PHUOC_AN);
        assertThat(successions.until(LocalDate.of(2025, 6, 30))).isEmpty();
        assertThat(carried(west))
                .containsExactly("contact mot@example.vn", "step 3 70.0000", "task Hướng dẫn nộp trực tuyến");
        long centre = shares.get(TUY_PHUOC).get(0).unitId();
        assertThat(carried(centre)).containsExactly("person dieutri");
        assertThat(page("/units/" + west).select("#acts-title ~ table").text())
                .contains("21985 Xã Phước An", "21988 Xã Phước Thành");
        assertThat(page("/units/" + PHUOC_AN).select("#acts-title ~ table a").eachAttr("href"))
                .contains("/units/" + west);
        assertThat(page("/follow-ups").text()).contains("Xã Phước An → Xã Tuy Phước Tây");

        assertThat(send(act + "/withdrawal").getStatus()).isEqualTo(422);
        assertThat(send(act + "/withdrawal", "sure", "true").getRedirectedUrl()).isEqualTo(ADDRESS);
        assertThat(rows()).isEqualTo(before);
        assertThat(send(act + "/withdrawal", "sure", "true").getStatus()).isEqualTo(404);
    }

    private List<String> carried(long unit) {
        return jdbc.sql("""
                        select 'contact ' || email from unit_contact where unit_id = :unit
                        union all select 'person ' || username from user_unit join app_user on id = user_id where unit_id = :unit
                        union all select 'step ' || target_id || ' ' || percent from target_step where unit_id = :unit
                        union all select 'task ' || task from follow_up_carried join follow_up on id = follow_up_id
                            where follow_up_carried.unit_id = :unit
                        order by 1
                        """).param("unit", unit).query(String.class).list();
    }

    @Test
    void nothingIsCarriedOverThatIsNotChosen() throws Exception {
        hangThingsOnUnits();
        Document preview = html(preview("2026-01-01", "Xã Mới; 9 = 21985, 21988"));
        preview.select("[name=carry]").removeAttr("checked");
        fill(preview, ADDRESS);

        assertThat(carried(made())).isEmpty();
    }

    @Test
    void whatFitsNowhereIsNotOffered() throws Exception {
        hangThingsOnUnits();
        Document preview = html(preview("2026-01-01", "Xã Mới; 9 = 21952, 21955"));

        assertThat(preview.select("[name=carry]").eachAttr("value")).containsExactly("PEOPLE");
        assertThat(preview.select("#carry-title ~ .field").eachText())
                .satisfiesExactly(
                        reporters -> assertThat(reporters).contains("Phạm Diêu Trì"),
                        contacts -> assertThat(contacts).startsWith("Địa chỉ nhắc báo cáo Không chuyển được"),
                        thresholds -> assertThat(thresholds).startsWith("Mức chỉ tiêu riêng Không chuyển được"));
    }

    @Test
    void whatIsNotOfferedYetStaysChosenForLinesToCome() throws Exception {
        hangThingsOnUnits();
        Document few = html(send(
                ADDRESS + "/preview",
                "from",
                "2026-01-01",
                "instrument",
                "1/NQ",
                "lines",
                "Xã Mới; 9 = 21952, 21955",
                "carry",
                "PEOPLE",
                "carry",
                "TASKS"));
        Document again = html(fill(few, ADDRESS, "edit", "true"));
        assertThat(again.select("input[name=carry]").eachAttr("value")).containsExactlyInAnyOrder("PEOPLE", "TASKS");

        Document more = html(fill(again, ADDRESS + "/preview", "lines", "Xã Mới; 9 = 21985, 21988"));
        assertThat(more.select("#carry-TASKS").hasAttr("checked")).isTrue();
    }

    @Test
    void aTaskCarriedOnIsToldAndGoesOn() throws Exception {
        hangThingsOnUnits();
        Document first = html(preview("2026-01-01", "Xã Mới; 9 = 21985, 21988"));
        first.select("[name=carry]").attr("checked", "checked");
        assertThat(fill(first, ADDRESS).getStatus()).isEqualTo(302);
        assertThat(carried(made())).contains("task Hướng dẫn nộp trực tuyến");
        MockHttpServletResponse looked = preview("2026-02-01", "Xã Sau; 10 = 9, 21982");
        assertThat(problems(looked)).isEmpty();
        Document preview = html(looked);
        preview.select("[name=carry]").attr("checked", "checked");
        assertThat(preview.select("#carry-title ~ .field").text())
                .contains("Xã Mới: Hướng dẫn nộp trực tuyến (31/12/2024)");
        assertThat(preview.select("#months-title ~ table").text()).doesNotContain("từ 10/2024 đến 10/2024");
        fill(preview, ADDRESS);

        assertThat(carried(made())).contains("task Hướng dẫn nộp trực tuyến");
    }

    private long made() {
        return jdbc.sql("select max(id) from unit").query(Long.class).single();
    }

    @Test
    void figuresFromTheDayOnAreNamedAtTheLineAndEverythingTypedStays() throws Exception {
        MockHttpServletResponse answer = preview("2024-08-01", "+ Phòng Mới; P-M\nXã Mới; 9 = 21985, 21988");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(problems(answer))
                .containsExactly(
                        "Dòng 2: Xã Phước An có số liệu từ ngày này trở đi: tháng 08/2024, 09/2024. Hãy chọn ngày sau, hoặc bỏ số liệu nhập nhầm.",
                        "Dòng 2: Xã Phước Thành có số liệu từ ngày này trở đi: tháng 08/2024, 09/2024. Hãy chọn ngày sau, hoặc bỏ số liệu nhập nhầm.");
        assertThat(html(answer).select("#lines").val()).isEqualTo("+ Phòng Mới; P-M\nXã Mới; 9 = 21985, 21988");
        assertThat(html(answer).select("#from").val()).isEqualTo("2024-08-01");
    }

    @Test
    void aDayWithinAMonthIsSaidInWords() throws Exception {
        assertThat(html(preview("2026-07-15", "- 21985"))
                        .select(".notice-warning")
                        .text())
                .isEqualTo("Ngày 15/07/2026 không phải ngày đầu tháng: tháng 07/2026 vẫn tính cho các đơn vị cũ, "
                        + "các đơn vị mới bắt đầu từ tháng 08/2026.");
    }

    @Test
    void whatIsWrongWithTheDocumentIsToldTogetherWithTheLines() throws Exception {
        MockHttpServletResponse answer =
                send(ADDRESS, "from", "2026-07-01", "instrument", " ", "decided", "2026-07-02", "lines", "- 99999");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(problems(answer))
                .containsExactlyInAnyOrder(
                        "Hãy nhập số văn bản, tối đa 100 ký tự.",
                        "Ngày ban hành không thể sau ngày áp dụng.",
                        "Dòng 1: Không có đơn vị “99999” vào ngày trước ngày áp dụng.");
        assertThat(html(fill(html(preview("2026-07-01", "- 21985")), ADDRESS, "edit", "true"))
                        .select("#lines")
                        .val())
                .isEqualTo("- 21985");
    }

    @Test
    void whoComesSecondSeesBoth() throws Exception {
        Document first = html(preview("2026-07-01", "Xã Mới; 9 = 21985, 21988"));
        Document second = html(preview("2026-07-01", "- 21985\n- 21952"));
        fill(first, ADDRESS);
        MockHttpServletResponse late = fill(second, ADDRESS, "instrument", "2/NQ");

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(html(late).select(".notice-warning").text()).contains("1/NQ, Lê Quản Trị");
        assertThat(problems(late)).containsExactly("Dòng 1: Xã Phước An đã nhập vào đơn vị khác theo 1/NQ.");
        assertThat(html(late).select("#lines").val()).isEqualTo("- 21985\n- 21952");

        Document third = html(preview("2026-07-01", "- 21952"));
        send("/units/" + TUY_PHUOC + "/end", "end", "2027-01-01", "seen", "0");
        MockHttpServletResponse meanwhile = fill(third, ADDRESS);
        assertThat(meanwhile.getStatus()).isEqualTo(409);
        assertThat(html(meanwhile).select("h1").text()).isEqualTo("Xem trước việc sắp xếp");
        assertThat(fill(html(meanwhile), ADDRESS).getStatus()).isEqualTo(302);
    }

    /** Two change the same person's units: the second adds to what the first has left. Leaves everything as it was. */
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void whatIsChangedOfAPersonsUnitsMeanwhileStays() throws Exception {
        long person = 6;
        giveUnit(person, 16);
        Document preview = html(preview("2026-07-01", "Xã Thử; X-96 = 21955, 21988"));
        MockHttpServletResponse applied =
                Meanwhile.press(transactions, jdbc, () -> changeUnit(person, 16, 17), () -> fill(preview, ADDRESS));

        assertThat(applied.getStatus()).isEqualTo(302);
        assertThat(unitsOf(person)).containsExactly(DIEU_TRI, 17L, made());

        String act = Objects.requireNonNull(applied.getRedirectedUrl());
        assertThat(Meanwhile.press(transactions, jdbc, () -> changeUnit(person, 17, 18), () -> withdrawn(act)))
                .isEmpty();
        assertThat(unitsOf(person)).containsExactly(DIEU_TRI, 18L);
        jdbc.sql("delete from user_unit where unit_id = 18").update();
    }

    private void giveUnit(long person, long unit) {
        jdbc.sql("insert into user_unit (user_id, unit_id) values (?, ?)")
                .params(person, unit)
                .update();
    }

    private void changeUnit(long person, long before, long after) {
        jdbc.sql("update app_user set version = version + 1 where id = ?")
                .param(person)
                .update();
        jdbc.sql("delete from user_unit where user_id = ? and unit_id = ?")
                .params(person, before)
                .update();
        giveUnit(person, after);
    }

    private List<Long> unitsOf(long person) {
        return jdbc.sql("select unit_id from user_unit where user_id = ? order by unit_id")
                .param(person)
                .query(Long.class)
                .list();
    }

    /** Not taken back, since a refusal takes back all that its transaction did; no other test knows these units. */
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void whatRestsOnItKeepsItFromBeingWithdrawn() throws Exception {
        String act = applied("2026-02-01", "Xã Mới; 9 = 21976, 21979\n21982 > Phường Phước Thuận");
        long made = made();

        String later = applied(
                "2026-03-01", "Xã A; 10 = 9 1/3\nXã B; 11 = Xã Mới 2/3\n+ Phòng Mới; P-M; phòng chuyên môn\n- P-YT");
        assertThat(page("/audit").select("main tbody tr").first().text())
                .contains(
                        "Sáp nhập, chia tách 00009 Xã Mới (1/3) → 00010 Xã A",
                        "Sáp nhập, chia tách 00009 Xã Mới (2/3) → 00011 Xã B",
                        "Thành lập chưa có → P-M Phòng Mới",
                        "Kết thúc P-YT Phòng Y tế → không còn");
        assertThat(withdrawn(act))
                .containsExactly("Văn bản áp dụng sau, 1/NQ, dựa trên các đơn vị này. Hãy rút lại văn bản đó trước.");
        assertThat(withdrawn(later)).isEmpty();

        jdbc.sql("insert into user_unit (user_id, unit_id) values (1, ?)")
                .param(made)
                .update();
        assertThat(withdrawn(act)).singleElement().asString().startsWith("Đơn vị mới đã có ghi chú, người báo cáo");
        jdbc.sql("delete from user_unit where user_id = 1").update();

        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, status, source, version, changed_by_name, changed_at)
                        select 999999, ?, max(month), 'DRAFT', 'FORM', 1, 'a', now() from reporting_month
                        """).param(made).update();
        assertThat(withdrawn(act)).singleElement().asString().startsWith("Xã Mới đã có số liệu tháng");
        jdbc.sql("delete from monthly_return where id = 999999").update();

        long thuan = 11;
        assertThat(send("/units/" + thuan + "/end", "end", "2027-01-01", "seen", "1")
                        .getStatus())
                .isEqualTo(302);
        assertThat(withdrawn(act)).singleElement().asString().contains("đã được sửa sau khi áp dụng");
        assertThat(send("/units/" + thuan + "/end", "end", "", "seen", "2").getStatus())
                .isEqualTo(302);
        assertThat(withdrawn(act)).isEmpty();
        assertThat(called("2026-03-01")).contains("21982 Xã Phước Thuận", "21976 Xã Phước Lộc");
        assertThat(jdbc.sql(
                                "select action || ' ' || subject || ' ' || detail from audit_event where action like 'unit.re%'"
                                        + " order by sequence desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("unit.restored 1/NQ 01/02/2026");
    }

    private List<String> withdrawn(String act) throws Exception {
        MockHttpServletResponse answer = send(act + "/withdrawal", "sure", "true");
        List<String> problems = problems(answer);
        assertThat(answer.getStatus()).isEqualTo(problems.isEmpty() ? 302 : 409);
        return problems;
    }

    @Test
    void daysThatAnActHasSetAreNotChangedByHand() throws Exception {
        applied("2026-01-01", "Xã Mới; 9 = 21985, 21988");
        MockHttpServletResponse resumed = send("/units/" + PHUOC_AN + "/end", "end", "", "seen", "1");
        assertThat(resumed.getStatus()).isEqualTo(422);
        assertThat(problems(resumed))
                .containsExactly("Ngày này do văn bản 1/NQ quy định. Muốn đổi, hãy rút lại văn bản đó.");

        String version = jdbc.sql("select id from unit_version where unit_id = ?")
                .param(made())
                .query(String.class)
                .single();
        String[] moved = {
            "from",
            "2025-12-01",
            "code",
            "00009",
            "name",
            "Xã Mới",
            "kind",
            "COMMUNE",
            "seen",
            "0",
            "corrected",
            version
        };
        assertThat(send("/units/" + made(), moved).getStatus()).isEqualTo(422);
        moved[1] = "2026-01-01";
        moved[5] = "Xã Mới Hơn";
        assertThat(send("/units/" + made(), moved).getStatus()).isEqualTo(302);
    }

    @Test
    void aUnitThatIsGivenToOneUnitOfSeveralKeepsItsPeopleInBoth() throws Exception {
        applied("2026-01-01", "Xã A; 1 = 21955 60%, 21952\nXã B; 2 = 21955 40%");
        List<Long> both = successions.until(LocalDate.of(2026, 1, 1)).get(DIEU_TRI).stream()
                .sorted(Comparator.comparing(Successions.Share::unitId))
                .peek(share -> assertThat(carried(share.unitId())).contains("person dieutri"))
                .map(Successions.Share::unitId)
                .toList();

        assertThat(both).hasSize(2);
        assertThat(people.named("dieutri").unitIds()).containsAll(both).contains(DIEU_TRI);

        // Whoever puts the person's name right takes none of them away, whether they are there already, still or no
        // more.
        for (String day : List.of("2025-12-31", "2026-02-01")) {
            jdbc.sql("update unit_version set valid = daterange(lower(valid), cast(? as date)) where unit_id = ?")
                    .param(day)
                    .param(DIEU_TRI)
                    .update();
            Set<Long> before = people.named("dieutri").unitIds();
            String address = "/accounts/" + people.named("dieutri").id();
            Document page = page(address);
            assertThat(page.select("input[name=unitIds][checked]")).hasSize(before.size());
            assertThat(fill(page, address, "role", "UNIT_STAFF", "displayName", "Phạm Thị Diêu Trì " + day)
                            .getStatus())
                    .isEqualTo(302);
            assertThat(people.named("dieutri").unitIds()).isEqualTo(before);
        }
    }

    private List<String> offered() throws Exception {
        return page("/accounts/new").select("label[for^=unit-]").eachText();
    }

    private void sendBack(String month) {
        jdbc.sql("update monthly_return set status = 'RETURNED' where unit_id = ? and month = cast(? as date)")
                .params(PHUOC_AN, month)
                .update();
    }

    /** Whoever reported for it may be gone, and its months are still to be reported or put right. */
    @Test
    void aUnitThatIsNoMoreIsGivenToAnotherPersonWhileItOwesMonths() throws Exception {
        String ended = "Xã Phước An (đã kết thúc, đến ngày 30/09/2024)";
        // In 2024 both reported each month until September.
        applied("2024-10-01", "Xã Mới; 9 = 21985, 21988");
        assertThat(offered()).contains("Xã Mới").noneMatch(label -> label.startsWith("Xã Phước An ("));

        jdbc.sql("update monthly_return set dossiers_received = null where unit_id = ? and month = '2024-09-01'")
                .param(PHUOC_AN)
                .update();
        assertThat(offered()).contains(ended).noneMatch(label -> label.startsWith("Xã Phước Thành"));
        assertThat(send(
                                "/accounts",
                                "username",
                                "phuocan2",
                                "displayName",
                                "Lê Thị An",
                                "role",
                                "UNIT_STAFF",
                                "unitIds",
                                "12")
                        .getStatus())
                .isEqualTo(302);
        assertThat(jdbc.sql("select unit_id from user_unit join app_user on id = user_id where username = 'phuocan2'")
                        .query(Long.class)
                        .list())
                .containsExactly(PHUOC_AN);
        assertThat(page("/accounts?q=phuocan2").select("table").text()).contains("Xã Phước An (đã kết thúc)");

        jdbc.sql("update monthly_return set dossiers_received = 500 where unit_id = ? and month = '2024-09-01'")
                .param(PHUOC_AN)
                .update();
        assertThat(offered()).doesNotContain(ended);
        sendBack("2024-09-01");
        assertThat(offered()).contains(ended);
    }

    @Test
    void whatWasSentBackToAUnitThatEndsIsSaid() throws Exception {
        sendBack("2024-03-01");
        sendBack("2024-08-01");

        Document preview = html(preview("2024-10-01", "Xã Mới; 9 = 21985, 21988"));

        assertThat(preview.select("#months-title ~ table tbody tr").eachText())
                .containsExactly(
                        "Xã Phước An 21 (từ 01/2023 đến 09/2024) – 03/2024, 08/2024",
                        "Xã Phước Thành 21 (từ 01/2023 đến 09/2024) – –");
    }

    /** Its act could not be withdrawn any more. */
    @Test
    void aUnitThatAnActBeganIsNotRemovedByItself() throws Exception {
        String act = applied("2026-01-01", "+ Phòng Mới; P-M; phòng chuyên môn");
        assertThat(page("/units/" + made()).select("form[action$=/removal]")).isEmpty();
        MockHttpServletResponse refused = send("/units/" + made() + "/removal", "seen", "0");

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(html(refused).text()).contains("Đơn vị này có trong văn bản 1/NQ");
        assertThat(send(act + "/withdrawal", "sure", "true").getStatus()).isEqualTo(302);
    }
}
