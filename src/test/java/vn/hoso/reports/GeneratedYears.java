package vn.hoso.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.CountedReturnQueries.ReturnChange;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.organisation.Organisation;
import vn.hoso.organisation.SampleOrganisations;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.PaymentCounts;
import vn.hoso.rates.Rate;
import vn.hoso.readiness.Equipment;
import vn.hoso.readiness.Quarter;
import vn.hoso.readiness.UnitReadiness;
import vn.hoso.readiness.UnitReadiness.State;
import vn.hoso.reports.domain.ReportOneStopShops;
import vn.hoso.reports.domain.ReportSuggestions;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.ResultsChange;
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
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictDecision;
import vn.hoso.targets.VerdictStatus;
import vn.hoso.units.UnitKind;

/**
 * Seeded worlds of a year: units that report, report late or never, several targets, decisions, published totals, notes,
 * tasks and corrections. Every term of the year is made of the same months.
 */
public final class GeneratedYears {

    /** What the earlier report of a term said differently. */
    public record Earlier(String named, boolean replaced, List<ReturnChange> changes, ResultsChange district) {}

    /** A report's ingredients. */
    public record Case(
            ReportTerm term,
            YearResults results,
            Organisation organisation,
            ReportSuggestions offered,
            @Nullable Earlier earlier) {}

    private static final int YEAR = 2024;

    private record Unit(long id, String name, int since, boolean partial, boolean payment) {}

    private record Month(Counts counts, boolean approved) {}

    private final Random random;
    private final List<Unit> units = new ArrayList<>();
    private final Map<Long, Map<YearMonth, Month>> months = new HashMap<>();
    private final List<Target> targets = new ArrayList<>();
    private final Map<Long, VerdictDecision> decisions = new HashMap<>();
    private final Organisation organisation;
    private final YearMonth reached;

    private GeneratedYears(long seed) {
        random = new Random(seed);
        organisation = random.nextInt(4) == 0 ? SampleOrganisations.AN_NHON : SampleYears.TUY_PHUOC;
        reached = YearMonth.of(YEAR, random.nextInt(3) == 0 ? 12 : 1 + random.nextInt(12));
        int count = random.nextInt(10) == 0 ? random.nextInt(2) : 2 + random.nextInt(70);
        double missing = List.of(0.0, 0.05, 0.4).get(random.nextInt(3));
        double approved = random.nextBoolean() ? 1 : 0.8;
        for (int i = 0; i < count; i++) {
            Unit unit = new Unit(
                    i + 1,
                    (i < SampleYears.UNIT_NAMES.size() ? SampleYears.UNIT_NAMES.get(i) : "Xã Thử " + i),
                    random.nextInt(9) == 0 ? 1 + random.nextInt(12) : 1,
                    random.nextInt(6) > 0,
                    random.nextInt(3) > 0);
            units.add(unit);
            Map<YearMonth, Month> reports = new HashMap<>();
            int usual = List.of(0, 2, 60, 900).get(random.nextInt(4));
            boolean silent = random.nextInt(12) == 0;
            for (int month = unit.since; month <= reached.getMonthValue(); month++) {
                if (!silent && random.nextDouble() >= missing) {
                    reports.put(
                            YearMonth.of(YEAR, month), new Month(counts(unit, usual), random.nextDouble() < approved));
                }
            }
            months.put(unit.id, reports);
        }
        targets();
    }

    /** All terms of the year that this seed makes. */
    public static List<Case> of(long seed) {
        GeneratedYears world = new GeneratedYears(seed);
        boolean published = world.random.nextInt(4) == 0;
        return ReportTerm.of(YEAR).stream()
                .filter(term -> term.wholeYear() || !term.first().isAfter(world.reached))
                .map(term -> world.term(term, published && term.wholeYear()))
                .toList();
    }

