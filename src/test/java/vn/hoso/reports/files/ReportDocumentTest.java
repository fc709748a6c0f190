package vn.hoso.reports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;
import vn.hoso.rates.Indicator;
import vn.hoso.reports.SampleYears;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.ReportLine;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.reports.domain.ReportTextWidth;
import vn.hoso.results.YearResults;

class ReportDocumentTest {

    private static final double TWIPS_PER_MM = 1440 / 25.4;

    private final XWPFDocument published = read(SampleYears.published2023());
    private final XWPFDocument madeUp = read(SampleYears.provisional2024());

    /** A province with two indicators of its own: no figure is broken and no name has less than 35 mm. */
    @Test
    void setsAWideAnnexSoThatNothingIsBroken() throws Exception {
        XWPFDocument wide = read(SampleYears.ofAProvince2024(
                40,
                Indicator.defined("dung_han", new Indicator.Definition("Giải quyết đúng hạn", List.of(), List.of())),
                Indicator.defined("so_hoa", new Indicator.Definition("Số hóa hồ sơ", List.of(), List.of()))));
        List<XWPFTableRow> rows = wide.getTables().get(2).getRows();
        List<Long> widths = wide.getTables().get(2).getCTTbl().getTblGrid().getGridColList().stream()
                .map(column -> ((BigInteger) column.getW()).longValue())
                .toList();

        assertThat(widths.get(1)).isGreaterThanOrEqualTo(Math.round(35 * TWIPS_PER_MM) - 1);
        XWPFTableRow total = rows.get(rows.size() - 1);
        for (int i = 0; i < widths.size(); i++) {
            XWPFRun run = total.getCell(i).getParagraphs().get(0).getRuns().stream()
                    .findFirst()
                    .orElse(null);
            for (String word : total.getCell(i).getText().split(" ")) {
                assertThat(
                                run == null
                                        ? 0
                                        : ReportTextWidth.bold(
                                                word, run.getFontSizeAsDouble().intValue()))
                        .as(word)
                        .isLessThan(widths.get(i).intValue() - 80);
            }
        }
        assertThat(total.getCell(8).getText()).matches("[1-9]\\.\\d{3}\\.\\d{3}");
    }

    /** Columns are as narrow as letters of 8 points let them be: larger ones would part "100,00" from "%". */
    @Test
    void setsATableOfManyPagesInLettersThatBreakAsFewWordsAsCanBe() {
        assertThat(ReportTextWidth.bold("100,00%", 9)).isEqualTo(675);
        assertThat(AnnexSize.table(ofManyPages("QĐ2679: Tổng số hồ sơ 60%"))).isEqualTo(8);
        assertThat(AnnexSize.table(ofManyPages("RPHONGBAN: Tổng số hồ sơ 60%")))
                .as("one word is too long for its column in any letters")
                .isEqualTo(8);
    }

    private static Annex ofManyPages(String target) {
        return new Annex(
                "Phụ lục",
                "KẾT QUẢ",
                "(Kèm theo Báo cáo)",
                ReportLine.of("hồ sơ"),
                List.of(
                        new Annex.Column(null, ReportLine.of("TT"), 9, false),
                        new Annex.Column(null, ReportLine.of("Tên đơn vị"), 35, false),
                        new Annex.Column("Tổng số hồ sơ", ReportLine.of("Tỷ lệ"), 13, true),
                        new Annex.Column("So với chỉ tiêu", ReportLine.of(target), 13, false),
                        new Annex.Column(null, ReportLine.of("Ghi chú"), 16, false)),
                Collections.nCopies(
                        80,
                        new Annex.Row(
                                false,
                                "1",
                                "Xã Phước Hưng",
                                null,
                                List.of(ReportLine.of("100,00%"), ReportLine.of("Đạt")),
                                ReportLine.EMPTY)),
                List.of(),
                true);
    }

