package vn.hoso.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hoso.organisation.Organisation;
import vn.hoso.organisation.OrganisationLevel;
import vn.hoso.organisation.SampleOrganisations;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.reports.SampleYears;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.VerdictDecision;
import vn.hoso.targets.VerdictStatus;

class ReportTextTest {

    @Test
    void saysThePlansFiguresInThePlansPhrasing() {
        assertThat(section(SampleYears.published2023(), 0))
                .contains(
                        "- Từ ngày 01/01/2023 đến ngày 31/12/2023, toàn huyện đã phát sinh 10.682/11.212 hồ sơ trực tuyến"
                                + " toàn trình, đạt 95,27% trên tổng số hồ sơ phát sinh trực tuyến toàn trình.",
                        "- Từ ngày 01/01/2023 đến ngày 31/12/2023, toàn huyện đã phát sinh 11.602/14.874 hồ sơ trực tuyến"
                                + " một phần, đạt 78% trên tổng số hồ sơ phát sinh trực tuyến một phần.",
                        "- Từ ngày 01/01/2023 đến ngày 31/12/2023, toàn huyện đã phát sinh 22.574/48.254 hồ sơ trực tuyến,"
                                + " đạt 46,78% trên tổng số hồ sơ tiếp nhận.",
                        "- Tính riêng các thủ tục hành chính được cung cấp trực tuyến (toàn trình, một phần), toàn huyện"
                                + " thực hiện 22.284/26.086 hồ sơ, đạt 85,43%.");
    }

    @Test
    void givesEachVerdictWithItsInstrumentItsFiguresAndWhatIsShort() {
        assertThat(section(SampleYears.published2023(), 0))
                .contains(
                        "c) Chỉ tiêu “Hồ sơ trực tuyến” tại Nghị quyết số 17/NQ-CP của Chính phủ quy định tỷ lệ đạt 50%:"
                                + " Chưa đạt (huyện thực hiện 22.574/48.254, chỉ đạt 46,78%); cần 24.127 hồ sơ trực tuyến"
                                + " để đạt chỉ tiêu, còn thiếu 1.553 hồ sơ.",
                        "d) Chỉ tiêu của tỉnh giao tại Quyết định số 2679/QĐ-UBND ngày 20/7/2023 của UBND tỉnh Bình Định"
                                + " quy định tỷ lệ đạt 60%: Chưa đạt (huyện thực hiện 22.574/48.254, chỉ đạt 46,78%); cần"
                                + " 28.953 hồ sơ trực tuyến để đạt chỉ tiêu, còn thiếu 6.379 hồ sơ.");
    }

    @Test
    void saysHowManyFiguresDisagreeAndNamesTheLargestDifferences() {
        List<ReportSuggestions.Differing> found = new ArrayList<>();
        found.add(new ReportSuggestions.Differing(
                null,
                null,
                "ONLINE_REPORTED",
                290,
                new TreeMap<>(Map.of("PUBLISHED", 22_574L, "CLASSES", 22_284L)),
                true,
                "/reconciliation/2023/all/ONLINE_REPORTED"));
        for (int i = 1; i < 7; i++) {
            found.add(new ReportSuggestions.Differing(
                    "Xã Phước An",
                    YearMonth.of(2023, i),
                    "DOSSIERS_RECEIVED",
                    7,
                    new TreeMap<>(Map.of("COUNTED", 127L, "TYPED", 120L)),
                    false,
                    "/reconciliation/2023-0" + i + "/13/DOSSIERS_RECEIVED"));
        }
        YearResults results = SampleYears.published2023();
        ReportTerm term = ReportTerm.year(2023);
        ReportText text = ReportText.of(
                results,
                results.organisation(),
                LocalDate.of(2024, 1, 5),
                term,
                new ReportSuggestions(List.of(), List.of(), found, List.of(), null),
                null,
                ReportNamedFigures.of(results, term));

        assertThat(text.sections().get(2).blocks().stream().map(ReportBlock::text))
                .contains(
                        "- Còn 290 hồ sơ trực tuyến chưa phân loại (tổng trực tuyến theo báo cáo là 22.574 hồ sơ, trong khi"
                                + " cộng toàn trình và một phần là 22.284 hồ sơ); chênh lệch này chưa khép lại, đã giải trình.",
                        "- Còn 6 chênh lệch số liệu khác chưa khép lại: tổng số hồ sơ của Xã"
                                + " Phước An, tháng 01/2023, lệch 7 hồ sơ (trích xuất 127, đã nhập 120); tổng số hồ sơ của Xã Phước"
                                + " An, tháng 02/2023, lệch 7 hồ sơ (trích xuất 127, đã nhập 120); tổng số hồ sơ của Xã Phước An,"
                                + " tháng 03/2023, lệch 7 hồ sơ (trích xuất 127, đã nhập 120); tổng số hồ sơ của Xã Phước An, tháng"
                                + " 04/2023, lệch 7 hồ sơ (trích xuất 127, đã nhập 120); tổng số hồ sơ của Xã Phước An, tháng"
                                + " 05/2023, lệch 7 hồ sơ (trích xuất 127, đã nhập 120); và 1 chênh lệch khác.")
                .noneMatch(line -> line.contains("cả năm lệch 290"));
    }

