package vn.hoso.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.domain.Measure;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** Differences between typed, counted and stated figures: each found, none invented, none closed without a reason. */
@ProgramTest(world = OWN)
class DifferenceQueriesTest {

    private static final CurrentUser OFFICE =
            new CurrentUser(2, "vanphong", "Nguyễn Thị Văn Phòng", Role.REVIEWER, Set.of());
    private static final String ITEM = "/reconciliation/2023/all/ONLINE_REPORTED";

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private DifferenceQueries differences;

    private record Typed(long unit, String month, String measure, long value) {}

    private List<Typed> typed(int year) {
        List<Typed> found = new ArrayList<>();
        for (Measure measure : Measure.OWN) {
            String column = measure == Measure.ONLINE_REPORTED
                    ? "coalesce(online_reported, full_process_online + partial_online)"
                    : measure.column();
            found.addAll(jdbc.sql(
                            "select unit_id as unit, to_char(month, 'YYYY-MM') as month, '" + measure + "' as measure, "
                                    + column
                                    + " as value from monthly_return where complete and extract(year from month) = :year and "
                                    + column + " is not null order by unit_id, month")
                    .param("year", year)
                    .query((row, n) -> new Typed(
                            row.getLong("unit"),
                            row.getString("month"),
                            row.getString("measure"),
                            row.getLong("value")))
                    .list());
        }
        return found;
    }

    private void state(String unit, String period, String measure, String source, long value) {
        jdbc.sql("""
                        insert into outside_total (unit_id, year, month, measure, source, value, source_text, source_date, state,
                            entered_by, entered_by_name, entered_at)
                        select cast(nullif(:unit, 'all') as bigint), cast(left(:period, 4) as integer),
                            case when length(:period) > 4 then cast(:period || '-01' as date) end, :measure, :source, :value, 'Nguồn',
                            '2024-10-01', 'IN_FORCE', min(id), 'A', now() from app_user
                        """)
                .param("unit", unit)
                .param("period", period)
                .param("measure", measure)
                .param("source", source)
                .param("value", value)
                .update();
    }

    private long extract() {
        return jdbc.sql("""
                        insert into dossier_extract (name, sha256, size, brought_by, brought_by_name, brought_at, state, rows_read,
                            applied_by, applied_by_name, applied_at)
                        select 'a.xlsx', repeat('a', 64), 1, min(id), 'A', now(), 'APPLIED', 1, min(id), 'A', now() from app_user
                        returning id
                        """).query(Long.class).single();
    }

    private Map<String, Long> found(int year) {
        Map<String, Long> sizes = new TreeMap<>();
        differences
                .find(year, year, OFFICE)
                .forEach(each -> sizes.put(each.figure().address(), each.size()));
        return sizes;
    }

