package vn.hoso.reports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import vn.hoso.reports.SampleYears;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.LetterText;
import vn.hoso.reports.domain.ReportText;

/** A letter (công văn) as Nghị định 30/2020/NĐ-CP lays it out, read back from its files. */
class LetterDocumentTest {

    private static final List<String> WORDS =
            List.of("Qua theo dõi, đơn vị còn thiếu 1 báo cáo tháng.", "Đề nghị nghiêm túc triển khai thực hiện.");

    private final ReportText toOne = letter("Kính gửi: Ủy ban nhân dân xã Phước An", Annex.NONE);
    private final ReportText toMany = letter("Kính gửi: Các cơ quan, đơn vị có tên tại Phụ lục kèm theo", list(23));

    private static Annex list(int units) {
        return LetterText.annex(
                SampleYears.TUY_PHUOC,
                SampleYears.TODAY,
                IntStream.rangeClosed(1, units)
                        .mapToObj(number -> new LetterText.Late(
                                "Phòng Lao động - Thương binh và Xã hội " + number,
                                "01, 02, 03, 04, 05, 06, 08, 09, 10/2024",
                                "3",
                                "05/09/2024",
                                "62",
                                "Bị trả lại: 08/2024"))
                        .toList());
    }

    private static ReportText letter(String to, Annex annex) {
        return LetterText.of(
                SampleYears.TUY_PHUOC,
                SampleYears.TODAY,
                "V/v đôn đốc gửi báo cáo số liệu hồ sơ trực tuyến",
                List.of(to),
                WORDS,
                annex,
                "");
    }

    @Test
    void headsTheLetterWithABlankNumberAndItsSubjectBelow() throws Exception {
        XWPFDocument letter = read(toOne);
        CTSectPr section = letter.getDocument().getBody().getSectPr();
        CTPageMar margins = section.getPgMar();

        assertThat(List.of(
                        millimetres(section.getPgSz().getW()),
                        millimetres(section.getPgSz().getH()),
                        millimetres(margins.getTop()),
                        millimetres(margins.getBottom()),
                        millimetres(margins.getLeft()),
                        millimetres(margins.getRight())))
                .containsExactly(210L, 297L, 20L, 20L, 30L, 15L);
        assertThat(letter.getStyle()
                        .getDocDefaults()
                        .getRPrDefault()
                        .getRPr()
                        .getRFontsArray(0)
                        .getAscii())
                .isEqualTo("Times New Roman");
        XWPFTable head = letter.getTables().get(0);
        assertThat(head.getTopBorderType()).isEqualTo(XWPFTable.XWPFBorderType.NONE);
        XWPFTableCell left = head.getRow(0).getCell(0);
        XWPFTableCell right = head.getRow(0).getCell(1);
        assertThat(lines(left))
                .containsExactly(
                        "ỦY BAN NHÂN DÂN 13 bold",
                        "HUYỆN TUY PHƯỚC 13 bold",
                        "Số:      /UBND-VP 13",
                        "V/v đôn đốc gửi báo cáo số liệu hồ sơ trực tuyến 12");
        assertThat(lines(right))
                .containsExactly(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM 13 bold",
                        "Độc lập - Tự do - Hạnh phúc 14 bold",
                        "Tuy Phước, ngày      tháng      năm 2024 14 italic");
        assertThat(letter.getProperties().getCoreProperties().getTitle()).isEqualTo(toOne.subject());
    }

