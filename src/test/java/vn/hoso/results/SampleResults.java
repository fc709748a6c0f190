package vn.hoso.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.organisation.SampleOrganisations;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.GapContributions.GapResults;
import vn.hoso.results.LeaderResults.DistrictMonth;
import vn.hoso.results.LeaderResults.UnitShortfall;
import vn.hoso.results.PaperPeriodResults.PaperSeries;
import vn.hoso.results.RemainingYear.Owed;
import vn.hoso.results.UnitResults.UnitMonth;
import vn.hoso.results.WhatIfResults.WhatIfAssumption;
import vn.hoso.targets.LegalInstrument;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictDecision;
import vn.hoso.units.SampleKinds;
import vn.hoso.units.UnitKind;

/** Years as the query gives them: the plan's 2023, and the demonstration's 2024 with three units missing in September. */
public final class SampleResults {

    /** The plan's own totals. */
    public static final Counts COUNTS_2023 = new Counts(11212, 10682, 14874, 11602, 48254, 22574, null);

    private static final List<LegalInstrument> CRITERIA = List.of(
            new LegalInstrument(
                    "320/QĐ-TTg",
                    "Thủ tướng Chính phủ",
                    LocalDate.of(2022, 3, 8),
                    "Quyết định số 320/QĐ-TTg ngày 08/03/2022 ban hành Bộ tiêu chí quốc gia về huyện nông thôn mới và huyện nông thôn mới nâng cao giai đoạn 2021 - 2025"),
            new LegalInstrument(
                    "211/QĐ-TTg",
                    "Thủ tướng Chính phủ",
                    LocalDate.of(2024, 3, 1),
                    "Quyết định số 211/QĐ-TTg ngày 01/3/2024 sửa đổi một số tiêu chí, chỉ tiêu của bộ tiêu chí quốc gia về xã, huyện nông thôn mới giai đoạn 2021 - 2025"));

    private static final LegalInstrument RESOLUTION_17 =
            new LegalInstrument("17/NQ-CP", "Chính phủ", null, "Nghị quyết số 17/NQ-CP của Chính phủ");

    private static final LegalInstrument DECISION_2679 = new LegalInstrument(
            "2679/QĐ-UBND",
            "UBND tỉnh Bình Định",
            LocalDate.of(2023, 7, 20),
            "Quyết định số 2679/QĐ-UBND ngày 20/7/2023 của UBND tỉnh Bình Định giao chỉ tiêu hồ sơ trực tuyến");

    private static final LegalInstrument PLAN_2024 = new LegalInstrument(
            "KH-UBND 2024",
            "UBND huyện Tuy Phước",
            null,
            "Kế hoạch năm 2024 của UBND huyện Tuy Phước về các tiêu chí, chỉ tiêu huyện nông thôn mới, nông thôn mới nâng cao thuộc lĩnh vực hành chính công");

    public static final Target FULL_PROCESS = target(
            1,
            "9.2",
            "Có dịch vụ công trực tuyến mức toàn trình",
            "Chỉ tiêu 9.2",
            Indicator.FULL_PROCESS,
            null,
            TargetScope.DISTRICT,
            false,
            CRITERIA);
    public static final Target PARTIAL = target(
            2,
            "9.5",
            "Có dịch vụ công trực tuyến một phần",
            "Chỉ tiêu 9.5",
            Indicator.PARTIAL,
            null,
            TargetScope.DISTRICT,
            false,
            CRITERIA);
    public static final Target NQ17 = target(
            3,
            "NQ17",
            "Hồ sơ trực tuyến trên tổng số hồ sơ",
            "Chỉ tiêu “Hồ sơ trực tuyến”",
            Indicator.OVERALL,
            50,
            TargetScope.DISTRICT_AND_UNITS,
            false,
            List.of(RESOLUTION_17));
    public static final Target QD2679 = target(
            4,
            "QĐ2679",
            "Hồ sơ trực tuyến trên tổng số hồ sơ",
            "Chỉ tiêu của tỉnh giao",
            Indicator.OVERALL,
            60,
            TargetScope.DISTRICT_AND_UNITS,
            false,
            List.of(DECISION_2679));

