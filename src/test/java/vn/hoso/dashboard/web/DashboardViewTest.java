package vn.hoso.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hoso.Messages;
import vn.hoso.presentation.Gauge;
import vn.hoso.presentation.Headline;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TargetColumn;
import vn.hoso.presentation.VerdictView;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.ResultsChangeSplit;
import vn.hoso.results.ResultsCoverage;
import vn.hoso.results.SampleResults;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.security.Role;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictDecision;
import vn.hoso.targets.VerdictStatus;

class DashboardViewTest {

    private static final PageMessages WORDING = wording();

    @Test
    void saysWhatIsMissingToTheLowestMissedTarget() {
        assertThat(page(SampleResults.published2023()).headline())
                .isEqualTo("Huyện đạt 46,78% hồ sơ trực tuyến, chưa đạt chỉ tiêu 50%, còn thiếu 1.553 hồ sơ");
    }

    @Test
    void saysWhichTargetIsReachedBeforeTheOneThatIsNot() {
        assertThat(headline(counts(55, 100)))
                .isEqualTo(
                        "Xã Phước An đạt 55% hồ sơ trực tuyến, đạt chỉ tiêu 50%, chưa đạt chỉ tiêu 60%, còn thiếu 5 hồ sơ");
    }

    @Test
    void namesTheHighestTargetWhenAllAreReached() {
        assertThat(headline(counts(60, 100))).isEqualTo("Xã Phước An đạt 60% hồ sơ trực tuyến, đạt chỉ tiêu 60%");
    }

    @Test
    void neverShowsAMissedTargetAsReached() {
        assertThat(headline(counts(49_996, 100_000)))
                .isEqualTo("Xã Phước An đạt 49,996% hồ sơ trực tuyến, chưa đạt chỉ tiêu 50%, còn thiếu 4 hồ sơ");
    }

    @Test
    void tellsNothingReportedFromNothingArisen() {
        assertThat(headline(null)).isEqualTo("Xã Phước An chưa báo cáo số liệu trong kỳ");
        assertThat(headline(Counts.NONE)).isEqualTo("Xã Phước An không phát sinh hồ sơ trong kỳ");
    }

    /** So little moved between the units that it is printed as nothing: it is told as nothing. */
    @Test
    void namesNoDirectionOfWhatIsPrintedAsZero() {
        DashboardLastYearView.Split split = DashboardLastYearView.split(
                new ResultsChangeSplit(new BigDecimal("5.00"), new BigDecimal("5.00"), new BigDecimal("0.00")),
                WORDING);

        assertThat(split.parts())
                .extracting(DashboardLastYearView.Part::points, DashboardLastYearView.Part::meaning)
                .containsExactly(
                        tuple("+5,00", "Tỷ lệ của các đơn vị cao hơn trước."),
                        tuple("0,00", "Phần hồ sơ của mỗi đơn vị không làm thay đổi tỷ lệ chung."));
    }

    @Test
    void proseDropsTrailingZerosAndTablesKeepThem() {
        DashboardView page = page(SampleResults.demonstration2023());

        assertThat(page.parts()).extracting(RateView::percent).containsExactly("95,27%", "78%");
        assertThat(page.total().partial().percent()).isEqualTo("78,00%");
    }

    @Test
    void tellsAReachableTargetFromOneBeyondTheCeiling() {
        List<VerdictView> lines = page(SampleResults.published2023()).verdicts();

        assertThat(lines).extracting(VerdictView::code).containsExactly("9.2", "9.5", "NQ17", "QĐ2679");
        assertThat(lines.get(2).finding()).isEqualTo("thiếu 1.553 hồ sơ");
        assertThat(lines.get(2).reach()).isEqualTo("Trong tầm: trần 54,06%");
        assertThat(lines.get(2).beyondReach()).isFalse();
        assertThat(lines.get(3).finding()).isEqualTo("thiếu 6.379 hồ sơ");
        assertThat(lines.get(3).reach())
                .isEqualTo("Vượt trần 54,06%: cần đưa thêm thủ tục của ít nhất 2.867 hồ sơ lên trực tuyến");
        assertThat(lines.get(3).beyondReach()).isTrue();
    }

