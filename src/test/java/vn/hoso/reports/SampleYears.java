package vn.hoso.reports;

import static vn.hoso.rates.Indicator.FULL_PROCESS;
import static vn.hoso.rates.Indicator.ONLINE_PAYMENT;
import static vn.hoso.rates.Indicator.OVERALL;
import static vn.hoso.rates.Indicator.PARTIAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.organisation.Organisation;
import vn.hoso.organisation.SampleOrganisations;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.MeasuredCounts;
import vn.hoso.rates.PaymentCounts;
import vn.hoso.rates.Rate;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.ResultsCoverage;
import vn.hoso.results.RoundedResultRates;
import vn.hoso.results.SampleResults;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.LegalInstrument;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.TargetStep;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictDecision;

/** Years as the results module would hand them over, with verdicts by the real judge. */
public final class SampleYears {

    public static final Organisation TUY_PHUOC = SampleOrganisations.TUY_PHUOC;

    public static final LocalDate TODAY = LocalDate.of(2024, 10, 5);

    private static final LegalInstrument QD320 = new LegalInstrument(
            "320/QĐ-TTg",
            "Thủ tướng Chính phủ",
            LocalDate.of(2022, 3, 8),
            "Quyết định số 320/QĐ-TTg ngày 08/03/2022 ban hành Bộ tiêu chí quốc gia về huyện nông thôn mới và huyện nông"
                    + " thôn mới nâng cao giai đoạn 2021 - 2025");
    private static final LegalInstrument QD211 = new LegalInstrument(
            "211/QĐ-TTg",
            "Thủ tướng Chính phủ",
            LocalDate.of(2024, 3, 1),
            "Quyết định số 211/QĐ-TTg ngày 01/3/2024 sửa đổi một số tiêu chí, chỉ tiêu của bộ tiêu chí quốc gia về xã,"
                    + " huyện nông thôn mới giai đoạn 2021 - 2025");
    private static final LegalInstrument NQ17 =
            new LegalInstrument("17/NQ-CP", "Chính phủ", null, "Nghị quyết số 17/NQ-CP của Chính phủ");
    private static final LegalInstrument QD2679 = new LegalInstrument(
            "2679/QĐ-UBND",
            "UBND tỉnh Bình Định",
            LocalDate.of(2023, 7, 20),
            "Quyết định số 2679/QĐ-UBND ngày 20/7/2023 của UBND tỉnh Bình Định giao chỉ tiêu hồ sơ trực tuyến");
    private static final LegalInstrument PLAN = new LegalInstrument(
            "KH-UBND 2024",
            "UBND huyện Tuy Phước",
            null,
            "Kế hoạch năm 2024 của UBND huyện Tuy Phước về các tiêu chí, chỉ tiêu huyện nông thôn mới, nông thôn mới nâng"
                    + " cao thuộc lĩnh vực hành chính công");

    public static final Target CRITERION_9_2 = target(
            1,
            "9.2",
            "Có dịch vụ công trực tuyến mức toàn trình",
            "Chỉ tiêu 9.2",
            FULL_PROCESS,
            null,
            TargetScope.DISTRICT,
            QD320,
            QD211);
    public static final Target CRITERION_9_5 = target(
            2,
            "9.5",
            "Có dịch vụ công trực tuyến một phần",
            "Chỉ tiêu 9.5",
            PARTIAL,
            null,
            TargetScope.DISTRICT,
            QD320,
            QD211);
    public static final Target RESOLUTION_17 = target(
            3,
            "NQ17",
            "Hồ sơ trực tuyến trên tổng số hồ sơ",
            "Chỉ tiêu “Hồ sơ trực tuyến”",
            OVERALL,
            "50.0000",
            TargetScope.DISTRICT_AND_UNITS,
            NQ17);
    public static final Target DECISION_2679 = target(
            4,
            "QĐ2679",
            "Hồ sơ trực tuyến trên tổng số hồ sơ",
            "Chỉ tiêu của tỉnh giao",
            OVERALL,
            "60.0000",
            TargetScope.DISTRICT_AND_UNITS,
            QD2679);
    private static final Target FULL_PROCESS_GOAL = target(
            5,
            "3.3",
            "Tiếp nhận trực tuyến hồ sơ toàn trình",
            "Giải pháp 3.2, 3.3",
            FULL_PROCESS,
            "100.0000",
            TargetScope.EVERY_UNIT,
            PLAN);
    private static final Target PAYMENT_GOAL = target(
            7,
            "3.4",
            "Thanh toán trực tuyến phí, lệ phí",
            "Giải pháp 3.4",
            ONLINE_PAYMENT,
            "100.0000",
            TargetScope.EVERY_UNIT,
            PLAN);