    /** Counts and statements that agree, and among them, by lot, some that do not. */
    @Test
    void findsEverySeededDifferenceAndInventsNone() {
        Random lot = new Random(17);
        Map<String, Long> seeded = new TreeMap<>();
        Map<String, Long> sums = new HashMap<>();
        long extract = extract();
        jdbc.sql("""
                        insert into extract_count
                        select :extract, unit_id, month, true, coalesce(full_process_received, 0), coalesce(full_process_online, 0),
                            coalesce(partial_received, 0), coalesce(partial_online, 0), dossiers_received,
                            coalesce(online_reported, coalesce(full_process_online, 0) + coalesce(partial_online, 0)), payable, paid_online
                        from monthly_return where complete and extract(year from month) in (2023, 2024) and unit_id % 2 = 0
                        """).param("extract", extract).update();
        for (Typed each : typed(2024)) {
            String figure = each.month() + "/" + each.unit() + "/" + each.measure();
            if (each.unit() % 2 == 0 && each.measure().equals("DOSSIERS_RECEIVED") && lot.nextInt(5) == 0) {
                long more = 1 + lot.nextInt(9);
                jdbc.sql(
                                "update extract_count set dossiers_received = dossiers_received + ? where unit_id = ? and month = cast(? as date)")
                        .params(more, each.unit(), each.month() + "-01")
                        .update();
                seeded.put(figure, more);
            } else if (lot.nextInt(10) == 0) {
                long more = lot.nextInt(3);
                state(String.valueOf(each.unit()), each.month(), each.measure(), "PORTAL", each.value() + more);
                if (more > 0) {
                    seeded.put(figure, more);
                }
            }
            sums.merge(each.month() + "/all/" + each.measure(), each.value(), Long::sum);
        }
        // A month in which a return is missing says nothing about the sum of all; nor does a year that is not over.
        long units = jdbc.sql("select count(*) from unit_at('2024-03-01')")
                .query(Long.class)
                .single();
        long reported = jdbc.sql("select count(*) from monthly_return where complete and month = '2024-03-01'")
                .query(Long.class)
                .single();
        assertThat(reported).isEqualTo(units);
        state("all", "2024-03", "DOSSIERS_RECEIVED", "NOTICE", sums.get("2024-03/all/DOSSIERS_RECEIVED") - 7);
        seeded.put("2024-03/all/DOSSIERS_RECEIVED", 7L);
        state("all", "2024-04", "DOSSIERS_RECEIVED", "NOTICE", sums.get("2024-04/all/DOSSIERS_RECEIVED"));
        state("all", "2024-12", "DOSSIERS_RECEIVED", "NOTICE", 12_345);
        state("all", "2024", "DOSSIERS_RECEIVED", "REPORT", 12_345);
        assertThat(seeded).hasSizeGreaterThan(20);
        assertThat(found(2024)).isEqualTo(seeded);

        Map<String, Long> earlier = new TreeMap<>(Map.of("2023/all/ONLINE_REPORTED", 290L));
        assertThat(found(2023)).isEqualTo(earlier);
        long year = typed(2023).stream()
                .filter(each -> each.unit() == 2 && each.measure().equals("PARTIAL_ONLINE"))
                .mapToLong(Typed::value)
                .sum();
        state("2", "2023", "PARTIAL_ONLINE", "REPORT", year + 4);
        earlier.put("2023/2/PARTIAL_ONLINE", 4L);
        assertThat(found(2023)).isEqualTo(earlier);
        // A unit's staff see their own alone.
        CurrentUser staff = new CurrentUser(3, "dieutri", "A", Role.UNIT_STAFF, Set.of(2L));
        assertThat(differences.find(2023, 2023, staff))
                .extracting(each -> each.figure().address())
                .containsExactly("2023/2/PARTIAL_ONLINE");
        assertThat(differences.find(2024, 2024, staff))
                .isNotEmpty()
                .isEqualTo(differences.find(2024, 2024, OFFICE).stream()
                        .filter(each -> Long.valueOf(2).equals(each.figure().unitId()))
                        .toList());
    }

    /** In use since June: what others say of the whole year is not compared with seven months. */
    @Test
    @Transactional
    void comparesNoYearWithThePartThatTheProgramHolds() {
        jdbc.sql("update installation set in_use_since = '2022-06-01'").update();
        long extract = extract();
        counted(extract, "2022-06-01", "2022-12-01");
        state("2", "2022", "DOSSIERS_RECEIVED", "NOTICE", 1_200);
        assertThat(found(2022)).isEmpty();
        counted(extract, "2022-01-01", "2022-05-01");
        assertThat(found(2022)).isEqualTo(Map.of("2022/2/DOSSIERS_RECEIVED", 1_080L));
    }

    private void counted(long extract, String first, String last) {
        jdbc.sql("""
                        insert into extract_count
                        select ?, 2, cast(m as date), true, 1, 1, 1, 1, 10, 5, null, null
                        from generate_series(cast(? as date), cast(? as date), interval '1 month') m
                        """).params(extract, first, last).update();
    }

