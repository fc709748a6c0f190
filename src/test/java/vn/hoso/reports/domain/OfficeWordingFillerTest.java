package vn.hoso.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoso.reports.SampleYears;
import vn.hoso.reports.domain.ReportLine.TextSpan;
import vn.hoso.reports.domain.ReportMarkup.Problem;
import vn.hoso.reports.domain.ReportMarkup.Problem.Kind;
import vn.hoso.reports.domain.ReportText.Section;
import vn.hoso.reports.domain.ReportText.Signature;
import vn.hoso.results.YearResults;

class OfficeWordingFillerTest {

    private final YearResults published = SampleYears.published2023();
    private final ReportNamedFigures figures = ReportNamedFigures.of(published, ReportTerm.year(2023));
    private final ReportText proposed = text(published);

    @ParameterizedTest
    @EnumSource(ReportPart.class)
    void proposesWordsThatFillInToTheProposedReport(ReportPart part) {
        for (YearResults results : List.of(
                published, SampleYears.provisional2024(), SampleYears.provisional2024("Xã {x} **đậm** \\ *nghiêng*"))) {
            ReportText report = text(results);
            ReportNamedFigures named = ReportNamedFigures.of(results, ReportTerm.year(results.year()));

            ReportText again = OfficeWordingFiller.in(
                    report, Map.of(part, OfficeWordingFiller.proposal(report, part)), named, List.of());

            assertThat(again).isEqualTo(report);
        }
    }

    @Test
    void namesTheFiguresOfTheSentencesInsteadOfTypingThem() {
        assertThat(OfficeWordingFiller.proposal(proposed, ReportPart.RESULTS))
                .contains(
                        "- Từ ngày {ky.so_lieu_tu_ngay} đến ngày {ky.den_ngay}, toàn huyện đã phát sinh"
                                + " {toan_trinh.truc_tuyen}/{toan_trinh.phat_sinh} hồ sơ trực tuyến toàn trình, đạt"
                                + " {toan_trinh.ty_le} trên tổng số",
                        "đạt {mot_phan.ty_le} trên tổng số",
                        "(huyện thực hiện {tong_so.truc_tuyen}/{tong_so.phat_sinh}, chỉ đạt {tong_so.ty_le})")
                .doesNotContain("10.682", "46,78%");
        assertThat(OfficeWordingFiller.proposal(proposed, ReportPart.SHORTCOMINGS))
                .contains("chưa đạt chỉ tiêu {chi_tieu.nq17.nguong}, còn thiếu {chi_tieu.nq17.con_thieu} hồ sơ");
        assertThat(OfficeWordingFiller.proposal(proposed, ReportPart.GROUNDS)).doesNotContain("{");
    }

    @Test
    void fillsInTheFiguresOfTheYearAtHand() {
        String words = "Toàn huyện đạt **{tong_so.ty_le}** (*{tong_so.truc_tuyen}/{tong_so.phat_sinh}*).";

        assertThat(in(published, ReportPart.RESULTS, words).sections().get(0).blocks())
                .containsExactly(new ReportBlock(
                        ReportBlock.Kind.PARAGRAPH,
                        List.of(
                                new TextSpan("Toàn huyện đạt ", false, false, null),
                                new TextSpan("46,78%", true, false, "tong_so.ty_le"),
                                new TextSpan(" (", false, false, null),
                                new TextSpan("22.574", false, true, "tong_so.truc_tuyen"),
                                new TextSpan("/", false, true, null),
                                new TextSpan("48.254", false, true, "tong_so.phat_sinh"),
                                new TextSpan(").", false, false, null))));
        assertThat(in(SampleYears.provisional2024(), ReportPart.RESULTS, words)
                        .sections()
                        .get(0)
                        .blocks()
                        .get(0)
                        .text())
                .isEqualTo("Toàn huyện đạt 50,43% (30.257/60.001).");
    }

    @Test
    void knowsParagraphsPointsAndHeadings() {
        ReportMarkup text = ReportMarkup.read("**1. Đề mục**\n\n- Ý thứ nhất\n  Đoạn văn \\*sao\\*  ", figures);

        assertThat(text.problems()).isEmpty();
        assertThat(text.blocks())
                .containsExactly(
                        ReportBlock.heading("1. Đề mục"), paragraph("- Ý thứ nhất"), paragraph("Đoạn văn *sao*"));
    }