    @Test
    void onlySuggestsAVerdictThatNobodyConfirmed() {
        VerdictView line = page(SampleResults.published2023()).verdicts().get(0);

        assertThat(line.mark().word()).isEqualTo("Dự kiến đạt, chờ xác nhận");
        assertThat(line.finding()).isEqualTo("10.682 hồ sơ trực tuyến toàn trình");
        assertThat(line.confirmation()).isEqualTo("Chưa có người xác nhận");
    }

    @Test
    void onlyAReviewerIsSentToConfirm() {
        assertThat(page(SampleResults.published2023()).verdicts().get(0).confirmPath())
                .isEqualTo("/dashboard/decisions/1?year=2023");
        assertThat(page(SampleResults.published2023(), Role.LEADER)
                        .verdicts()
                        .get(0)
                        .confirmPath())
                .isNull();
    }

    @Test
    void saysWhoConfirmedAndWhetherTheFiguresChangedSince() {
        VerdictView line = page(SampleResults.confirmed2023(new VerdictDecision(
                        VerdictStatus.MET,
                        "Theo biên bản họp",
                        new Rate(10_000, 11_212),
                        LocalDate.of(2023, 12, 31),
                        "Trần Văn Phòng",
                        Instant.parse("2024-01-10T02:05:00Z"))))
                .verdicts()
                .get(0);

        assertThat(line.mark().word()).isEqualTo("Đạt");
        assertThat(line.confirmation()).isEqualTo("Trần Văn Phòng xác nhận lúc 09:05 ngày 10/01/2024");
        assertThat(line.note()).isEqualTo("Theo biên bản họp");
        assertThat(line.warning()).isEqualTo("Số liệu đã thay đổi sau khi xác nhận (lúc đó: 10.000/11.212).");
    }

    @Test
    void showsTheUnclassifiedDossiersUnprompted() {
        assertThat(page(SampleResults.published2023()).openItems())
                .singleElement()
                .satisfies(item -> assertThat(item.text())
                        .startsWith("290 hồ sơ trực tuyến chưa phân loại")
                        .contains("22.574 − 22.284 = 290"));
    }

    @Test
    void namesTheUnitsThatHaveNotReported() {
        assertThat(page(SampleResults.provisional2024()).openItems())
                .extracting(DashboardCaveatMessages.Line::text)
                .contains("Tháng 09/2024: 3 đơn vị chưa báo cáo – Xã Phước Thắng, Xã Phước Nghĩa, Phòng Y tế.");
    }

    @Test
    void countsManyMissingUnitsByMonthOnPaper() {
        DashboardCaveatMessages texts = new DashboardCaveatMessages(WORDING);
        ResultCaveat few = new ResultCaveat.NotReported(YearMonth.of(2024, 9), 3, List.of("Xã A", "Xã B", "Xã C"));
        ResultCaveat five = new ResultCaveat.NotReported(YearMonth.of(2024, 10), 5, List.of("Xã D"));
        ResultCaveat six = new ResultCaveat.NotReported(YearMonth.of(2024, 10), 6, List.of("Xã D"));
        ResultCaveat unapproved = new ResultCaveat.NotApproved(24);

        assertThat(texts.onPaper(List.of(few, five, unapproved)))
                .containsExactly(texts.of(few), texts.of(five), texts.of(unapproved));
        assertThat(texts.onPaper(List.of(few, six, unapproved)))
                .containsExactly(
                        "Còn thiếu 9 báo cáo tháng: tháng 09/2024 3 đơn vị, tháng 10/2024 6 đơn vị; tên đơn vị có trên màn"
                                + " hình.",
                        texts.of(unapproved));
    }

