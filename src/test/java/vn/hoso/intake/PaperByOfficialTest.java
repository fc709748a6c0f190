package vn.hoso.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.CountedStatements.Statements;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** Paper though online by receiving official: the sample's figures, who may see them, and that every look is told of. */
@ProgramTest(world = OWN)
class PaperByOfficialTest {

    private static final String PAGE = "/dashboard/paper/people";
    private static final String OCTOBER = PAGE + "?year=2024&span=MONTH&month=10";

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Statements statements;

    @BeforeEach
    void theSampleIsCounted() {
        if (jdbc.sql("select count(*) from extract_count").query(Long.class).single() == 0) {
            IntakeRows.sample(jdbc, "2024-10");
        }
    }

    private String text(String address, String person) throws Exception {
        return browser.perform(get(address).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Document open(String address, String person) throws Exception {
        return Jsoup.parse(text(address, person));
    }

    private static String cell(Element row, String label) {
        return row.select("td[data-label=" + label + "]").text();
    }

    private Map<String, String> units() {
        return jdbc
                .sql("select code, name from unit_at(date '2024-10-01')")
                .query((row, n) -> Map.entry(row.getString("code"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** From the 15th to the 14th: whoever reads October does not take it for the civil one. */
    @Test
    @Transactional
    void saysWhichDaysItCounts() throws Exception {
        assertThat(open(OCTOBER, "vanphong").select(".facts-line").text())
                .contains("Từ ngày 01/10/2024 đến ngày 31/10/2024, theo tháng dương lịch");
        jdbc.sql(
                        "insert into reporting_month (month, first_day, last_day) values ('2024-10-01', '2024-10-01', '2024-10-31')"
                                + " on conflict do nothing")
                .update();
        jdbc.sql("update reporting_month set first_day = month - interval '1 month' + interval '14 days',"
                        + " last_day = month + interval '13 days'")
                .update();
        Document page = open(OCTOBER, "vanphong");
        String days = "Từ ngày 15/09/2024 đến ngày 14/10/2024, theo kỳ báo cáo của Nghị định 09/2019/NĐ-CP";
        assertThat(page.select(".facts-line").text()).contains(days);
        assertThat(open(page.select(".intake-table tbody th a").attr("href"), "vanphong")
                        .select(".facts-line")
                        .text())
                .contains(days);
        assertThat(open(PAGE + "?year=2024&span=YEAR", "vanphong")
                        .select(".facts-line")
                        .text())
                .contains("Từ ngày 15/12/2023 đến ngày 14/12/2024");
    }

    @Test
    void everyOfficialOfTheSampleStandsWithExactlyItsCounts() throws Exception {
        Map<String, String> units = units();
        List<String> shown = open(OCTOBER, "vanphong").select(".intake-table tbody tr").stream()
                .map(row -> row.select("th a").text() + "|"
                        + row.select("th .follow-up-more").text() + "|" + cell(row, "Tiếp nhận") + "|"
                        + cell(row, "Bản giấy"))
                .toList();
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(IntakeRows.expected().stream()
                        .map(each -> each.name() + "|" + units.get(each.unitCode()) + "|" + each.offered() + "|"
                                + each.paper())
                        .toList());
        Element whole = open(OCTOBER, "lanhdao").selectFirst(".intake-table tfoot tr");
        assertThat(cell(whole, "Tiếp nhận"))
                .isEqualTo(
                        "2.747".length() > 0
                                ? vn.hoso.shared.Formats.count(IntakeRows.expected().stream()
                                        .mapToInt(IntakeRows.Expected::offered)
                                        .sum())
                                : "");
        List<String> file = text(OCTOBER.replace("people?", "people.csv?"), "vanphong")
                .lines()
                .skip(1)
                .toList();
        assertThat(file.get(shown.size())).startsWith("Tất cả;;");
        assertThat(file).hasSize(shown.size() + 1);
        assertThat(file.stream()
                        .limit(shown.size())
                        .map(line -> line.split(";"))
                        .map(part -> part[0] + "|" + part[1] + "|" + part[2] + "|" + part[3]))
                .containsExactlyElementsOf(shown);
    }

    /** A file that lies in a folder says by itself what it counts. */
    @ParameterizedTest
    @CsvSource({
        "PEOPLE, span=MONTH&month=10, 2024-10, 10/2024 (Từ ngày 01/10/2024 đến ngày 31/10/2024",
        "UNITS, span=QUARTER&month=12, 2024-10-den-2024-12, 2024 (Từ ngày 01/10/2024 đến ngày 31/12/2024",
        "PROCEDURES, span=YEAR, 2024-01-den-2024-12, 2024 (Từ ngày 01/01/2024 đến ngày 31/12/2024"
    })
    void theFileNamesItsPeriod(String view, String period, String name, String said) throws Exception {
        String address = PAGE + ".csv?year=2024&view=" + view + "&" + period;
        MockHttpServletResponse file = browser.perform(get(address).with(people.as("vanphong")))
                .andReturn()
                .getResponse();
        assertThat(file.getHeader("Content-Disposition")).contains("\"nguoi-tiep-nhan-" + name + ".csv\"");
        List<String> lines =
                file.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).endsWith(";Kỳ");
        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(lines.stream().skip(1))
                .allMatch(line -> line.substring(line.lastIndexOf(';')).contains(said));
    }

    @Test
    void aMonthOfWhichAUnitHasNoListIsAnEmptyCellAndTheFileAddsUp() throws Exception {
        LocalDate january = LocalDate.of(2024, 1, 1);
        LocalDate february = LocalDate.of(2024, 2, 1);
        long first = IntakeRows.extract(jdbc, "thang-1.xlsx", 3);
        IntakeRows.dossiers(jdbc, first, 1, 3, january, "Lê Văn Một", 2, 1);
        IntakeRows.count(jdbc, first, january);
        long second = IntakeRows.extract(jdbc, "thang-2.xlsx", 9);
        int row = IntakeRows.dossiers(jdbc, second, 1, 3, february, "Lê Văn Hai", 1, 0);
        row = IntakeRows.dossiers(jdbc, second, row, 4, february, "Trần Văn Ba", 4, 2);
        IntakeRows.dossiers(jdbc, second, row, 4, february, null, 0, 2);
        IntakeRows.count(jdbc, second, february);
        assertThat(text(PAGE + ".csv?year=2024&span=QUARTER&month=3", "vanphong")
                        .lines()
                        .skip(1)
                        .map(line -> line.split(";", -1))
                        .map(part -> part[0] + " " + part[2] + "/" + part[3] + ": "
                                + String.join(" ", List.of(part).subList(9, 13))))
                .containsExactlyInAnyOrder(
                        "Lê Văn Một 3/1: 3 1 0 0",
                        "Lê Văn Hai 1/0: 0 0 1 0",
                        "Trần Văn Ba 6/2:   6 2",
                        "Không nêu người tiếp nhận 2/2:   2 2",
                        "Tất cả 12/5: 3 1 9 4");
    }

    @Test
    void aUnitsStaffAreNotToldThatTheirShareIsEverybodys() throws Exception {
        for (String view : List.of("PEOPLE", "UNITS", "PROCEDURES")) {
            String others = "td .follow-up-more:containsOwn(tất cả)";
            assertThat(open(OCTOBER + "&view=" + view, "dieutri").select(others))
                    .as(view)
                    .isEmpty();
            assertThat(open(OCTOBER + "&view=" + view, "lanhdao").select(others))
                    .as(view)
                    .isNotEmpty();
        }
    }

    @Test
    void viewsByUnitAndByProcedureHoldTheSameDossiers() throws Exception {
        for (String view : List.of("UNITS", "PROCEDURES")) {
            Document page = open(OCTOBER + "&view=" + view, "lanhdao");
            for (String label : List.of("Tiếp nhận", "Bản giấy")) {
                assertThat(page.select(".intake-table tbody tr").stream()
                                .mapToLong(
                                        row -> Long.parseLong(cell(row, label).replace(".", "")))
                                .sum())
                        .as(view + " " + label)
                        .isEqualTo(Long.parseLong(cell(page.selectFirst(".intake-table tfoot tr"), label)
                                .replace(".", "")));
            }
        }
    }

    @Test
    void anOfficialIsOneHoweverTheNameIsWrittenAndLeadsToTheDossiersBehind() throws Exception {
        long unit = 5;
        long extract = IntakeRows.extract(jdbc, "phuoc-a.xlsx", 9);
        int row = 1;
        LocalDate month = LocalDate.of(2024, 8, 1);
        for (String name : List.of("LÊ THỊ HÒA", "LÊ THỊ HÒA", "Lê Thị Hòa", "lê thị hòa", "Lê Thị Hòa")) {
            row = IntakeRows.dossiers(jdbc, extract, row, unit, month, name, 1, 1);
        }
        IntakeRows.dossiers(jdbc, extract, row, unit, month, null, 0, 2);
        IntakeRows.count(jdbc, extract, month);

        Document page = open(PAGE + "?year=2024&span=MONTH&month=8&sort=HIGHEST_SHARE", "vanphong");
        Element only = page.select(".intake-table tbody tr").first();
        assertThat(page.select(".intake-table tbody tr")).hasSize(1);
        assertThat(only.select("a").text()).isEqualTo("Lê Thị Hòa");
        assertThat(cell(only, "Bản giấy")).isEqualTo("5");
        assertThat(page.text())
                .contains("2 hồ sơ không nêu người tiếp nhận, trong đó 2 bằng bản giấy")
                .contains("ít hồ sơ");
        assertThat(only.select("a").attr("href")).doesNotContain("h%C3%B2a").doesNotContain("hòa");

        Document official = open(only.select("a").attr("href"), "vanphong");
        assertThat(official.select("h1").text()).startsWith("Lê Thị Hòa: 5 hồ sơ");
        assertThat(official.select("#dossiers-title ~ table tbody tr .code").eachText())
                .containsExactlyInAnyOrderElementsOf(jdbc.sql(
                                "select code from received_dossier where unit_id = 5 and month = :month and channel <> 'ONLINE' and received_by is not null")
                        .param("month", month)
                        .query(String.class)
                        .list());
    }

    @ParameterizedTest
    @CsvSource({"vanphong, 200, 200", "lanhdao, 200, 200", "dieutri, 200, 404", "vanthu, 403, 403", "quantri, 403, 403"
    })
    void whoMaySeeWhichOfficials(String person, int own, int other) throws Exception {
        for (long unit : new long[] {2, 3}) {
            IntakeRows.paper(jdbc, unit, "2024-0" + (unit + 3));
            browser.perform(get(PAGE + "/" + unit + "/unstated?year=2024").with(people.as(person)))
                    .andExpect(status().is(unit == 2 ? own : other));
            for (String file : List.of(".csv", ".xlsx", "")) {
                browser.perform(get(PAGE + file + "?year=2024&unit=" + unit).with(people.as(person)))
                        .andExpect(status().is(unit == 2 ? own : other));
            }
        }
        if (own == 200 && other == 404) {
            String seen = text(OCTOBER, person);
            Map<String, String> units = units();
            for (IntakeRows.Expected each : IntakeRows.expected()) {
                assertThat(seen.contains(">" + each.name() + "<"))
                        .as(each.name())
                        .isEqualTo(units.get(each.unitCode()).equals("Thị trấn Diêu Trì"));
            }
        }
    }

    private List<String> trail() {
        return jdbc.sql(
                        "select action || '|' || subject || '|' || detail from audit_event where action like 'people.%' order by sequence")
                .query(String.class)
                .list();
    }

    @Test
    void everyLookAndEveryFileIsOneLineOfTheTrail() throws Exception {
        int before = trail().size();
        open(OCTOBER, "lanhdao");
        open(OCTOBER + "&view=PROCEDURES&unit=2", "dieutri");
        text(OCTOBER.replace("people?", "people.xlsx?"), "vanphong");
        String path = open(OCTOBER + "&unit=2", "dieutri")
                .select(".intake-table tbody a")
                .first()
                .attr("href");
        String name = open(path, "dieutri").select("h1").text().replaceFirst(":.*", "");
        String token = path.replaceFirst("[?].*", "").replaceFirst(".*/", "");
        browser.perform(get(PAGE + "/3/unstated?year=2024").with(people.as("dieutri")))
                .andExpect(status().isNotFound());
        assertThat(trail().subList(before, trail().size()))
                .containsExactly(
                        "people.looked|2024-10|PEOPLE",
                        "people.looked|2024-10|PROCEDURES",
                        "people.exported|2024-10|xlsx, PEOPLE",
                        "people.looked|2024-10|PEOPLE",
                        "people.opened|" + token + "|2024-10");
        assertThat(token)
                .as("found again by the page, and without a name for those who read the trail")
                .matches("[0-9a-f]+");
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where action like 'people.%' and position(? in cast(audit_event as text)) > 0")
                        .param(name)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aPageBehindTheLastShowsTheLast() throws Exception {
        LocalDate february = LocalDate.of(2024, 2, 1);
        long extract = IntakeRows.extract(jdbc, "igate-2024-02.xlsx", 105);
        IntakeRows.dossiers(jdbc, extract, 1, 2, february, "Võ Nhiều Hồ Sơ", 0, 105);
        IntakeRows.count(jdbc, extract, february);
        String path = open(PAGE + "?year=2024&span=MONTH&month=2&unit=2", "vanphong")
                .select(".intake-table tbody a:containsOwn(Võ Nhiều Hồ Sơ)")
                .attr("href");

        Document last = open(path + "&page=2", "vanphong");
        Document behind = open(path + "&page=9", "vanphong");

        assertThat(last.select("#dossiers-title ~ table tbody tr")).hasSize(5);
        assertThat(behind.select("#dossiers-title ~ table tbody tr").eachText())
                .isEqualTo(last.select("#dossiers-title ~ table tbody tr").eachText());
        assertThat(behind.text()).doesNotContain("Không có hồ sơ bằng bản giấy");
    }

    @Test
    void theLeadersPageLeadsHere() throws Exception {
        assertThat(open("/dashboard/paper?year=2024", "lanhdao").select("a[href^=" + PAGE + "]"))
                .hasSize(1);
        assertThat(open("/dashboard/paper?year=2024", "vanthu").select("a[href^=" + PAGE + "]"))
                .isEmpty();
    }

    @Test
    void costsEightStatementsAtMost() throws Exception {
        open(OCTOBER, "vanphong");
        RequestPostProcessor reader = people.as("vanphong");
        statements.reset();
        browser.perform(get(OCTOBER + "&view=PROCEDURES").with(reader)).andExpect(status().isOk());
        List<String> asked = statements.seen();
        assertThat(asked).as(String.join("\n", asked)).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    @Transactional
    void tellsUnitsOfOneNameApart() throws Exception {
        List<String> two = jdbc.sql("""
                        select distinct v.name from extract_count c join unit_version v on v.unit_id = c.unit_id and upper_inf(v.valid)
                        where c.in_force order by v.name limit 2
                        """).query(String.class).list();

        jdbc.sql("""
                        update unit_version set valid = daterange(lower(valid), '2024-10-01'), name = :name
                        where name = :former and upper_inf(valid)
                        """)
                .param("name", two.get(0) + " x")
                .param("former", two.get(1))
                .update();
        jdbc.sql(
                        "update unit_version set valid = daterange('2024-10-01', null) where name = :name and upper_inf(valid)")
                .param("name", two.get(0))
                .update();
        jdbc.sql("update unit_version set name = :name where name = :name || ' x'")
                .param("name", two.get(0))
                .update();

        assertThat(open(OCTOBER, "vanphong").select(".intake-table tbody th").eachText())
                .anyMatch(official -> official.endsWith(two.get(0)))
                .anyMatch(official -> official.endsWith(two.get(0) + " (cũ)"))
                .noneMatch(official -> official.endsWith(two.get(1)));
    }
}