    private static final List<Target> SET_FROM_ABOVE = List.of(FULL_PROCESS, PARTIAL, NQ17, QD2679);

    private static final List<Target> ASPIRATIONS = List.of(
            target(
                    5,
                    "3.3",
                    "Tiếp nhận trực tuyến hồ sơ toàn trình",
                    "Giải pháp 3.2, 3.3",
                    Indicator.FULL_PROCESS,
                    100,
                    TargetScope.EVERY_UNIT,
                    true,
                    List.of(PLAN_2024)),
            target(
                    6,
                    "3.3",
                    "Tiếp nhận trực tuyến hồ sơ một phần",
                    "Giải pháp 3.2, 3.3",
                    Indicator.PARTIAL,
                    100,
                    TargetScope.EVERY_UNIT,
                    true,
                    List.of(PLAN_2024)),
            target(
                    7,
                    "3.4",
                    "Thanh toán trực tuyến phí, lệ phí",
                    "Giải pháp 3.4",
                    Indicator.ONLINE_PAYMENT,
                    100,
                    TargetScope.EVERY_UNIT,
                    true,
                    List.of(PLAN_2024)));

    private SampleResults() {}

    private static Target target(
            long id,
            String code,
            String label,
            String clause,
            Indicator indicator,
            @Nullable Integer threshold,
            TargetScope scope,
            boolean aspiration,
            List<LegalInstrument> instruments) {
        return new Target(
                id,
                code,
                label,
                clause,
                indicator,
                threshold == null ? TargetRule.HAS_ARISEN : TargetRule.AT_LEAST,
                threshold == null ? null : BigDecimal.valueOf(threshold),
                scope,
                aspiration,
                LocalDate.of(2023, 1, 1),
                null,
                instruments);
    }

    /** The plan's 2023 as published, without a breakdown; nobody has confirmed 9.2 and 9.5. */
    public static YearResults published2023() {
        return published2023(Map.of(), List.of(), 0);
    }

    /** The plan's 2023 with a person's confirmation of 9.2. */
    public static YearResults confirmed2023(VerdictDecision decision) {
        return published2023(Map.of(FULL_PROCESS.id(), decision), List.of(), 0);
    }

    /** The plan's 2023 with the demonstration's split over units and months. */
    public static YearResults demonstration2023() {
        return published2023(Map.of(), units(rows(2023), 12, List.of()), 276);
    }

    private static YearResults published2023(
            Map<Long, VerdictDecision> decisions, List<ScopeResults> units, int reported) {
        return new YearResults(
                ReportingPeriod.year(2023, ReportingCalendar.CALENDAR_MONTHS),
                new YearResults.Publication(
                        "Kế hoạch năm 2024 của UBND huyện Tuy Phước (mục II.2 “Hiện trạng thực hiện”), số liệu từ ngày 01/01/2023 đến ngày 31/12/2023",
                        "Tổng trực tuyến công bố (22.574) lớn hơn tổng toàn trình và một phần (22.284) 290 hồ sơ; văn bản không giải thích phần chênh lệch."),
                scope(ScopeResults.DISTRICT, "Huyện Tuy Phước", null, COUNTS_2023, decisions, List.of(), 276, reported),
                units,
                new ResultsCoverage(276, reported, reported, List.of()),
                List.of(
                        new ResultCaveat.Unclassified(290, 22574, 22284),
                        new ResultCaveat.AwaitsConfirmation(FULL_PROCESS),
                        new ResultCaveat.AwaitsConfirmation(PARTIAL)),
                false,
                reported > 0,
                SampleOrganisations.TUY_PHUOC,
                null);
    }

