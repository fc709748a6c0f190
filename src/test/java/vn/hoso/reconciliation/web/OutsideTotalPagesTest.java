package vn.hoso.reconciliation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** Totals of others are entered, corrected and withdrawn one by one or as a list. Takes back what it writes. */
@ProgramTest
@Transactional
class OutsideTotalPagesTest {

    private static final String TOTALS = "/reconciliation/totals";

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request, String... fields) throws Exception {
        request.with(people.as("vanphong")).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse entered(
            String corrects, String unit, String month, String value, String text, String reason) throws Exception {
        return sent(
                post(TOTALS),
                "corrects",
                corrects,
                "unit",
                unit,
                "year",
                "2024",
                "month",
                month,
                "measure",
                "DOSSIERS_RECEIVED",
                "source",
                "NOTICE",
                "value",
                value,
                "sourceText",
                text,
                "sourceDate",
                "2024-09-15",
                "reason",
                reason);
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(sent(get(address).with(people.as("vanphong"))).getContentAsString());
    }

    private List<String> stored() {
        return jdbc.sql("select month || ' ' || value || ' ' || state from outside_total order by id")
                .query(String.class)
                .list();
    }

    /** The number of the first page's total that is in force, as its link has it. */
    private String correctable() throws Exception {
        return page(TOTALS + "?year=2024")
                .select("a[href*=corrects]")
                .first()
                .attr("href")
                .replaceFirst(".*corrects=", "");
    }

    @Test
    void correctsTheNumberOfATotalAndNotWhoseItIs() throws Exception {
        assertThat(entered("", "2", "3", "120", "Thông báo 15", "").getStatus()).isEqualTo(302);
        String id = correctable();
        Document form = page(TOTALS + "?year=2024&corrects=" + id);
        assertThat(form.select("select:not([disabled])")).isEmpty();
        assertThat(form.select("#corrects-hint").text()).contains("hãy rút số này rồi nhập lại");
        assertThat(form.select("input[type=hidden][name=month]").val()).isEqualTo("3");

        MockHttpServletResponse other = entered(id, "2", "4", "125", "Thông báo 15", "Nhầm tháng");
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(other.getContentAsString())
                .contains("hãy rút số ấy rồi nhập lại")
                .doesNotContain("vừa được người khác");
        assertThat(stored()).containsExactly("2024-03-01 120 IN_FORCE");

        assertThat(entered(id, "2", "3", "125", "Thông báo 15", "Gõ nhầm").getStatus())
                .isEqualTo(302);
        assertThat(stored()).containsExactly("2024-03-01 120 CORRECTED", "2024-03-01 125 IN_FORCE");
        // Whoever still had the earlier one on the page is told so.
        assertThat(entered(id, "2", "3", "130", "Thông báo 15", "Gõ nhầm").getContentAsString())
                .contains("vừa được người khác sửa hoặc rút");
        assertThat(entered("", "2", "3", "125", "Thông báo 15", "").getStatus()).isEqualTo(302);
        assertThat(entered("", "2", "3", "130", "Thông báo 15", "").getContentAsString())
                .contains("Nguồn này đã có số khác cho kỳ này");
        assertThat(stored()).hasSize(2);
    }

    @Test
    void saysThatItShowsTheFirstLinesOfALongList() throws Exception {
        assertThat(listed("Thị trấn Diêu Trì;03/2024;Số khác;1\n".repeat(201), "false"))
                .contains("201 trong 201 dòng có chỗ sai", "Đang hiện 200 dòng đầu trong 201.");
        assertThat(listed("Thị trấn Diêu Trì;03/2024;Số khác;1\n".repeat(200), "false"))
                .doesNotContain("Đang hiện");
    }

    /** Excel makes a day of a month that is typed as 09/2024. */
    @Test
    void readsTheMonthOfASpreadsheetAsItShowsIt() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            CellStyle month = workbook.createCellStyle();
            month.setDataFormat(workbook.createDataFormat().getFormat("mm/yyyy"));
            Sheet sheet = workbook.createSheet();
            for (LocalDate day : List.of(LocalDate.of(2024, 9, 1), LocalDate.of(2024, 9, 15))) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                row.createCell(0).setCellValue("Thị trấn Diêu Trì");
                row.createCell(1).setCellValue(day);
                row.getCell(1).setCellStyle(month);
                row.createCell(2).setCellValue("Tổng số hồ sơ");
                row.createCell(3).setCellValue(120);
            }
            workbook.write(bytes);
        }
        String page = browser.perform(multipart(TOTALS + "/list")
                        .file(new MockMultipartFile("file", "so.xlsx", null, bytes.toByteArray()))
                        .param("source", "NOTICE")
                        .param("sourceText", "Thông báo 15")
                        .param("sourceDate", "2024-09-15")
                        .with(people.as("vanphong"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(page).select("#lines").first().wholeText())
                .contains("Thị trấn Diêu Trì\t09/2024\tTổng số hồ sơ\t120", "\t15/09/2024\t");
        assertThat(Jsoup.parse(page).text()).contains("1 trong 2 dòng có chỗ sai", "Kỳ viết như 09/2024");
    }

    /** Which of two sheets is the list is not guessed, and neither is left out in silence. */
    @Test
    void readsNoFileInPart() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            for (String name : List.of("Bìa", "Số liệu")) {
                workbook.createSheet(name).createRow(0).createCell(0).setCellValue("Thị trấn Diêu Trì");
            }
            workbook.write(bytes);
        }
        MockHttpServletResponse refused = browser.perform(multipart(TOTALS + "/list")
                        .file(new MockMultipartFile("file", "so.xlsx", null, bytes.toByteArray()))
                        .param("source", "NOTICE")
                        .param("sourceText", "Thông báo 15")
                        .param("sourceDate", "2024-09-15")
                        .with(people.as("vanphong"))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Nhiều trang của tệp có nội dung: “Bìa”, “Số liệu”");
    }

    private String listed(String lines, String apply) throws Exception {
        MockHttpServletResponse answer = sent(
                post(TOTALS + "/list"),
                "source",
                "NOTICE",
                "sourceText",
                "Thông báo 15",
                "sourceDate",
                "2024-09-15",
                "lines",
                lines,
                "apply",
                apply);
        return Jsoup.parse(answer.getContentAsString()).text();
    }

    @Test
    void saysWhichTotalsOfAListWereThereBefore() throws Exception {
        assertThat(entered("", "2", "3", "120", "Thông báo 12", "").getStatus()).isEqualTo(302);
        MockHttpServletResponse again = entered("", "2", "3", "120", "Thông báo 15", "");
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(again.getContentAsString()).contains("đã có đúng số này theo văn bản khác");

        String lines = "Thị trấn Diêu Trì;03/2024;Tổng số hồ sơ;120\nThị trấn Diêu Trì;04/2024;Tổng số hồ sơ;95";
        assertThat(listed(lines, "false"))
                .contains(
                        "1 số sẽ được nhập; 1 số đã có từ trước.",
                        "Nhập 1 số",
                        "120 Đã có theo văn bản khác",
                        "95 Nhập");
        listed(lines, "true");
        assertThat(stored()).containsExactly("2024-03-01 120 IN_FORCE", "2024-04-01 95 IN_FORCE");
        assertThat(listed(lines, "false"))
                .contains("0 số sẽ được nhập; 2 số đã có từ trước.", "95 Đã có")
                .doesNotContain("Nhập 0 số");
        assertThat(listed(lines.replace("95", "96"), "false"))
                .contains("1 trong 2 dòng có chỗ sai", "Nguồn này đã có số khác cho kỳ này");
    }
}