    @Test
    void isA4UprightWithTheMarginsOfTheDecree() {
        CTSectPr section = reportSection(published);

        assertThat(millimetres(section.getPgSz().getW())).isEqualTo(210);
        assertThat(millimetres(section.getPgSz().getH())).isEqualTo(297);
        assertThat(section.getPgSz().isSetOrient()).isFalse();
        assertMargins(section.getPgMar());
    }

    @Test
    void putsTheAnnexOnWidePagesOfItsOwn() {
        CTSectPr section = annexSection(published);

        assertThat(millimetres(section.getPgSz().getW())).isEqualTo(297);
        assertThat(millimetres(section.getPgSz().getH())).isEqualTo(210);
        assertThat(section.getPgSz().getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
        assertThat(section.getPgNumType().getStart()).isEqualTo(BigInteger.ONE);
        assertMargins(section.getPgMar());
    }

    @Test
    void isSetInTimesNewRomanAndMarkedAsVietnamese() throws Exception {
        CTRPr defaults = published.getStyle().getDocDefaults().getRPrDefault().getRPr();

        assertThat(defaults.getRFontsArray(0).getAscii()).isEqualTo("Times New Roman");
        assertThat(defaults.getRFontsArray(0).getHAnsi()).isEqualTo("Times New Roman");
        assertThat(defaults.getRFontsArray(0).getCs()).isEqualTo("Times New Roman");
        assertThat(defaults.getRFontsArray(0).getEastAsia()).isEqualTo("Times New Roman");
        assertThat(defaults.getLangArray(0).getVal()).isEqualTo("vi-VN");
        assertThat(paragraphs(published).flatMap(paragraph -> paragraph.getRuns().stream()))
                .allMatch(run -> run.getFontFamily() == null);
        assertThat(published.getProperties().getCoreProperties().getTitle())
                .isEqualTo("BÁO CÁO Kết quả tiếp nhận hồ sơ trực tuyến năm 2023 trên địa bàn huyện Tuy Phước");
    }

    @Test
    void numbersPagesInTheMiddleOfTheTopFromTheSecondOn() {
        for (CTSectPr section : List.of(reportSection(published), annexSection(published))) {
            assertThat(section.isSetTitlePg()).isTrue();
            XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(published, section);
            XWPFParagraph number = policy.getDefaultHeader().getParagraphs().get(0);
            assertThat(number.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(number.getCTP().getFldSimpleArray(0).getInstr().strip()).isEqualTo("PAGE");
            assertThat(policy.getFirstPageHeader().getText()).isBlank();
            assertThat(policy.getFirstPageHeader().getParagraphs())
                    .allMatch(paragraph -> paragraph.getCTP().sizeOfFldSimpleArray() == 0);
        }
    }

    @Test
    void headsThePageInTwoColumnsWithoutLinesAround() {
        XWPFTable head = published.getTables().get(0);
        assertThat(head.getRow(0).getTableCells()).hasSize(2);
        assertThat(head.getTopBorderType()).isEqualTo(XWPFTable.XWPFBorderType.NONE);
        assertThat(head.getInsideVBorderType()).isEqualTo(XWPFTable.XWPFBorderType.NONE);

        XWPFTableCell left = head.getRow(0).getCell(0);
        assertTyped(left, "ỦY BAN NHÂN DÂN", 13, true, false);
        assertTyped(left, "HUYỆN TUY PHƯỚC", 13, true, false);
        assertTyped(left, "Số:      /BC-UBND", 13, false, false);

        XWPFTableCell right = head.getRow(0).getCell(1);
        assertTyped(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, true, false);
        assertTyped(right, "Độc lập - Tự do - Hạnh phúc", 14, true, false);
        assertTyped(right, "Tuy Phước, ngày      tháng      năm 2024", 14, false, true);
    }

    @Test
    void leavesRoomForTheNameOfTheStateOnOneLine() {
        XWPFTableCell right = published.getTables().get(0).getRow(0).getCell(1);

        assertThat(ReportTextWidth.bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13))
                .isLessThan(right.getWidth());
    }

    @Test
    void drawsLinesAsBordersOfTheRightLength() {
        XWPFTable head = published.getTables().get(0);
        double agency = length(ruled(head.getRow(0).getCell(0)), 63);
        double motto = length(ruled(head.getRow(0).getCell(1)), 102);

        assertThat(agency / (ReportTextWidth.bold("HUYỆN TUY PHƯỚC", 13) / TWIPS_PER_MM))
                .isBetween(1 / 3.0, 1 / 2.0);
        assertThat(motto / (ReportTextWidth.bold("Độc lập - Tự do - Hạnh phúc", 14) / TWIPS_PER_MM))
                .isBetween(0.98, 1.02);
        assertThat(paragraphs(published).map(XWPFParagraph::getText)).noneMatch(text -> text.contains("__"));
    }

    @Test
    void setsTitleAndSubjectBoldAndCentredOverALine() {
        XWPFParagraph title = found(published, "BÁO CÁO");
        XWPFParagraph subject = published.getParagraphs().get(1);

        for (XWPFParagraph line : List.of(title, subject)) {
            assertThat(line.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(run(line).isBold()).isTrue();
            assertThat(run(line).getFontSizeAsDouble()).isEqualTo(14);
        }
        assertThat(published.getParagraphs().get(2).getCTP().getPPr().getPBdr().isSetBottom())
                .isTrue();
    }

    @Test
    void setsRunningTextJustifiedWithItsFirstLineSetIn() {
        List<XWPFParagraph> body = published.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().contains("toàn huyện đã phát sinh"))
                .toList();

        assertThat(body).hasSize(3).allSatisfy(paragraph -> {
            assertThat(paragraph.getAlignment()).isEqualTo(ParagraphAlignment.BOTH);
            assertThat(paragraph.getIndentationFirstLine() / TWIPS_PER_MM).isBetween(10.0, 12.7);
            assertThat(paragraph.getSpacingAfter()).isGreaterThanOrEqualTo(120);
            assertThat(paragraph.getSpacingBetween()).isBetween(1.0, 1.5);
            assertThat(run(paragraph).getFontSizeAsDouble()).isEqualTo(14);
        });
    }

    @Test
    void setsTheGroundsInItalics() {
        List<XWPFParagraph> grounds = published.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().startsWith("Căn cứ "))
                .toList();

        assertThat(grounds).hasSize(5).allMatch(paragraph -> run(paragraph).isItalic());
    }