    /** The demonstration's 2024: nine months, three units missing in September, nothing of it approved that month. */
    public static YearResults provisional2024() {
        List<Row> rows = rows(2024);
        List<ScopeResults> units = units(rows, 9, ASPIRATIONS);
        Counts district = rows.stream().map(Row::counts).reduce(Counts.NONE, Counts::plus);
        List<String> missing = units.stream()
                .filter(unit -> unit.reportedMonths() < 9)
                .map(ScopeResults::name)
                .toList();
        YearMonth september = YearMonth.of(2024, 9);
        return new YearResults(
                PeriodSpan.YEAR_TO_DATE.of(september, ReportingCalendar.CALENDAR_MONTHS),
                null,
                scope(ScopeResults.DISTRICT, "Huyện Tuy Phước", null, district, Map.of(), ASPIRATIONS, 207, 204),
                units,
                new ResultsCoverage(
                        207, 204, 184, List.of(new ResultsCoverage.MissingMonth(september, 3, false, missing))),
                List.of(
                        new ResultCaveat.Unclassified(
                                district.onlineUnclassified(), district.onlineTotal(), district.onlineClassified()),
                        new ResultCaveat.NotReported(september, 3, missing),
                        new ResultCaveat.NotApproved(20),
                        new ResultCaveat.MonthsWithoutFigures(YearMonth.of(2024, 10), YearMonth.of(2024, 12)),
                        new ResultCaveat.AwaitsConfirmation(FULL_PROCESS),
                        new ResultCaveat.AwaitsConfirmation(PARTIAL)),
                true,
                true,
                SampleOrganisations.TUY_PHUOC,
                Instant.parse("2024-10-05T03:32:00Z"));
    }

