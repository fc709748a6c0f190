package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.CountedReturnQueries;
import vn.hoso.figures.domain.Measure;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.shared.Formats;

/**
 * Follows every figure of a return from the form into the database, out into a workbook and back, into the trace, into what
 * was known on a day and through a correction: one that gets lost on the way fails here. Has a database of its own.
 */
@ProgramTest(world = OWN)
class EveryMeasureTest {

    private static final long DIEU_TRI = 2;
    private static final String STAFF = "dieutri";
    private static final String OFFICE = "vanphong";
    private static final String ADMINISTRATOR = "quantri";

    private static final Measure HANDLED = Measure.added("handled", true);
    private static final Measure ON_TIME = Measure.added("on_time", false);

    /** The return's own, and two that the administrator adds while the program runs. */
    private static final List<Measure> WITH_ADDED =
            Stream.concat(Measure.OWN.stream(), Stream.of(HANDLED, ON_TIME)).toList();

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CountedReturnQueries counted;

    @Autowired
    private People people;

    @Autowired
    private MessageSource messages;

    /** Sound figures, each with a number of its own; others by another step. */
    private static ToIntFunction<Measure> figures(int step) {
        Map<Measure, Integer> sound = Map.of(
                HANDLED,
                600,
                ON_TIME,
                555,
                Measure.FULL_PROCESS_RECEIVED,
                310,
                Measure.FULL_PROCESS_ONLINE,
                280,
                Measure.PARTIAL_RECEIVED,
                190,
                Measure.PARTIAL_ONLINE,
                150 - step,
                Measure.DOSSIERS_RECEIVED,
                700,
                Measure.ONLINE_REPORTED,
                430,
                Measure.PAYABLE,
                90,
                Measure.PAID_ONLINE,
                70);
        return measure -> step + sound.getOrDefault(measure, 7 + 5 * Measure.OWN.indexOf(measure));
    }

    private static String label(MessageSource messages, Measure measure) {
        return messages.getMessage("figures.measure." + measure.field(), null, Locale.forLanguageTag("vi"));
    }

    private static Map<String, Integer> byColumn(List<Measure> measures, ToIntFunction<Measure> figures) {
        return measures.stream()
                .collect(Collectors.toMap(
                        Measure::column, figures::applyAsInt, (one, other) -> one, LinkedHashMap::new));
    }

    /** Own figures have columns, added ones stand together in one. */
    private void assertStored(String month, List<Measure> measures, String rows, ToIntFunction<Measure> figures) {
        Map<String, Object> row = new HashMap<>(jdbc.sql("select v.* from monthly_return r join " + rows
                        + " where r.unit_id = 2 and r.month = cast(:month as date)")
                .param("month", month + "-01")
                .query()
                .singleRow());
        JsonMapper.shared()
                .readTree(String.valueOf(row.get("extra")))
                .forEachEntry((code, number) -> row.put(code, number.intValue()));
        assertThat(row).as(rows).containsAllEntriesOf(byColumn(measures, figures));
    }

    private Document open(String address, String person) throws Exception {
        return page(browser.perform(get(address).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse());
    }

    private static Document page(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString());
    }

    private void send(String address, String person, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(people.as(person)).with(csrf());
        fields.forEach(request::param);
        browser.perform(request).andExpect(status().isFound());
    }

    private static void assertShown(
            Document page, List<Measure> measures, ToIntFunction<Measure> figures, String what) {
        assertThat(page.text().split("[^0-9.]+"))
                .as(what)
                .contains(measures.stream()
                        .map(measure -> String.valueOf(figures.applyAsInt(measure)))
                        .toArray(String[]::new));
    }