    public static final List<Target> SET_FROM_ABOVE =
            List.of(CRITERION_9_2, CRITERION_9_5, RESOLUTION_17, DECISION_2679);

    /** The plan's own goals, shown apart. */
    static final List<Target> GOALS = List.of(FULL_PROCESS_GOAL, PAYMENT_GOAL);

    private SampleYears() {}

    /** 2023 as the district's plan publishes it: totals without a breakdown. */
    public static YearResults published2023() {
        return published2023(null);
    }

    /** 2023 with both criteria confirmed, or not. */
    public static YearResults published2023(@Nullable VerdictDecision decision) {
        Counts counts = new Counts(11212, 10682, 14874, 11602, 48254, 22574, null);
        ScopeResults district = scope(
                ScopeResults.DISTRICT,
                "Huyện Tuy Phước",
                null,
                counts,
                judged(SET_FROM_ABOVE, counts, decision),
                List.of(),
                0,
                0);
        return new YearResults(
                ReportingPeriod.year(2023, ReportingCalendar.CALENDAR_MONTHS),
                new YearResults.Publication(
                        "Kế hoạch năm 2024 của UBND huyện Tuy Phước (mục II.2 “Hiện trạng thực hiện”), số liệu từ ngày"
                                + " 01/01/2023 đến ngày 31/12/2023",
                        null),
                district,
                IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> unit(i, "2195" + i, "Xã số " + i, null, 0, 0))
                        .toList(),
                new ResultsCoverage(0, 0, 0, List.of()),
                List.of(
                        new ResultCaveat.Unclassified(290, 22574, 22284),
                        new ResultCaveat.AwaitsConfirmation(CRITERION_9_2),
                        new ResultCaveat.AwaitsConfirmation(CRITERION_9_5)),
                false,
                false,
                TUY_PHUOC,
                null);
    }

    /** Nine months of 2024 with 23 units: one silent, one without partial procedures, one without any dossier. */
    public static YearResults provisional2024(String... hostileNames) {
        List<ScopeResults> units = new ArrayList<>();
        List<String> names = new ArrayList<>(UNIT_NAMES);
        for (int i = 0; i < hostileNames.length; i++) {
            names.set(i, hostileNames[i]);
        }
        Counts district = Counts.NONE;
        for (int i = 0; i < names.size(); i++) {
            Counts counts = countsOfUnit(i);
            units.add(unit(i + 1, "U" + (i + 1), names.get(i), counts, 9, counts == null ? 0 : i == 5 ? 7 : 9));
            district = counts == null ? district : district.plus(counts);
        }
        ScopeResults whole = scope(
                ScopeResults.DISTRICT,
                "Huyện Tuy Phước",
                null,
                district,
                judged(SET_FROM_ABOVE, district, null),
                judged(GOALS, district, null),
                207,
                196);
        return new YearResults(
                PeriodSpan.YEAR_TO_DATE.of(YearMonth.of(2024, 9), ReportingCalendar.CALENDAR_MONTHS),
                null,
                whole,
                units,
                new ResultsCoverage(207, 196, 150, List.of()),
                List.of(
                        new ResultCaveat.NotReported(YearMonth.of(2024, 8), 2, List.of("Xã Phước Hòa", "Phòng Y tế")),
                        new ResultCaveat.NotReported(YearMonth.of(2024, 9), 2, List.of("Xã Phước Hòa", "Phòng Y tế")),
                        new ResultCaveat.NotApproved(46),
                        new ResultCaveat.MonthsWithoutFigures(YearMonth.of(2024, 10), YearMonth.of(2024, 12))),
                true,
                true,
                TUY_PHUOC,
                null);
    }

    /** The same nine months without the silent unit, every return in: two of each unit but the first two wait for approval. */
    public static YearResults preliminary2024() {
        YearResults open = provisional2024();
        return new YearResults(
                open.period(),
                null,
                allIn(open.district(), 198, 40),
                open.units().stream()
                        .filter(ScopeResults::reported)
                        .map(unit -> allIn(unit, 9, Objects.requireNonNull(unit.unitId()) > 2 ? 2 : 0))
                        .toList(),
                new ResultsCoverage(198, 198, 158, List.of()),
                List.of(
                        new ResultCaveat.NotApproved(40),
                        new ResultCaveat.MonthsWithoutFigures(YearMonth.of(2024, 10), YearMonth.of(2024, 12))),
                true,
                true,
                TUY_PHUOC,
                null);
    }

    private static ScopeResults allIn(ScopeResults scope, int returns, int unapproved) {
        return scope(
                scope.scope(),
                scope.name(),
                scope.unitId(),
                scope.counts(),
                scope.verdicts(),
                scope.aspirations(),
                returns,
                returns,
                unapproved);
    }

    /** The same figures held against other targets, those without a percentage decided so. */
    public static YearResults heldAgainst(YearResults results, @Nullable VerdictDecision decision, Target... targets) {
        ScopeResults district = results.district();
        return new YearResults(
                results.period(),
                results.publication(),
                scope(
                        ScopeResults.DISTRICT,
                        district.name(),
                        null,
                        district.counts(),
                        judged(held(null, false, targets), district.counts(), decision),
                        List.of(),
                        district.expectedMonths(),
                        district.reportedMonths()),
                results.units().stream()
                        .map(unit -> scope(
                                String.valueOf(unit.unitId()),
                                unit.name(),
                                unit.unitId(),
                                unit.counts(),
                                judged(held(unit.unitId(), false, targets), unit.counts(), null),
                                judged(held(unit.unitId(), true, targets), unit.counts(), null),
                                unit.expectedMonths(),
                                unit.reportedMonths()))
                        .toList(),
                results.coverage(),
                results.openItems(),
                results.provisional(),
                results.demonstration(),
                results.organisation(),
                null,
                null,
                Stream.of(targets)
                        .filter(target -> target.scope() == TargetScope.NAMED_UNITS)
                        .map(Target::aboveUnits)
                        .toList());
    }

    /** Those that judge it, each by the level that holds for it; the plan's own goals are apart where they name their units. */
    private static List<Target> held(@Nullable Long unitId, boolean goals, Target... targets) {
        return Stream.of(targets)
                .filter(target -> target.judges(unitId))
                .filter(target -> goals == (target.aspiration() && target.scope() == TargetScope.NAMED_UNITS))
                .map(target -> target.heldAgainst(unitId))
                .toList();
    }

    /** A target of these units alone, each with its level in percent. */
    public static Target ofNamedUnits(long id, String code, boolean goal, Map<Long, String> levels) {
        return new Target(
                id,
                code,
                "Hồ sơ trực tuyến của " + code,
                null,
                OVERALL,
                TargetRule.AT_LEAST,
                null,
                TargetScope.NAMED_UNITS,
                goal,
                LocalDate.of(2024, 1, 1),
                null,
                List.of(QD2679),
                levels.entrySet().stream()
                        .map(level -> new TargetStep(level.getKey(), new BigDecimal(level.getValue()), null))
                        .toList(),
                null);
    }

    /** Nine months of 2024 as a province counts them, with indicators that the office defined. */
    public static YearResults ofAProvince2024(long times, Indicator... measured) {
        YearResults small = provisional2024();
        List<ScopeResults> units = new ArrayList<>();
        Counts district = Counts.NONE;
        for (ScopeResults unit : small.units()) {
            Counts counts = unit.counts() == null ? null : times(unit.counts(), times, measured);
            units.add(unit(
                    Objects.requireNonNull(unit.unitId()),
                    unit.scope(),
                    unit.name(),
                    counts,
                    unit.expectedMonths(),
                    unit.reportedMonths()));
            district = counts == null ? district : district.plus(counts);
        }
        return new YearResults(
                small.period(),
                null,
                scope(
                        ScopeResults.DISTRICT,
                        "Tỉnh Bình Định",
                        null,
                        district,
                        judged(SET_FROM_ABOVE, district, null),
                        judged(GOALS, district, null),
                        207,
                        196),
                units,
                small.coverage(),
                small.openItems(),
                true,
                false,
                TUY_PHUOC,
                null);
    }

    private static Counts times(Counts counts, long times, Indicator... measured) {
        return new Counts(
                        counts.fullProcessReceived() * times,
                        counts.fullProcessOnline() * times,
                        counts.partialReceived() * times,
                        counts.partialOnline() * times,
                        counts.dossiersReceived() * times,
                        counts.onlineTotal() * times,
                        null)
                .measuring(Stream.of(measured)
                        .map(each -> new MeasuredCounts(
                                each, new Rate(counts.onlineTotal() * times, counts.dossiersReceived() * times), 9))
                        .toList());
    }

    private static @Nullable Counts countsOfUnit(int i) {
        return switch (i) {
            case 22 -> null;
            case 21 -> Counts.NONE;
            case 20 -> new Counts(40, 31, 0, 0, 1200, 31, new PaymentCounts(20, 7));
            // 49,996 % of the dossiers: two decimals would read 50,00%.
            case 19 -> new Counts(6000, 6000, 8000, 6499, 25000, 12499, null);
            default ->
                new Counts(
                        400 + 13L * i,
                        380 + 11L * i,
                        500 + 17L * i,
                        300 + 16L * i,
                        1500 + 31L * i,
                        690 + 27L * i,
                        new PaymentCounts(100, 50 + i));
        };
    }

    public static final List<String> UNIT_NAMES = List.of(
            "Thị trấn Tuy Phước",
            "Thị trấn Diêu Trì",
            "Xã Phước Thắng",
            "Xã Phước Hưng",
            "Xã Phước Quang",
            "Xã Phước Hòa",
            "Xã Phước Sơn",
            "Xã Phước Hiệp",
            "Xã Phước Lộc",
            "Xã Phước Nghĩa",
            "Xã Phước Thuận",
            "Xã Phước An",
            "Xã Phước Thành",
            "Phòng Nội vụ",
            "Phòng Tư pháp",
            "Phòng Tài chính - Kế hoạch",
            "Phòng Tài nguyên và Môi trường",
            "Phòng Lao động - Thương binh và Xã hội",
            "Phòng Văn hóa và Thông tin",
            "Phòng Giáo dục và Đào tạo",
            "Phòng Kinh tế và Hạ tầng",
            "Phòng Nông nghiệp và Phát triển nông thôn",
            "Phòng Y tế");

    private static ScopeResults unit(
            long id, String code, String name, @Nullable Counts counts, int expected, int reported) {
        return scope(
                code,
                name,
                id,
                counts,
                judged(List.of(RESOLUTION_17, DECISION_2679), counts, null),
                List.of(),
                expected,
                reported);
    }

    private static ScopeResults scope(
            String code,
            String name,
            @Nullable Long id,
            @Nullable Counts counts,
            List<Verdict> verdicts,
            List<Verdict> aspirations,
            int expected,
            int reported) {
        return scope(code, name, id, counts, verdicts, aspirations, expected, reported, 0);
    }

    private static ScopeResults scope(
            String code,
            String name,
            @Nullable Long id,
            @Nullable Counts counts,
            List<Verdict> verdicts,
            List<Verdict> aspirations,
            int expected,
            int reported,
            int unapproved) {
        RoundedResultRates rates = RoundedResultRates.of(
                counts,
                verdicts.stream().map(Verdict::target).toList(),
                expected == 0 ? null : new Basis(reported, expected, unapproved));
        return new ScopeResults(
                code,
                name,
                id,
                SampleResults.kind(name),
                counts,
                rates,
                resting(verdicts, rates),
                resting(aspirations, rates),
                expected,
                reported);
    }

    private static List<Verdict> resting(List<Verdict> verdicts, RoundedResultRates rates) {
        return verdicts.stream()
                .map(each -> each.restingOn(rates.of(each.target().indicator()).basis()))
                .toList();
    }

    private static List<Verdict> judged(
            List<Target> targets, @Nullable Counts counts, @Nullable VerdictDecision decision) {
        return targets.stream()
                .map(target -> TargetEvaluator.judge(target, counts, target.threshold() == null ? decision : null))
                .toList();
    }

    public static Target target(
            long id,
            String code,
            String label,
            @Nullable String clause,
            Indicator indicator,
            @Nullable String threshold,
            TargetScope scope,
            LegalInstrument... instruments) {
        return new Target(
                id,
                code,
                label,
                clause,
                indicator,
                threshold == null ? TargetRule.HAS_ARISEN : TargetRule.AT_LEAST,
                threshold == null ? null : new BigDecimal(threshold),
                scope,
                scope == TargetScope.EVERY_UNIT,
                LocalDate.of(2022, 3, 8),
                null,
                List.of(instruments));
    }
}