    /** A unit that was merged in July has totals of the year, and may be chosen for it; not for a month after that. */
    @Test
    @Transactional
    void entersTheYearOfAUnitThatWasMergedInItAndPagesLongLists() throws Exception {
        jdbc.sql("update unit_version set valid = daterange(lower(valid), '2022-07-01') where unit_id = 19")
                .update();

        assertThat(page("/reconciliation/totals?year=2022", "vanphong")
                        .select("#unit option[value=19]")
                        .text())
                .endsWith(" (đến 30/06/2022)");
        entered("").andExpect(status().isFound());
        entered("8").andExpect(status().is(422));
        for (int unit = 2; unit <= 18; unit++) {
            for (int month = 1; month <= 12; month++) {
                state(String.valueOf(unit), "2022-%02d".formatted(month), "PAYABLE", "PORTAL", 7);
            }
        }
        Document second = page("/reconciliation/totals?year=2022&page=2", "vanphong");
        assertThat(second.select(".switcher-now").text()).contains("201–205 trong 205");
        assertThat(second.select("tbody tr")).hasSize(5);
    }

    private ResultActions entered(String month) throws Exception {
        return browser.perform(post("/reconciliation/totals")
                .with(people.as("vanphong"))
                .with(csrf())
                .param("unit", "19")
                .param("year", "2022")
                .param("month", month)
                .param("measure", "DOSSIERS_RECEIVED")
                .param("source", "NOTICE")
                .param("value", "120")
                .param("sourceText", "Thông báo 15/TB-UBND")
                .param("sourceDate", "2024-01-15"));
    }

    @Test
    @Transactional
    void handsOutTheDifferencesOfEveryPageAsAFile() throws Exception {
        int before = found(2023).size();
        for (String source : List.of("PORTAL", "NOTICE")) {
            for (int month = 1; month <= 12; month++) {
                for (int unit = 2; unit <= 19; unit++) {
                    long value = source.equals("PORTAL") ? 100_001 : 100_000;
                    state(String.valueOf(unit), "2023-%02d".formatted(month), "PAYABLE", source, value);
                }
            }
        }
        assertThat(csv("/reconciliation/list.csv?year=2023&page=2").lines()).hasSize(1 + before + 12 * 18);
    }

    /** What others state of a year that is not over has nothing beside it: that is no agreement. */
    @Test
    @Transactional
    void saysHowManyFiguresNothingCanBeComparedWith() throws Exception {
        assertThat(page("/reconciliation?year=2022", "vanphong")
                        .select("section .panel-head ~ p")
                        .text())
                .contains("Chưa có gì để so");
        state("all", "2024", "DOSSIERS_RECEIVED", "REPORT", 12_345);
        state("2", "2024", "DOSSIERS_RECEIVED", "REPORT", 345);
        long typed = jdbc.sql("select dossiers_received from monthly_return where unit_id = 2 and month = '2024-03-01'")
                .query(Long.class)
                .single();
        state("2", "2024-03", "DOSSIERS_RECEIVED", "NOTICE", typed);

        Document list = page("/reconciliation?year=2024", "vanphong");
        assertThat(list.select(".facts-line").text())
                .contains("2 số từ nguồn ngoài chưa so được: chưa có đủ số đã nhập");
        assertThat(list.select("#list-title").parents().get(1).text())
                .contains("Không có chênh lệch nào giữa các số so được.");
        assertThat(page("/reconciliation?year=2024", "dieutri")
                        .select(".facts-line")
                        .text())
                .contains("1 số từ nguồn ngoài chưa so được");
        state("2", "2024-04", "DOSSIERS_RECEIVED", "NOTICE", 1);
        Document totals = page("/reconciliation/totals?year=2024", "vanphong");
        assertThat(totals.select("tbody tr").eachText())
                .satisfiesExactly(
                        row -> assertThat(row).contains("04/2024", "Đang dùng lệch "),
                        row -> assertThat(row).contains("03/2024", "Đang dùng khớp"),
                        row -> assertThat(row).contains("Đang dùng chưa so được: chưa có đủ số đã nhập"),
                        row -> assertThat(row).contains("Đang dùng chưa so được: chưa có đủ số đã nhập"));
        assertThat(totals.select("tbody a[href=/reconciliation/2024-04/2/DOSSIERS_RECEIVED]"))
                .hasSize(1);
    }