    @ParameterizedTest
    @CsvSource({
        "đạt {toan_trinh.tyle}, UNKNOWN_FIGURE, {toan_trinh.tyle}",
        "đạt {}, UNKNOWN_FIGURE, {}",
        "đạt {TOAN_TRINH.TY_LE}, UNKNOWN_FIGURE, {TOAN_TRINH.TY_LE}",
        "đạt {toan_trinh.ty_le, OPEN_MARK, {",
        "đạt **95%, OPEN_MARK, **",
        "đạt *95%, OPEN_MARK, *",
    })
    void saysWhereWordsCannotBeUnderstoodAndKeepsThem(String words, Kind kind, String what) {
        ReportMarkup text = ReportMarkup.read("Dòng đầu.\n" + words, figures);

        assertThat(text.problems()).containsExactly(new Problem(2, kind, what));
        assertThat(text.blocks().get(1).text())
                .isEqualTo(words.replace("**", "").replace("*", ""));
    }

    @Test
    void letsWeakPointsBeLeftOutAndEdited() {
        String words = "- Còn {chua_phan_loai} hồ sơ trực tuyến chưa phân loại, đang rà soát.";

        assertThat(in(published, ReportPart.SHORTCOMINGS, words).sections().get(2))
                .isEqualTo(new Section(
                        "III. TỒN TẠI, HẠN CHẾ",
                        List.of(ReportBlock.paragraph(ReportLine.joined(
                                List.of(
                                        ReportLine.of("- Còn "),
                                        ReportLine.of(figures.get("chua_phan_loai")),
                                        ReportLine.of(" hồ sơ trực tuyến chưa phân loại, đang rà soát.")),
                                "")))));
    }

    @Test
    void listsCorrectionsSinceAnEarlierReportBelowTheOfficesWords() {
        List<ReportLine> restated = List.of(ReportLine.of("- Số liệu chỉnh lý so với Báo cáo số 12/BC-UBND."));

        ReportText own = OfficeWordingFiller.in(
                proposed,
                Map.of(ReportPart.SHORTCOMINGS, "- Không.", ReportPart.UNITS, "- Như Phụ lục."),
                figures,
                restated);

        assertThat(own.sections().get(1).blocks()).containsExactly(paragraph("- Như Phụ lục."));
        assertThat(own.sections().get(2).blocks())
                .containsExactly(paragraph("- Không."), paragraph("- Số liệu chỉnh lý so với Báo cáo số 12/BC-UBND."));
    }

    @Test
    void choosesGroundsSignerAndRecipientsButKeepsTheFinalMark() {
        ReportText own = OfficeWordingFiller.in(
                proposed,
                Map.of(
                        ReportPart.GROUNDS, "Căn cứ A;\nCăn cứ B.",
                        ReportPart.AUTHORITY, "CHỦ TỊCH",
                        ReportPart.RECIPIENTS, "- Như trên;\n- Lưu: VT.",
                        ReportPart.CLOSING, "Trên đây là Báo cáo {ky.ten}."),
                figures,
                List.of());

        assertThat(own.grounds()).extracting(ReportLine::text).containsExactly("Căn cứ A;", "Căn cứ B.");
        assertThat(own.signature())
                .isEqualTo(new Signature(
                        List.of(ReportLine.of("CHỦ TỊCH")),
                        List.of(ReportLine.of("- Như trên;"), ReportLine.of("- Lưu: VT."))));
        assertThat(own.closing().text()).isEqualTo("Trên đây là Báo cáo năm 2023./.");
        assertThat(own.annex()).isEqualTo(proposed.annex());
    }

    @Test
    void saysOfEachFigureWhereItComesFrom() {
        assertThat(figures.offered())
                .allSatisfy(figure -> assertThat(Stream.of(figure.value(), figure.meaning(), figure.source()))
                        .noneMatch(String::isBlank))
                .anySatisfy(figure -> {
                    assertThat(figure.name()).isEqualTo("toan_trinh.ty_le");
                    assertThat(figure.value()).isEqualTo("95,27%");
                    assertThat(figure.source()).contains("Kế hoạch năm 2024");
                    assertThat(figure.page()).isEqualTo("/trace/2023/full-process");
                })
                .anySatisfy(figure -> {
                    assertThat(figure.name()).isEqualTo("chi_tieu.qd2679.thieu_thu_tuc");
                    assertThat(figure.value()).isEqualTo("2.867");
                });
    }

    private ReportText in(YearResults results, ReportPart part, String words) {
        return OfficeWordingFiller.in(
                text(results),
                Map.of(part, words),
                ReportNamedFigures.of(results, ReportTerm.year(results.year())),
                List.of());
    }

    private static ReportText text(YearResults results) {
        return ReportText.of(results, SampleYears.TUY_PHUOC, SampleYears.TODAY);
    }

    private static ReportBlock paragraph(String text) {
        return ReportBlock.paragraph(ReportLine.of(text));
    }
}
