package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.hoso.ProgramTest;
import vn.hoso.security.Role;

/** Names that a spreadsheet would run and a document would take for markup, read back from the files. */
@ProgramTest
class InertExportsTest {

    private static final List<String> NAMES = List.of(
            "=HYPERLINK(\"http://example.org\";\"bấm\")",
            "+84 256 3633 000",
            "-2+3",
            "@SUM(A1:A9)",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "＝1+1",
            "＋1",
            "－1",
            "＠A1",
            "<w:t>&amp;</w:t><script>alert(1)</script>",
            "]]><x/>&lt;",
            "a;b\"c\"\r\n=1+1",
            "_x000D_ {FORMTEXT}");

    @Autowired
    private ApplicationContext program;

    private World world;

    @BeforeEach
    void enter() {
        world = new World(program);
    }

    private byte[] file(String address) {
        return world.andTakeBack(() -> {
            for (int i = 0; i < NAMES.size(); i++) {
                world.database()
                        .sql("update unit_version set name = ? where unit_id = ?")
                        .params(NAMES.get(i), i + 1)
                        .update();
            }
            return world.send(Ask.get(address), Role.REVIEWER).getResponse().getContentAsByteArray();
        });
    }

    @Test
    void csvHoldsNoFormulaAndItsNumbersAreNumbers() throws IOException {
        String text = new String(file("/exports/results.csv?year=2024"), StandardCharsets.UTF_8);
        List<CSVRecord> rows = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .get()
                .parse(new StringReader(text.substring(1)))
                .getRecords();
        List<String> names = rows.stream().map(row -> row.get(1)).distinct().toList();
        assertThat(names).contains("'=HYPERLINK(\"http://example.org\";\"bấm\")", "'-2+3", "'＝1+1", "'\t=1+1");
        rows.stream()
                .skip(1)
                .forEach(row -> row.forEach(cell -> assertThat(cell)
                        .as("a number stays one, text does not begin as a formula does")
                        .matches("(?s)-?[0-9]+(,[0-9]+)?|[^=+\\-@\\t\\r\\n＝＋－＠].*|")));
        assertThat(rows.stream().skip(1).map(row -> row.get(3))).anyMatch(cell -> cell.matches("[0-9]+"));
    }

    @Test
    void workbookHoldsNoFormulaMadeOfNames() throws IOException {
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file("/reports/2024/annex.xlsx")))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                }
                assertThat(formula(cell)).doesNotContain("HYPERLINK", "1+1", "2+3", "A1:A9");
            })));
        }
        assertThat(texts).contains("=HYPERLINK(\"http://example.org\";\"bấm\")", "@SUM(A1:A9)", "＝1+1");
    }

    private static String formula(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCellFormula() : "";
    }

    @Test
    void documentTakesMarkupForText() {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file("/reports/2024/report.docx")));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains("<w:t>&amp;</w:t><script>alert(1)</script>", "]]><x/>&lt;");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void pdfPrintsNamesAsTextAndNothingInItActs() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file("/reports/2024/report.pdf"))) {
            // Narrow cells may break a word anywhere, so spaces do not count.
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertThat(text)
                    .contains(
                            "=HYPERLINK(\"http://example.org\";\"bấm\")",
                            "@SUM(A1:A9)",
                            "<w:t>&amp;</w:t><script>alert(1)</script>",
                            "]]><x/>&lt;",
                            "_x000D_{FORMTEXT}");
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(pdf.getDocumentCatalog().getNames()).isNull();
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
            }
        }
    }
}