    /** Beside each total stands what lies between it and the typed figure, not what lies between all of them. */
    @Test
    @Transactional
    void saysOfEachTotalHowFarItIsFromWhatIsTyped() throws Exception {
        long typed = jdbc.sql("select dossiers_received from monthly_return where unit_id = 2 and month = '2024-03-01'")
                .query(Long.class)
                .single();
        state("2", "2024-03", "DOSSIERS_RECEIVED", "PORTAL", typed);
        state("2", "2024-03", "DOSSIERS_RECEIVED", "NOTICE", typed + 8);
        state("2", "2024-03", "DOSSIERS_RECEIVED", "REPORT", typed - 3);

        Document totals = page("/reconciliation/totals?year=2024", "vanphong");

        assertThat(totals.select("tbody tr").eachText())
                .satisfiesExactlyInAnyOrder(
                        row -> assertThat(row).contains("Cổng dịch vụ công", "Đang dùng khớp"),
                        row -> assertThat(row).contains("Thông báo của cấp trên", "lệch 8 hồ sơ"),
                        row -> assertThat(row).contains("Báo cáo đã gửi", "lệch 3 hồ sơ"));
        assertThat(page("/reconciliation/2024-03/2/DOSSIERS_RECEIVED", "vanphong")
                        .select("h1")
                        .text())
                .contains("11 hồ sơ");
    }

    /** The unit handles no such procedure: compared as 0, and nowhere printed as one, then or now. */
    @Test
    @Transactional
    void showsWhatDoesNotApplyAsSuchWhereverItIsCompared() throws Exception {
        jdbc.sql("update monthly_return set partial_na = true, partial_received = null, partial_online = null,"
                        + " online_reported = null where unit_id = 2 and month = '2023-03-01'")
                .update();
        state("2", "2023-03", "PARTIAL_RECEIVED", "PORTAL", 7);
        String item = "/reconciliation/2023-03/2/PARTIAL_RECEIVED";
        Document before = page(item, "vanphong");
        assertThat(before.select("section[aria-labelledby=values-title]").text())
                .contains("Đã nhập không áp dụng", "Cổng dịch vụ công (biểu 766) 7");
        sendTo(item, "vanphong", "/explanations", before, "words", "Đơn vị không có thủ tục này")
                .andExpect(status().isFound());
        assertThat(page(item, "vanphong").select(".past").text()).contains("Khi đó: Đã nhập không áp dụng; Cổng");
        assertThat(csv("/reconciliation/list.csv?year=2023")).contains(";Một phần – phát sinh;không áp dụng;");
        jdbc.sql("update outside_total set state = 'WITHDRAWN', end_reason = 'Nhầm', ended_by = entered_by,"
                        + " ended_by_name = 'A', ended_at = now() where measure = 'PARTIAL_RECEIVED'")
                .update();
        state("2", "2023-03", "PARTIAL_RECEIVED", "PORTAL", 8);
        assertThat(page(item, "vanphong").text()).contains("Lần trước: Đã nhập không áp dụng; Cổng");
        // In the file as well the words are no longer about the present figures.
        assertThat(csv("/reconciliation/list.csv?year=2023"))
                .contains("Giải trình;Giải trình của số trước", ";Chưa giải trình;;Đơn vị không có thủ tục này");
    }