    @Test
    void numbersSectionsAndEndsWithTheMark() {
        List<String> texts =
                published.getParagraphs().stream().map(XWPFParagraph::getText).toList();

        assertThat(texts)
                .contains(
                        "I. KẾT QUẢ",
                        "II. KẾT QUẢ CỦA TỪNG ĐƠN VỊ",
                        "III. TỒN TẠI, HẠN CHẾ",
                        "IV. NHIỆM VỤ, GIẢI PHÁP");
        assertThat(texts).filteredOn(text -> text.endsWith("./.")).hasSize(1);
        assertThat(found(published, "I. KẾT QUẢ").isKeepNext()).isTrue();
    }

    @Test
    void keepsSignatureAndRecipientsTogetherWithTheLastSentence() {
        XWPFTable end = published.getTables().get(1);
        XWPFTableCell left = end.getRow(0).getCell(0);

        assertThat(end.getRow(0).isCantSplitRow()).isTrue();
        assertTyped(left, "Nơi nhận:", 12, true, true);
        assertTyped(left, "- UBND các xã, thị trấn;", 11, false, false);
        assertThat(left.getParagraphs().get(left.getParagraphs().size() - 1).getText())
                .startsWith("- Lưu: VT");
        assertTyped(end.getRow(0).getCell(1), "TM. ỦY BAN NHÂN DÂN", 14, true, false);
        assertThat(published.getParagraphs().stream()
                        .filter(paragraph -> paragraph.getText().endsWith("./."))
                        .findFirst())
                .hasValueSatisfying(
                        paragraph -> assertThat(paragraph.isKeepNext()).isTrue());
    }

