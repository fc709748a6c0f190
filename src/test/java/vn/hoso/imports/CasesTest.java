package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedRow.Mark;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.units.ReorganisationDraft;
import vn.hoso.units.ReorganisationProposal;
import vn.hoso.units.ReorganisationService;

/**
 * Sheets that people really bring, from the upload to every figure stored in any month. Unit no. i of the list has total
 * 200+3i, online 118+2i, full process 60+i/58+i, partial 80+i/60+i. All of it is taken back.
 */
@ProgramTest
@Transactional
class CasesTest {

    private static final List<String> UNITS =
            List.of("Thị trấn Tuy Phước", "Thị trấn Diêu Trì", "Xã Phước Thắng", "Xã Phước Hưng");
    private static final String[] HEADING = {
        "Đơn vị",
        "Toàn trình - phát sinh",
        "Toàn trình - trực tuyến",
        "Một phần - phát sinh",
        "Một phần - trực tuyến",
        "Tổng số hồ sơ",
        "Tổng trực tuyến"
    };

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private People people;

    @Autowired
    private ReorganisationService acts;

    @Autowired
    private ReorganisationProposal proposed;

    private ImportForm office;
    private List<String> before;

    @BeforeEach
    void signIn() {
        office = new ImportForm(browser, people.as("vanphong"));
        before = stored();
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = CasesTest.class.getResourceAsStream("/imports/cases/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static String figures(int unit) {
        return UNITS.get(unit) + " 2024-10 "
                + "%d/%d %d/%d %d/%d"
                        .formatted(60 + unit, 58 + unit, 80 + unit, 60 + unit, 200 + 3 * unit, 118 + 2 * unit);
    }

    private static List<String> figures(String units) {
        return Jsoup.parse(units)
                .text()
                .chars()
                .filter(Character::isDigit)
                .mapToObj(at -> figures(at - '0'))
                .toList();
    }

    /** Every figure of every month. */
    private List<String> stored() {
        return jdbc.sql("""
                        select concat(v.name, to_char(r.month, ' YYYY-MM '), concat_ws(' ',
                            concat(full_process_received, '/', full_process_online),
                            concat(partial_received, '/', partial_online),
                            concat(dossiers_received, '/', online_reported)))
                        from monthly_return r join unit_version v on v.unit_id = r.unit_id and v.valid @> r.month
                        order by r.month, r.unit_id
                        """).query(String.class).list();
    }

    /** What is stored beyond what stood there before. */
    private List<String> added() {
        entities.flush();
        entities.clear();
        List<String> added = new ArrayList<>(stored());
        before.forEach(added::remove);
        return added;
    }

    /** The preview with a reason in the box of every unusual row. */
    private Document explained(String address) throws Exception {
        Document preview = office.open(address);
        preview.select(".import-reason textarea").val("đúng như sổ theo dõi");
        return preview;
    }

    private void applies(String address) throws Exception {
        MockHttpServletResponse answer = office.apply(address, explained(address));
        assertThat(answer.getStatus()).as(problems(answer)).isEqualTo(302);
    }

    private String refuses(String address) throws Exception {
        MockHttpServletResponse answer = office.apply(address, explained(address));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(added()).isEmpty();
        return problems(answer);
    }

    private static String problems(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString())
                .select(".error-summary")
                .text();
    }

