package vn.hoso.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/**
 * Pages, JSON, CSV, document, PDF and workbook of one year agree figure by figure: each is read back into the same small notation,
 * such as {@code "Xã Phước An/OVERALL" → "1875/4015=46.70"}.
 */
@ProgramTest(world = OWN)
class OnePathTest {

    private static final List<String> SHOWN = List.of("FULL_PROCESS", "PARTIAL", "OVERALL");
    private static final List<String> TARGETS = List.of("NQ17", "QĐ2679");
    private static final String DISTRICT = "Toàn huyện";
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    private MockHttpServletResponse take(String address) throws Exception {
        return browser.perform(get(address).with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private static String name(String scope, String name) {
        return scope.equals("district") ? DISTRICT : name;
    }

    private static String plain(String vietnamese) {
        return vietnamese.replace(".", "").replace(',', '.').replace("%", "");
    }

    private Map<String, String> json(String query) throws Exception {
        JsonNode root =
                EXACT.readTree(take("/exports/results.json?" + query).getContentAsString(StandardCharsets.UTF_8));
        Map<String, String> read = new TreeMap<>();
        for (JsonNode each : root.get("results")) {
            if (SHOWN.contains(each.get("indicator").asString())) {
                String percent = each.get("percent").isNull()
                        ? "none"
                        : each.get("percent").decimalValue().toPlainString();
                read.put(
                        name(each.get("scope").asString(), each.get("name").asString()) + "/"
                                + each.get("indicator").asString(),
                        each.get("numerator").asLong() + "/"
                                + each.get("denominator").asLong() + "=" + percent);
            }
        }
        for (JsonNode each : root.get("verdicts")) {
            if (TARGETS.contains(each.get("target").asString())) {
                read.put(
                        name(each.get("scope").asString(), each.get("name").asString()) + "/"
                                + each.get("target").asString(),
                        each.get("verdict").asString() + " " + each.get("short").asLong());
            }
        }
        return read;
    }

    private Map<String, String> csv(String query) throws Exception {
        String text = take("/exports/results.csv?" + query).getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        Map<String, String> read = new TreeMap<>();
        for (CSVRecord row : CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text.substring(1)))) {
            String name = name(row.get("scope"), row.get("name"));
            if (row.get("target").isEmpty() && SHOWN.contains(row.get("indicator"))) {
                String percent = row.get("percent").isEmpty()
                        ? "none"
                        : row.get("percent").replace(',', '.');
                read.put(
                        name + "/" + row.get("indicator"),
                        row.get("numerator") + "/" + row.get("denominator") + "=" + percent);
            } else if (TARGETS.contains(row.get("target"))) {
                read.put(name + "/" + row.get("target"), row.get("verdict") + " " + row.get("short"));
            }
        }
        return read;
    }

    private static String verdict(String words) {
        return words.contains("Đạt") && !words.contains("Chưa") ? "MET 0" : "NOT_MET " + words.replaceAll("\\D", "");
    }

    private Map<String, String> page(String query) throws Exception {
        Map<String, String> read = new TreeMap<>();
        for (Element row : Jsoup.parse(take("/dashboard/details?" + query).getContentAsString(StandardCharsets.UTF_8))
                .select(".units-table tbody tr, .units-table tfoot tr")) {
            String name = row.select("th").text().replaceFirst(" \\(số công bố\\)", "");
            Elements cells = row.select("td");
            for (int i = 0; i < SHOWN.size(); i++) {
                String text = cells.get(i).text();
                read.put(
                        name + "/" + SHOWN.get(i),
                        text.contains("không phát sinh")
                                ? "0/0=none"
                                : plain(text).replaceFirst(" ", "="));
            }
            for (int i = 0; i < TARGETS.size(); i++) {
                read.put(name + "/" + TARGETS.get(i), verdict(cells.get(3 + i).text()));
            }
        }
        return read;
    }