    @Test
    void repeatsTheAnnexHeadingAndNeverBreaksARow() {
        XWPFTable annex = madeUp.getTables().get(2);

        assertThat(annex.getNumberOfRows()).isEqualTo(2 + 23 + 1);
        assertThat(annex.getRow(0).isRepeatHeader()).isTrue();
        assertThat(annex.getRow(1).isRepeatHeader()).isTrue();
        assertThat(annex.getRow(2).isRepeatHeader()).isFalse();
        assertThat(annex.getRows()).allMatch(row -> row.isCantSplitRow());
        assertThat(annex.getCTTbl().getTblPr().getTblCaption().getVal())
                .isEqualTo("KẾT QUẢ TIẾP NHẬN HỒ SƠ TRỰC TUYẾN 9 THÁNG ĐẦU NĂM 2024 CỦA CÁC ĐƠN VỊ");
        assertThat(annex.getRow(2).getCell(2).getParagraphs().get(0).getAlignment())
                .isEqualTo(ParagraphAlignment.RIGHT);
        assertThat(annex.getRow(2).getCell(10).getText()).isEqualTo("46,00%");
        assertThat(annex.getRow(24).getCell(2).getText()).isEqualTo("chưa báo cáo");
        assertThat(annex.getCTTbl().getTblGrid().getGridColList().stream()
                        .mapToLong(column -> ((Number) column.getW()).longValue())
                        .sum())
                .isLessThanOrEqualTo(Math.round(252 * TWIPS_PER_MM) + 8);
    }

    @Test
    void namesTheAnnexAndTheReportItBelongsTo() {
        assertThat(run(found(published, "Phụ lục")).isBold()).isTrue();
        XWPFParagraph attached = found(
                published,
                "(Kèm theo Báo cáo số      /BC-UBND ngày      tháng      năm 2024 của UBND huyện Tuy Phước)");
        assertThat(run(attached).isItalic()).isTrue();
    }

    @Test
    void warnsOfMadeUpFiguresOnEveryPage() {
        for (CTSectPr section : List.of(reportSection(madeUp), annexSection(madeUp))) {
            XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(madeUp, section);
            assertThat(policy.getFirstPageHeader().getText()).contains("DỮ LIỆU MINH HỌA");
            assertThat(policy.getDefaultHeader().getText()).contains("DỮ LIỆU MINH HỌA");
        }
        assertThat(found(madeUp, "DỮ LIỆU MINH HỌA - không phải số liệu chính thức"))
                .isNotNull();
        assertThat(published.getHeaderList().stream().map(XWPFHeader::getText))
                .noneMatch(text -> text.contains("MINH HỌA"));
    }

    @Test
    void isBlackThroughout() throws Exception {
        assertThat(published
                        .getStyle()
                        .getDocDefaults()
                        .getRPrDefault()
                        .getRPr()
                        .getColorArray(0)
                        .getVal())
                .isEqualTo(new byte[] {0, 0, 0});
        assertThat(paragraphs(published).flatMap(paragraph -> paragraph.getRuns().stream()))
                .allMatch(run -> run.getColor() == null);
    }

    @Test
    void setsPageNumbersAsLargeAsTheDecreeAsks() {
        XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(published, reportSection(published));
        XWPFParagraph number = policy.getDefaultHeader().getParagraphs().get(0);

        CTRPr look = number.getCTP().getFldSimpleArray(0).getRArray(0).getRPr();
        assertThat(((BigInteger) look.getSzArray(0).getVal()).intValue() / 2).isBetween(13, 14);
    }