    private String csv(String address) throws Exception {
        return browser.perform(get(address).with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** Sends a form with everything that the page had hidden in it. */
    private ResultActions sendTo(String item, String person, String act, Document page, String... fields)
            throws Exception {
        var request = post(item + act).with(people.as(person)).with(csrf());
        page.select("form[action$='" + act + "']").first().select("input[type=hidden]").stream()
                .filter(each -> !each.attr("name").equals("_csrf"))
                .forEach(each -> request.param(each.attr("name"), each.val()));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request);
    }

    /** From the 15th to the 14th: another's month of September is not the one that units report. */
    @Test
    @Transactional
    void saysWhichDaysTheFiguresCountWhereTheyAreNoCivilMonths() throws Exception {
        state("2", "2024-03", "DOSSIERS_RECEIVED", "PORTAL", 1);
        String item = "/reconciliation/2024-03/2/DOSSIERS_RECEIVED";
        assertThat(page(item, "vanphong").text()).doesNotContain("Nghị định 09/2019/NĐ-CP");
        assertThat(page("/reconciliation/totals?year=2024", "vanphong").select("#days"))
                .isEmpty();

        jdbc.sql("update reporting_month set first_day = month - interval '1 month' + interval '14 days',"
                        + " last_day = month + interval '13 days'")
                .update();
        String days = "từ 15/02/2024 đến 14/03/2024, theo kỳ báo cáo của Nghị định 09/2019/NĐ-CP";
        Document page = page(item, "vanphong");
        assertThat(page.select(".facts-line").text()).contains(days);
        assertThat(page.select("section[aria-labelledby=values-title]").text())
                .contains("Báo cáo tháng đang tính; tính từ 15/02/2024 đến 14/03/2024");
        assertThat(page("/reconciliation?year=2024", "vanphong")
                        .select("tbody th")
                        .text())
                .contains(days);
        assertThat(csv("/reconciliation/list.csv?year=2024")).contains("03/2024 (" + days + ")");
        assertThat(page("/reconciliation/totals?year=2024", "vanphong")
                        .select("#days")
                        .text())
                .contains("tính từ 15/12/2023");
        // The published year is a civil one: two calendars meet.
        assertThat(page(ITEM, "vanphong").select(".facts-line").text())
                .contains(
                        "từ 15/12/2022 đến 14/12/2023", "số công bố tính từ 01/01/2023 đến 31/12/2023, theo lịch khác");
    }

    @Test
    @Transactional
    void offersTheUnitsInTheOrderOfDocumentsAndAllTogetherFirst() throws Exception {
        for (String unit : List.of("10", "19", "2", "5")) {
            state(unit, "2023-05", "DOSSIERS_RECEIVED", "PORTAL", 1);
        }
        List<String> order = jdbc.sql("""
                        select v.name from unit_version v join unit_kind k on k.code = v.kind
                        where v.unit_id in (2, 5, 10, 19) order by k.place, v.code
                        """).query(String.class).list();
        assertThat(page("/reconciliation?year=2023", "vanphong")
                        .select("#unit option")
                        .eachText())
                .startsWith("Tất cả", "Toàn huyện")
                .endsWith(order.toArray(String[]::new))
                .hasSize(2 + order.size());
    }

    /** The Office takes it over and gives it back: the unit's list asks for what the unit has to explain. */
    @Test
    @Transactional
    void asksWhoeverHasToExplainIt() throws Exception {
        state("2", "2023-05", "DOSSIERS_RECEIVED", "PORTAL", 1);
        String item = "/reconciliation/2023-05/2/DOSSIERS_RECEIVED";
        String asked = "1 chênh lệch số liệu cần giải trình; cũ nhất: 05/2023";
        assertThat(page("/", "dieutri").text()).contains(asked);
        for (String owner : List.of("OFFICE", "UNIT")) {
            String[] asking = {"decision", "ASSIGNED", "owner", owner, "person", ""};
            sendTo(item, "vanphong", "/decisions", page(item, "vanphong"), asking)
                    .andExpect(status().isFound());
            assertThat(page("/", "dieutri").text().contains(asked)).isEqualTo(owner.equals("UNIT"));
        }
    }

    /** What was accepted has nothing left to be compared with: it is neither closed nor to be done. */
    @Test
    @Transactional
    void aTotalThatIsTakenBackLeavesNothingToCompare() throws Exception {
        state("2", "2022-05", "DOSSIERS_RECEIVED", "PORTAL", 120);
        state("2", "2022-05", "DOSSIERS_RECEIVED", "NOTICE", 125);
        String item = "/reconciliation/2022-05/2/DOSSIERS_RECEIVED";
        sendTo(item, "vanphong", "/decisions", page(item, "vanphong"), "decision", "ACCEPTED", "words", "Hai cách đếm")
                .andExpect(status().isFound());
        assertThat(page(item, "vanphong").select(".facts-line").text()).contains("Chấp nhận");
        String withdrawal = page("/reconciliation/totals?year=2022", "vanphong")
                .select("form[action$=/withdrawal]")
                .first()
                .attr("action");
        browser.perform(post(withdrawal)
                        .with(people.as("vanphong"))
                        .with(csrf())
                        .param("year", "2022")
                        .param("reason", "Nhầm đơn vị"))
                .andExpect(status().isFound());

        entities.flush();
        Document left = page(item, "vanphong");
        assertThat(left.select(".facts-line").text()).contains("Không còn số để so");
        assertThat(left.select("#explain, #decision")).isEmpty();
        assertThat(left.select(".notice-info").text())
                .startsWith("Số đã đổi. Lần trước:")
                .doesNotContain("mở lại");
        assertThat(page("/reconciliation?year=2022", "vanphong").text())
                .contains("0 chưa giải trình", "0 đã khép lại", "1 không còn số để so");
        assertThat(page("/reconciliation?year=2022&state=INCOMPARABLE", "vanphong")
                        .select("tbody tr"))
                .hasSize(1);
    }

    /** Whoever was chosen stays chosen until it is saved. */
    @Test
    @Transactional
    void keepsWhoIsAskedWhereItCouldNotBeSaved() throws Exception {
        state("2", "2023-05", "DOSSIERS_RECEIVED", "PORTAL", 1);
        String item = "/reconciliation/2023-05/2/DOSSIERS_RECEIVED";
        Document before = page(item, "vanphong");
        assertThat(before.select("#owner option[selected]").val()).isEqualTo("UNIT");

        String[] longName = {"decision", "ASSIGNED", "owner", "OFFICE", "person", "A".repeat(201)};
        Document refused = answer(sendTo(item, "vanphong", "/decisions", before, longName), 422);
        assertThat(refused.select("#owner option[selected]").eachAttr("value")).containsExactly("OFFICE");
        assertThat(refused.select("#person").val()).hasSize(201);

        sendTo(item, "vanphong", "/decisions", before, "decision", "ASSIGNED", "owner", "UNIT", "person", "Lê An")
                .andExpect(status().isFound());
        String[] nobody = {"decision", "ASSIGNED", "owner", "OFFICE", "person", ""};
        Document late = answer(sendTo(item, "vanphong", "/decisions", before, nobody), 409);
        assertThat(late.select("#owner option[selected]").eachAttr("value")).containsExactly("OFFICE");
        assertThat(late.select("#person").val()).isEmpty();
        assertThat(late.select("details[open] #owner")).hasSize(1);
    }

    private static Document answer(ResultActions sent, int expected) throws Exception {
        return Jsoup.parse(
                sent.andExpect(status().is(expected)).andReturn().getResponse().getContentAsString());
    }

    private Document page(String address, String person) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ResultActions send(String person, String act, String seen, String... fields) throws Exception {
        String last = page(ITEM, person).select("input[name=last]").attr("value");
        var request = post(ITEM + act)
                .with(people.as(person))
                .with(csrf())
                .param("seen", seen)
                .param("last", last);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request);
    }