    @Test
    void saysOfAClassThatAUnitDoesNotHaveThatItDoesNotApply() {
        Map<String, Long> values = new TreeMap<>();
        values.put("TYPED", null);
        values.put("COUNTED", 7L);
        ReportLine said = new ReportSuggestions.Differing(
                        "Xã Phước An", YearMonth.of(2023, 9), "PARTIAL_RECEIVED", 7, values, false, "/reconciliation")
                .sentence("chenh_lech_1", "toàn huyện", ReportNamedFigures.none());

        assertThat(said.text())
                .isEqualTo("hồ sơ một phần phát sinh của Xã Phước An, tháng 09/2023, lệch 7 hồ sơ"
                        + " (trích xuất 7, đã nhập “không áp dụng”)");
    }

    @Test
    void namesTheCeilingAndTheTargetAboveIt() {
        assertThat(section(SampleYears.published2023(), 0))
                .contains("Các thủ tục hành chính được cung cấp trực tuyến (toàn trình, một phần) chỉ phát sinh"
                        + " 26.086/48.254 hồ sơ, nên tỷ lệ hồ sơ trực tuyến tối đa có thể đạt là 54,06%. Chỉ tiêu 60% cao"
                        + " hơn mức tối đa này: muốn đạt, cần cung cấp trực tuyến thêm các thủ tục hành chính tương ứng ít"
                        + " nhất 2.867 hồ sơ.");
    }

    @Test
    void onlySuggestsTheCriteriaThatAPersonConfirms() {
        List<String> said = section(SampleYears.published2023(), 0);

        assertThat(said)
                .contains(
                        "a) Chỉ tiêu 9.2. Có dịch vụ công trực tuyến mức toàn trình: dự kiến Đạt (phát sinh 10.682/11.212"
                                + " hồ sơ trực tuyến toàn trình); kết quả này chờ xác nhận.",
                        "b) Chỉ tiêu 9.5. Có dịch vụ công trực tuyến một phần: dự kiến Đạt (phát sinh 11.602/14.874 hồ sơ"
                                + " trực tuyến một phần); kết quả này chờ xác nhận.");
        assertThat(String.join("\n", said)).doesNotContain("đều đạt chỉ tiêu");
    }