    @Test
    void countsTheUnitsItMayNotName() {
        DashboardCaveatMessages texts = new DashboardCaveatMessages(WORDING);
        YearMonth september = YearMonth.of(2024, 9);

        assertThat(texts.of(new ResultCaveat.NotReported(september, 3, List.of("Xã Phước An"))))
                .isEqualTo("Tháng 09/2024: 3 đơn vị chưa báo cáo – Xã Phước An và 2 đơn vị khác.");
        assertThat(texts.of(new ResultCaveat.NotReported(september, 3, List.of())))
                .isEqualTo("Tháng 09/2024: 3 đơn vị chưa báo cáo.");
    }

    @Test
    void saysWhyAYearIsProvisional() {
        PeriodView period = page(SampleResults.provisional2024()).period();

        assertThat(period.name()).isEqualTo("9 tháng đầu năm 2024");
        assertThat(period.coverage()).isEqualTo("20/23 đơn vị, đến 30/09/2024; cả kỳ 204/207 báo cáo tháng");
        assertThat(period.provisional())
                .isEqualTo("thiếu 3 báo cáo tháng, 20 báo cáo chưa duyệt, mới có số liệu 9/12 tháng");
        assertThat(period.finality()).isEqualTo("ước tính");
        assertThat(period.age()).isEqualTo("Số liệu cập nhật lúc 10:32 ngày 05/10/2024");
    }

    /** Months before the program's use are not due: two of them reported in full do not make the year's returns complete. */
    @Test
    void aPublishedYearDoesNotCallItsFewMonthsAllReturns() {
        YearResults year = SampleResults.demonstration2023();
        assertThat(page(year).period().coverage())
                .isEqualTo("Số liệu công bố theo cả năm; riêng báo cáo tháng của các đơn vị có 276/276");

        YearResults later = new YearResults(
                year.period(),
                year.publication(),
                year.district(),
                year.units().stream().map(unit -> expecting(unit, 2)).toList(),
                new ResultsCoverage(46, 46, 46, List.of()),
                year.openItems(),
                year.provisional(),
                year.demonstration(),
                year.organisation(),
                null);
        assertThat(page(later).period().coverage())
                .isEqualTo(
                        "Số liệu công bố theo cả năm; chỉ 2 tháng phải có báo cáo tháng của các đơn vị, đã có 46/46");
    }

    private static ScopeResults expecting(ScopeResults unit, int months) {
        return new ScopeResults(
                unit.scope(),
                unit.name(),
                unit.unitId(),
                unit.kind(),
                unit.counts(),
                unit.rates(),
                unit.verdicts(),
                unit.aspirations(),
                months,
                months);
    }

    @Test
    void aPublishedYearWithoutBreakdownShowsNoEmptyTable() {
        DashboardView page = page(SampleResults.published2023());

        assertThat(page.units()).isEmpty();
        assertThat(page.breakdown()).isEqualTo("Văn bản công bố chỉ có số chung, không chia theo đơn vị và tháng.");
        assertThat(page.period().coverage()).isNull();
        assertThat(page.source()).startsWith("Kế hoạch năm 2024 của UBND huyện Tuy Phước");
    }

    @Test
    void tellsZeroFromNothingArisen() {
        DashboardUnitRow healthOffice = page(SampleResults.demonstration2023()).units().stream()
                .filter(unit -> unit.name().equals("Phòng Y tế"))
                .findFirst()
                .orElseThrow();

        assertThat(healthOffice.fullProcess()).isEqualTo(new RateView("Toàn trình", "—", "không phát sinh", false));
        assertThat(healthOffice.partial().tracedTo(null)).isEqualTo(new RateView("Một phần", "0,00%", "0/12", true));
    }

    @Test
    void drawsTheBarInProportion() {
        Gauge gauge = page(SampleResults.published2023()).gauge();

        assertThat(gauge).isNotNull();
        assertThat(gauge.width()).isEqualTo("46.78%");
        assertThat(gauge.ticks()).extracting(Gauge.Tick::at).containsExactly("50%", "60%");
        assertThat(gauge.ceiling()).isNotNull();
        assertThat(gauge.ceiling().at()).isEqualTo("54.06%");
        assertThat(gauge.ceiling().rest()).isEqualTo("45.94%");
    }