    @Test
    void aDifferenceIsClosedWithAReasonAndOpensWhenAValueMoves() throws Exception {
        Document first = page(ITEM, "vanphong");
        assertThat(first.text())
                .contains("22.574", "22.284", "290", "văn bản không giải thích phần chênh lệch", "Chưa giải trình");
        String seen = first.select("input[name=seen]").val();
        assertThat(page("/reconciliation", "vanphong").select("tbody th a"))
                .anySatisfy(link -> assertThat(link.attr("href")).isEqualTo(ITEM));
        assertThat(page("/", "vanphong").text()).contains("chênh lệch số liệu chưa khép lại; cũ nhất: 2023");

        send("vanphong", "/decisions", seen, "decision", "ACCEPTED", "words", "  ")
                .andExpect(status().is(422));
        send("vanphong", "/decisions", "TYPED=1", "decision", "ACCEPTED", "words", "Số cũ")
                .andExpect(status().isConflict());
        assertThat(state(2023)).isEqualTo(Difference.State.OPEN);
        send("vanphong", "/explanations", seen, "words", "Hồ sơ chưa phân loại").andExpect(status().isFound());
        assertThat(state(2023)).isEqualTo(Difference.State.EXPLAINED);
        send("vanphong", "/decisions", seen, "decision", "ACCEPTED", "words", "Không tách được nữa")
                .andExpect(status().isFound());
        assertThat(state(2023)).isEqualTo(Difference.State.ACCEPTED);
        // Opened again by somebody else, it is not closed over words that the person has not read.
        Document read = page(ITEM, "vanphong");
        sendTo(ITEM, "vanphong", "/decisions", read, "decision", "REOPENED", "words", "Hãy xem sổ giấy")
                .andExpect(status().isFound());
        Document unread = page(ITEM, "vanphong");
        send("vanphong", "/explanations", seen, "words", "Sổ giấy cũng thiếu").andExpect(status().isFound());
        Document refused = Jsoup.parse(
                sendTo(ITEM, "vanphong", "/decisions", unread, "decision", "ACCEPTED", "words", "Như đã ghi")
                        .andExpect(status().isConflict())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(refused.text()).contains("Người khác vừa ghi nhận, chưa lưu", "Sổ giấy cũng thiếu");
        assertThat(refused.select("#words").text()).isEqualTo("Như đã ghi");
        assertThat(state(2023)).isEqualTo(Difference.State.EXPLAINED);
        sendTo(ITEM, "vanphong", "/decisions", refused, "decision", "ACCEPTED", "words", "Không tách được nữa")
                .andExpect(status().isFound());
        // What was typed meanwhile can still be copied, though there is no form for it any more.
        Document late = Jsoup.parse(send("vanphong", "/explanations", seen, "words", "Thiếu sổ giấy tháng 3")
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(late.select("section[aria-labelledby=unsaved-title]").text()).contains("Thiếu sổ giấy tháng 3");
        assertThat(late.select("#explanation")).isEmpty();

        jdbc.sql("update published_year set online_reported = online_reported - 5 where year = 2023")
                .update();
        assertThat(state(2023)).isEqualTo(Difference.State.OPEN);
        assertThat(page(ITEM, "lanhdao").text()).contains("22.569", "Số đã đổi", "Không tách được nữa");
        jdbc.sql("update published_year set online_reported = online_reported + 5 where year = 2023")
                .update();
        assertThat(state(2023)).isEqualTo(Difference.State.ACCEPTED);
        assertThat(jdbc.sql("select count(*) from audit_event where action like 'difference.%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    private Difference.State state(int year) {
        return differences.find(year, year, OFFICE).stream()
                .filter(each -> each.figure().address().equals("2023/all/ONLINE_REPORTED"))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