    private Counts counts(Unit unit, int usual) {
        long received = usual == 0 ? 0 : random.nextInt(2 * usual);
        long eligible = Math.round(received * (0.5 + 0.5 * random.nextDouble()));
        long partial = unit.partial ? random.nextInt((int) eligible + 1) : 0;
        long full = eligible - partial;
        long fullOnline = Math.round(full * (0.3 + 0.7 * random.nextDouble()));
        long partialOnline = Math.round(partial * (0.3 + 0.7 * random.nextDouble()));
        long classified = fullOnline + partialOnline;
        long total =
                switch (random.nextInt(5)) {
                    case 0 -> classified + random.nextInt((int) (received - classified) + 1);
                    case 1 -> random.nextInt(40) == 0 ? classified / 2 : classified;
                    default -> classified;
                };
        long payable = unit.payment ? random.nextInt((int) received + 1) : 0;
        return new Counts(
                full,
                fullOnline,
                partial,
                partialOnline,
                received,
                total,
                unit.payment && random.nextInt(3) > 0
                        ? new PaymentCounts(payable, random.nextInt((int) payable + 1))
                        : null);
    }

    private void targets() {
        targets.add(SampleYears.CRITERION_9_2);
        if (random.nextInt(5) > 0) {
            targets.add(SampleYears.CRITERION_9_5);
        }
        targets.add(SampleYears.RESOLUTION_17);
        targets.add(SampleYears.DECISION_2679);
        if (random.nextInt(3) == 0) {
            targets.add(new Target(
                    11,
                    "Đ-3.1",
                    "Hồ sơ toàn trình",
                    null,
                    Indicator.FULL_PROCESS,
                    TargetRule.MORE_THAN,
                    new BigDecimal("72.5000"),
                    random.nextBoolean() ? TargetScope.DISTRICT : TargetScope.DISTRICT_AND_UNITS,
                    false,
                    LocalDate.of(2022, 3, 8),
                    null,
                    List.of()));
        }
        if (random.nextInt(3) == 0) {
            targets.add(new Target(
                    12,
                    "TT 1",
                    "Thanh toán trực tuyến",
                    "Chỉ tiêu thanh toán",
                    Indicator.ONLINE_PAYMENT,
                    TargetRule.AT_LEAST,
                    new BigDecimal("40.0000"),
                    TargetScope.DISTRICT,
                    false,
                    LocalDate.of(2022, 3, 8),
                    null,
                    List.of(new LegalInstrument("5/CT", "UBND tỉnh", null, "Chỉ thị về thanh toán trực tuyến"))));
        }
        if (random.nextInt(8) == 0) {
            targets.clear();
        }
        for (Target target : targets) {
            if (target.threshold() == null && random.nextInt(3) > 0) {
                decisions.put(
                        target.id(),
                        new VerdictDecision(
                                random.nextInt(4) == 0 ? VerdictStatus.NOT_MET : VerdictStatus.MET,
                                null,
                                null,
                                LocalDate.of(YEAR, 12, 31),
                                "Lê An",
                                Instant.EPOCH));
            }
        }
    }

    private Case term(ReportTerm term, boolean published) {
        YearMonth last = term.wholeYear() ? reached : term.last();
        ReportingPeriod period = published
                ? ReportingPeriod.year(YEAR, ReportingCalendar.CALENDAR_MONTHS)
                : new ReportingPeriod(term.first(), last, ReportingCalendar.values()[random.nextInt(2)]);
        List<ScopeResults> scopes = new ArrayList<>();
        Counts whole = null;
        int expected = 0;
        int reported = 0;
        int approved = 0;
        boolean detailed = !published || random.nextBoolean();
        for (Unit unit : units) {
            Counts sum = null;
            int expects = 0;
            int reports = 0;
            int unapproved = 0;
            for (YearMonth month : period.months()) {
                if (month.getMonthValue() < unit.since || !detailed) {
                    continue;
                }
                expects++;
                Month found = months.get(unit.id).get(month);
                if (found != null) {
                    reports++;
                    unapproved += found.approved ? 0 : 1;
                    sum = sum == null ? found.counts : sum.plus(found.counts);
                }
            }
            expected += expects;
            reported += reports;
            approved += reports - unapproved;
            whole = sum == null ? whole : whole == null ? sum : whole.plus(sum);
            scopes.add(scope("U" + unit.id, unit.name, unit.id, sum, term, expects, reports, unapproved, false));
        }
        Counts summed = whole;
        if (published) {
            whole = new Counts(11212, 10682, 14874, 11602, 48254, 22574, null);
        }
        ScopeResults district = scope(
                ScopeResults.DISTRICT,
                "Huyện Tuy Phước",
                null,
                whole,
                term,
                expected,
                reported,
                reported - approved,
                published);
        List<ResultCaveat> items = items(period, scopes, whole, summed, published, district, reported - approved);
        YearResults results = new YearResults(
                period,
                published ? new YearResults.Publication("Kế hoạch năm 2025 của UBND huyện, mục II.2", null) : null,
                district,
                scopes,
                new ResultsCoverage(expected, reported, approved, List.of()),
                items,
                !published && (expected > reported || approved < reported || random.nextInt(5) == 0),
                random.nextBoolean(),
                organisation,
                null);
        return new Case(term, results, organisation, offered(), earlier(term, district));
    }

