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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
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
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.domain.Measure;
import vn.hoso.shared.Formats;

/**
 * Follows every figure of a return from the form into the database, out into a workbook and back, into the trace, into what
 * was known on a day and through a correction: one that gets lost on the way fails here. Has a database of its own.
 */
@ProgramTest(world = OWN)
class EveryMeasureTest {

    private static final long DIEU_TRI = 2;
    private static final String MONTH = "2025-05";
    private static final String GRID = "/figures/" + MONTH;
    private static final String STAFF = "dieutri";
    private static final String OFFICE = "vanphong";

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Autowired
    private MessageSource messages;

    /** Sound figures, each with a number of its own; others by another step. */
    private static ToIntFunction<Measure> figures(int step) {
        Map<Measure, Integer> sound = Map.of(
                Measure.FULL_PROCESS_RECEIVED, 310,
                Measure.FULL_PROCESS_ONLINE, 280,
                Measure.PARTIAL_RECEIVED, 190,
                Measure.PARTIAL_ONLINE, 150 - step,
                Measure.DOSSIERS_RECEIVED, 700,
                Measure.ONLINE_REPORTED, 430,
                Measure.PAYABLE, 90,
                Measure.PAID_ONLINE, 70);
        return measure -> step + sound.getOrDefault(measure, 7 + 5 * Measure.OWN.indexOf(measure));
    }

    private static String label(MessageSource messages, Measure measure) {
        return messages.getMessage("figures.measure." + measure.field(), null, Locale.forLanguageTag("vi"));
    }

    private static Map<String, Integer> byColumn(ToIntFunction<Measure> figures) {
        return Measure.OWN.stream()
                .collect(Collectors.toMap(
                        Measure::column, figures::applyAsInt, (one, other) -> one, LinkedHashMap::new));
    }

    private void assertStored(String rows, ToIntFunction<Measure> figures) {
        Map<String, Object> row = jdbc.sql("select v.* from monthly_return r join " + rows
                        + " where r.unit_id = 2 and r.month = date '2025-05-01'")
                .query()
                .singleRow();
        assertThat(row).as(rows).containsAllEntriesOf(byColumn(figures));
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

    private static void assertShown(Document page, ToIntFunction<Measure> figures, String what) {
        assertThat(page.text().split("[^0-9.]+"))
                .as(what)
                .contains(Measure.OWN.stream()
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
        GridFields form = GridFields.open(browser, MONTH, people.as(STAFF));
        for (Measure measure : Measure.OWN) {
            form.type(DIEU_TRI, measure.field(), String.valueOf(figures(0).applyAsInt(measure)));
        }
        form.send(browser, people.as(STAFF)).andExpect(status().isFound());
        assertStored("monthly_return v on v.id = r.id", figures(0));
        assertStored("return_revision v on v.return_id = r.id and v.version = 1", figures(0));
        Document grid = open(GRID, STAFF);
        for (Measure measure : Measure.OWN) {
            assertThat(grid.select("#u2-" + measure.field()).val())
                    .isEqualTo("" + figures(0).applyAsInt(measure));
        }
        assertThat(grid.select("thead tr").first().select("th[scope=colgroup]").stream()
                        .mapToInt(group -> Integer.parseInt(group.attr("colspan")))
                        .sum())
                .as("columns under the headings of their groups")
                .isEqualTo(Measure.OWN.size());

        broughtBack(figures(1));
        assertStored("monthly_return v on v.id = r.id", figures(1));
        assertStored("return_revision v on v.return_id = r.id and v.version = 2", figures(1));

        send(GRID + "/submissions", STAFF, Map.of("unit", "2:2"));
        send(GRID + "/approvals", OFFICE, Map.of("approve", "2:3"));
        assertShown(open("/trace/returns/2/" + MONTH, STAFF), figures(0), "trace of what was typed");
        assertShown(open("/trace/returns/2/" + MONTH, STAFF), figures(1), "trace of what was brought");

        corrected(figures(2));
        assertStored("return_correction v on v.return_id = r.id", figures(2));
        assertStored("monthly_return v on v.id = r.id", figures(2));
        assertStored("return_revision v on v.return_id = r.id and v.version = 5", figures(2));
        Document known = open(GRID + "?known=" + LocalDate.now(Formats.ZONE), STAFF);
        assertShown(known, figures(2), "known at the end of the day");
        assertThat(known.select("thead th").eachText())
                .containsAll(Measure.OWN.stream()
                        .map(measure -> label(messages, measure))
                        .toList());
    }

    /** The month's workbook goes out, other numbers are typed into it, and it comes back. */
    private void broughtBack(ToIntFunction<Measure> typed) throws Exception {
        byte[] exported = browser.perform(
                        get("/imports/template?month=" + MONTH).with(people.as(STAFF)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(exported))) {
            Sheet sheet = workbook.getSheetAt(0);
            for (Measure measure : Measure.OWN) {
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
                        .param("month", MONTH)
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

    private void corrected(ToIntFunction<Measure> proposed) throws Exception {
        String address = GRID + "/2/corrections";
        Map<String, String> fields = new LinkedHashMap<>();
        open(address, STAFF)
                .select("form[action$=/corrections] [name]:not([name=_csrf])")
                .forEach(field -> fields.put(field.attr("name"), field.is("textarea") ? field.text() : field.val()));
        for (Measure measure : Measure.OWN) {
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