    private static String understood(Document preview) {
        return preview.select(".import-understood").text();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "01-place-and-date-line.xlsx, '', 012",
                "01-place-and-date-line.xlsx, 2024-10, 012",
                "02c-sheet-per-unit.xlsx, '', 0123",
                "03a-month-then-year-to-date.xlsx, '', 012",
                "03b-last-month-then-this-month.xlsx, '', 012",
                "03c-levels-4-3.xlsx, '', 012",
                "03d-levels-3-4.xlsx, '', 012",
                "09-correct-subtotals.xlsx, '', 0123",
                "10-class-in-its-own-column.xlsx, '', 012",
                "11-numbering-row-without-brackets.xlsx, '', 012",
                "14-strict-ooxml.xlsx, '', 012",
                "15-stale-external-link.xlsx, '', 012",
                "16-tcvn3-text.xlsx, '', 0123",
                "17-month-turned-by-excel.csv, '', 012",
                "19-units-missing.xlsx, '', 012",
                "27-stored-streamed-zip.xlsx, '', 012"
            })
    void areStoredExactly(String name, String month, String units) throws Exception {
        String address = office.taken(name, file(name), month);
        assertThat(office.open(address)
                        .select(".error-summary, .notice-warning")
                        .text())
                .isEmpty();
        applies(address);
        assertThat(added()).isEqualTo(figures(units));
    }

    @Test
    void severalSheetsOfOneMonthAreOneAct() throws Exception {
        String address = office.taken("02.xlsx", file("02-two-sheets-one-month.xlsx"), "");
        Document preview = office.open(address);
        assertThat(preview.select(".import-sheets input[checked]")).hasSize(2);
        applies(address);
        List<String> five = new ArrayList<>(figures("012"));
        five.add("Phòng Nội vụ 2024-10 2/2 7/7 13/9");
        five.add("Phòng Tư pháp 2024-10 6/6 15/14 30/20");
        assertThat(added()).isEqualTo(five);
    }

    @Test
    void aSheetThatIsNotTickedIsLeftOut() throws Exception {
        String address = office.taken("02.xlsx", file("02-two-sheets-one-month.xlsx"), "");
        assertThat(office.send(address + "/sheets").getStatus()).isEqualTo(422);
        assertThat(office.send(address + "/sheets", "sheet", "0").getStatus()).isEqualTo(302);
        assertThat(office.open(address).select(".import-sheets").text()).contains("để ngoài theo lựa chọn");
        applies(address);
        assertThat(added()).isEqualTo(figures("012"));
    }

    @Test
    void monthsThatDisagreeAreAskedAbout() throws Exception {
        String address = office.taken("05.xlsx", file("05-tab-and-title-disagree.xlsx"), "");
        Document asking = office.open(address);
        assertThat(asking.select("#month-0 optgroup").first().select("option").eachText())
                .containsExactlyInAnyOrder("09/2024: tiêu đề, ô A3", "10/2024: tên trang tính");
        assertThat(refuses(address)).contains("ghi những tháng khác nhau");
        assertThat(office.send(address + "/month", "monthOf[0]", "2024-10").getStatus())
                .isEqualTo(302);
        assertThat(understood(office.open(address))).contains("Tệp còn ghi 09/2024 (tiêu đề, ô A3)");
        applies(address);
        assertThat(added()).isEqualTo(figures("012"));
    }

    @Test
    void cumulativeFiguresAreNoMonths() throws Exception {
        String address = office.taken("08.xlsx", file("08-cumulative-said-in-title.xlsx"), "2024-10");
        assertThat(office.open(address).select(".error-summary").text()).contains("lũy kế", "A3");
        assertThat(refuses(address)).contains("lũy kế", "A3");
    }

    @Test
    void aTotalWithThoseCarriedOverIsNotTaken() throws Exception {
        String address = office.taken("04.xlsx", file("04-total-with-carry-over.xlsx"), "");
        String page = office.open(address).text();
        assertThat(page).contains("Chương trình chưa biết mẫu biểu này");
        assertThat(refuses(address)).contains("không nhận ra bảng số liệu");
    }

    @Test
    void aRowThatIsHiddenIsNamedBeforeItCounts() throws Exception {
        String address = office.taken("06.xlsx", file("06-row-hidden-by-filter.xlsx"), "");
        assertThat(office.open(address).select(".import-places").text())
                .isEqualTo("Thị trấn Diêu Trì: hàng 9, bị bộ lọc ẩn");
        assertThat(refuses(address)).contains("1 hàng bị ẩn");
        office.send(address + "/answers", "question", "rows", "answer", "count");
        applies(address);
        assertThat(added()).isEqualTo(figures("0123"));
    }

    /** What {@link #sideBySide} holds. */
    private static final List<String> SIDE_BY_SIDE = List.of(
            "Thị trấn Tuy Phước 2024-10 61/58 80/60 210/118",
            "Thị trấn Diêu Trì 2024-10 62/58 80/60 210/118",
            "Thị trấn Tuy Phước 2024-11 61/58 80/60 211/118",
            "Thị trấn Diêu Trì 2024-11 62/58 80/60 211/118",
            "Thị trấn Tuy Phước 2024-12 61/58 80/60 212/118",
            "Thị trấn Diêu Trì 2024-12 62/58 80/60 212/118");

    /** A year's sheet with the months side by side is read as one sheet for each month, without being described. */
    @Test
    void monthsSideBySideAreReadOneByOne() throws Exception {
        String address =
                office.taken("nam-2024.xlsx", sideBySide("BẢNG TỔNG HỢP HỒ SƠ CÁC THÁNG NĂM 2024", "Tháng %d"), "");
        Document preview = office.open(address);
        assertThat(preview.text())
                .contains("Theo dõi – 10/2024", "Theo dõi – 11/2024", "Theo dõi – 12/2024")
                .contains(
                        "Đứng sau hoặc giữa các tháng, không thuộc tháng nào:",
                        "U “Cả năm Tổng số hồ sơ”",
                        "V “Cả năm Tổng trực tuyến”",
                        "W “Ghi chú”")
                .contains(
                        "Cột “Cả năm Tổng số hồ sơ”, trang “Theo dõi”: ô U6 ghi 634, còn các tháng trong tệp cộng lại là 633.")
                .doesNotContain("Cột “Cả năm Tổng trực tuyến”");
        applies(address);
        assertThat(added()).containsExactlyInAnyOrderElementsOf(SIDE_BY_SIDE);
    }

    /** Whoever checks what was understood sees where the class of a row, its month and its note come from. */
    @Test
    void theColumnsThatAreNoFiguresAreNamedToo() throws Exception {
        assertThat(understood(office.open(office.taken("10.xlsx", file("10-class-in-its-own-column.xlsx"), ""))))
                .contains("C Loại dịch vụ của từng hàng; D Tổng số hồ sơ");
        assertThat(understood(office.open(office.taken("17.csv", file("17-month-turned-by-excel.csv"), ""))))
                .contains(" Tháng của từng hàng;");
    }

    /** Sums of quarters between the months belong to none of them, and are held against nothing. */
    @Test
    void monthsSideBySideWithSumsBetweenThemAreReadOneByOne() throws Exception {
        List<List<Object>> rows = List.of(
                cells("BẢNG TỔNG HỢP HỒ SƠ CÁC THÁNG NĂM 2024"),
                cells(
                        "STT",
                        "Tên đơn vị",
                        over("Tháng 10"),
                        over("Tháng 11"),
                        "Cộng 2 tháng",
                        over("Tháng 12"),
                        "Tổng quý IV",
                        "Cả năm"),
                cells("", "", WORDS, WORDS, "Tổng số hồ sơ", WORDS, "Tổng số hồ sơ", "Tổng số hồ sơ"),
                cells(1, UNITS.get(0), figures(0, 0), figures(1, 0), 421, figures(2, 0), 633, 633),
                cells(2, UNITS.get(1), figures(0, 1), figures(1, 1), 421, figures(2, 1), 700, 633));
        String address = office.taken("nam-2024.xlsx", workbook(rows), "");
        Document preview = office.open(address);
        assertThat(understood(preview))
                .contains(
                        "O “Cộng 2 tháng Tổng số hồ sơ”", "V “Tổng quý IV Tổng số hồ sơ”", "W “Cả năm Tổng số hồ sơ”");
        assertThat(preview.text())
                .containsOnlyOnce("C Tổng số hồ sơ")
                .contains("Các tháng đứng cạnh theo cùng thứ tự cột.")
                .doesNotContain("I Tổng số hồ sơ", "còn các tháng trong tệp cộng lại");
        applies(address);
        assertThat(added()).containsExactlyInAnyOrderElementsOf(SIDE_BY_SIDE);
    }

    /** A sum of as many months as the sheet has is held against them; of fewer it says nothing of all. */
    @Test
    void aSumOfSoManyMonthsIsHeldAgainstThem() throws Exception {
        List<List<Object>> rows = List.of(
                cells("BẢNG TỔNG HỢP HỒ SƠ CÁC THÁNG NĂM 2024"),
                cells(
                        "STT",
                        "Tên đơn vị",
                        over("Tháng 10"),
                        over("Tháng 11"),
                        over("Tháng 12"),
                        "Cộng 3 tháng",
                        "Cộng 2 tháng"),
                cells("", "", WORDS, WORDS, WORDS, "Tổng số hồ sơ", "Tổng số hồ sơ"),
                cells(1, UNITS.get(0), figures(0, 0), figures(1, 0), figures(2, 0), 634, 421));
        Document preview = office.open(office.taken("ba-thang.xlsx", workbook(rows), ""));
        assertThat(preview.text())
                .contains(
                        "Cột “Cộng 3 tháng Tổng số hồ sơ”, trang “Theo dõi”: ô U4 ghi 634, còn các tháng trong tệp cộng lại là 633.")
                .doesNotContain("Cột “Cộng 2 tháng");
    }

    private static final List<Object> WORDS = List.of(
            "Tổng số hồ sơ",
            "Tổng trực tuyến",
            "Toàn trình phát sinh",
            "Toàn trình trực tuyến",
            "Một phần phát sinh",
            "Một phần trực tuyến");

    /** The figures of {@link #SIDE_BY_SIDE}. */
    private static List<Object> figures(int month, int unit) {
        return List.of(210 + month, 118, 61 + unit, 58, 80, 60);
    }

    private static List<Object> over(String month) {
        return List.of(month, "", "", "", "", "");
    }

    /** Cells one after the other; those of a list each for itself. */
    private static List<Object> cells(Object... parts) {
        return Stream.of(parts)
                .<Object>flatMap(part -> part instanceof List<?> several ? several.stream() : Stream.of(part))
                .toList();
    }

    private static byte[] workbook(List<List<Object>> rows) throws IOException {
        return workbook("Theo dõi", rows);
    }

    private static byte[] workbook(String tab, List<List<Object>> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet(tab);
            for (int at = 0; at < rows.size(); at++) {
                Row row = sheet.createRow(at);
                for (int column = 0; column < rows.get(at).size(); column++) {
                    Object cell = rows.get(at).get(column);
                    if (cell instanceof Integer number) {
                        row.createCell(column).setCellValue(number);
                    } else if (!cell.equals("")) {
                        row.createCell(column).setCellValue(cell.toString());
                    }
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** Of which year the months are is not guessed. */
    @Test
    void monthsSideBySideOfNoYearAreNotTaken() throws Exception {
        String address = office.taken("theo-doi.xlsx", sideBySide("BẢNG TỔNG HỢP HỒ SƠ", "Tháng %d"), "");
        assertThat(office.open(address).text()).contains("Chương trình chưa biết mẫu biểu này");
        address = office.taken("theo-doi.xlsx", sideBySide("BẢNG TỔNG HỢP HỒ SƠ", "Tháng %d/2024"), "");
        assertThat(office.open(address).text()).contains("Theo dõi – 12/2024");
    }

    /** Words that nobody knows are described once: what is said of one month, whichever, holds for the others. */
    @Test
    void oneDescriptionServesAllMonthsSideBySide() throws Exception {
        List<String> words = List.of("Vào sổ", "Qua mạng", "Loại A vào", "Loại A mạng", "Loại B vào", "Loại B mạng");
        byte[] file = sideBySide("BẢNG TỔNG HỢP HỒ SƠ CÁC THÁNG NĂM 2024", "Tháng %d", words);
        String address = office.taken("nam-2024.xlsx", file, "");
        Document asking = office.open(address);
        assertThat(asking.text()).contains("Theo dõi – 10/2024", "Theo dõi – 11/2024", "Theo dõi – 12/2024");
        assertThat(asking.select("section[aria-labelledby=mapping-title] table"))
                .hasSize(1);
        assertThat(asking.select("#sheet option").eachText()).containsExactly("Theo dõi – 10/2024");
        assertThat(asking.select("section[aria-labelledby=mapping-title]").text())
                .contains("các tháng đứng cạnh được đọc");
        assertThat(office.send(
                                address + "/layout",
                                "sheet",
                                "1",
                                "headerRow",
                                "4",
                                "unitColumn",
                                "2",
                                "columnOf[dossiersReceived]",
                                "9",
                                "columnOf[onlineReported]",
                                "10",
                                "columnOf[fullProcessReceived]",
                                "11",
                                "columnOf[fullProcessOnline]",
                                "12",
                                "columnOf[partialReceived]",
                                "13",
                                "columnOf[partialOnline]",
                                "14")
                        .getStatus())
                .isEqualTo(302);
        assertThat(understood(office.open(address)))
                .contains("U “Cả năm Vào sổ”", "V “Cả năm Qua mạng”", "W “Ghi chú”");
        applies(address);
        assertThat(added()).containsExactlyInAnyOrderElementsOf(SIDE_BY_SIDE);
    }

    private static byte[] sideBySide(String title, String month) throws IOException {
        return sideBySide(
                title,
                month,
                List.of(
                        "Tổng số hồ sơ",
                        "Tổng trực tuyến",
                        "Toàn trình phát sinh",
                        "Toàn trình trực tuyến",
                        "Một phần phát sinh",
                        "Một phần trực tuyến"));
    }

    private static byte[] sideBySide(String title, String month, List<String> words) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Theo dõi");
            sheet.createRow(0).createCell(0).setCellValue(title);
            Row months = sheet.createRow(2);
            Row columns = sheet.createRow(3);
            months.createCell(0).setCellValue("STT");
            months.createCell(1).setCellValue("Tên đơn vị");
            List<Row> units = List.of(sheet.createRow(4), sheet.createRow(5));
            for (int unit = 0; unit < 2; unit++) {
                units.get(unit).createCell(0).setCellValue(unit + 1);
                units.get(unit).createCell(1).setCellValue(UNITS.get(unit));
            }
            for (int at = 0; at < 3; at++) {
                int first = 2 + at * words.size();
                months.createCell(first).setCellValue(month.formatted(10 + at));
                for (int word = 0; word < words.size(); word++) {
                    columns.createCell(first + word).setCellValue(words.get(word));
                    for (int unit = 0; unit < 2; unit++) {
                        int figure =
                                List.of(210 + at, 118, 61 + unit, 58, 80, 60).get(word);
                        units.get(unit).createCell(first + word).setCellValue(figure);
                    }
                }
            }
            int after = 2 + 3 * words.size();
            months.createCell(after).setCellValue("Cả năm");
            columns.createCell(after).setCellValue(words.get(0));
            columns.createCell(after + 1).setCellValue(words.get(1));
            months.createCell(after + 2).setCellValue("Ghi chú");
            for (int unit = 0; unit < 2; unit++) {
                units.get(unit).createCell(after).setCellValue(210 + 211 + 212 + unit);
                units.get(unit).createCell(after + 1).setCellValue(3 * 118);
            }
            units.get(0).createCell(after + 2).setCellValue("Số đã đối chiếu");
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** Two sheets have a row 9 each: a question says on which it stands. */
    @Test
    void aPlaceInAWorkbookOfSeveralSheetsNamesItsSheet() throws Exception {
        String address = office.taken("06.xlsx", twoMonths(file("06-row-hidden-by-filter.xlsx")), "");
        Document asking = office.open(address);
        assertThat(asking.select(".import-places li").eachText())
                .containsExactly(
                        "Thị trấn Diêu Trì: trang “T10”, hàng 9, bị bộ lọc ẩn",
                        "Thị trấn Diêu Trì: trang “T11”, hàng 9, bị bộ lọc ẩn");
        assertThat(asking.select("label:contains(Xã Nào Đó)").text()).contains("trang “T11”, hàng");
    }

    /** The same sheet once more for the month after, with a name that is no unit's. */
    private static byte[] twoMonths(byte[] file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ParsedSheet first = UploadedFileReader.read("06.xlsx", file, 1).get(0);
            for (int month = 10; month <= 11; month++) {
                Sheet sheet = workbook.createSheet("T" + month);
                for (ParsedRow each : first.rows()) {
                    Row row = sheet.createRow(each.number() - 1);
                    row.setZeroHeight(each.marks().contains(Mark.FILTERED));
                    each.cells().forEach((column, cell) -> copy(cell, row.createCell(column), sheet.getSheetName()));
                }
                sheet.setAutoFilter(CellRangeAddress.valueOf("A7:I11"));
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void copy(ParsedCell from, Cell to, String tab) {
        if (from.kind() == ParsedCell.Kind.NUMBER) {
            to.setCellValue(Double.parseDouble(from.text()));
        } else if (tab.equals("T11")) {
            to.setCellValue(from.text().replace("10/2024", "11/2024").replace("Xã Phước Thắng", "Xã Nào Đó"));
        } else {
            to.setCellValue(from.text());
        }
    }

    @Test
    void aDateIsNoCount() throws Exception {
        String address = office.taken("07.xlsx", file("07-date-in-count-cell.xlsx"), "");
        assertThat(refuses(address)).contains("ô C9", "Thị trấn Diêu Trì", "là ngày tháng");
    }

    @ParameterizedTest
    @CsvSource({"zero, 0/0 0/0 206/0", "missing, / / 206/"})
    void allDashesHaveOneAnswer(String answer, String read) throws Exception {
        String address = office.taken("12.xlsx", file("12-dashes.xlsx"), "");
        assertThat(office.open(address).select(".import-places li")).hasSize(5);
        assertThat(refuses(address)).contains("5 ô ghi dấu gạch");
        office.send(address + "/answers", "question", "dashes", "answer", answer);
        applies(address);
        List<String> three = new ArrayList<>(figures("01"));
        three.add("Xã Phước Thắng 2024-10 " + read);
        assertThat(added()).isEqualTo(three);
    }

    /** A 766 sheet with a dash in two cells: one answer, and 23 × 6 cells are stored. */
    @Test
    void twoDashesOfAWholeMonthAreOneQuestion() throws Exception {
        String csv = new String(ImportForm.sample("so-lieu-thang-10-2024.csv"), StandardCharsets.UTF_8);
        String[] lines = csv.split("\r\n");
        for (int at : new int[] {22, 23}) {
            String[] cells = lines[at].split(";", -1);
            cells[4] = "-";
            lines[at] = String.join(";", cells);
        }
        String address = office.taken("a.csv", String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8), "");
        assertThat(office.open(address).select(".import-cells")).hasSize(1);
        assertThat(office.open(address).select(".import-places li")).hasSize(2);
        office.send(address + "/answers", "question", "dashes", "answer", "zero");
        applies(address);
        entities.flush();
        assertThat(jdbc.sql("""
                        select sum(num_nonnulls(full_process_received, full_process_online, partial_received,
                            partial_online, dossiers_received, online_reported)) from monthly_return
                        where month = '2024-10-01'
                        """).query(Integer.class).single()).isEqualTo(138);
    }

    @Test
    void unitsThatTheFileLacksAreNamed() throws Exception {
        Document preview = office.open(office.taken("19.xlsx", file("19-units-missing.xlsx"), ""));
        assertThat(understood(preview))
                .contains("20 đơn vị, số đang lưu giữ nguyên: Xã Phước Hưng, Xã Phước Quang")
                .contains("Phòng Y tế");
    }

    @Test
    void namesAreKnownByWhatPeopleWriteAndAskedWithoutTheirTones() throws Exception {
        String address = office.taken("13.xlsx", file("13-names.xlsx"), "");
        Document asking = office.open(address);
        assertThat(asking.select("select#unit0")).hasSize(1);
        assertThat(asking.select("select[name=unit1]")).isEmpty();
        String thang =
                asking.select("select#unit0 option:contains(Xã Phước Thắng)").val();
        office.send(
                address + "/units",
                "unitOf[0]",
                thang,
                "nameOf[0]",
                asking.select("input[name^=nameOf]").val());
        applies(address);
        assertThat(added()).isEqualTo(figures("012"));
    }

    @Test
    void aCodeAloneNeverDecides() throws Exception {
        String address = office.taken("20.xlsx", file("20-new-communes-with-reused-codes.xlsx"), "");
        assertThat(office.open(address).select(".import-heed").text())
                .contains("Mã 21952 là của Thị trấn Tuy Phước, nhưng tên không phải.");
        assertThat(refuses(address))
                .contains("Xã Tuy Phước", "Xã Tuy Phước Bắc", "Xã Tuy Phước Đông", "Xã Tuy Phước Tây");
    }

    @Test
    void aReusedCodeIsThatOfTheMonthsOwnUnitAndItsNameDecides() throws Exception {
        ReorganisationService.Preview act = acts.preview(ReorganisationProposal.TWO_TIERS, proposed.lines());
        assertThat(acts.apply(
                                new ReorganisationDraft(
                                        ReorganisationProposal.TWO_TIERS,
                                        "1664/NQ",
                                        null,
                                        null,
                                        null,
                                        proposed.lines()),
                                Set.of(),
                                act.plan().seen(),
                                people.named("quantri"))
                        .act())
                .isNotNull();

        applies(office.taken("20.xlsx", file("20-new-communes-with-reused-codes.xlsx"), ""));
        List<String> august = List.of(
                "Xã Tuy Phước 2025-08 70/70 90/75 240/145",
                "Xã Tuy Phước Bắc 2025-08 75/74 95/90 250/164",
                "Xã Tuy Phước Đông 2025-08 120/118 150/120 400/238",
                "Xã Tuy Phước Tây 2025-08 85/84 110/108 290/192");
        assertThat(added()).containsExactlyInAnyOrderElementsOf(august);

        applies(office.taken("07.csv", coded("07/2025", "21952", "Xã Tuy Phước"), ""));
        assertThat(added()).contains("Xã Tuy Phước 2025-07 60/58 80/60 200/118").hasSize(5);

        before = stored();
        String later = office.taken("08.csv", coded("08/2025", "21985", "Xã Phước An"), "");
        assertThat(refuses(later)).contains("Xã Phước An");
        String early = office.taken("06.csv", coded("06/2025", "21952", "Xã Tuy Phước"), "");
        assertThat(refuses(early)).contains("Xã Tuy Phước");
        applies(office.taken("06.csv", coded("06/2025", "21952", "Thị trấn Tuy Phước"), ""));
        assertThat(added()).containsExactly("Thị trấn Tuy Phước 2025-06 60/58 80/60 200/118");
    }

    private static byte[] coded(String month, String code, String name) {
        return ("Mã đơn vị;Tháng;" + String.join(";", HEADING) + "\n" + code + ";" + month + ";" + name
                        + ";60;58;80;60;200;118\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Twelve sheets of 23 units, one for each month of 2022. */
    private byte[] year() throws IOException {
        List<String> units = jdbc.sql("select name from unit_version where valid @> date '2022-06-01' order by unit_id")
                .query(String.class)
                .list();
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int month = 1; month <= 12; month++) {
                Sheet sheet = workbook.createSheet("Thang " + month);
                sheet.createRow(0).createCell(0).setCellValue("TỔNG HỢP THÁNG " + month + "/2022");
                fill(sheet.createRow(2), (Object[]) HEADING);
                for (int unit = 0; unit < units.size(); unit++) {
                    int full = 60 + unit + month;
                    fill(
                            sheet.createRow(3 + unit),
                            units.get(unit),
                            full,
                            full - 2,
                            80 + unit,
                            60,
                            full + 140,
                            full + 58);
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void fill(Row row, Object... values) {
        for (int at = 0; at < values.length; at++) {
            if (values[at] instanceof Integer number) {
                row.createCell(at).setCellValue(number);
            } else {
                row.createCell(at).setCellValue(String.valueOf(values[at]));
            }
        }
    }

    /** The same unit and month in two sheets, the second with its total as given. */
    private static byte[] twice(int total) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (String name : List.of("Ban dau", "Ban sua")) {
                Sheet sheet = workbook.createSheet(name);
                sheet.createRow(0).createCell(0).setCellValue("TỔNG HỢP THÁNG 10/2024");
                fill(sheet.createRow(2), (Object[]) HEADING);
                fill(sheet.createRow(3), UNITS.get(1), 61, 59, 81, 61, name.equals("Ban sua") ? total : 203, 120);
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aUnitInTwoSheetsWithOtherFiguresIsRefusedWithBothNamed() throws Exception {
        String address = office.taken("hai.xlsx", twice(230), "");
        assertThat(refuses(address))
                .contains(
                        "Thị trấn Diêu Trì có hai dòng với số khác nhau: trang “Ban dau” hàng 4 và trang “Ban sua” hàng 4");
        office.send(address + "/sheets", "sheet", "0");
        applies(address);
        assertThat(added()).isEqualTo(figures("1"));
    }

    @Test
    void aUnitInTwoSheetsWithTheSameFiguresIsStoredOnce() throws Exception {
        applies(office.taken("hai.xlsx", twice(203), ""));
        assertThat(added()).isEqualTo(figures("1"));
    }

    @Test
    void aCellThatExcelShowsInThousandsIsAskedAbout() throws Exception {
        byte[] file;
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("T10");
            sheet.createRow(0).createCell(0).setCellValue("TỔNG HỢP THÁNG 10/2024");
            fill(sheet.createRow(2), (Object[]) HEADING);
            fill(sheet.createRow(3), UNITS.get(1), 61, 59, 81, 61, 203, 120);
            CellStyle thousands = workbook.createCellStyle();
            thousands.setDataFormat(workbook.createDataFormat().getFormat("#,##0,"));
            sheet.getRow(3).getCell(5).setCellStyle(thousands);
            workbook.write(bytes);
            file = bytes.toByteArray();
        }
        String address = office.taken("nghin.xlsx", file, "");
        assertThat(office.open(address).select(".import-places").text()).isEqualTo("Thị trấn Diêu Trì: ô F4 ghi “203”");
        assertThat(refuses(address)).contains("1 ô mà Excel hiện số khác với số lưu trong ô");
        office.send(address + "/answers", "question", "scaled", "answer", "stored");
        applies(address);
        assertThat(added()).isEqualTo(figures("1"));
    }

    @Test
    void aYearIsOneActAndTheSecondTimeNothing() throws Exception {
        byte[] year = year();
        String address = office.taken("nam.xlsx", year, "");
        Document preview = office.open(address);
        assertThat(understood(preview)).contains("12 tháng, nhập cùng một lần: 01/2022, 02/2022");
        assertThat(preview.select(".import-rows tbody tr")).hasSize(276);
        applies(address);
        assertThat(office.open(address).select(".facts-line").text())
                .contains("thay đổi 276 báo cáo tháng của 12 tháng")
                .doesNotContain("276 đơn vị");
        // What was entered is only a draft: the way to each month that has to be submitted stays on the page.
        assertThat(office.open(address).select(".facts-line a[href^=/figures/]").eachAttr("href"))
                .hasSize(12)
                .startsWith("/figures/2022-01");
        List<String> stored = added();
        assertThat(stored).hasSize(276);
        assertThat(stored.get(0)).isEqualTo("Thị trấn Tuy Phước 2022-01 61/59 80/60 201/119");
        assertThat(stored.get(275)).endsWith(" 2022-12 94/92 102/60 234/152");
        assertThat(jdbc.sql("select count(*) from import_file_month where file_id = ? and units = 23")
                        .param(Long.valueOf(address.substring("/imports/".length())))
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);

        long revisions = revisions();
        String again = office.taken("nam-2.xlsx", year, "");
        assertThat(office.open(again).text()).contains("Không có gì thay đổi");
        applies(again);
        entities.flush();
        assertThat(revisions()).isEqualTo(revisions);
    }

    /** A name of several months answers to its sheets of one each; it does not answer for one sheet, nor "lũy kế" for any. */
    @Test
    void aFileNamedAfterAllItsMonthsHoldsThem() throws Exception {
        byte[] year = year();
        assertThat(understood(office.open(office.taken("So lieu T1-12.2022.xlsx", year, ""))))
                .contains("12 tháng, nhập cùng một lần: 01/2022, 02/2022");
        assertThat(refuses(office.taken("Luy ke T1-12.2022.xlsx", year, ""))).contains("ghi là số lũy kế");
        String one = "THÁNG 10/2024\n" + String.join(";", HEADING) + "\nXã Phước Hưng;60;58;80;60;200;118\n";
        assertThat(refuses(office.taken("So lieu T1-10.csv", one.getBytes(StandardCharsets.UTF_8), "")))
                .contains("ghi kỳ nhiều tháng “So lieu T1-10”");
    }

    /** The same by a column of months: three months of two units in one .csv file. */
    @Test
    void rowsOfSeveralMonthsAreOneAct() throws Exception {
        StringBuilder csv = new StringBuilder("Đơn vị;Tháng;Toàn trình - phát sinh;Toàn trình - trực tuyến;"
                + "Một phần - phát sinh;Một phần - trực tuyến;Tổng số hồ sơ;Tổng trực tuyến\n");
        for (int month = 1; month <= 3; month++) {
            csv.append("Xã Phước Thắng;0%1$d/2022;6%1$d;5%1$d;80;60;20%1$d;11%1$d\n".formatted(month));
            csv.append("Xã Phước Hưng;0%1$d/2022;7%1$d;6%1$d;80;60;22%1$d;12%1$d\n".formatted(month));
        }
        String address = office.taken("quy.csv", csv.toString().getBytes(StandardCharsets.UTF_8), "");
        assertThat(understood(office.open(address))).contains("3 tháng, nhập cùng một lần: 01/2022, 02/2022, 03/2022");
        applies(address);
        assertThat(added())
                .containsExactly(
                        "Xã Phước Thắng 2022-01 61/51 80/60 201/111",
                        "Xã Phước Hưng 2022-01 71/61 80/60 221/121",
                        "Xã Phước Thắng 2022-02 62/52 80/60 202/112",
                        "Xã Phước Hưng 2022-02 72/62 80/60 222/122",
                        "Xã Phước Thắng 2022-03 63/53 80/60 203/113",
                        "Xã Phước Hưng 2022-03 73/63 80/60 223/123");
    }

    /** A month without its year, in a file whose name says a whole one. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"9, 9", "T9, T9", "Tháng 9, Tháng 9", "kỳ sau, kỳ sau", "10, \"\"", "T10, \"\"", "\"\", \"\""})
    void aRowsMonthThatCannotBeReadIsTheSheetsOnlyWhereItIsTheSame(String said, String refused) throws Exception {
        byte[] csv = ("Tháng;" + String.join(";", HEADING) + "\n" + said + ";" + UNITS.get(1)
                        + ";61;59;81;61;203;120\n")
                .getBytes(StandardCharsets.UTF_8);
        String address = office.taken("BC T10.2024.csv", csv, "");
        if (refused.isEmpty()) {
            applies(address);
            assertThat(added()).isEqualTo(figures("1"));
        } else {
            assertThat(refuses(address)).contains("Cột tháng ghi “" + refused + "”", "tháng 10/2024", "A2");
            assertThat(refuses(office.taken("BC T10.2024.csv", csv, "2024-10"))).contains("“" + refused + "”");
        }
    }

    /** A row with the number of a group is one only where its figures are the sum of rows. */
    @Test
    void aUnitThatIsNumberedLikeAGroupIsAskedAbout() throws Exception {
        String csv = "STT;" + String.join(";", HEADING) + "\nI;%s;60;58;80;60;200;118\nII;" + UNITS.get(1)
                + ";61;59;81;61;203;120\n";
        String unknown = office.taken(
                "BC T10.2024.csv", csv.formatted("Thị trấn Tuy Phưc").getBytes(StandardCharsets.UTF_8), "");
        assertThat(refuses(unknown)).contains("Thị trấn Tuy Phưc");
        String known =
                office.taken("BC T10.2024.csv", csv.formatted(UNITS.get(0)).getBytes(StandardCharsets.UTF_8), "");
        applies(known);
        assertThat(added()).isEqualTo(figures("01"));
    }

    /** A month's figures are those of its own days, as they are stored with it. */
    @ParameterizedTest
    @CsvSource({
        "2024-10-01, 2024-10-31, THÁNG 10/2024 (từ 15/9 đến 14/10), false",
        "2024-09-15, 2024-10-14, THÁNG 10/2024 (từ 15/9 đến 14/10), true",
        "2024-10-01, 2024-10-31, Từ ngày 01/10/2024 đến ngày 31/10/2024, true",
        "2024-09-15, 2024-10-14, Từ ngày 01/10/2024 đến ngày 31/10/2024, false"
    })
    void daysThatAreNotThoseOfTheMonthAreRefused(String first, String last, String title, boolean same)
            throws Exception {
        days(first, last);
        String address = office.taken("so lieu.csv", titled(title), "2024-10");
        if (same) {
            applies(address);
            assertThat(added()).isEqualTo(figures("1"));
        } else {
            assertThat(refuses(address))
                    .contains("ghi từ ngày đến ngày không đúng các ngày của một tháng báo cáo", title);
        }
    }

    /** Where no place says their year, the chosen month says which days they must be. */
    @Test
    void daysWithoutAYearAreHeldAgainstTheChosenMonth() throws Exception {
        days("2024-10-01", "2024-10-31");
        byte[] sheet = titled("Số liệu từ 15/9 đến 14/10");
        assertThat(refuses(office.taken("so lieu.csv", sheet, "2024-10")))
                .contains("từ ngày đến ngày khác với các ngày của tháng đã chọn");
        days("2024-09-15", "2024-10-14");
        String open = office.taken("so lieu.csv", sheet, "");
        assertThat(refuses(open)).contains("Trang tính không ghi rõ là tháng nào");
        office.send(open + "/month", "month", "2024-10");
        applies(open);
        assertThat(added()).isEqualTo(figures("1"));
    }

    private void days(String first, String last) {
        jdbc.sql("""
                        insert into reporting_month (month, first_day, last_day) values ('2024-10-01', cast(:first as date), cast(:last as date))
                        on conflict (month) do update set first_day = excluded.first_day, last_day = excluded.last_day
                        """).param("first", first).param("last", last).update();
    }

    private static byte[] titled(String title) {
        return (title + "\n" + String.join(";", HEADING) + "\n" + UNITS.get(1) + ";61;59;81;61;203;120\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A class that is misspelt is asked about; services that are not online have no figures of their own. */
    @ParameterizedTest
    @CsvSource({
        "Toàn tình, true",
        "TT, true",
        "Trực tuyến, true",
        "DVC trực tuyến, false",
        "Tổng số còn lại, false",
        "Còn lại, false",
        "DVC không trực tuyến, false",
        "Mức độ 2, false"
    })
    void figuresOfAClassThatIsNotKnownAreNotLeftOutSilently(String word, boolean refused) throws Exception {
        byte[] csv = ("Đơn vị;Loại dịch vụ;Tổng số hồ sơ;Trực tuyến\n"
                        + "%1$s;Tất cả;203;120\n%1$s;Toàn trình;61;59\n%1$s;Một phần;81;61\n%1$s;%2$s;61;0\n")
                .formatted(UNITS.get(1), word)
                .getBytes(StandardCharsets.UTF_8);
        String address = office.taken("BC T10.2024.csv", csv, "");
        if (refused) {
            assertThat(refuses(address)).contains("Không biết “" + word + "” là loại dịch vụ nào", "B5");
        } else {
            applies(address);
            assertThat(added()).isEqualTo(figures("1"));
        }
    }

    @Test
    void textOfAnOldEncodingIsShownBesideWhatItIsReadAs() throws Exception {
        Document preview = office.open(office.taken("16.xlsx", file("16-tcvn3-text.xlsx"), ""));
        assertThat(understood(preview)).contains("Xã Phước Thắng (“X· Ph");
    }

    /** One month of the twelve is locked: nothing of the file is stored. */
    @Test
    void aYearWithALockedMonthIsRefusedWhole() throws Exception {
        String address = office.taken("nam.xlsx", year(), "");
        assertThat(office.send("/figures/2022-07/lock", "missing", "23").getStatus())
                .isEqualTo(302);
        entities.flush();
        assertThat(refuses(address)).contains("Tháng 07/2022 đã chốt");
    }

    private long revisions() {
        return jdbc.sql("select count(*) from return_revision")
                .query(Long.class)
                .single();
    }

    /** Brings a year of one unit: its title, the words over the figures, and its rows below the heading in row 3. */
    private String yearOfOne(String title, List<Object> words, List<List<Object>> rows) throws Exception {
        List<List<Object>> all =
                new ArrayList<>(List.of(cells("UBND HUYỆN TUY PHƯỚC"), cells(title), cells("STT", "Tháng", words)));
        all.addAll(rows);
        return office.taken("so-theo-doi.xlsx", workbook(all), "");
    }

    private static List<Object> monthRow(int month, String written) {
        return cells(month, written, figures(month, 0));
    }

    private static List<String> yearOfOne(String unit, Integer... months) {
        return Stream.of(months)
                .map(month -> "%s 2022-%02d 61/58 80/60 %d/118".formatted(unit, month, 210 + month))
                .toList();
    }

    /** Months down the rows and the unit in the title alone: rows of quarters and of the year are held against the months. */
    @Test
    void aYearOfTheUnitThatItsTitleNamesIsReadByItsRows() throws Exception {
        String address = yearOfOne(
                "Đơn vị: UBND xã Phước Hưng, huyện Tuy Phước - Năm 2022",
                WORDS,
                List.of(
                        monthRow(1, "Tháng 1"),
                        monthRow(2, "Tháng 02"),
                        monthRow(3, "03/2022"),
                        cells("", "Quý I", 636, 354, 183, 174, 240, 180),
                        monthRow(4, "T4"),
                        monthRow(5, "5"),
                        monthRow(6, "Tháng sáu"),
                        cells("", "Quý II", 645, 354, 183, 174, 240, 180),
                        cells("", "6 tháng đầu năm", 1281, 709, 366, 348, 480, 360),
                        cells(7, "Tháng 7"),
                        cells("", "Cộng cả năm", 1281, 708, 366, 348, 480, 361)));
        Document preview = office.open(address);
        assertThat(understood(preview))
                .contains("cả trang là của Xã Phước Hưng, mỗi hàng một tháng (cột B)", "6 tháng, nhập cùng một lần");
        assertThat(preview.select(".error-summary")).isEmpty();
        assertThat(preview.select("#month-title, #names-title, #mapping-title")).isEmpty();
        assertThat(preview.text())
                .contains(
                        "(ô D12) ghi 709, còn các dòng cộng lại là 708",
                        "(ô H14) ghi 361, còn các dòng cộng lại là 360")
                .doesNotContain("(ô C7)", "(ô C11)", "(ô C12)");
        applies(address);
        assertThat(added()).isEqualTo(yearOfOne("Xã Phước Hưng", 1, 2, 3, 4, 5, 6));
    }

    /** Quarters that stand together below the months are each held against their own three. */
    @Test
    void aQuarterIsHeldAgainstItsOwnMonthsWhereverItStands() throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            rows.add(monthRow(month, "Tháng " + month));
        }
        rows.add(cells("", "Quý 1", 636));
        rows.add(cells("", "Quý II", 645));
        rows.add(cells("", "Quý III/2022", 655));
        rows.add(cells("", "6 tháng cuối năm", 1317));
        rows.add(cells("", "Năm 2022", 2598));
        Document preview = office.open(yearOfOne("XÃ PHƯỚC HƯNG NĂM 2022", WORDS, rows));
        assertThat(preview.text())
                .contains("(ô C18) ghi 655, còn các dòng cộng lại là 654")
                .doesNotContain("(ô C16)", "(ô C17)", "(ô C19)", "(ô C20)");
    }

    @Test
    void theYearOfRowsThatSayNoneIsAskedOnce() throws Exception {
        String address =
                yearOfOne("SỐ LIỆU XÃ PHƯỚC HƯNG", WORDS, List.of(monthRow(1, "Tháng 1"), monthRow(2, "Tháng 2")));
        Document asking = office.open(address);
        assertThat(asking.select("section[aria-labelledby=month-title] select").eachAttr("name"))
                .containsExactly("yearOf[0]");
        assertThat(asking.select("#month-0 option").eachAttr("value"))
                .contains("2022")
                .doesNotContain("2022-01");
        assertThat(refuses(address)).contains("không ghi rõ các tháng là của năm nào");
        for (String year : List.of("1999", "20222", "x", "2099")) {
            assertThat(office.send(address + "/month", "yearOf[0]", year).getStatus())
                    .isBetween(400, 422);
        }
        assertThat(office.send(address + "/month", "yearOf[0]", "2022").getStatus())
                .isEqualTo(302);
        applies(address);
        assertThat(added()).isEqualTo(yearOfOne("Xã Phước Hưng", 1, 2));
    }

    /** Where the sheet names no unit a person says which, for this file alone; another file may be another unit's. */
    @Test
    void theUnitThatNoTitleNamesIsAskedForEachFile() throws Exception {
        List<List<Object>> rows = List.of(monthRow(1, "Tháng 1"), monthRow(2, "Tháng 2"), cells("", "Cộng", 423));
        String address = yearOfOne("SỐ LIỆU NĂM 2022", WORDS, rows);
        Document asking = office.open(address);
        assertThat(asking.select("section[aria-labelledby=names-title] label").eachText())
                .containsExactly("Đơn vị của cả trang tính “Theo dõi” hàng 4");
        assertThat(refuses(address)).contains("Chưa rõ là đơn vị nào");
        String unit = asking.select("#unit0 option").stream()
                .filter(option -> option.text().contains("Phước Hưng"))
                .findFirst()
                .orElseThrow()
                .val();
        String key = asking.select("[name='nameOf[0]']").val();
        office.send(address + "/units", "nameOf[0]", key, "unitOf[0]", unit);
        assertThat(understood(office.open(address))).contains("cả trang là của Xã Phước Hưng");
        applies(address);
        assertThat(added()).isEqualTo(yearOfOne("Xã Phước Hưng", 1, 2));
        assertThat(office.open(yearOfOne("SỐ LIỆU NĂM 2022", WORDS, rows)).select("#unit0"))
                .hasSize(1);
    }

    /** Two names in the title decide nothing. */
    @Test
    void aTitleOfTwoUnitsIsAskedAbout() throws Exception {
        String address = yearOfOne(
                "Xã Phước Hưng (kể cả hồ sơ của xã Phước Thắng) năm 2022", WORDS, List.of(monthRow(1, "Tháng 1")));
        assertThat(office.open(address).select("#unit0")).hasSize(1);
    }

    /** Whoever enters for one unit is not asked; what names another unit is not theirs. */
    @Test
    void aSheetWithoutAUnitIsThatOfItsOnlyPerson() throws Exception {
        office = new ImportForm(browser, people.as("dieutri"));
        List<List<Object>> rows = List.of(monthRow(1, "Tháng 1"), monthRow(2, "Tháng 2"));
        assertThat(refuses(yearOfOne("XÃ PHƯỚC HƯNG NĂM 2022", WORDS, rows)))
                .contains("Tệp chỉ có số của đơn vị khác: Xã Phước Hưng");
        String asked = yearOfOne("Xã Phước Hưng, xã Phước Thắng năm 2022", WORDS, rows);
        Document asking = office.open(asked);
        assertThat(asking.select("#unit0 option").eachText())
                .noneMatch(option -> option.contains("Phước Hưng"))
                .anyMatch(option -> option.contains("Diêu Trì"));
        String foreign = jdbc.sql("select unit_id from unit_version where name = 'Xã Phước Hưng'")
                .query(String.class)
                .list()
                .get(0);
        String key = asking.select("[name='nameOf[0]']").val();
        office.send(asked + "/units", "nameOf[0]", key, "unitOf[0]", foreign);
        assertThat(refuses(asked)).contains("Chưa rõ là đơn vị nào");
        String address = yearOfOne("SỐ LIỆU NĂM 2022", WORDS, rows);
        assertThat(understood(office.open(address))).contains("cả trang là của Thị trấn Diêu Trì");
        applies(address);
        assertThat(added()).isEqualTo(yearOfOne("Thị trấn Diêu Trì", 1, 2));
    }

    /** A month that was chosen for the file takes its own row alone, and its year where the sheet says none; sums say nothing then. */
    @Test
    void aChosenMonthTakesItsRowOfTheYear() throws Exception {
        List<List<Object>> rows = new ArrayList<>(List.of(
                cells("XÃ PHƯỚC HƯNG"),
                cells("STT", "Tháng", WORDS),
                monthRow(1, "1"),
                monthRow(2, "2"),
                cells("", "Lũy kế 2 tháng", 423)));
        String address = office.taken("so.xlsx", workbook(rows), "2022-02");
        assertThat(office.open(address).text()).doesNotContain("còn các dòng cộng lại là");
        applies(address);
        assertThat(added()).isEqualTo(yearOfOne("Xã Phước Hưng", 2));
        before = stored();
        assertThat(refuses(office.taken("so.xlsx", workbook(rows), "2022-03")))
                .contains("tháng khác với tháng đã chọn");
        rows.add(cells("", "Bình quân", figures(1, 0)));
        assertThat(refuses(office.taken("so.xlsx", workbook(rows), "2022-01"))).contains("“Bình quân”", "B6");
    }

    /** Rows that are no months are told at their place, and a month that stands there twice too. */
    @ParameterizedTest
    @CsvSource({
        "Bình quân, “Bình quân” không phải là tháng",
        "Tháng 13, “Tháng 13” không phải là tháng",
        "Ước tháng 3, “Ước tháng 3” không phải là tháng",
        "Kế hoạch tháng 3/2022, “Kế hoạch tháng 3/2022” không phải là tháng",
        "Cùng kỳ tháng 3/2021, “Cùng kỳ tháng 3/2021” không phải là tháng",
        "Đến tháng 3/2022, “Đến tháng 3/2022” không phải là tháng",
        "T1, có hai dòng"
    })
    void whatIsNoMonthOfTheYearIsNotRead(String row, String problem) throws Exception {
        String address = yearOfOne(
                "XÃ PHƯỚC HƯNG NĂM 2022",
                WORDS,
                List.of(monthRow(1, "Tháng 1"), monthRow(2, "Tháng 2"), cells("", row, figures(9, 0))));
        assertThat(refuses(address)).contains(problem);
    }

    /** Words that nobody knows are described with "one unit" in place of a column; which unit stays open for other files. */
    @Test
    void aSheetOfOneUnitIsDescribedWithoutAColumnOfUnits() throws Exception {
        List<Object> words = List.of("Vào sổ", "Qua mạng", "Loại A vào", "Loại A mạng", "Loại B vào", "Loại B mạng");
        List<List<Object>> rows = List.of(monthRow(1, "Tháng 1"), monthRow(2, "Tháng 2"), cells("", "Tổng", 423));
        String address = yearOfOne("SỐ LIỆU NĂM 2022", words, rows);
        Document asking = office.open(address);
        assertThat(asking.select("#unitColumn option[value=0]").text()).contains("một đơn vị");
        String[] description = {
            "sheet",
            "0",
            "headerRow",
            "3",
            "unitColumn",
            "0",
            "columnOf[dossiersReceived]",
            "3",
            "columnOf[onlineReported]",
            "4",
            "columnOf[fullProcessReceived]",
            "5",
            "columnOf[fullProcessOnline]",
            "6",
            "columnOf[partialReceived]",
            "7",
            "columnOf[partialOnline]",
            "8"
        };
        assertThat(office.send(address + "/layout", description).getStatus()).isEqualTo(302);
        Document named = office.open(address);
        assertThat(named.select("#unitColumn option[selected]").eachAttr("value"))
                .containsExactly("0");
        assertThat(named.select("#unit0")).hasSize(1);

        office = new ImportForm(browser, people.as("dieutri"));
        String theirs = yearOfOne("SỐ LIỆU NĂM 2022", words, rows);
        assertThat(understood(office.open(theirs))).contains("cả trang là của Thị trấn Diêu Trì, mỗi hàng một tháng");
        applies(theirs);
        assertThat(added()).isEqualTo(yearOfOne("Thị trấn Diêu Trì", 1, 2));
    }

    /** "One unit" needs a column of months, and none of the figures is it. */
    @Test
    void aDescriptionOfOneUnitNeedsItsMonths() throws Exception {
        String address = yearOfOne(
                "SỐ LIỆU NĂM 2022", List.of("Vào sổ", "Qua mạng", "Khác"), List.of(monthRow(1, "A"), monthRow(2, "B")));
        String[] description = {"sheet", "0", "headerRow", "3", "unitColumn", "0", "columnOf[dossiersReceived]", "3"};
        MockHttpServletResponse answer = office.send(address + "/layout", description);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(problems(answer)).contains("không thấy cột ghi tháng");
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#unitColumn option[selected]")
                        .eachAttr("value"))
                .containsExactly("0");
    }

    /** Another year beside the title's, or one of a document or of a signature alone, decides nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "XÃ PHƯỚC HƯNG 2022 SO VỚI NĂM 2021",
                "XÃ PHƯỚC HƯNG NĂM 2021 - 2022",
                "XÃ PHƯỚC HƯNG NĂM 2021, NĂM 2022",
                "XÃ PHƯỚC HƯNG theo Nghị định số 61/2018/NĐ-CP năm 2018",
                "XÃ PHƯỚC HƯNG, ngày … tháng … năm 2022",
                "XÃ PHƯỚC HƯNG, ngày 05/01/2022"
            })
    void aYearThatTheTitleDoesNotSayForSureIsAsked(String title) throws Exception {
        List<List<Object>> rows = List.of(monthRow(1, "Tháng 1"), monthRow(2, "Tháng 2"));
        assertThat(refuses(yearOfOne(title, WORDS, rows))).contains("không ghi rõ các tháng là của năm nào");
    }

    /** The tab and the file's name are held against the title, as they are where each sheet is of a month. */
    @Test
    void aTabOrAFileOfAnotherYearIsAskedAbout() throws Exception {
        List<List<Object>> rows =
                List.of(cells("XÃ PHƯỚC HƯNG NĂM 2022"), cells("STT", "Tháng", WORDS), monthRow(1, "1"));
        assertThat(refuses(office.taken("nam-2021.xlsx", workbook(rows), ""))).contains("của năm nào");
        assertThat(refuses(office.taken("so.xlsx", workbook("2021", rows), ""))).contains("của năm nào");
        applies(office.taken("phuoc-hung-2022.xlsx", workbook("2022", rows), ""));
        assertThat(added()).isEqualTo(yearOfOne("Xã Phước Hưng", 1));
    }

    /** What begins another unit's rows or another year's among the months is told at its place. */
    @ParameterizedTest
    @CsvSource({
        "'', Xã Phước Thắng, '', B6, đứng giữa các tháng",
        "XÃ PHƯỚC THẮNG, '', '', A6, đứng giữa các tháng",
        "'', '', Xã Phước Thắng, C6, đứng giữa các tháng",
        "Năm 2023, '', '', A6, là của năm khác",
        "'', Năm 2023, '', B6, là của năm khác",
        "'', Năm 2023, 423, B6, là của năm khác",
        "2023, Tháng 5, 5, A6, là của năm khác",
        "Xã Phước Thắng, Tháng 5, 5, A6, đứng giữa các tháng",
        "'', 12/2021, 5, B6, là của năm khác"
    })
    void whatBeginsAnotherUnitOrYearIsNotReadOn(String first, String second, String third, String cell, String problem)
            throws Exception {
        String address = yearOfOne(
                "XÃ PHƯỚC HƯNG NĂM 2022",
                WORDS,
                List.of(
                        monthRow(1, "Tháng 1"),
                        monthRow(2, "Tháng 2"),
                        cells(first, second, third),
                        monthRow(3, "Tháng 3"),
                        monthRow(4, "Tháng 4")));
        assertThat(refuses(address)).contains(problem, "ô " + cell);
    }

    /** Where the title is of two years, the answer is of one, and the rows of the other are told. */
    @Test
    void theAnswerForOneYearDoesNotCoverTheOther() throws Exception {
        List<List<Object>> rows = List.of(
                cells("XÃ PHƯỚC HƯNG"),
                cells("Năm 2021"),
                cells("Năm 2022"),
                cells("STT", "Tháng", WORDS),
                monthRow(1, "Tháng 11"),
                cells("Năm 2022"),
                monthRow(2, "Tháng 1"));
        String address = office.taken("so.xlsx", workbook(rows), "");
        assertThat(office.send(address + "/month", "yearOf[0]", "2021").getStatus())
                .isEqualTo(302);
        assertThat(refuses(address)).contains("ô A6: “Năm 2022” là của năm khác", "đang đọc là năm 2021");
    }

    /** Headings of parts, the title printed again and a month without figures begin nothing else; nor does what stands below. */
    @Test
    void whatBelongsToTheYearIsPassedOver() throws Exception {
        applies(yearOfOne(
                "XÃ PHƯỚC HƯNG NĂM 2022",
                WORDS,
                List.of(
                        cells("I", "Quý I"),
                        monthRow(1, "Tháng 1"),
                        cells("", "Tháng 2", "", "", "", "", "", "", "nghỉ Tết"),
                        cells("XÃ PHƯỚC HƯNG NĂM 2022"),
                        cells("STT", "Tháng", WORDS),
                        cells("Quý I", "Tháng 3/2022", figures(3, 0)),
                        cells("II", "6 tháng đầu năm 2022"),
                        monthRow(4, "4"),
                        cells("", "Người lập bảng năm 2023"))));
        assertThat(added()).isEqualTo(yearOfOne("Xã Phước Hưng", 1, 3, 4));
    }

    /** A sum stands for its months only beside them; one of nought is of months to come. */
    @ParameterizedTest
    @ValueSource(strings = {"Quý II", "Tháng 3, 4", "Tháng 5 + 6", "Từ tháng 3 đến tháng 6", "T3 - T5"})
    void aSumOfMonthsThatHaveNoRowsIsNotPassedOver(String sum) throws Exception {
        List<List<Object>> rows = List.of(
                monthRow(1, "Tháng 1"),
                monthRow(2, "Tháng 2"),
                cells("", sum, figures(3, 0)),
                cells("", "Tháng 1 - 2", 423),
                cells("", "Quý IV", 0, 0, 0, 0, 0, 0));
        String address = yearOfOne("XÃ PHƯỚC HƯNG NĂM 2022", WORDS, rows);
        assertThat(refuses(address)).contains("ô B6: Hàng “" + sum + "” có số").doesNotContain("B7", "B8");
    }

    /** A title that names a unit of none is not taken for the sheet of whoever brings it. */
    @Test
    void aTitleOfAnUnknownUnitIsAskedAbout() throws Exception {
        office = new ImportForm(browser, people.as("dieutri"));
        List<List<Object>> rows = List.of(monthRow(1, "Tháng 1"));
        for (String title : List.of("UBND XÃ NHƠN HẬU NĂM 2022", "Đơn vị: Nhơn Hậu - năm 2022")) {
            String address = yearOfOne(title, WORDS, rows);
            assertThat(office.open(address).select("#unit0")).hasSize(1);
            assertThat(refuses(address)).contains("Chưa rõ là đơn vị nào");
        }
        applies(yearOfOne("UBND xã năm 2022 (đơn vị tính: hồ sơ)", WORDS, rows));
        assertThat(added()).isEqualTo(yearOfOne("Thị trấn Diêu Trì", 1));
    }

    /** The words of the month column are no unit's: neither a month nor the number that a spreadsheet keeps of its first day. */
    @Test
    void rowsOfMonthsAreNotShownAsNamesOfUnits() throws Exception {
        String address = yearOfOne("XÃ PHƯỚC HƯNG", WORDS, List.of(cells(1, "01/2022", figures(1, 0))));
        assertThat(office.open(address).text()).contains("Xã Phước Hưng").doesNotContain("trong tệp: “01/2022”");
    }
}