    private Map<String, String> document(String term) throws Exception {
        byte[] bytes = take("/reports/" + term + "/report.docx").getContentAsByteArray();
        Map<String, String> read = new TreeMap<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            for (XWPFTable table : document.getTables()) {
                for (XWPFTableRow row : table.getRows()) {
                    List<String> cells = row.getTableCells().stream()
                            .map(cell -> cell.getText())
                            .toList();
                    annexRow(term, cells, read);
                }
            }
        }
        return read;
    }

    private static void annexRow(String term, List<String> cells, Map<String, String> read) {
        if (cells.size() > 12 && cells.get(0).matches("[0-9]+")) {
            documentRow(term, cells.get(1), cells.subList(2, cells.size()), read);
        } else if (cells.contains(DISTRICT)) {
            List<String> figures = cells.subList(cells.indexOf(DISTRICT) + 1, cells.size());
            // The annex behind this one is narrower, and has no rates of the results.
            if (figures.size() >= verdicts(term) + TARGETS.size()) {
                documentRow(term, DISTRICT, figures, read);
            }
        }
    }

    private static void documentRow(String term, String name, List<String> cells, Map<String, String> read) {
        for (int i = 0; i < SHOWN.size(); i++) {
            String percent = cells.get(3 * i + 2).equals("—") ? "none" : plain(cells.get(3 * i + 2));
            read.put(
                    name + "/" + SHOWN.get(i),
                    plain(cells.get(3 * i + 1)) + "/" + plain(cells.get(3 * i)) + "=" + percent);
        }
        for (int i = 0; i < TARGETS.size(); i++) {
            read.put(name + "/" + TARGETS.get(i), verdict(cells.get(verdicts(term) + i)));
        }
    }

    /** Where the verdicts stand: a part of a year has the overall rate of the year before and the change between them. */
    private static int verdicts(String term) {
        return 3 * SHOWN.size() + (term.contains("-") ? 2 : 0);
    }

    private Map<String, String> pdf(String term) throws Exception {
        Map<String, String> read = new TreeMap<>();
        for (List<String> cells :
                TaggedTables.rows(take("/reports/" + term + "/report.pdf").getContentAsByteArray())) {
            annexRow(term, cells, read);
        }
        return read;
    }

    private Map<String, String> reportPage(String term) throws Exception {
        Map<String, String> read = new TreeMap<>();
        for (Element row : Jsoup.parse(take("/reports/" + term).getContentAsString(StandardCharsets.UTF_8))
                .select(".paper-table tbody tr")) {
            annexRow(term, row.children().stream().map(Element::text).toList(), read);
        }
        return read;
    }

    /** The workbook's rates are formulas: their recomputed values are held against the rounded percentage of the others. */
    private Map<String, String> workbook(String term, Map<String, String> expected) throws Exception {
        byte[] bytes = take("/reports/" + term + "/annex.xlsx").getContentAsByteArray();
        Map<String, String> read = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            // Nothing stored is believed: every formula is worked out again.
            XSSFFormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            evaluator.clearAllCachedResultValues();
            evaluator.evaluateAll();
            XSSFSheet units = workbook.getSheet("Đơn vị");
            for (Row row : units) {
                Cell name = row.getCell(1);
                boolean unit = row.getCell(0) != null && row.getCell(0).getCellType() == CellType.NUMERIC;
                boolean district = name != null
                        && name.getCellType() == CellType.STRING
                        && name.getStringCellValue().toUpperCase(Locale.ROOT).startsWith("TOÀN HUYỆN");
                if (unit || district) {
                    workbookRow(district ? DISTRICT : name.getStringCellValue(), row, expected, read);
                }
            }
        }
        return read;
    }

    private static void workbookRow(String name, Row row, Map<String, String> expected, Map<String, String> read) {
        for (int i = 0; i < SHOWN.size(); i++) {
            String key = name + "/" + SHOWN.get(i);
            Cell rate = row.getCell(2 + 3 * i + 2);
            String percent = rate.getCachedFormulaResultType() == CellType.NUMERIC
                    ? BigDecimal.valueOf(rate.getNumericCellValue())
                            .movePointRight(2)
                            .setScale(scale(expected.get(key)), RoundingMode.HALF_UP)
                            .toPlainString()
                    : "none";
            long received = (long) row.getCell(2 + 3 * i).getNumericCellValue();
            long online = (long) row.getCell(2 + 3 * i + 1).getNumericCellValue();
            read.put(key, online + "/" + received + "=" + percent);
        }
    }

    private static int scale(String expected) {
        return expected.length() - expected.indexOf('.') - 1;
    }

    @ParameterizedTest
    @CsvSource({
        "2023, year=2023, 22574/48254=46.78, NOT_MET 6379",
        "2024, year=2024, 22431/37736=59.44, NOT_MET 211",
        "2024-Q2, year=2024&span=QUARTER&month=4, , ",
        "2024-07, year=2024&span=MONTH&month=7, , "
    })
    void sayTheSameEverywhere(String term, String query, @Nullable String overall, @Nullable String province)
            throws Exception {
        Map<String, String> expected = json(query);
        assertThat(expected).hasSize(24 * (SHOWN.size() + TARGETS.size()));
        if (overall != null && province != null) {
            assertThat(expected)
                    .containsEntry(DISTRICT + "/OVERALL", overall)
                    .containsEntry(DISTRICT + "/QĐ2679", province);
        }
        assertThat(csv(query)).as("CSV").isEqualTo(expected);
        assertThat(page(query)).as("page").isEqualTo(expected);
        assertThat(reportPage(term)).as("page of the report").isEqualTo(expected);
        assertThat(document(term)).as("document").isEqualTo(expected);
        assertThat(pdf(term)).as("PDF").isEqualTo(expected);
        Map<String, String> rates = new TreeMap<>(expected);
        rates.keySet().removeIf(key -> TARGETS.stream().anyMatch(key::endsWith));
        assertThat(workbook(term, expected)).as("workbook").isEqualTo(rates);
    }

    /** A year to date is no report of its own: with its month it is the sum of its months, of a published year too. */
    @ParameterizedTest
    @CsvSource({
        "year=2023&span=YEAR_TO_DATE&month=6, false",
        "year=2023&span=YEAR_TO_DATE, true",
        "year=2024&span=YEAR_TO_DATE&month=6, false",
        "year=2024&month=6, false",
        "year=2024&span=YEAR_TO_DATE&month=9, false"
    })
    void exportsHoldTheYearToDateOfThePage(String query, boolean published) throws Exception {
        Map<String, String> expected = json(query);

        assertThat(csv(query)).as("CSV").isEqualTo(expected);
        assertThat(page(query)).as("page").isEqualTo(expected);
        assertThat("22574/48254=46.78".equals(expected.get(DISTRICT + "/OVERALL")))
                .isEqualTo(published);
    }

    /** The year has figures; the part that they do not reach has none, and the refusal speaks of that part. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            year=2024&span=MONTH&month=10   | Kỳ được chọn của năm 2024 chưa có số liệu
            year=2024&span=QUARTER&month=12 | Kỳ được chọn của năm 2024 chưa có số liệu
            year=2022                       | Năm 2022 chưa có số liệu
            """)
    void sayWhatHoldsNoFigures(String query, String said) throws Exception {
        for (String file : List.of("json", "csv")) {
            assertThat(browser.perform(get("/exports/results." + file + "?" + query)
                                    .with(people.as("vanphong")))
                            .andExpect(status().isNotFound())
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .contains(said);
        }
    }

    /** Whoever adds the day to the address, as pages take it, must not be given today's figures for that day's. */
    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void areOfTodayAndSaySoWhereADayIsAsked(String file) throws Exception {
        assertThat(browser.perform(get("/exports/results." + file + "?year=2024&known=05/10/2024")
                                .with(people.as("vanphong")))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Tệp kết quả luôn là số liệu hiện nay");
    }

    /** Every paragraph of the document, with all its figures, stands letter by letter on the page and in the PDF. */
    @ParameterizedTest
    @ValueSource(strings = {"2023", "2024-Q2"})
    void tellTheSameInTheirSentences(String term) throws Exception {
        byte[] bytes = take("/reports/" + term + "/report.docx").getContentAsByteArray();
        String page = solid(Jsoup.parse(take("/reports/" + term).getContentAsString(StandardCharsets.UTF_8))
                .select(".paper")
                .text());
        String pdf =
                solid(PrintedText.of(take("/reports/" + term + "/report.pdf").getContentAsByteArray()));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            List<String> paragraphs = document.getParagraphs().stream()
                    .map(paragraph -> solid(paragraph.getText()))
                    .filter(text -> text.matches(".*[0-9].*"))
                    .toList();
            assertThat(paragraphs).hasSizeGreaterThan(15);
            for (String paragraph : paragraphs) {
                assertThat(page).contains(paragraph);
                assertThat(pdf).contains(paragraph);
            }
        }
    }

    private static String solid(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