    @Test
    void hasItsWordsInBothLanguagesAndInReports() throws IOException {
        Properties sentences = new Properties();
        try (InputStream text = getClass().getResourceAsStream("/reports/sentences.properties")) {
            sentences.load(text);
        }
        for (Measure measure : Measure.OWN) {
            for (String language : List.of("vi", "en")) {
                for (String end : List.of("", ".short")) {
                    String key = "figures.measure." + measure.field() + end;
                    assertThat(messages.getMessage(key, null, "", Locale.forLanguageTag(language)))
                            .as("%s in %s", key, language)
                            .isNotEmpty();
                }
            }
            assertThat(sentences).containsKey("measure." + measure);
        }
    }

    @Test
    void standsBesideTheOthersOfItsGroup() {
        assertThat(Measure.OWN.stream().map(Measure::group)).isSorted();
    }

    @Test
    void goesAllTheWay() throws Exception {
        walk("2025-05", Measure.OWN);
    }

    @Test
    void goesAllTheWayWhereTheAdministratorAddedItWhileTheProgramRuns() throws Exception {
        add("Đã giải quyết", "handled", "dossiers_received", true);
        add("Trong đó đúng hạn", "on_time", "handled", false);
        walk("2025-06", WITH_ADDED);

        assertThat(open("/figures/2025-05", STAFF).select("thead th").eachText())
                .as("a month before them")
                .doesNotContain("Đã giải quyết");
        assertThat(open("/audit?month=06/2025", OFFICE).text())
                .as("the trail's sentences")
                .contains("Đã giải quyết", "Trong đó đúng hạn");
        long id = jdbc.sql("select id from monthly_return where unit_id = 2 and month = '2025-06-01'")
                .query(Long.class)
                .single();
        assertThat(counted
                        .changesSince(
                                PeriodSpan.YEAR_TO_DATE.of(YearMonth.of(2025, 6), ReportingCalendar.CALENDAR_MONTHS),
                                List.of(new CountedReturnQueries.CountedReturn(id, 4)))
                        .stream()
                        .filter(change -> change.before() != null && change.after() != null)
                        .flatMap(change -> change.before().differences(change.after()).stream())
                        .map(Measure::label))
                .as("what changed since a report was issued, by its name")
                .contains("Đã giải quyết", "Trong đó đúng hạn");
        assertThat(jdbc.sql("select count(*) from return_revision where extra <> '{}' and version between 1 and 5")
                        .query(Integer.class)
                        .single())
                .as("no version without them")
                .isEqualTo(5);
    }

