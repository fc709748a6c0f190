package vn.hoso.reports;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.CorrectionQueries.Correction;
import vn.hoso.figures.CountedReturnQueries;
import vn.hoso.figures.CountedReturnQueries.ReturnChange;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsChange;
import vn.hoso.results.ResultsMemory;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;

/** Holds issued reports against the figures of today, or against those a proposed correction would bring. */
@Component
public class RestatementService {

    private final IssuedReports issued;
    private final CountedReturnQueries counted;
    private final Results results;
    private final ResultsMemory memory;

    RestatementService(IssuedReports issued, CountedReturnQueries counted, Results results, ResultsMemory memory) {
        this.issued = issued;
        this.counted = counted;
        this.results = results;
        this.memory = memory;
    }

    /**
     * What has changed since a report was issued.
     *
     * @param changes unit by unit and month by month
     * @param district what that does to the district's results of the report's period
     * @param units the same for each unit of which something changed
     */
    public record Restatement(
            IssuedReport report, List<ReturnChange> changes, ResultsChange district, List<ResultsChange> units) {

        private boolean nothing() {
            return changes.isEmpty() && !district.changed();
        }
    }

    /**
     * The report that told of what was corrected since another one.
     *
     * @param all whether nothing was corrected after it, so that it told of everything
     */
    public record Told(IssuedReport by, boolean all) {}

    /**
     * What a proposed correction would do.
     *
     * @param period the year as far as figures reach
     * @param district to the district's results of the year
     * @param unit to the unit's
     * @param reports to issued reports that counted the month, against the figures printed in them
     */
    public record Effects(ReportingPeriod period, ResultsChange district, ResultsChange unit, List<Touched> reports) {}

    /** An issued report, with the figures printed in it and those of the same period after the correction. */
    public record Touched(
            IssuedReport report,
            ResultsChange district,
            @Nullable ResultsChange unit) {}

    /** What has changed since each of these was issued; remembered until anything does. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Restatement> since(List<IssuedReport> reports, CurrentUser reader) {
        if (reports.isEmpty() || !reader.seesAllUnits()) {
            return anew(reports, reader);
        }
        return memory.get(
                        List.copyOf(reports),
                        Restatements.class,
                        Restatements::weight,
                        () -> new Restatements(anew(reports, reader)))
                .each();
    }

    /**
     * Which reports have told of what was corrected since these were issued, by the ids of these; nothing of those whose next report is
     * still to come.
     *
     * @param ofYear every report issued in their year, the latest first
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<Long, Told> told(List<IssuedReport> reports, List<IssuedReport> ofYear, CurrentUser reader) {
        Map<Long, IssuedReport> telling = new LinkedHashMap<>();
        reports.forEach(each -> telling(each, ofYear).ifPresent(by -> telling.put(each.id(), by)));
        Map<Long, Boolean> all = new HashMap<>();
        since(telling.values().stream().distinct().toList(), reader)
                .forEach(each -> all.put(each.report().id(), each.nothing()));
        Map<Long, Told> told = new HashMap<>();
        telling.forEach((id, by) -> told.put(id, new Told(by, Boolean.TRUE.equals(all.get(by.id())))));
        return told;
    }

    /**
     * The report that told of what was corrected since another one: the first that had to, by {@link IssuedReports#earlier}.
     *
     * @param ofYear every report issued in its year, the latest first
     */
    private static Optional<IssuedReport> telling(IssuedReport report, List<IssuedReport> ofYear) {
        return ofYear.stream()
                .filter(each -> each.id() > report.id()
                        && IssuedReports.told(each, ofYear)
                                .filter(report::equals)
                                .isPresent())
                .min(Comparator.comparing(IssuedReport::id));
    }

    private record Restatements(List<Restatement> each) {

        private int weight() {
            return each.stream()
                    .mapToInt(report ->
                            1 + report.changes().size() + report.units().size())
                    .sum();
        }
    }

    private List<Restatement> anew(List<IssuedReport> reports, CurrentUser reader) {
        Function<Covered, YearResults> now = remembered(covered -> find(covered, FiguresAsOf.NOW, reader));
        return reports.stream().map(report -> since(report, now)).toList();
    }

    private YearResults find(Covered covered, FiguresAsOf asOf, CurrentUser reader) {
        PeriodSpan span = covered.span() == PeriodSpan.YEAR ? PeriodSpan.YEAR_TO_DATE : covered.span();
        return results.of(ResultsRequest.fixed(span, covered.last()).at(asOf), reader)
                .orElseThrow();
    }

    private Restatement since(IssuedReport report, Function<Covered, YearResults> now) {
        YearResults printed = issued.draft(report).results();
        YearResults today = now.apply(Covered.by(report));
        List<ReturnChange> changes = counted.changesSince(printed.period(), issued.counted(report));
        return new Restatement(
                report,
                changes,
                ResultsChange.between(printed.district(), today.district()),
                changes.stream()
                        .map(ReturnChange::unitId)
                        .distinct()
                        .flatMap(unit -> unitChange(printed, today, unit).stream())
                        .filter(ResultsChange::changed)
                        .toList());
    }

    /** What approving a proposal would do; the year is the month's own. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Effects effects(Correction correction, CurrentUser reader) {
        int year = correction.month().getYear();
        YearResults before = results.of(ResultsRequest.year(year), reader).orElseThrow();
        Function<Covered, YearResults> after =
                remembered(covered -> find(covered, new FiguresAsOf.Corrected(correction.id()), reader));
        Covered to = new Covered(PeriodSpan.YEAR, before.period().to());
        return new Effects(
                before.period(),
                ResultsChange.between(before.district(), after.apply(to).district()),
                unitChange(before, after.apply(to), correction.unitId()).orElseThrow(),
                issued.findByYear(year).stream()
                        .filter(report -> report.term().covers(correction.month())
                                && !report.lastMonth().isBefore(correction.month()))
                        .map(report -> touched(report, after.apply(Covered.by(report)), correction))
                        .toList());
    }

    private Touched touched(IssuedReport report, YearResults after, Correction correction) {
        YearResults printed = issued.draft(report).results();
        return new Touched(
                report,
                ResultsChange.between(printed.district(), after.district()),
                unitChange(printed, after, correction.unitId()).orElse(null));
    }

    private static Optional<ResultsChange> unitChange(YearResults before, YearResults after, long unitId) {
        return unit(after, unitId)
                .map(then -> ResultsChange.between(unit(before, unitId).orElse(null), then));
    }

    private static Optional<ScopeResults> unit(YearResults results, long unitId) {
        return results.units().stream()
                .filter(unit -> Objects.equals(unit.unitId(), unitId))
                .findFirst();
    }

    /** The months that figures are asked for: a year's until the last one, or a part. */
    private record Covered(PeriodSpan span, YearMonth last) {

        static Covered by(IssuedReport report) {
            return new Covered(report.term().span(), report.lastMonth());
        }
    }

    private static Function<Covered, YearResults> remembered(Function<Covered, YearResults> ask) {
        Map<Covered, YearResults> known = new HashMap<>();
        return covered -> known.computeIfAbsent(covered, ask);
    }
}
