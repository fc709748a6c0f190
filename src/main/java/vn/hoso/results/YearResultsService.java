package vn.hoso.results;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.FigureTotals;
import vn.hoso.figures.FigureTotals.PublishedYear;
import vn.hoso.figures.FigureTotals.UnitMonthFigures;
import vn.hoso.figures.FigureTotals.YearWithFigures;
import vn.hoso.figures.Viewpoint;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Installations;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.Verdict;

/** Gathers a year's counts and targets in a handful of statements and lets {@link YearAssembly} judge them. */
@Service
class YearResultsService implements YearResultsQuery {

    private final FigureTotals figures;
    private final TargetCatalogue targets;
    private final Installations installations;

    YearResultsService(FigureTotals figures, TargetCatalogue targets, Installations installations) {
        this.figures = figures;
        this.targets = targets;
        this.installations = installations;
    }

    @Override
    public List<Integer> years() {
        return figures.years().stream().map(YearWithFigures::year).toList();
    }

    // One snapshot for all statements: a save in between must not make the units and their total disagree.
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<YearResults> of(int year, CurrentUser reader) {
        return seen(year, Viewpoint.NOW, reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<YearResults> known(int year, Instant before, CurrentUser reader) {
        return seen(year, new Viewpoint.KnownBefore(before), reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<UnitYear> unit(long unitId, int year, CurrentUser reader) {
        return seenUnit(unitId, year, Viewpoint.NOW, reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<UnitYear> knownUnit(long unitId, int year, Instant before, CurrentUser reader) {
        return seenUnit(unitId, year, new Viewpoint.KnownBefore(before), reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public YearResults until(YearMonth to, CurrentUser reader) {
        return assemble(period(to), Viewpoint.NOW, reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public YearResults corrected(YearMonth to, long correctionId, CurrentUser reader) {
        return assemble(period(to), new Viewpoint.Corrected(correctionId), reader);
    }

    private Optional<YearResults> seen(int year, Viewpoint viewpoint, CurrentUser reader) {
        return figures.years(viewpoint).stream()
                .filter(found -> found.year() == year)
                .findFirst()
                .map(found -> assemble(period(found), viewpoint, reader));
    }

    private Optional<UnitYear> seenUnit(long unitId, int year, Viewpoint viewpoint, CurrentUser reader) {
        if (!reader.maySee(unitId)) {
            return Optional.empty();
        }
        return seen(year, viewpoint, reader).flatMap(results -> results.units().stream()
                .filter(unit -> unit.unitId() != null && unit.unitId() == unitId)
                .findFirst()
                .map(unit -> new UnitYear(results, unit, months(unitId, year, viewpoint, heldAgainst(unit)))));
    }

    private static List<Target> heldAgainst(ScopeResults unit) {
        return Stream.concat(unit.verdicts().stream(), unit.aspirations().stream())
                .map(Verdict::target)
                .toList();
    }

    private List<UnitMonth> months(long unitId, int year, Viewpoint viewpoint, List<Target> targets) {
        Map<YearMonth, UnitMonthFigures> found = figures.monthsOf(unitId, year, viewpoint).stream()
                .collect(Collectors.toMap(UnitMonthFigures::month, Function.identity()));
        return ReportingPeriod.year(year, ReportingCalendar.CALENDAR_MONTHS).months().stream()
                .map(month -> month(month, found.get(month), targets))
                .toList();
    }

    private static UnitMonth month(YearMonth month, @Nullable UnitMonthFigures figures, List<Target> targets) {
        if (figures == null) {
            return new UnitMonth(month, null, RoundedRates.of(null, targets), null, null);
        }
        Counts counts = figures.counts();
        return new UnitMonth(
                month,
                counts,
                RoundedRates.of(counts, targets),
                figures.status().name(),
                figures.note());
    }

    private YearResults assemble(ReportingPeriod period, Viewpoint viewpoint, CurrentUser reader) {
        PublishedYear published = figures.published(period.to().getYear()).orElse(null);
        ReportingPeriod covered =
                published == null ? period : period(period.to().withMonth(12));
        return new YearAssembly(
                        covered,
                        published,
                        figures.byUnit(covered, viewpoint),
                        figures.missing(covered, reader, viewpoint),
                        viewpoint instanceof Viewpoint.KnownBefore known
                                ? targets.inForce(covered.lastDay(), known.instant())
                                : targets.inForce(covered.lastDay()))
                .results(reader, installations.current());
    }

    /** Monthly figures reach as far as the latest month that holds any; published totals cover the whole year. */
    private ReportingPeriod period(YearWithFigures year) {
        YearMonth last = year.lastMonth();
        return period(last == null ? YearMonth.of(year.year(), 12) : last);
    }

    private ReportingPeriod period(YearMonth to) {
        return ReportingPeriod.yearToDate(
                to, ReportingCalendar.valueOf(installations.current().calendar()));
    }
}