    /** Codes that have no room beside their mark ran over the rate itself. */
    @Test
    void namesTheFirstOfManyTargetsThatAskTheSame() {
        ScopeResults district = SampleResults.published2023().district();
        Verdict asked = district.verdicts().stream()
                .filter(each -> each.target().equals(SampleResults.QD2679))
                .findFirst()
                .orElseThrow();
        List<Verdict> many = new ArrayList<>(district.verdicts());
        many.addAll(List.of(asked, asked, asked));
        Target third = new Target(
                99,
                "CT70",
                "Chỉ tiêu",
                null,
                Indicator.OVERALL,
                TargetRule.AT_LEAST,
                new BigDecimal("70"),
                TargetScope.DISTRICT,
                false,
                LocalDate.of(2023, 1, 1),
                null,
                List.of());
        many.add(TargetEvaluator.judge(third, district.counts(), null));
        Gauge gauge = Objects.requireNonNull(Gauge.of(
                new ScopeResults(
                        district.scope(),
                        district.name(),
                        null,
                        null,
                        district.counts(),
                        district.rates(),
                        many,
                        List.of(),
                        1,
                        1),
                WORDING));

        assertThat(gauge.ticks())
                .extracting(Gauge.Tick::label)
                .containsExactly("NQ17 50%", "QĐ2679 +3 60%", "CT70 70%");
        assertThat(gauge.ticks())
                .as("a mark goes down from its row, and crosses no text that ends left of it")
                .extracting(Gauge.Tick::y)
                .containsExactly(49, 31, 13);
        assertThat(gauge.description()).contains("chỉ tiêu QĐ2679, QĐ2679, QĐ2679, QĐ2679 60%");
    }

    @Test
    void marksOnABarOfTheOverallRateOnlyTheTargetsOfThatRate() {
        List<TargetColumn> columns = List.of(
                new TargetColumn(1, Indicator.OVERALL, "GL1", new BigDecimal("80")),
                new TargetColumn(2, Indicator.PARTIAL, "GL3", new BigDecimal("70.5")),
                new TargetColumn(3, Indicator.ONLINE_PAYMENT, "GL4", new BigDecimal("60")));

        assertThat(TargetColumn.overallTicks(columns)).isEqualTo("M80 0v12");
        assertThat(columns).extracting(TargetColumn::label).containsExactly("GL1 80%", "GL3 70,5%", "GL4 60%");
    }

    @Test
    void aUnitsMonthsTellNotReportedFromNotYetDue() {
        DashboardUnitView page = DashboardUnitView.of(
                SampleResults.unit2024("21958"),
                new PeriodFilter(2024, null, null, null, null),
                SliceConfiguration.person(Role.LEADER),
                YearMonth.of(2024, 10),
                WORDING);

        assertThat(page.rows()).hasSize(12);
        assertThat(page.rows().get(8).absence()).isEqualTo("chưa báo cáo");
        assertThat(page.rows().get(11).absence()).isEqualTo("chưa đến kỳ");
        assertThat(page.period().provisional()).isEqualTo("thiếu 1 báo cáo tháng, mới có số liệu 9/12 tháng");
    }

    private static DashboardView page(YearResults results) {
        return page(results, Role.REVIEWER);
    }

    private static DashboardView page(YearResults results, Role role) {
        return DashboardView.of(
                results,
                results.units(),
                List.of(2023, 2024),
                Map.of(),
                new PeriodFilter(results.year(), null, null, null, null),
                SliceConfiguration.person(role),
                WORDING);
    }

    private static String headline(@Nullable Counts counts) {
        ScopeResults unit = SampleResults.scope("21985", "Xã Phước An", 12L, counts, Map.of(), List.of(), 1, 1);
        return Headline.of(unit.name(), unit, WORDING);
    }

    private static Counts counts(long online, long received) {
        return new Counts(0, 0, received, online, received, online, null);
    }

    private static PageMessages wording() {
        return new PageMessages(Messages.source());
    }
}
