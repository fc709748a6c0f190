package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.CountedStatements.Statements;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.period.PeriodSpan;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** The demonstration's 2024 under the units of then and under those that the act of 01/7/2025 made. */
@ProgramTest(world = OWN)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoGeographiesTest {

    private static final ResultsRequest YEAR = ResultsRequest.year(2024);

    private static final List<String> PAGES = List.of(
            "/dashboard?year=2024",
            "/dashboard?year=2024&span=QUARTER&month=6",
            "/dashboard/contribution?year=2024",
            "/dashboard/paper?year=2024",
            "/dashboard/compare?year=2024",
            "/dashboard/map?year=2024",
            "/reports/2024",
            "/reports/2024-Q3",
            "/trace/2024/overall");

    @Autowired
    private Results results;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private Statements statements;

    private YearResults before;

    private final Map<String, String> pagesBefore = new HashMap<>();

    @BeforeAll
    void theActIsApplied() throws Exception {
        before = results.of(YEAR, people.reviewer()).orElseThrow();
        for (String page : PAGES) {
            pagesBefore.put(page, text(page));
        }
        ActOf2025.apply(jdbc);
        // A month of the new communes, to stand beside the same month of those that they came of.
        jdbc.sql(
                        "insert into reporting_month (month, first_day, last_day) values ('2025-08-01', '2025-08-01', '2025-08-31')"
                                + " on conflict do nothing")
                .update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, online_reported, status, source, version,
                            changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + v.unit_id, v.unit_id, '2025-08-01', 100, 90, 200, 150, 400,
                            300, 'APPROVED', 'DEMONSTRATION', 1, 'thử', now()
                        from unit_version v where lower(v.valid) = '2025-07-01'
                        """).update();
    }

    private String text(String address) throws Exception {
        return browser.perform(get(address).with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(text(address));
    }

    private YearResults today() {
        return results.of(YEAR.under(ResultsGeography.TODAY), people.reviewer()).orElseThrow();
    }

    private long newUnit(String code) {
        return jdbc.sql("select unit_id from unit_version where code = :code and lower(valid) = '2025-07-01'")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    /** Recomputed from the demonstration's own file; a row that lacks a figure is not reported. */
    private static Counts fromTheFile(List<String> codes) {
        try (Reader file = Files.newBufferedReader(Path.of("db/demo/figures-2024.csv"))) {
            Counts sum = Counts.NONE;
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(file)) {
                if (codes.contains(row.get("unit_code"))
                        && !row.get("dossiers_received").isBlank()) {
                    long fullOnline = Long.parseLong(row.get("full_process_online"));
                    long partialOnline = Long.parseLong(row.get("partial_online"));
                    String reported = row.get("online_reported");
                    sum = sum.plus(new Counts(
                            Long.parseLong(row.get("full_process_received")),
                            fullOnline,
                            Long.parseLong(row.get("partial_received")),
                            partialOnline,
                            Long.parseLong(row.get("dossiers_received")),
                            reported.isBlank() ? fullOnline + partialOnline : Long.parseLong(reported),
                            null));
                }
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachOfTheFourHasTheExactSumOfThoseItCameOf() {
        List<ScopeResults> units = today().units();

        ActOf2025.COMMUNES.forEach((code, former) -> {
            ScopeResults unit = units.stream()
                    .filter(each -> Objects.equals(each.unitId(), newUnit(code)))
                    .findFirst()
                    .orElseThrow();
            assertThat(unit.name()).isEqualTo(ActOf2025.NAMES.get(code));
            assertThat(unit.counts()).as(unit.name()).isEqualTo(fromTheFile(former));
            assertThat(unit.past().origins()).hasSize(former.size());
            assertThat(unit.past().estimated()).isFalse();
        });
    }

    /** September is of three or more returns that nobody approved, each of which is one. */
    @Test
    void countsEachReturnThatNobodyApproved() {
        ActOf2025.COMMUNES.forEach((code, former) -> {
            UnitResults unit = results.unit(newUnit(code), YEAR.under(ResultsGeography.TODAY), people.reviewer())
                    .orElseThrow();

            assertThat(unit.unapproved())
                    .as(unit.unit().name())
                    .isEqualTo(jdbc.sql("""
                                    select count(*) from monthly_return r join unit_version v on v.unit_id = r.unit_id
                                    where v.code = any(:former) and lower(v.valid) = '2021-01-01' and r.complete
                                        and r.status <> 'APPROVED' and r.month between '2024-01-01' and '2024-09-01'
                                    """)
                            .param("former", former.toArray(String[]::new))
                            .query(Integer.class)
                            .single());
        });
    }

    @Test
    void endedOfficesStandApartAndTheWholeStaysTheSame() {
        YearResults today = today();
        YearResults reported = results.of(YEAR, people.reviewer()).orElseThrow();

        assertThat(today.units()).hasSize(14);
        assertThat(today.units().subList(0, 4)).noneMatch(ScopeResults::ended);
        assertThat(today.units().subList(4, 14)).allMatch(ScopeResults::ended).allMatch(unit -> unit.kind()
                .office());
        assertThat(today.district()).isEqualTo(reported.district()).isEqualTo(before.district());
        assertThat(today.coverage()).isEqualTo(reported.coverage()).isEqualTo(before.coverage());
        assertThat(today.openItems()).isEqualTo(reported.openItems());
        assertThat(today.units().stream().map(ScopeResults::counts).reduce(Counts.NONE, Counts::plus))
                .isEqualTo(reported.units().stream().map(ScopeResults::counts).reduce(Counts.NONE, Counts::plus));
        assertThat(reported.units()).isEqualTo(before.units());
        assertThat(reported.geography()).isEqualTo(ResultsGeography.AS_REPORTED);
        assertThat(before.geography()).isNull();
    }

    /** "Tuy Phước" names a district, a township and a commune, and 21952 two of them. */
    @Test
    void whatSharesANameOrACodeIsNeverMixed() throws Exception {
        assertThat(results.of(YEAR, people.reviewer()).orElseThrow().units())
                .filteredOn(unit -> unit.scope().equals("21952"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.name()).isEqualTo("Thị trấn Tuy Phước"))
                .satisfies(unit -> assertThat(unit.counts()).isEqualTo(fromTheFile(List.of("21952"))));
        assertThat(today().units())
                .filteredOn(unit -> unit.scope().equals("21952"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.name()).isEqualTo("Xã Tuy Phước"));
        assertThat(today().district().name()).isEqualTo("huyện Tuy Phước");
        String csv = text("/exports/results.csv?year=2024&geography=TODAY");
        assertThat(csv.lines().filter(line -> line.startsWith("21952;")).toList())
                .isNotEmpty()
                .allMatch(line ->
                        line.startsWith("21952;Xã Tuy Phước;") && line.endsWith(";" + newUnit("21952") + ";TODAY;"));
        assertThat(text("/exports/results.csv?year=2024").lines().filter(line -> line.startsWith("21952;")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("21952;Thị trấn Tuy Phước;") && line.endsWith(";1;AS_REPORTED;"));
        assertThat(text("/exports/results.json?year=2024&geography=TODAY")).contains("\"geography\":\"TODAY\"");
    }

    /** The choice is the only thing that the act adds to a page of before it. */
    @Test
    void nothingElseChangesOnThePagesOfThen() throws Exception {
        for (String address : PAGES) {
            Document now = page(address);
            now.select(".units-choice").remove();
            Document then = Jsoup.parse(pagesBefore.get(address));
            for (Document page : List.of(now, then)) {
                page.select("[name=_csrf], [name=_once], [name=seen], .unit-lineage, .switcher-step[rel=next]")
                        .remove();
            }
            assertThat(now.body().text()).as(address).isEqualTo(then.body().text());
        }
    }

    @Test
    void aPartDoesNotSeemToReachWhatItMissed() throws Exception {
        String month =
                " where unit_id = (select unit_id from unit_version where code = '21955' and upper(valid) = '2025-07-01')"
                        + " and month = '2024-08-01'";
        Map<String, Object> kept =
                jdbc.sql("select * from monthly_return" + month).query().singleRow();
        String change = "update monthly_return set dossiers_received = ?, online_reported = ?" + month;
        Map<String, Object> others = jdbc.sql(
                        "select sum(dossiers_received) as d, sum(coalesce(online_reported, full_process_online + partial_online)) as n"
                                + " from monthly_return where unit_id = ? and month between '2024-01-01' and '2024-12-31' and id <> ?")
                .params(kept.get("unit_id"), kept.get("id"))
                .query()
                .singleRow();
        try {
            jdbc.sql(change)
                    .params(
                            25_000 - ((Number) others.get("d")).longValue(),
                            12_499 - ((Number) others.get("n")).longValue())
                    .update();
            Document parts = page("/trace/2024/overall/units/" + newUnit("21952") + "?geography=TODAY");

            assertThat(parts.select("tbody tr").eachText())
                    .as("beside 50%")
                    .anyMatch(row -> row.contains("12.499 25.000 49,996%"));
        } finally {
            jdbc.sql(change)
                    .params(kept.get("dossiers_received"), kept.get("online_reported"))
                    .update();
        }
    }

    @Test
    void theChoiceIsKeptByEveryLinkAndForm() throws Exception {
        List<String> addresses = new ArrayList<>(PAGES);
        addresses.add("/dashboard/units/" + newUnit("21952") + "?year=2024");
        addresses.add("/trace/2024/overall/units/" + newUnit("21952"));
        for (String address : addresses) {
            Document page = page(address + (address.contains("?") ? "&" : "?") + "geography=TODAY");
            assertThat(page.text()).as(address).doesNotContainIgnoringCase("thị trấn tuy phước;");
            // Back to the units that reported lead the choice itself, and from a sum to its parts.
            page.select(".units-choice, .unit-lineage, .issued, main nav.toolbar, .left-out")
                    .remove();
            for (Element link : page.select(
                    "main a[href^=/dashboard], main a[href^=/trace], main a[href^=/exports], main a[href^=/reports/2]")) {
                String target = link.attr("href");
                boolean elsewhere = target.contains("/checklist")
                        || target.contains("/issues/")
                        || target.startsWith("/trace/returns/")
                        || target.contains("/decision");
                boolean ofTheWhole = target.startsWith("/trace/") && !target.contains("/units/");
                boolean part = address.startsWith("/trace/") && target.startsWith("/trace/2024/overall/units/");
                assertThat(elsewhere || ofTheWhole || part || target.contains("geography=TODAY"))
                        .as("%s leads to %s", address, target)
                        .isTrue();
            }
            for (Element form : page.select("main form[method=get][action^=/dashboard]")) {
                assertThat(form.select("input[name=geography][value=TODAY]"))
                        .as("%s: %s", address, form.attr("action"))
                        .hasSize(1);
            }
        }
    }

    @Test
    void theUnitsTableNamesWhoseSumAFigureIsAndSetsEndedUnitsApart() throws Exception {
        Document page = page("/dashboard/details?year=2024&geography=TODAY");

        assertThat(page.select(".units-table tbody th[scope=row]").eachText())
                .startsWith("Xã Tuy Phước tổng của 5 đơn vị cũ")
                .contains("Xã Tuy Phước Tây tổng của Xã Phước An, Xã Phước Thành");
        assertThat(page.select(".group-head").text()).isEqualTo("Đơn vị không còn");
        assertThat(page.select(".units-choice").text()).contains("Theo đơn vị khi phát sinh hiện nay");
        assertThat(page("/dashboard/details?year=2024").select(".group-head")).isEmpty();
    }

    @Test
    void aNewCommuneHasAPastAndAFormerOneAFuture() throws Exception {
        long born = newUnit("21985");
        Document past = page("/dashboard/units/" + born + "?year=2024");
        assertThat(past.select(".unit-lineage").text())
                .isEqualTo("Theo " + ActOf2025.INSTRUMENT
                        + ", số liệu của đơn vị này là tổng của: Xã Phước An, Xã Phước Thành");

        long former = jdbc.sql("select unit_id from unit_version where name = 'Xã Phước An'")
                .query(Long.class)
                .single();
        Document then = page("/dashboard/units/" + former + "?year=2024");
        assertThat(then.select(".unit-lineage a").attr("href"))
                .contains("/dashboard/units/" + born)
                .contains("TODAY");

        UnitResults month = results.unit(born, new ResultsRequest(2025, PeriodSpan.MONTH, 8), people.reviewer())
                .orElseThrow();
        assertThat(month.unit().counts().dossiersReceived()).isEqualTo(400);
        assertThat(month.earlier())
                .extracting(UnitResultsPast.Origin::name)
                .containsExactly("Xã Phước An", "Xã Phước Thành");
        assertThat(month.line().get(0).counts()).isNotNull();
        assertThat(month.line().get(0).expected()).isEqualTo(2);
        assertThat(text("/dashboard/units/" + born + "/letter?year=2024"))
                .contains("Số liệu nêu dưới đây là tổng của Xã Phước An, Xã Phước Thành, theo " + ActOf2025.INSTRUMENT);
    }

    /** "…" would say that nothing is known of a commune whose former ones reported all those months. */
    @Test
    void aReportSetsANewCommuneBesideTheSumOfThoseThatItCameOf() throws Exception {
        Map<String, Counts> then = new HashMap<>();
        results.of(new ResultsRequest(2024, PeriodSpan.MONTH, 8), people.reviewer())
                .orElseThrow()
                .units()
                .forEach(unit -> then.put(unit.name(), unit.counts()));
        SameMonthsBeforeResults before = Objects.requireNonNull(
                results.besideYearBefore(new ResultsRequest(2025, PeriodSpan.MONTH, 8), people.reviewer())
                        .orElseThrow()
                        .before());

        assertThat(before.units().get(newUnit("21985")).of(Indicator.OVERALL).rate())
                .isEqualTo(RoundedResultRates.of(then.get("Xã Phước An").plus(then.get("Xã Phước Thành")), List.of())
                        .of(Indicator.OVERALL)
                        .rate());
        assertThat(before.summed()).isEqualTo(4);
        assertThat(before.more()).isZero();
        assertThat(page("/reports/2025-08").select("article.paper-wide").text())
                .contains("4 đơn vị lập từ các đơn vị cũ được so với tổng của các đơn vị ấy");
    }

    /** Twenty-seven units of which a reader knows four, or twenty-three, need a reason. */
    @Test
    void theReportOfTheYearOfTheActSaysWhyItCountsFormerUnitsAndNewOnes() throws Exception {
        assertThat(page("/reports/2025").select("article.paper").text())
                .contains("/27 đơn vị đã báo cáo đủ các tháng")
                .contains("Đơn vị được sắp xếp từ ngày 01/07/2025 theo " + ActOf2025.INSTRUMENT
                        + ": 23 đơn vị kết thúc và 4 đơn vị bắt đầu hoạt động từ ngày đó");
        for (String other : List.of("/reports/2024", "/reports/2025-08", "/reports/2025?geography=TODAY")) {
            assertThat(page(other).select("article.paper").text())
                    .as(other)
                    .isNotEmpty()
                    .doesNotContain("Đơn vị được sắp xếp từ ngày");
        }
    }

    @Test
    @Transactional
    void aReportSaysHowManyUnitsWereNotThereTheYearBefore() throws Exception {
        jdbc.sql("""
                        with made as (insert into unit (version) values (0) returning id),
                        named as (
                            insert into unit_version (unit_id, kind, code, name, valid)
                            select id, 'DISTRICT_OFFICE', 'P-MOI', 'Phòng Mới', daterange('2025-07-01', null) from made)
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, online_reported, status, source, version,
                            changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + id, id, '2025-08-01', 100, 90, 200, 150, 400, 300, 'APPROVED',
                            'DEMONSTRATION', 1, 'thử', now()
                        from made
                        """).update();
        assertThat(page("/reports/2025-08").select(".paper").text()).contains("khi đó chưa có 1 đơn vị của kỳ này");
    }

    /** Nobody reads a letter to a commune that is no more; the one that came of it is written to. */
    @Test
    void noLetterGoesToACommuneThatOthersCameOf() throws Exception {
        long former = jdbc.sql("select unit_id from unit_version where name = 'Xã Phước An'")
                .query(Long.class)
                .single();
        String month = "?year=2024&span=MONTH&month=8";
        assertThat(page("/dashboard/units/" + former + month).select(".unit-letter"))
                .isEmpty();
        assertThat(browser.perform(get("/dashboard/units/" + former + "/letter" + month)
                                .with(people.as("vanphong")))
                        .andExpect(status().isNotFound())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Hãy soạn công văn cho đơn vị thay thế");
        assertThat(page("/dashboard/units/" + newUnit("21985") + month).select(".unit-letter"))
                .isNotEmpty();
    }

    @Test
    void aNewCommunesMonthStandsBesideTheSumOfTheYearBefore() {
        ComparisonResults compared = results.comparison(
                        new ResultsRequest(2025, PeriodSpan.MONTH, 8), Indicator.OVERALL, people.reviewer())
                .orElseThrow();

        assertThat(compared.lastYear().units()).isEqualTo(4);
        Counts august = before(8);
        assertThat(compared.lastYear().change().before().rate()).isEqualTo(august.rate(Indicator.OVERALL));
        assertThat(compared.lastYear().change().after().rate().denominator()).isEqualTo(4 * 400);
    }

    /** Both former communes of one new commune hold their fees, and one of the three of another. */
    @Test
    void aNewCommunesFeesStandBesideThoseThatAllFormerUnitsHeld() {
        fees("2025-08-01", "code = '21985' and lower(valid) = '2025-07-01'", 20, 16);
        fees("2025-08-01", "code = '21964' and lower(valid) = '2025-07-01'", 100, 0);
        fees("2024-08-01", "name in ('Xã Phước An', 'Xã Phước Thành')", 10, 3);
        fees("2024-08-01", "name = 'Xã Phước Hưng'", 50, 50);
        try {
            LikeForLikeResults found = results.comparison(
                            new ResultsRequest(2025, PeriodSpan.MONTH, 8), Indicator.ONLINE_PAYMENT, people.reviewer())
                    .orElseThrow()
                    .lastYear();

            assertThat(found.units()).isEqualTo(1);
            assertThat(found.change().before().rate()).isEqualTo(new Rate(6, 20));
            assertThat(found.change().after().rate()).isEqualTo(new Rate(16, 20));
        } finally {
            fees("2024-08-01", "true", null, null);
            fees("2025-08-01", "true", null, null);
        }
    }

    private void fees(String month, String whose, @Nullable Integer payable, @Nullable Integer paid) {
        jdbc.sql("""
                        update monthly_return set payable = :payable, paid_online = :paid
                        where month = cast(:month as date) and unit_id in (select unit_id from unit_version where %s)
                        """.formatted(whose))
                .param("payable", payable)
                .param("paid", paid)
                .param("month", month)
                .update();
    }

    @Test
    void aMonthThatNotAllFormerUnitsReportedIsNotSaidToBeOfOneYear() throws Exception {
        assertThat(page("/dashboard/compare?year=2024&geography=TODAY")
                        .select(".left-out li")
                        .eachText())
                .containsExactly(
                        "Xã Tuy Phước: 1 tháng chưa có số liệu của đủ các đơn vị cũ",
                        "Xã Tuy Phước Đông: 1 tháng chưa có số liệu của đủ các đơn vị cũ",
                        "Phòng Y tế: 1 tháng chỉ có số liệu năm trước");
    }

    private Counts before(int month) {
        return results
                .of(new ResultsRequest(2024, PeriodSpan.MONTH, month), people.reviewer())
                .orElseThrow()
                .units()
                .stream()
                .filter(unit -> !unit.kind().office())
                .map(ScopeResults::counts)
                .filter(Objects::nonNull)
                .reduce(Counts.NONE, Counts::plus);
    }

    @Test
    void whoMaySeeANewCommuneSeesItsSumAndNobodyElsesUnits() {
        CurrentUser staff = new CurrentUser(people.staff().id(), "x", "X", Role.UNIT_STAFF, Set.of(newUnit("21952")));
        ResultsRequest today = YEAR.under(ResultsGeography.TODAY);

        assertThat(results.of(today, staff).orElseThrow().units())
                .extracting(ScopeResults::name)
                .containsExactly("Xã Tuy Phước");
        assertThat(results.of(YEAR, staff).orElseThrow().units()).isEmpty();
        assertThat(results.of(today, people.staff()).orElseThrow().units()).isEmpty();
        assertThat(results.of(YEAR, people.staff()).orElseThrow().units()).hasSize(1);
        assertThat(results.unit(newUnit("21964"), today, staff)).isEmpty();
    }

    @Test
    void reportsAreDraftedUnderBothAndIssuedUnderThoseThatReported() throws Exception {
        Document today = page("/reports/2024?geography=TODAY");
        Document reported = page("/reports/2024");

        assertThat(today.select("form.issue-form")).isEmpty();
        assertThat(reported.select("form.issue-form")).hasSize(1);
        String annex = today.select("article.paper-wide").text();
        assertThat(annex)
                .contains("Đơn vị không còn")
                .contains("Xã Tuy Phước Tây: tổng của Xã Phước An, Xã Phước Thành.")
                .contains("Số liệu theo đơn vị hiện nay");
        assertThat(reported.select("article.paper-wide").text())
                .doesNotContain("Đơn vị không còn", "Số liệu theo đơn vị hiện nay", "Xã Tuy Phước Tây");
        assertThat(today.select("article.paper").get(0).select("h1, h2").text())
                .isEqualTo(
                        reported.select("article.paper").get(0).select("h1, h2").text());
    }

    @Test
    @Transactional
    void aUnitThatCameOfOthersAndIsNoMoreStandsApart() throws Exception {
        long born = newUnit("21985");
        jdbc.sql("update unit_version set valid = daterange('2025-07-01', '2026-01-01') where unit_id = ?")
                .param(born)
                .update();

        YearResults today = today();

        assertThat(today.district()).isEqualTo(before.district());
        assertThat(today.units().stream().filter(ScopeResults::ended).map(ScopeResults::unitId))
                .contains(born);
        assertThat(page("/dashboard/units/" + born + "?year=2024")
                        .select(".unit-lineage")
                        .text())
                .contains("Xã Phước An, Xã Phước Thành", "nay không còn");
    }

    @Test
    void aTaskIsMadeOfFiguresThatItsUnitReported() throws Exception {
        long born = newUnit("21985");
        assertThat(page("/dashboard/units/" + born + "?year=2024").select("a[href^=/follow-ups/new]"))
                .isEmpty();
        assertThat(page("/follow-ups/new?target=5&month=2024-09&unit=" + born)
                        .select("#unit-problem")
                        .text())
                .contains("không có trong tháng này");
    }

    @Test
    @Transactional
    void partsOfADividedOfficeAreMarkedAsEstimatedAndMakeTheSameWhole() throws Exception {
        for (int part = 1; part <= 2; part++) {
            jdbc.sql("""
                            with made as (insert into unit (version) values (0) returning id),
                            named as (
                                insert into unit_version (unit_id, kind, code, name, valid)
                                select id, 'DISTRICT_OFFICE', 'KT-' || :part, 'Phòng Kinh tế ' || :part, daterange('2025-07-01', null)
                                from made)
                            insert into unit_succession (predecessor, successor, numerator, denominator, reorganisation_id)
                            select v.unit_id, made.id, :part, 3, act.id from unit_version v, made, reorganisation act
                            where v.code = 'P-NNPTNT'
                            """).param("part", part).update();
        }
        YearResults today = today();

        assertThat(today.district()).isEqualTo(before.district());
        assertThat(today.units().stream().map(ScopeResults::counts).reduce(Counts.NONE, Counts::plus))
                .isEqualTo(before.units().stream().map(ScopeResults::counts).reduce(Counts.NONE, Counts::plus));
        Document page = page("/dashboard/details?year=2024&geography=TODAY");
        assertThat(page.select(".units-table .unit-past").eachText())
                .contains("ước tính: 1/3 của Phòng Nông nghiệp và Phát triển nông thôn (theo " + ActOf2025.INSTRUMENT
                        + ")");
        // 181/653 beside 27,70%: the counts of a part are rounded, its rate is not made of them.
        assertThat(page.select(".units-rounded").text()).contains("số hồ sơ hiện ra đã làm tròn");
        assertThat(page("/dashboard/details?year=2024").select(".units-rounded"))
                .isEmpty();
        assertThat(text("/exports/results.json?year=2024&geography=TODAY")).contains("\"estimated\":true");
        assertThat(page("/dashboard/contribution?year=2024&geography=TODAY").text())
                .doesNotContain("Chưa phân bổ theo đơn vị");
    }

    @Test
    void todaysUnitsCostOneStatementMore() throws Exception {
        for (String page : List.of("/dashboard?year=2023", "/dashboard/paper?year=2024", "/dashboard/map?year=2024")) {
            assertThat(cost(page + "&geography=TODAY")).as(page).isLessThanOrEqualTo(cost(page) + 1);
        }
    }

    private int cost(String address) throws Exception {
        var reader = people.as("vanphong");
        text(address.replace("2024", "2023").replace("/dashboard?", "/dashboard/paper?"));
        statements.reset();
        browser.perform(get(address).with(reader)).andExpect(status().isOk());
        return (int) statements.seen().stream()
                .map(statement -> statement.toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.contains("spring_session"))
                .count();
    }
}