    /** One unit of the demonstration's 2024 to date, without parts of the gap. */
    public static UnitResults unit2024(String code) {
        YearResults district = provisional2024();
        ScopeResults unit = district.units().stream()
                .filter(it -> it.scope().equals(code))
                .findFirst()
                .orElseThrow();
        Map<YearMonth, Counts> reported = new TreeMap<>();
        rows(2024).stream().filter(it -> it.code.equals(code)).forEach(it -> reported.put(it.month, it.counts));
        List<UnitMonth> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth at = YearMonth.of(2024, month);
            Counts counts = reported.get(at);
            months.add(new UnitMonth(
                    at,
                    counts,
                    RoundedResultRates.of(counts, SET_FROM_ABOVE),
                    counts == null ? null : month == 9 ? "SUBMITTED" : "APPROVED",
                    month == 6
                            ? "Có 4 hồ sơ trực tuyến chưa phân loại do hệ thống tỉnh chưa gán mức độ dịch vụ."
                            : null));
        }
        return new UnitResults(
                district,
                unit,
                months,
                List.of(2023, 2024),
                true,
                List.of(),
                List.of(),
                List.of(),
                reported.containsKey(YearMonth.of(2024, 9)) ? 1 : 0,
                0,
                PaperSeries.of(
                        unit.unitId(),
                        unit.name(),
                        district.period().months(),
                        reported,
                        district.period().months()),
                null,
                null);
    }

    /** The twelve months of the demonstration that end with this one, summed over the units that reported. */
    public static List<DistrictMonth> monthsUntil(YearMonth last) {
        List<DistrictMonth> months = new ArrayList<>();
        for (YearMonth month = last.minusMonths(11); !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth at = month;
            List<Row> reported = rows(at.getYear()).stream()
                    .filter(row -> row.month.equals(at))
                    .toList();
            Counts counts =
                    reported.stream().map(Row::counts).reduce(Counts::plus).orElse(null);
            months.add(
                    new DistrictMonth(at, 23, reported.size(), counts, RoundedResultRates.of(counts, SET_FROM_ABOVE)));
        }
        return months;
    }

    /** What leaders see of a sample year. */
    public static LeaderResults leader(YearResults year, boolean seesAllUnits, @Nullable Long rest) {
        List<DistrictMonth> months = monthsUntil(year.period().to());
        ScopeResults district = year.district();
        Counts soFar = Objects.requireNonNull(district.counts());
        Owed owed = year.publication() == null ? owed(year.period().to()) : Owed.NOTHING;
        RemainingYear remaining = RemainingYear.of(owed, year.period().to(), soFar, rest);
        Target decisive = year.publication() == null ? QD2679 : NQ17;
        GapContributions contributions = seesAllUnits ? GapContributions.of(decisive, district, year.units()) : null;
        return new LeaderResults(
                year,
                List.of(2023, 2024),
                true,
                months,
                owed.returns() == 0,
                remaining,
                district.overallTargets().stream()
                        .map(target -> ResultsOutlook.of(target, soFar, remaining))
                        .toList(),
                year.publication() == null ? MonthOnMonthResults.of(year.period(), district, months) : null,
                contributions,
                seesAllUnits ? UnitShortfall.of(year.units(), contributions) : List.of(),
                Map.of());
    }

    /** What the demonstration's year owes: each of its units reported the same month of the year before. */
    static Owed owed(YearMonth reached) {
        Map<String, Row> reported = new TreeMap<>();
        rows(reached.getYear()).forEach(row -> reported.put(row.code + row.month, row));
        int[] returns = new int[2];
        long dossiers = 0;
        for (Row before : rows(reached.getYear() - 1)) {
            YearMonth month = before.month.plusYears(1);
            if (!reported.containsKey(before.code + month)) {
                returns[month.isAfter(reached) ? 1 : 0]++;
                dossiers += before.counts.dossiersReceived();
            }
        }
        return new Owed(returns[0], returns[1], returns[0] + returns[1], dossiers, 0, 0, 0, 0);
    }

    /** Who makes up a sample year's gap. */
    public static GapResults gap(YearResults year, @Nullable WhatIfAssumption assumption) {
        return new GapResults(
                year,
                List.of(2023, 2024),
                year.district().overallTargets(),
                GapContributions.of(QD2679, year.district(), year.units()),
                assumption == null ? null : WhatIfResults.of(assumption, year.district(), year.units()));
    }

    /** What a unit is, by its name. */
    public static @Nullable UnitKind kind(String name) {
        return name.startsWith("Thị trấn")
                ? SampleKinds.TOWNSHIP
                : name.startsWith("Xã") ? SampleKinds.COMMUNE : name.startsWith("Phòng") ? SampleKinds.OFFICE : null;
    }

    /** A scope judged by the catalogue. */
    public static ScopeResults scope(
            String scope,
            String name,
            @Nullable Long unitId,
            @Nullable Counts counts,
            Map<Long, VerdictDecision> decisions,
            Collection<Target> aspirations,
            int expected,
            int reported) {
        List<Target> targets = SET_FROM_ABOVE.stream()
                .filter(target -> unitId == null || target.scope().coversUnits())
                .toList();
        boolean published = unitId == null && counts == COUNTS_2023;
        RoundedResultRates rates = RoundedResultRates.of(
                counts,
                Stream.concat(targets.stream(), aspirations.stream()).toList(),
                published ? null : new Basis(reported, expected, 0));
        return new ScopeResults(
                scope,
                name,
                unitId,
                kind(name),
                counts,
                rates,
                judged(targets, counts, rates, decisions),
                judged(aspirations, counts, rates, decisions),
                expected,
                reported);
    }

    private static List<Verdict> judged(
            Collection<Target> targets,
            @Nullable Counts counts,
            RoundedResultRates rates,
            Map<Long, VerdictDecision> decisions) {
        return targets.stream()
                .map(target -> TargetEvaluator.judge(target, counts, decisions.get(target.id()))
                        .restingOn(rates.of(target.indicator()).basis()))
                .toList();
    }

    private record Row(String code, String name, YearMonth month, Counts counts) {}

    private static List<ScopeResults> units(List<Row> rows, int months, List<Target> aspirations) {
        Map<String, List<Row>> byUnit = new LinkedHashMap<>();
        rows.forEach(row ->
                byUnit.computeIfAbsent(row.code, code -> new ArrayList<>()).add(row));
        List<ScopeResults> units = new ArrayList<>();
        byUnit.forEach((code, of) -> units.add(scope(
                code,
                of.get(0).name,
                units.size() + 1L,
                of.stream().map(Row::counts).reduce(Counts.NONE, Counts::plus),
                Map.of(),
                aspirations,
                months,
                of.size())));
        return units;
    }

    private static List<Row> rows(int year) {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SampleResults.class.getResourceAsStream("/db/demo/figures-" + year + ".csv")),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(SampleResults::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",");
        long[] n = Arrays.stream(cells).skip(3).mapToLong(Long::parseLong).toArray();
        return new Row(
                cells[0], cells[1], YearMonth.parse(cells[2]), new Counts(n[0], n[1], n[2], n[3], n[4], n[5], null));
    }
}