    private List<ResultCaveat> items(
            ReportingPeriod period,
            List<ScopeResults> scopes,
            @Nullable Counts whole,
            @Nullable Counts summed,
            boolean published,
            ScopeResults district,
            int waiting) {
        List<ResultCaveat> items = new ArrayList<>();
        if (whole != null && whole.onlineUnclassified() != 0) {
            items.add(new ResultCaveat.Unclassified(
                    whole.onlineUnclassified(), whole.onlineTotal(), whole.onlineClassified()));
        }
        for (YearMonth month : period.months()) {
            List<String> silent = units.stream()
                    .filter(unit -> month.getMonthValue() >= unit.since
                            && !months.get(unit.id).containsKey(month))
                    .map(Unit::name)
                    .toList();
            if (!published && !silent.isEmpty()) {
                boolean unnamed = random.nextInt(20) == 0;
                items.add(new ResultCaveat.NotReported(
                        month, silent.size(), unnamed ? List.of() : silent.subList(0, Math.min(50, silent.size()))));
            }
        }
        if (waiting > 0) {
            items.add(new ResultCaveat.NotApproved(waiting));
        }
        if (period.to().getMonthValue() < 12 && random.nextBoolean()) {
            items.add(new ResultCaveat.MonthsWithoutFigures(period.to().plusMonths(1), YearMonth.of(YEAR, 12)));
        }
        if (published && summed != null && whole != null) {
            items.add(new ResultCaveat.PublishedDiffers(
                    whole.onlineTotal(),
                    summed.onlineTotal(),
                    whole.dossiersReceived(),
                    summed.dossiersReceived(),
                    List.of()));
        }
        district.verdicts().stream()
                .filter(Verdict::awaitsConfirmation)
                .forEach(verdict -> items.add(new ResultCaveat.AwaitsConfirmation(verdict.target())));
        return items;
    }

    private ScopeResults scope(
            String code,
            String name,
            @Nullable Long id,
            @Nullable Counts counts,
            ReportTerm term,
            int expected,
            int reported,
            int unapproved,
            boolean published) {
        List<Target> held = targets.stream()
                .filter(target -> id == null || target.scope().coversUnits())
                .toList();
        RoundedResultRates rates =
                RoundedResultRates.of(counts, held, published ? null : new Basis(reported, expected, unapproved));
        List<Target> goals = id == null && !targets.isEmpty() && seedOdd() ? SampleYears.GOALS : List.of();
        return new ScopeResults(
                code,
                name,
                id,
                SampleResults.kind(name),
                counts,
                rates,
                judged(held, counts, rates, id == null && term.wholeYear()),
                judged(goals, counts, rates, false),
                expected,
                reported);
    }

    private boolean seedOdd() {
        return units.size() % 2 == 1;
    }

    private List<Verdict> judged(
            List<Target> held, @Nullable Counts counts, RoundedResultRates rates, boolean decided) {
        return held.stream()
                .map(target -> TargetEvaluator.judge(target, counts, decided ? decision(target, counts) : null)
                        .restingOn(rates.of(target.indicator()).basis()))
                .toList();
    }

    private @Nullable VerdictDecision decision(Target target, @Nullable Counts counts) {
        VerdictDecision made = decisions.get(target.id());
        Rate rate = counts == null ? null : counts.rate(target.indicator());
        return made == null
                ? null
                : new VerdictDecision(
                        made.verdict(),
                        null,
                        random.nextInt(4) == 0 ? new Rate(1, 2) : rate,
                        made.evidenceTo(),
                        made.decidedBy(),
                        made.decidedAt());
    }

