package vn.hoso.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** The annex for the year-end evaluation says of each official what the page says. */
@ProgramTest(world = OWN)
class EvaluationAnnexTest {

    private static final String PAGE = "/dashboard/paper/people";
    private static final String YEAR = "?year=2024&span=YEAR";

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private byte[] file(String address, String person) throws Exception {
        return browser.perform(get(address).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    void personsAndCountsAreThoseOfThePageWithExplainedOnesApart() throws Exception {
        IntakeRows.sample(jdbc, "2024-10");
        jdbc.sql("""
                insert into paper_explanation (unit_id, month, received_by_key, received_by, dossiers, reason, state, proposed_by,
                    proposed_by_name, proposed_at, decided_by, decided_by_name, decided_at)
                select 2, date '2024-10-01', 'hồ quốc khánh', 'Hồ Quốc Khánh', 3, 'ELDERLY', 'ACCEPTED', min(id), 'A', now(),
                    max(id), 'B', now() from app_user
                """).update();
        jdbc.sql("""
                insert into paper_explanation (unit_id, month, received_by_key, received_by, dossiers, reason, state, proposed_by,
                    proposed_by_name, proposed_at)
                select 2, date '2024-10-01', 'hồ quốc khánh', 'Hồ Quốc Khánh', 1, 'ELDERLY', 'PROPOSED', min(id), 'A', now()
                from app_user
                """).update();
        String waits = "đang chờ quyết định: 1";
        List<String> page = Jsoup.parse(new String(file(PAGE + YEAR, "lanhdao"), StandardCharsets.UTF_8))
                .select(".intake-table tbody tr")
                .stream()
                .map(row -> row.select("th a").text() + "|"
                        + String.join("|", row.select("td.num").eachText().subList(0, 4)) + "|"
                        + row.select(".share-percent").text())
                .toList();
        assertThat(page).hasSize(IntakeRows.expected().size()).contains("Hồ Quốc Khánh|56|5|3|2 " + waits + "|8,93%");
        page = page.stream().map(each -> each.replace(" " + waits, "")).toList();

        byte[] docx = file(PAGE + "/annex.docx" + YEAR, "lanhdao");
        Files.write(Path.of("target", "phu-luc-danh-gia.docx"), docx);
        List<String> document = new ArrayList<>();
        try (XWPFDocument text = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(text.getTables().get(0).getText())
                    .contains("Chưa được chấp nhận giải trình")
                    .contains("Đ" + waits.substring(1) + " (tháng 10/2024)");
            text.getTables().get(0).getRows().stream()
                    .skip(2)
                    .map(row -> row.getTableCells().stream()
                            .map(cell -> cell.getText().strip())
                            .toList())
                    .filter(cells -> !cells.get(0).isEmpty())
                    .forEach(cells -> document.add(String.join("|", cells.subList(1, 7))));
            assertThat(text.getParagraphs().stream().map(each -> each.getText()))
                    .anyMatch(each -> each.startsWith("Giải pháp 3.3 của kế hoạch"))
                    .contains("Từ ngày 01/01/2024 đến ngày 31/12/2024, theo tháng dương lịch.");
        }
        assertThat(document).containsExactlyElementsOf(page);

        byte[] xlsx = file(PAGE + "/annex.xlsx" + YEAR, "vanphong");
        Files.write(Path.of("target", "phu-luc-danh-gia.xlsx"), xlsx);
        List<String> sheet = new ArrayList<>();
        DataFormatter shown = new DataFormatter();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Row row : workbook.getSheetAt(0)) {
                if (shown.formatCellValue(row.getCell(0)).matches("\\d+")) {
                    sheet.add(row.getCell(1).getStringCellValue() + "|" + number(row, 2) + "|" + number(row, 3) + "|"
                            + number(row, 4) + "|" + number(row, 5));
                    if (row.getCell(1).getStringCellValue().equals("Hồ Quốc Khánh")) {
                        assertThat(row.getCell(7).getStringCellValue())
                                .isEqualTo("Đ" + waits.substring(1) + " (tháng 10/2024)");
                    }
                }
            }
        }
        assertThat(sheet)
                .containsExactlyElementsOf(page.stream()
                        .map(each -> each.substring(0, each.lastIndexOf('|')))
                        .toList());
        try (XWPFDocument own =
                new XWPFDocument(new ByteArrayInputStream(file(PAGE + "/annex.docx" + YEAR, "dieutri")))) {
            assertThat(own.getTables().get(0).getText())
                    .contains("Hồ Quốc Khánh")
                    .doesNotContain("Bùi Ngọc Mai");
        }
        assertThat(jdbc.sql(
                                "select string_agg(detail, ' ' order by sequence) from audit_event where action = 'people.annex'")
                        .query(String.class)
                        .single())
                .isEqualTo("docx xlsx docx");
    }

    private static long number(Row row, int column) {
        return (long) row.getCell(column).getNumericCellValue();
    }
}