    @Test
    void standsInTheOrderOfTheDecree() {
        List<IBodyElement> elements = published.getBodyElements();
        List<String> order = elements.stream()
                .map(element -> element instanceof XWPFTable ? "table" : ((XWPFParagraph) element).getText())
                .filter(text -> !text.isBlank())
                .map(text -> text.replaceFirst("^(Căn cứ|- |[a-d]\\)|[1-4]\\.) ?.*", "$1"))
                .distinct()
                .toList();

        assertThat(order)
                .containsSubsequence(
                        "table",
                        "BÁO CÁO",
                        "Kết quả tiếp nhận hồ sơ trực tuyến năm 2023 trên địa bàn huyện Tuy Phước",
                        "Căn cứ",
                        "I. KẾT QUẢ",
                        "1.",
                        "- ",
                        "a)",
                        "II. KẾT QUẢ CỦA TỪNG ĐƠN VỊ",
                        "III. TỒN TẠI, HẠN CHẾ",
                        "IV. NHIỆM VỤ, GIẢI PHÁP",
                        "Phụ lục");
        int closing = indexOf(elements, "./.");
        assertThat(elements.get(closing + 1)).isInstanceOf(XWPFTable.class);
    }

    @Test
    void setsEveryParagraphOfTheBodyAlike() {
        List<XWPFParagraph> body = madeUp.getParagraphs().stream()
                .filter(paragraph -> paragraph.getAlignment() == ParagraphAlignment.BOTH)
                .toList();

        assertThat(body).hasSizeGreaterThan(30).allSatisfy(paragraph -> {
            assertThat(run(paragraph).getFontSizeAsDouble()).isBetween(13.0, 14.0);
            assertThat(paragraph.getIndentationFirstLine() / TWIPS_PER_MM).isBetween(10.0, 12.7);
            assertThat(paragraph.getSpacingAfter() + paragraph.getSpacingBefore())
                    .isGreaterThanOrEqualTo(120);
            assertThat(paragraph.getSpacingBetween()).isBetween(1.0, 1.5);
        });
    }

    @Test
    void leavesRoomForSignatureAndNameBelowTheSigner() {
        XWPFTableCell right = published.getTables().get(1).getRow(0).getCell(1);
        List<XWPFParagraph> lines = right.getParagraphs();

        for (String office : List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")) {
            assertTyped(right, office, 14, true, false);
        }
        assertThat(lines).allMatch(line -> line.getAlignment() == ParagraphAlignment.CENTER);
        assertThat(lines.subList(3, lines.size()))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(line -> {
                    assertThat(line.getText()).isEmpty();
                    assertThat(run(line).isBold()).isTrue();
                });
    }

    @Test
    void setsTheRecipientsSmallAndTheArchiveLast() {
        List<XWPFParagraph> lines =
                published.getTables().get(1).getRow(0).getCell(0).getParagraphs();

        assertThat(lines.subList(1, lines.size())).allSatisfy(line -> {
            assertThat(run(line).getFontSizeAsDouble()).isEqualTo(11);
            assertThat(line.getText()).startsWith("- ").matches(".*[;.]");
        });
        assertThat(lines.get(lines.size() - 1).getText()).isEqualTo("- Lưu: VT, VP.");
    }