    /** What one-stop shops have, in half of the worlds: some lack something, some have not reported, some are none. */
    private @Nullable ReportOneStopShops shops() {
        if (random.nextBoolean()) {
            return null;
        }
        List<UnitReadiness> units = new ArrayList<>();
        UnitKind kind = new UnitKind("COMMUNE", "xã", "Xã", List.of(), 1, false);
        for (int i = random.nextInt(70); i >= 0; i--) {
            State state = State.values()[random.nextInt(3)];
            int officials = random.nextInt(5);
            units.add(new UnitReadiness(
                    new vn.hoso.units.Unit(i + 1, "X" + i, "Xã Phước An", kind),
                    state,
                    state != State.REPORTED
                            ? null
                            : new Equipment(
                                    true,
                                    officials,
                                    random.nextInt(officials + 1),
                                    random.nextInt(officials + 1),
                                    random.nextBoolean() ? null : random.nextInt(3000),
                                    random.nextBoolean() ? null : random.nextInt(3),
                                    random.nextBoolean() ? null : "Tập huấn 2 buổi")));
        }
        return new ReportOneStopShops(Quarter.read(YEAR + "-Q2").orElseThrow(), units);
    }

    private ReportSuggestions offered() {
        List<ReportSuggestions.Explanation> notes = new ArrayList<>();
        List<ReportSuggestions.Task> tasks = new ArrayList<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            notes.add(new ReportSuggestions.Explanation(
                    "Xã Phước An", YearMonth.of(YEAR, i), "Còn 12 hồ sơ {x} **chưa** nhập\n theo sổ"));
            tasks.add(new ReportSuggestions.Task(
                    random.nextBoolean() ? null : "Xã Phước An",
                    "NQ17",
                    "Tập huấn 2 buổi;",
                    "Phòng Nội vụ",
                    LocalDate.of(YEAR, 11, 30)));
        }
        return new ReportSuggestions(notes, tasks, List.of(), List.of(), shops());
    }

    private @Nullable Earlier earlier(ReportTerm term, ScopeResults district) {
        if (random.nextInt(3) > 0) {
            return null;
        }
        List<ReturnChange> changes = new ArrayList<>();
        for (int i = random.nextInt(4) == 0 ? 33 : random.nextInt(3); i > 0; i--) {
            ReturnFigures before = random.nextInt(6) == 0 ? null : figures();
            changes.add(new ReturnChange(
                    i,
                    "Xã số " + i,
                    term.first(),
                    before,
                    before != null && random.nextInt(6) == 0 ? null : figures(),
                    "Lê An",
                    Instant.EPOCH,
                    random.nextBoolean() ? null : "Đối chiếu sổ " + i));
        }
        ScopeResults was = random.nextInt(3) == 0
                ? district
                : scope(
                        ScopeResults.DISTRICT,
                        district.name(),
                        null,
                        random.nextInt(6) == 0 ? null : counts(new Unit(0, "", 1, random.nextBoolean(), true), 5000),
                        term,
                        3,
                        3,
                        0,
                        false);
        boolean replaced = random.nextBoolean();
        return new Earlier(
                random.nextBoolean()
                        ? "Báo cáo số 12/BC-UBND ngày 05/10/2024"
                        : "Báo cáo " + term.name() + " phát hành lúc 10:32 ngày 05/10/2024",
                replaced,
                changes,
                ResultsChange.between(was, district));
    }

    private ReturnFigures figures() {
        Map<Measure, FigureValue> cells = new TreeMap<>();
        for (Measure measure : Measure.OWN) {
            FigureValue value =
                    switch (random.nextInt(measure.mayNotApply() ? 4 : 3)) {
                        case 0 -> measure.required() ? new FigureValue.Number(7) : FigureValue.NOT_REPORTED;
                        case 3 -> FigureValue.NOT_APPLICABLE;
                        default -> new FigureValue.Number(random.nextInt(20000));
                    };
            cells.put(measure, value);
        }
        return new ReturnFigures(cells, null);
    }
}
