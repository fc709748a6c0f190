package vn.hoso.reports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import vn.hoso.reports.SampleYears;
import vn.hoso.reports.domain.OfficeWordingFiller;
import vn.hoso.reports.domain.ReportNamedFigures;
import vn.hoso.reports.domain.ReportPart;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.YearResults;

/** Names that try to be more than names stay text that a reader can read, in every file. */
class HostileTextTest {

    private static final String FORMULA = "=HYPERLINK(\"http://x.example\",\"bấm\")";
    private static final String MARKUP = "<script>alert(1)</script><img src='http://x.example/a.png'>&amp;]]>";
    private static final String CONTROL = "Xã\u0000 Phước\u0007 A\u000bn\tBắc";
    private static final String DECOMPOSED = Normalizer.normalize("Xã Phước Hòa – Đội Ế", Normalizer.Form.NFD);
    private static final String LONG = "dòng ".repeat(998) + "hết-dòng";

    private static final YearResults RESULTS = SampleYears.provisional2024(
            FORMULA, MARKUP, CONTROL, DECOMPOSED, LONG, "{toan_trinh.ty_le} **x** ../../etc");

    /** 5,000 characters that a person wrote: they read as prose in section IV of every document. */
    private static final String NOTE = "- " + "=1+1 <b>ghi chú</b> ".repeat(249) + "hết-ghi-chú";

    private static final ReportText TEXT = OfficeWordingFiller.in(
            ReportText.of(RESULTS, SampleYears.TUY_PHUOC, SampleYears.TODAY),
            Map.of(ReportPart.SOLUTIONS, Normalizer.normalize(NOTE, Normalizer.Form.NFC)),
            ReportNamedFigures.of(RESULTS, ReportTerm.year(2024)),
            List.of());

    @Test
    void readsAsTypedInTheDocument() throws IOException {
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(ReportDocument.of(TEXT, SampleYears.TODAY)))) {
            String annex = document.getTables().get(2).getText();
            assertReadable(annex);
            assertThat(annex).contains(LONG);
            assertThat(document.getParagraphs())
                    .anyMatch(paragraph -> paragraph.getText().equals(NOTE));
            assertThat(document.getAllPackagePictures()).isEmpty();
            assertThat(document.getDocument().xmlText()).doesNotContain("<w:hyperlink", "<script");
        }
    }

    @Test
    void readsAsTypedInThePdfAndNothingInItActs() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ReportPdf.of(TEXT, SampleYears.TODAY))) {
            String text = new PDFTextStripper().getText(pdf);
            assertReadable(text);
            // The long name stands in section III and in the annex, both times whole over several pages.
            assertThat(text.split("dòng", -1)).hasSize(2 * 999 + 1);
            assertThat(text.split("=1\\+1", -1)).hasSize(249 + 1);
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
        }
    }

    @Test
    void staysTextInTheWorkbook() throws IOException {
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(ReportWorkbook.of(RESULTS, TEXT, SampleYears.TODAY)))) {
            StringBuilder names = new StringBuilder();
            StreamSupport.stream(workbook.getSheet("Đơn vị").spliterator(), false)
                    .map(row -> row.getCell(1))
                    .filter(cell -> cell != null && cell.getCellType() == CellType.STRING)
                    .map(Cell::getStringCellValue)
                    .forEach(name -> names.append(name).append(' '));
            assertReadable(names.toString());
            assertThat(names).contains(LONG);
            assertThat(workbook.getAllPictures()).isEmpty();
        }
    }

    /** Narrow cells may break a word anywhere, so spaces do not count. */
    private static void assertReadable(String text) {
        String read = text.replaceAll("\\s+", "");
        for (String name : new String[] {FORMULA, MARKUP, DECOMPOSED, "{toan_trinh.ty_le} **x** ../../etc"}) {
            assertThat(read)
                    .contains(Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\s+", ""));
        }
        assertThat(read).contains("XãPhướcAnBắc").isEqualTo(Normalizer.normalize(read, Normalizer.Form.NFC));
    }
}