    /** Told first, kept then. */
    private void add(String name, String code, String whole, boolean required) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "field",
                "",
                "name",
                name,
                "code",
                code,
                "notAbove",
                whole,
                "place",
                "10",
                "from",
                "2025-06",
                "last",
                ""));
        if (required) {
            fields.put("required", "true");
        }
        MockHttpServletRequestBuilder asked =
                post("/settings/fields").with(people.as(ADMINISTRATOR)).with(csrf());
        fields.forEach(asked::param);
        Document told = page(
                browser.perform(asked).andExpect(status().isOk()).andReturn().getResponse());
        assertThat(told.select("#told").text()).contains("Từ tháng 06/2025 mọi đơn vị được hỏi thêm “" + name + "”.");
        fields.put("previewed", told.select("[name=previewed]").val());
        send("/settings/fields", ADMINISTRATOR, fields);
    }

    private void walk(String month, List<Measure> measures) throws Exception {
        String address = "/figures/" + month;
        GridFields form = GridFields.open(browser, month, people.as(STAFF));
        for (Measure measure : measures) {
            form.type(DIEU_TRI, measure.field(), String.valueOf(figures(0).applyAsInt(measure)));
        }
        form.send(browser, people.as(STAFF)).andExpect(status().isFound());
        assertStored(month, measures, "monthly_return v on v.id = r.id", figures(0));
        assertStored(month, measures, "return_revision v on v.return_id = r.id and v.version = 1", figures(0));
        Document grid = open(address, STAFF);
        for (Measure measure : measures) {
            assertThat(grid.select("#u2-" + measure.field()).val())
                    .isEqualTo("" + figures(0).applyAsInt(measure));
        }
        assertThat(grid.select("thead tr").first().select("th[scope=colgroup]").stream()
                        .mapToInt(group -> Integer.parseInt(group.attr("colspan")))
                        .sum())
                .as("columns under the headings of their groups")
                .isEqualTo(measures.size());

        broughtBack(month, measures, figures(1));
        assertStored(month, measures, "monthly_return v on v.id = r.id", figures(1));
        assertStored(month, measures, "return_revision v on v.return_id = r.id and v.version = 2", figures(1));

        send(address + "/submissions", STAFF, Map.of("unit", "2:2"));
        assertShown(open(address + "/review", OFFICE), measures, figures(1), "review");
        send(address + "/approvals", OFFICE, Map.of("approve", "2:3"));
        String trace = "/trace/returns/2/" + month;
        assertShown(open(trace, STAFF), measures, figures(0), "trace of what was typed");
        assertShown(open(trace, STAFF), measures, figures(1), "trace of what was brought");

        corrected(month, measures, figures(2));
        assertStored(month, measures, "return_correction v on v.return_id = r.id", figures(2));
        assertStored(month, measures, "monthly_return v on v.id = r.id", figures(2));
        assertStored(month, measures, "return_revision v on v.return_id = r.id and v.version = 5", figures(2));
        assertShown(open(trace, STAFF), measures, figures(2), "trace of what was corrected");
        Document known = open(address + "?known=" + LocalDate.now(Formats.ZONE), STAFF);
        assertShown(known, measures, figures(2), "known at the end of the day");
        assertThat(known.select("thead th").eachText())
                .containsAll(measures.stream()
                        .map(measure -> label(messages, measure))
                        .toList());
    }

    /** The month's workbook goes out, other numbers are typed into it, and it comes back. */
    private void broughtBack(String month, List<Measure> measures, ToIntFunction<Measure> typed) throws Exception {
        byte[] exported = browser.perform(
                        get("/imports/template?month=" + month).with(people.as(STAFF)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(exported))) {
            Sheet sheet = workbook.getSheetAt(0);
            for (Measure measure : measures) {
                int column = -1;
                for (Cell heading : sheet.getRow(0)) {
                    if (heading.getStringCellValue().equals(label(messages, measure))) {
                        column = heading.getColumnIndex();
                    }
                }
                Cell cell = sheet.getRow(1).getCell(column);
                assertThat(cell.getNumericCellValue())
                        .as("exported %s", measure)
                        .isEqualTo(figures(0).applyAsInt(measure));
                cell.setCellValue(typed.applyAsInt(measure));
            }
            workbook.write(bytes);
        }
        MockHttpServletResponse taken = browser.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", "t5.xlsx", null, bytes.toByteArray()))
                        .param("month", month)
                        .with(people.as(STAFF))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        String address = Objects.requireNonNull(taken.getRedirectedUrl(), () -> "file refused");
        Map<String, String> fields = new LinkedHashMap<>();
        open(address, STAFF)
                .select("form[action$=/application]")
                .select("input:not([type=checkbox]), input[checked], textarea")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        send(address + "/application", STAFF, fields);
    }

    private void corrected(String month, List<Measure> measures, ToIntFunction<Measure> proposed) throws Exception {
        String address = "/figures/" + month + "/2/corrections";
        Map<String, String> fields = new LinkedHashMap<>();
        open(address, STAFF)
                .select("form[action$=/corrections] [name]:not([name=_csrf])")
                .forEach(field -> fields.put(field.attr("name"), field.is("textarea") ? field.text() : field.val()));
        for (Measure measure : measures) {
            fields.replace(measure.field(), String.valueOf(proposed.applyAsInt(measure)));
        }
        fields.replace("reason", "Đối chiếu sổ một cửa");
        send(address, STAFF, fields);
        long id = jdbc.sql("select max(id) from return_correction")
                .query(Long.class)
                .single();
        send(address + "/" + id + "/approval", OFFICE, Map.of());
    }
}
