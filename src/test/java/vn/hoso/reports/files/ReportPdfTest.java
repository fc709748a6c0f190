package vn.hoso.reports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import vn.hoso.rates.Indicator;
import vn.hoso.reports.SampleYears;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.YearResults;

class ReportPdfTest {

    private static final double POINTS_PER_MM = 72 / 25.4;

    private static final byte[] PUBLISHED = bytes(SampleYears.published2023());
    private static final byte[] MADE_UP = bytes(SampleYears.provisional2024());

    @Test
    void saysItsTitleAndLanguageAndIsTagged() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(PUBLISHED)) {
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("BÁO CÁO Kết quả tiếp nhận hồ sơ trực tuyến năm 2023 trên địa bàn huyện Tuy Phước");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(tags(pdf.getDocumentCatalog().getStructureTreeRoot()))
                    .contains("H1", "H2", "H3", "P", "Table", "TR", "TH", "TD");
        }
    }

    /** Not one line of its notes on a page of its own: its letters are found as they are printed. */
    @Test
    void hasTheAnnexOf23UnitsWithAnIndicatorOfTheOfficeOnOnePage() throws Exception {
        YearResults results = SampleYears.ofAProvince2024(
                1,
                Indicator.defined("dung_han", new Indicator.Definition("Giải quyết đúng hạn", List.of(), List.of())));
        try (PDDocument pdf = Loader.loadPDF(bytes(results))) {
            assertThat(first(pdf, "Phụ lục")).isEqualTo(pdf.getNumberOfPages() - 1);
        }
    }

    @Test
    void hasTheAnnexOf23UnitsWithTwoIndicatorsOfTheOfficeOnOnePage() throws Exception {
        YearResults results = SampleYears.ofAProvince2024(
                1,
                Indicator.defined("dung_han", new Indicator.Definition("Giải quyết đúng hạn", List.of(), List.of())),
                Indicator.defined(
                        "so_hoa",
                        new Indicator.Definition(
                                "Số hóa kết quả giải quyết thủ tục hành chính", List.of(), List.of())));
        try (PDDocument pdf = Loader.loadPDF(bytes(results))) {
            assertThat(first(pdf, "Phụ lục")).isEqualTo(pdf.getNumberOfPages() - 1);
        }
    }

    @Test
    void carriesEveryTypefaceInside() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(MADE_UP)) {
            List<String> typefaces = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                    typefaces.add(page.getResources().getFont(name).getName());
                }
            }
            assertThat(typefaces).isNotEmpty().allMatch(name -> name.contains("+LiberationSerif"));
        }
    }

    @Test
    void standsUprightAndTheAnnexWide() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(MADE_UP)) {
            int annex = first(pdf, "Phụ lục");
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                PDRectangle paper = pdf.getPage(page).getMediaBox();
                assertThat(Math.round(paper.getWidth() / POINTS_PER_MM)).isEqualTo(page < annex ? 210 : 297);
                assertThat(Math.round(paper.getHeight() / POINTS_PER_MM)).isEqualTo(page < annex ? 297 : 210);
            }
        }
    }

    @Test
    void keepsTheMarginsOfTheDecree() throws Exception {
        for (byte[] file : List.of(PUBLISHED, MADE_UP)) {
            try (PDDocument pdf = Loader.loadPDF(file)) {
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    PDRectangle paper = pdf.getPage(page - 1).getMediaBox();
                    for (TextPosition letter : letters(pdf, page)) {
                        assertThat(letter.getXDirAdj() / POINTS_PER_MM).isGreaterThan(29.9);
                        assertThat((paper.getWidth() - letter.getXDirAdj() - letter.getWidthDirAdj()) / POINTS_PER_MM)
                                .as(letter.getUnicode())
                                .isGreaterThan(14.9);
                        assertThat((paper.getHeight() - letter.getYDirAdj()) / POINTS_PER_MM)
                                .satisfiesAnyOf(
                                        above -> assertThat(above).isGreaterThan(19.9),
                                        // The warning of made-up figures stands below the text.
                                        above -> assertThat(letter.getFont().getName())
                                                .endsWith("-Bold"));
                    }
                }
            }
        }
    }

    @Test
    void numbersPagesFromTheSecondOnAndTheAnnexAnew() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(MADE_UP)) {
            int annex = first(pdf, "Phụ lục");
            List<String> tops = IntStream.rangeClosed(1, pdf.getNumberOfPages())
                    .mapToObj(page -> top(pdf, page))
                    .toList();

            assertThat(tops.subList(0, annex)).containsExactly("", "2", "3", "4");
            // 23 units and their total are one page.
            assertThat(tops.subList(annex, tops.size())).containsExactly("");
        }
    }

    @Test
    void repeatsTheAnnexHeadingAndWarnsOfMadeUpFiguresOnEveryPage() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(MADE_UP)) {
            for (int page = first(pdf, "Phụ lục") + 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).contains("Tên đơn vị", "Hồ sơ toàn trình", "Ghi chú");
            }
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).contains("DỮ LIỆU MINH HỌA");
            }
        }
        try (PDDocument pdf = Loader.loadPDF(PUBLISHED)) {
            assertThat(new PDFTextStripper().getText(pdf)).doesNotContain("MINH HỌA");
        }
    }

    @Test
    void keepsEachLineOfTheHeadOnOneLine() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(PUBLISHED)) {
            assertThat(text(pdf, 1).lines().map(String::strip))
                    .contains("HUYỆN TUY PHƯỚC Độc lập - Tự do - Hạnh phúc", "BÁO CÁO")
                    .anyMatch(line -> line.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
                    .anyMatch(line -> line.matches("Số: +/BC-UBND.*Tuy Phước, ngày +tháng +năm 2024"));
        }
    }

    @Test
    void givesTheSameBytesForTheSameFigures() {
        assertThat(bytes(SampleYears.provisional2024())).isEqualTo(MADE_UP);
    }

    private static List<String> tags(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .<String>mapMulti((element, all) -> {
                    all.accept(element.getStructureType());
                    tags(element).forEach(all);
                })
                .toList();
    }

    /** The index of the first page with this text. */
    private static int first(PDDocument pdf, String text) {
        return IntStream.range(0, pdf.getNumberOfPages())
                .filter(page -> text(pdf, page + 1).lines().anyMatch(line -> line.strip()
                        .equals(text)))
                .findFirst()
                .orElseThrow();
    }

    /** What stands in the middle of the top margin. */
    private static String top(PDDocument pdf, int page) {
        StringBuilder top = new StringBuilder();
        letters(pdf, page).stream()
                .filter(letter -> letter.getYDirAdj() < 20 * POINTS_PER_MM)
                .filter(letter -> letter.getFontSizeInPt() > 12)
                .forEach(letter -> top.append(letter.getUnicode()));
        return top.toString();
    }

    private static String text(PDDocument pdf, int page) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(pdf);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<TextPosition> letters(PDDocument pdf, int page) {
        List<TextPosition> letters = new ArrayList<>();
        try {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    positions.stream()
                            .filter(letter -> !letter.getUnicode().isBlank())
                            .forEach(letters::add);
                }
            };
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.getText(pdf);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return letters;
    }

    private static byte[] bytes(YearResults results) {
        return ReportPdf.of(ReportText.of(results, SampleYears.TUY_PHUOC, SampleYears.TODAY), SampleYears.TODAY);
    }
}