    @Test
    void onlyExpectsOfAPartWhatIsConfirmedByTheYear() {
        YearResults results = SampleYears.heldAgainst(SampleYears.provisional2024(), null, SampleYears.CRITERION_9_2);
        ReportTerm part = ReportTerm.read("2024-9M").orElseThrow();
        ReportText text = ReportText.of(
                results,
                SampleYears.TUY_PHUOC,
                SampleYears.TODAY,
                part,
                ReportSuggestions.NOTHING,
                null,
                ReportNamedFigures.of(results, part));

        assertThat(text.sections().get(0).blocks().stream().map(ReportBlock::text))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("a) Chỉ tiêu 9.2. Có dịch vụ công trực tuyến mức toàn trình: dự kiến Đạt (")
                        .endsWith("; kết quả được xác nhận theo năm."));
    }

    @Test
    void warnsWhenTheFiguresBehindAConfirmationHaveChanged() {
        VerdictDecision decision = new VerdictDecision(
                VerdictStatus.MET, null, new Rate(10682, 11212), LocalDate.of(2023, 12, 31), "Lê An", Instant.EPOCH);

        assertThat(section(SampleYears.published2023(decision), 0))
                .contains(
                        "a) Chỉ tiêu 9.2. Có dịch vụ công trực tuyến mức toàn trình: Đạt (phát sinh 10.682/11.212 hồ sơ"
                                + " trực tuyến toàn trình).")
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("b) Chỉ tiêu 9.5.").endsWith("cần xác nhận lại."));
    }

    @Test
    void closesWithoutADocumentWhereConfirmedCriteriaRestOnNone() {
        YearResults published = SampleYears.published2023();
        VerdictDecision decision = new VerdictDecision(
                VerdictStatus.MET,
                null,
                published.district().indicator(Indicator.FULL_PROCESS).rate(),
                LocalDate.of(2023, 12, 31),
                "Lê An",
                Instant.EPOCH);
        Target criterion = SampleYears.target(
                8, "TT", "Có dịch vụ công", null, Indicator.FULL_PROCESS, null, TargetScope.DISTRICT);

        assertThat(section(SampleYears.heldAgainst(published, decision, criterion), 0))
                .contains(
                        "Nhìn chung trong năm 2023, huyện Tuy Phước đều đạt chỉ tiêu về các tiêu chí hành chính công.");
    }

    @Test
    void proposesTheWeakPoints() {
        assertThat(section(SampleYears.published2023(), 2))
                .contains(
                        "- Tỷ lệ hồ sơ trực tuyến của huyện chưa đạt chỉ tiêu 50%, còn thiếu 1.553 hồ sơ.",
                        "- Còn 3.802 hồ sơ nộp trực tiếp bằng bản giấy đối với các thủ tục hành chính đã được cung cấp"
                                + " dịch vụ công trực tuyến.",
                        "- Còn 290 hồ sơ trực tuyến chưa phân loại (tổng trực tuyến theo báo cáo là 22.574 hồ sơ, trong khi"
                                + " cộng toàn trình và một phần là 22.284 hồ sơ).")
                .anySatisfy(point ->
                        assertThat(point).contains("60%", "còn thiếu 6.379 hồ sơ", "thiếu ít nhất 2.867 hồ sơ"));
    }

    @Test
    void namesTheClassesInWhichPublishedTotalsDifferFromTheMonths() {
        YearResults year = SampleYears.published2023();
        YearResults differing = new YearResults(
                year.period(),
                year.publication(),
                year.district(),
                year.units(),
                year.coverage(),
                List.of(new ResultCaveat.PublishedDiffers(
                        22574,
                        22574,
                        48254,
                        48254,
                        List.of(
                                new ResultCaveat.ClassDiffers(Indicator.FULL_PROCESS, 10682, 11212, 10700, 11230),
                                new ResultCaveat.ClassDiffers(Indicator.PARTIAL, 11602, 14874, 11584, 14874)))),
                year.provisional(),
                year.demonstration(),
                year.organisation(),
                null);

        assertThat(section(differing, 2))
                .contains(
                        "- Số liệu công bố và tổng các báo cáo tháng cùng là 22.574/48.254 hồ sơ nhưng khác nhau về hồ"
                                + " sơ trực tuyến toàn trình (công bố 10.682/11.212, tổng các báo cáo tháng 10.700/11.230); hồ sơ"
                                + " trực tuyến một phần (công bố 11.602/14.874, tổng các báo cáo tháng 11.584/14.874); chưa xác"
                                + " định nguyên nhân.");
    }

    @Test
    void namesUnitsBelowTheTargetAndThoseThatDidNotReport() {
        assertThat(section(SampleYears.provisional2024(), 2))
                .contains(
                        "- Tháng 09/2024: 2 đơn vị chưa báo cáo (Xã Phước Hòa, Phòng Y tế).",
                        "- Còn 46 báo cáo tháng chưa được duyệt nhưng đã tính vào kết quả.")
                .anySatisfy(point -> assertThat(point)
                        .contains("chưa đạt chỉ tiêu 50%", "Phòng Giáo dục và Đào tạo (12.499/25.000, đạt 49,996%)"));
        assertThat(section(SampleYears.provisional2024(), 1).get(0))
                .isEqualTo(
                        "Trong kỳ có 196/207 báo cáo tháng của các đơn vị; 21/23 đơn vị đã báo cáo đủ các tháng; 1 đơn vị"
                                + " báo cáo chưa đủ các tháng; 1 đơn vị"
                                + " chưa báo cáo (Phòng Y tế); 1 đơn vị không phát sinh hồ sơ (Phòng Nông nghiệp và Phát triển nông thôn).");
    }

    @Test
    void saysThatAPublishedYearHasNoBreakdownInsteadOfCallingItsUnitsSilent() {
        ReportText text = text(SampleYears.published2023());

        assertThat(section(SampleYears.published2023(), 1))
                .containsExactly(
                        "Số liệu năm 2023 được công bố theo tổng số của toàn huyện; không có số liệu chi tiết của"
                                + " từng đơn vị.");
        assertThat(text.annex().rows()).singleElement().satisfies(row -> assertThat(row.cells())
                .extracting(ReportLine::text)
                .containsExactly(
                        "11.212",
                        "10.682",
                        "95,27%",
                        "14.874",
                        "11.602",
                        "78,00%",
                        "48.254",
                        "22.574",
                        "46,78%",
                        "Thiếu 1.553",
                        "Thiếu 6.379"));
    }

    /** "178.58" above "5" would be another number. */
    @Test
    void leavesRoomForTheTotalsOfAProvince() {
        assertThat(AnnexWidths.widths(99_999, true)).containsExactly(11, 11, 11);
        assertThat(AnnexWidths.widths(99_999, false)).containsExactly(12, 12, 13);
        assertThat(AnnexWidths.widths(100_000, true)).containsOnly(13);
        assertThat(AnnexWidths.widths(100_000, false)).containsOnly(13);
        assertThat(AnnexWidths.widths(1_000_000, true)).containsOnly(16);
    }

    /** Beside an indicator of the office they would leave 7 mm for a unit's name. */
    @Test
    void leavesTheYearBeforeOutWhereNamesWouldHaveNoRoom() {
        assertThat(AnnexWidths.leaveRoom(1_000_000, 0)).isTrue();
        assertThat(AnnexWidths.leaveRoom(999_999, 1)).isTrue();
        assertThat(AnnexWidths.leaveRoom(1_000_000, 1)).isFalse();
        assertThat(AnnexWidths.leaveRoom(1, 2)).isFalse();
    }

    @Test
    void keepsNotReportedNothingArisenAndZeroApart() {
        List<Annex.Row> rows = text(SampleYears.provisional2024()).annex().rows();

        assertThat(rows).hasSize(24);
        assertThat(rows.get(22).instead()).isEqualTo("chưa báo cáo");
        assertThat(rows.get(21).cells())
                .extracting(ReportLine::text)
                .contains("0", "—")
                .doesNotContain("0,00%", "0%");
        assertThat(rows.get(21).note().text()).isEqualTo("không phát sinh");
        assertThat(rows.get(20).note().text()).isEqualTo("không phát sinh hồ sơ một phần");
        assertThat(rows.get(5).note().text()).isEqualTo("báo cáo 7/9 tháng");
        assertThat(rows.get(19).cells()).extracting(ReportLine::text).contains("49,996%", "Thiếu 1");
    }

    @Test
    void printsTheMarkOfWhatIsNotKnownWhereAUnitReportedNothingForATarget() {
        Annex annex = text(SampleYears.heldAgainst(
                        SampleYears.provisional2024(),
                        null,
                        SampleYears.RESOLUTION_17,
                        wholeAndUnits(8, "PHI", Indicator.ONLINE_PAYMENT, "80")))
                .annex();

        // No payments were reported there, and no dossier arose in the other.
        assertThat(outcomes(annex, 19)).containsExactly("Thiếu 1", "…");
        assertThat(outcomes(annex, 21)).containsExactly("—", "…");
        assertThat(annex.notes().get(0).text())
                .isEqualTo("Ghi chú: Dấu “—” là không phát sinh hồ sơ, “…” là chưa có số liệu; “Thiếu” là số hồ sơ trực"
                        + " tuyến còn thiếu để đạt chỉ tiêu.");
        assertThat(text(SampleYears.provisional2024()).annex().notes().get(0).text())
                .doesNotContain("…");
    }

    private static List<String> outcomes(Annex annex, int row) {
        List<String> cells =
                annex.rows().get(row).cells().stream().map(ReportLine::text).toList();
        return cells.subList(9, cells.size());
    }

    private static Target wholeAndUnits(long id, String code, Indicator indicator, String threshold) {
        return SampleYears.target(
                id, code, "Chỉ tiêu " + code, null, indicator, threshold, TargetScope.DISTRICT_AND_UNITS);
    }

    @Test
    void warnsOfMadeUpAndProvisionalFigures() {
        assertThat(text(SampleYears.provisional2024()).notices())
                .extracting(ReportLine::text)
                .containsExactly(
                        "DỮ LIỆU MINH HỌA - không phải số liệu chính thức",
                        "(Số liệu ước tính: mới có 196/207 báo cáo tháng của các đơn vị; còn 46 báo cáo chưa được duyệt; mới"
                                + " có số liệu 9/12 tháng)");
        assertThat(text(SampleYears.published2023()).notices()).isEmpty();
        assertThat(text(SampleYears.published2023()).warning()).isEmpty();
    }

    /** As the pages call it: an estimate while returns are missing, preliminary while all are there and not all approved. */
    @Test
    void callsFiguresThatMayChangeWhatThePagesCallThem() {
        YearResults missing = SampleYears.provisional2024();
        YearResults unapproved = SampleYears.preliminary2024();
        assertThat(missing.finality()).isEqualTo(DataStatus.ESTIMATE);
        assertThat(unapproved.finality()).isEqualTo(DataStatus.PRELIMINARY);
        assertThat(words(text(missing))).contains("Số liệu ước tính: ").doesNotContain("sơ bộ");
        assertThat(words(text(unapproved))).contains("Số liệu sơ bộ: ").doesNotContain("ước tính");
        assertThat(words(text(missing)))
                .contains(
                        "tạm tính từ 196/207 báo cáo tháng; ", " kết quả là tạm tính do đơn vị còn thiếu báo cáo tháng")
                .doesNotContain("sơ bộ");
        assertThat(words(text(unapproved)))
                .contains(
                        "Chưa đạt (sơ bộ, còn 40 báo cáo tháng chưa được duyệt; huyện thực hiện ",
                        "chưa đảm bảo (sơ bộ; huyện thực hiện ",
                        "chưa đạt chỉ tiêu 60% (sơ bộ), còn thiếu ",
                        "đạt 47,63%, sơ bộ)",
                        "8 đơn vị chưa đạt; 19 kết quả là sơ bộ do còn báo cáo tháng chưa được duyệt")
                .doesNotContain("tạm tính");
        assertThat(text(unapproved).annex().rows())
                .filteredOn(row -> row.note().text().contains("chưa duyệt đủ"))
                .as("the whole, and all units with figures but the first two; their verdicts keep to one line")
                .hasSize(20);
    }

    private static String words(ReportText text) {
        return Stream.of(
                        text.notices().stream().map(ReportLine::text),
                        text.annex().notes().stream().map(ReportLine::text),
                        text.sections().stream()
                                .flatMap(each -> each.blocks().stream())
                                .map(ReportBlock::text))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void tellsTargetsOfTheSamePercentApart() {
        YearResults results = SampleYears.heldAgainst(
                SampleYears.provisional2024(),
                null,
                wholeAndUnits(8, "TT", Indicator.FULL_PROCESS, "80"),
                wholeAndUnits(9, "MP", Indicator.PARTIAL, "80"),
                wholeAndUnits(10, "MP2", Indicator.PARTIAL, "80"),
                SampleYears.RESOLUTION_17);

        // Each column says of which rate it speaks, and by its code which of two alike.
        assertThat(text(results).annex().columns())
                .extracting(column -> column.label().text())
                .containsSubsequence("Toàn trình 80%", "MP: Một phần 80%", "MP2: Một phần 80%", "Tổng số hồ sơ 50%");
        // None is narrower than a word of its heading, and together they fill the sheet as before.
        assertThat(text(results).annex().columns().stream()
                        .filter(column -> "So với chỉ tiêu".equals(column.group()))
                        .map(Annex.Column::widthMillimetres))
                .hasSize(4)
                .allMatch(width -> width >= 15);
        assertThat(text(results).annex().columns().stream()
                        .mapToInt(Annex.Column::widthMillimetres)
                        .sum())
                .isEqualTo(252);
        assertThat(section(results, 2))
                .anyMatch(point -> point.contains("đơn vị chưa đạt chỉ tiêu hồ sơ trực tuyến toàn trình 80%: "))
                .anyMatch(point -> point.contains("đơn vị chưa đạt chỉ tiêu MP 80%: "))
                .anyMatch(point -> point.contains("đơn vị chưa đạt chỉ tiêu 50%: "));
    }

    /** Who receives the report does not know what the Office calls a target for short. */
    @Test
    void callsATargetWithoutAClauseByItsName() {
        YearResults results = SampleYears.heldAgainst(
                SampleYears.provisional2024(), null, wholeAndUnits(8, "TT80", Indicator.FULL_PROCESS, "80"));

        assertThat(section(results, 0))
                .anyMatch(line -> line.startsWith("a) Chỉ tiêu “Chỉ tiêu TT80” (TT80) quy định tỷ lệ đạt 80%: "));
    }

    /** A word that its column has no room for would be parted, which makes another code of it. */
    @Test
    void headsColumnsByLettersWhereCodesAreLongerThanTheyAreWide() {
        Target[] held = {
            wholeAndUnits(8, "QĐ2679", Indicator.OVERALL, "60"),
            wholeAndUnits(9, "NQ17-2024/HĐND", Indicator.OVERALL, "60"),
            wholeAndUnits(10, "THANHTOAN2024", Indicator.OVERALL, "60"),
            wholeAndUnits(11, "CTR.CHUYENDOISO", Indicator.PARTIAL, "80"),
            wholeAndUnits(12, "WWWWWWWW", Indicator.OVERALL, "60")
        };
        Annex annex = text(SampleYears.heldAgainst(SampleYears.provisional2024(), null, held))
                .annex();

        assertThat(annex.columns().stream()
                        .filter(column -> "So với chỉ tiêu".equals(column.group()))
                        .map(column -> column.label().text()))
                .containsExactly(
                        "QĐ2679: Tổng số hồ sơ 60%",
                        "(a): Tổng số hồ sơ 60%", "(b): Tổng số hồ sơ 60%", "Một phần 80%", "(c): Tổng số hồ sơ 60%");
        assertThat(annex.notes())
                .extracting(ReportLine::text)
                .contains("Chỉ tiêu: (a) NQ17-2024/HĐND; (b) THANHTOAN2024; (c) WWWWWWWW.");
        assertThat(text(SampleYears.provisional2024()).annex().notes())
                .extracting(ReportLine::text)
                .noneMatch(note -> note.startsWith("Chỉ tiêu: "));
    }

    /** Ten columns left no room for the units' names. */
    @Test
    void leavesTargetsOutThatASheetHasNoRoomFor() {
        Target[] held = IntStream.rangeClosed(1, 10)
                .mapToObj(each -> wholeAndUnits(20 + each, "CT" + each, Indicator.OVERALL, String.valueOf(50 + each)))
                .toArray(Target[]::new);
        Annex annex = text(SampleYears.heldAgainst(SampleYears.provisional2024(), null, held))
                .annex();

        assertThat(annex.columns().stream().filter(column -> "So với chỉ tiêu".equals(column.group())))
                .hasSize(7);
        assertThat(annex.rows())
                .allSatisfy(row -> assertThat(row.cells().size()).isIn(0, 16));
        assertThat(annex.notes())
                .extracting(ReportLine::text)
                .contains("Bảng không đủ chỗ cho cột của chỉ tiêu CT8, CT9, CT10: kết quả của từng đơn vị ở tệp phụ lục"
                        + " .xlsx.");
    }

    /** Nothing is said of all together; each number is a figure that opens a page. */
    @Test
    void saysHowTheUnitsThatATargetNamesDidAndWhichMissIt() {
        YearResults results = SampleYears.heldAgainst(
                SampleYears.provisional2024(),
                null,
                SampleYears.RESOLUTION_17,
                SampleYears.ofNamedUnits(8, "KH45", false, Map.of(1L, "1", 2L, "99.5", 23L, "40")),
                SampleYears.ofNamedUnits(9, "KH46", true, Map.of(1L, "1", 3L, "100")),
                SampleYears.ofNamedUnits(10, "KH47", true, Map.of(23L, "50")));

        String document = "tại Quyết định số 2679/QĐ-UBND ngày 20/7/2023 của UBND tỉnh Bình Định";
        assertThat(section(results, 0))
                .anyMatch(line -> line.startsWith("a) ") && line.contains("quy định tỷ lệ đạt 50%"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("b) Chỉ tiêu “Hồ sơ trực tuyến của KH45” (KH45) " + document
                                + " giao mức riêng cho 3 đơn vị: 1/2 đơn vị có số liệu"
                                + " đạt; 1 đơn vị chưa đạt: Thị trấn Diêu Trì (")
                        .contains(", mức riêng 99,5%"))
                .contains("3. Mục tiêu phấn đấu của huyện")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("- Hồ sơ trực tuyến của KH46, giao mức riêng cho 2 đơn vị: 1/2 đơn vị có số liệu"
                                + " đạt; 1 đơn vị chưa đạt: ")
                        .contains(", mức riêng 100%"))
                .contains(
                        "- Hồ sơ trực tuyến của KH47, giao mức riêng cho 1 đơn vị: chưa có số liệu của các đơn vị này để"
                                + " đánh giá.");
        assertThat(section(results, 0).stream().filter(line -> line.contains("KH45")))
                .hasSize(1);

        ReportNamedFigures figures = ReportNamedFigures.of(results, ReportTerm.year(2024));
        assertThat(text(results).sections().get(0).blocks().stream()
                        .flatMap(block -> block.line().spans().stream())
                        .filter(span -> span.figure() != null && span.figure().contains("kh4"))
                        .map(span -> figures.get(Objects.requireNonNull(span.figure()))
                                .page()))
                .contains(
                        "/targets?year=2024",
                        "/dashboard/details?year=2024",
                        "/dashboard/compare?indicator=OVERALL&year=2024")
                .allMatch(page -> page.startsWith("/"));
        assertThat(section(
                        SampleYears.heldAgainst(
                                SampleYears.provisional2024(),
                                null,
                                SampleYears.ofNamedUnits(8, "KH45", false, Map.of(1L, "1"))),
                        0))
                .containsSubsequence(
                        "Trong kỳ không có chỉ tiêu nào giao chung cho toàn huyện; kết quả theo chỉ tiêu giao riêng cho một"
                                + " số đơn vị như sau:",
                        "a) Chỉ tiêu “Hồ sơ trực tuyến của KH45” (KH45) " + document
                                + " giao mức riêng cho 1 đơn vị: 1/1 đơn vị có số liệu đạt.");
    }

    @Test
    void restsOnTheTargetsInstrumentsAndThePlan() {
        List<String> grounds = text(SampleYears.published2023()).grounds().stream()
                .map(ReportLine::text)
                .toList();

        assertThat(grounds).hasSize(5).allMatch(line -> line.startsWith("Căn cứ "));
        assertThat(grounds.get(0))
                .startsWith("Căn cứ Quyết định số 320/QĐ-TTg ngày 08/03/2022 của Thủ tướng Chính phủ về việc ban hành")
                .endsWith(";");
        assertThat(grounds.subList(1, 4))
                .containsExactly(
                        "Căn cứ Quyết định số 211/QĐ-TTg ngày 01/03/2024 của Thủ tướng Chính phủ về việc sửa đổi một số"
                                + " tiêu chí, chỉ tiêu của bộ tiêu chí quốc gia về xã, huyện nông thôn mới giai đoạn"
                                + " 2021 - 2025;",
                        "Căn cứ Nghị quyết số 17/NQ-CP của Chính phủ;",
                        "Căn cứ Quyết định số 2679/QĐ-UBND ngày 20/07/2023 của UBND tỉnh Bình Định về việc giao chỉ tiêu"
                                + " hồ sơ trực tuyến;");
        assertThat(grounds.get(4))
                .startsWith("Căn cứ Kế hoạch năm 2024 của UBND huyện Tuy Phước")
                .endsWith(".");
    }

    @Test
    void leavesNumberDateAndSignerToTheRegistry() {
        ReportText text = text(SampleYears.published2023());

        assertThat(text.letterhead().number()).isEqualTo("Số:      /BC-UBND");
        assertThat(text.letterhead().placeAndDate()).isEqualTo("Tuy Phước, ngày      tháng      năm 2024");
        assertThat(text.letterhead().agency()).containsExactly("ỦY BAN NHÂN DÂN", "HUYỆN TUY PHƯỚC");
        assertThat(text.signature().authority())
                .extracting(ReportLine::text)
                .last()
                .isEqualTo("PHÓ CHỦ TỊCH");
        assertThat(text.closing().text()).endsWith("./.");
    }

    @Test
    void namesAnotherPlaceWithoutAnotherProgram() {
        Organisation other = SampleOrganisations.AN_NHON;

        String whole = ReportText.of(SampleYears.provisional2024(), other, SampleYears.TODAY)
                .toString();

        assertThat(whole).contains("toàn thị xã", "UBND thị xã An Nhơn", "UBND tỉnh Gia Lai", "THỊ XÃ AN NHƠN");
    }

    /** A province has "sở", only below it there are "phòng". */
    @Test
    void aReportGoesToTheOfficesOfItsLevel() {
        Organisation province =
                Organisation.usual(OrganisationLevel.PROVINCE, "tỉnh", "Lai Châu", "Văn phòng Chính phủ");

        assertThat(ReportText.of(SampleYears.provisional2024(), province, SampleYears.TODAY)
                        .signature()
                        .recipients())
                .extracting(ReportLine::text)
                .contains("- Các sở, ban, ngành tỉnh;");
        assertThat(text(SampleYears.provisional2024()).signature().recipients())
                .extracting(ReportLine::text)
                .contains("- Các phòng, ban, ngành huyện;");
    }

    private static ReportText text(YearResults results) {
        return ReportText.of(results, SampleYears.TUY_PHUOC, SampleYears.TODAY);
    }

    private static List<String> section(YearResults results, int index) {
        return text(results).sections().get(index).blocks().stream()
                .map(ReportBlock::text)
                .toList();
    }
}