    @Test
    void beginsTheAnnexOnANewPageWithItsTitleCentred() {
        assertThat(annexSection(published).getType().getVal()).isEqualTo(STSectionMark.NEXT_PAGE);
        for (String line : List.of(
                "Phụ lục",
                published
                        .getTables()
                        .get(2)
                        .getCTTbl()
                        .getTblPr()
                        .getTblCaption()
                        .getVal())) {
            assertThat(found(published, line).getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(run(found(published, line)).isBold()).isTrue();
        }
        assertThat(run(found(published, "Đơn vị tính: hồ sơ")).isItalic()).isTrue();
        assertThat(published.getTables().get(2).getInsideHBorderType()).isEqualTo(XWPFTable.XWPFBorderType.SINGLE);
    }

    @Test
    void fillsEachLineOfTheHeadWithoutWrapping() {
        XWPFTable head = published.getTables().get(0);
        for (XWPFTableCell cell : head.getRow(0).getTableCells()) {
            assertThat(cell.getParagraphs().stream()
                            .filter(line -> !line.getText().isBlank()))
                    .allMatch(line -> ReportTextWidth.bold(
                                    line.getText(), (int) Math.round(run(line).getFontSizeAsDouble()))
                            < cell.getWidth());
        }
    }

    @Test
    void givesTheSameBytesForTheSameFigures() {
        assertThat(bytes(SampleYears.provisional2024())).isEqualTo(bytes(SampleYears.provisional2024()));
    }

    private static int indexOf(List<IBodyElement> elements, String end) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof XWPFParagraph paragraph
                    && paragraph.getText().endsWith(end)) {
                return i;
            }
        }
        throw new AssertionError("nothing ends in " + end);
    }

    private static void assertMargins(CTPageMar margins) {
        assertThat(millimetres(margins.getTop())).isEqualTo(20);
        assertThat(millimetres(margins.getBottom())).isEqualTo(20);
        assertThat(millimetres(margins.getLeft())).isEqualTo(30);
        assertThat(millimetres(margins.getRight())).isEqualTo(15);
    }

    private static long millimetres(Object twips) {
        return Math.round(((Number) twips).doubleValue() / TWIPS_PER_MM);
    }

    private static void assertTyped(XWPFTableCell cell, String text, int size, boolean bold, boolean italic) {
        XWPFParagraph paragraph = cell.getParagraphs().stream()
                .filter(candidate -> candidate.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no “" + text + "” in: " + cell.getText()));
        assertThat(run(paragraph).getFontSizeAsDouble()).isEqualTo(size);
        assertThat(run(paragraph).isBold()).isEqualTo(bold);
        assertThat(run(paragraph).isItalic()).isEqualTo(italic);
    }

    private static XWPFParagraph ruled(XWPFTableCell cell) {
        return cell.getParagraphs().stream()
                .filter(paragraph -> paragraph.getCTP().getPPr().isSetPBdr())
                .findFirst()
                .orElseThrow();
    }

    private static double length(XWPFParagraph ruled, int columnMillimetres) {
        return columnMillimetres - (ruled.getIndentationLeft() + ruled.getIndentationRight()) / TWIPS_PER_MM;
    }

    private static XWPFRun run(XWPFParagraph paragraph) {
        return paragraph.getRuns().get(0);
    }

    private static XWPFParagraph found(XWPFDocument document, String text) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no “" + text + "” in:\n"
                        + document.getParagraphs().stream()
                                .map(XWPFParagraph::getText)
                                .collect(Collectors.joining("\n"))));
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFDocument document) {
        return Stream.concat(
                document.getParagraphs().stream(),
                document.getTables().stream()
                        .flatMap(table -> table.getRows().stream())
                        .flatMap(row -> row.getTableCells().stream())
                        .flatMap(cell -> cell.getParagraphs().stream()));
    }

    private static CTSectPr reportSection(XWPFDocument document) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getCTP().isSetPPr()
                        && paragraph.getCTP().getPPr().isSetSectPr())
                .findFirst()
                .orElseThrow()
                .getCTP()
                .getPPr()
                .getSectPr();
    }

    private static CTSectPr annexSection(XWPFDocument document) {
        return document.getDocument().getBody().getSectPr();
    }

    private static byte[] bytes(YearResults results) {
        ReportText text = ReportText.of(results, SampleYears.TUY_PHUOC, SampleYears.TODAY);
        return ReportDocument.of(text, SampleYears.TODAY);
    }

    private static XWPFDocument read(YearResults results) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(bytes(results)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