    @Test
    void addressesTheUnitAndEndsWithRecipientsBesideABlankSignature() throws Exception {
        XWPFDocument letter = read(toOne);
        List<XWPFParagraph> body = letter.getParagraphs().stream()
                .filter(each -> !each.getText().isEmpty())
                .toList();

        assertThat(body.stream().map(XWPFParagraph::getText))
                .containsExactly(
                        "Kính gửi: Ủy ban nhân dân xã Phước An",
                        "Qua theo dõi, đơn vị còn thiếu 1 báo cáo tháng.",
                        "Đề nghị nghiêm túc triển khai thực hiện./.")
                .doesNotContain("BÁO CÁO", "DỰ THẢO");
        assertThat(body.get(0).getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
        assertThat(body.get(0).getRuns().get(0).getFontSizeAsDouble()).isEqualTo(14);
        assertThat(body.get(1).getAlignment()).isEqualTo(ParagraphAlignment.BOTH);
        assertThat(body.get(2).isKeepNext()).isTrue();
        XWPFTable end = letter.getTables().get(1);
        assertThat(end.getRow(0).isCantSplitRow()).isTrue();
        assertThat(lines(end.getRow(0).getCell(0)))
                .containsExactly(
                        "Nơi nhận: 12 bold italic",
                        "- Như trên; 11",
                        "- CT, các PCT UBND huyện; 11",
                        "- Lưu: VT, VP. 11");
        assertThat(lines(end.getRow(0).getCell(1)))
                .containsExactly("TM. ỦY BAN NHÂN DÂN 14 bold", "KT. CHỦ TỊCH 14 bold", "PHÓ CHỦ TỊCH 14 bold");
        assertThat(letter.getTables()).hasSize(2);
    }

    @Test
    void listsEveryLateUnitInAnAnnexOfOnePage() throws Exception {
        XWPFDocument letter = read(toMany);

        XWPFTable list = letter.getTables().get(2);
        assertThat(list.getNumberOfRows()).isEqualTo(2 + 23);
        assertThat(list.getRow(2).getTableCells().stream().map(XWPFTableCell::getText))
                .containsExactly(
                        "1",
                        "Phòng Lao động - Thương binh và Xã hội 1",
                        "01, 02, 03, 04, 05, 06, 08, 09, 10/2024",
                        "3",
                        "05/09/2024",
                        "62",
                        "Bị trả lại: 08/2024");
        assertThat(letter.getParagraphs().stream().map(XWPFParagraph::getText))
                .contains(
                        "Phụ lục",
                        "(Kèm theo Công văn số      /UBND-VP ngày      tháng      năm 2024 của UBND huyện Tuy Phước)");
        List<String> pages = pages(toMany);
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0)).contains("có tên tại Phụ lục kèm theo", "PHÓ CHỦ TỊCH");
        assertThat(pages.get(1)).contains("Xã hội 1 ", "Xã hội 23 ");
    }

    @Test
    void repeatsTheHeadingOfAListThatIsLongerThanAPage() throws Exception {
        List<String> pages = pages(letter("Kính gửi: Các cơ quan", list(60)));

        assertThat(pages.subList(1, pages.size())).hasSizeGreaterThan(1).allSatisfy(page -> assertThat(page)
                .contains("Tên đơn vị", "Ghi chú"));
    }

    /** However long the text is, who signs is never alone on a page. */
    @Test
    void keepsTheSignatureWithTheLastParagraph() throws Exception {
        for (int paragraphs = 14; paragraphs <= 34; paragraphs++) {
            List<String> words = new ArrayList<>(Collections.nCopies(paragraphs, WORDS.get(0)));
            words.add(WORDS.get(1));
            List<String> pages = pages(LetterText.of(
                    SampleYears.TUY_PHUOC, SampleYears.TODAY, "V/v", List.of("Kính gửi"), words, Annex.NONE, ""));

            assertThat(pages.get(pages.size() - 1))
                    .as("%d paragraphs", paragraphs)
                    .contains("triển khai thực hiện./.", "PHÓ CHỦ TỊCH", "Lưu: VT");
        }
    }

    @Test
    void printsAsThePdfWhatTheDocumentSays() throws Exception {
        List<String> pages = pages(toOne);

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0))
                .contains("Số:", "/UBND-VP", "V/v đôn đốc gửi báo cáo", "Kính gửi: Ủy ban nhân dân xã Phước An", "./.")
                .doesNotContain("BÁO CÁO");
    }

    private static List<String> lines(XWPFTableCell cell) {
        return cell.getParagraphs().stream()
                .filter(each -> !each.getText().isEmpty())
                .map(each -> each.getText()
                        + " "
                        + each.getRuns().get(0).getFontSizeAsDouble().intValue()
                        + (each.getRuns().get(0).isBold() ? " bold" : "")
                        + (each.getRuns().get(0).isItalic() ? " italic" : ""))
                .toList();
    }

    private static XWPFDocument read(ReportText text) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(ReportDocument.of(text, SampleYears.TODAY)));
    }

    private static List<String> pages(ReportText text) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ReportPdf.of(text, SampleYears.TODAY))) {
            return IntStream.rangeClosed(1, pdf.getNumberOfPages())
                    .mapToObj(page -> page(pdf, page))
                    .toList();
        }
    }

    private static String page(PDDocument pdf, int page) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long millimetres(Object twips) {
        return Math.round(new BigInteger(String.valueOf(twips)).doubleValue() * 25.4 / 1440);
    }
}
