package vn.hoso.results;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.AsOf;
import vn.hoso.figures.StoredMonthQueries;
import vn.hoso.figures.StoredMonthQueries.YearWithFigures;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.results.FigureTotals.PublishedYear;
import vn.hoso.results.FigureTotals.UnitMonthFigures;
import vn.hoso.results.FigureTotals.UnitTotals;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Installations;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.TargetInForce;
import vn.hoso.targets.Verdict;

/** Gathers a year's counts and targets in a handful of statements and lets {@link YearAssembly} judge them. */
@Service
class YearResultsService implements YearResultsQuery {

    private final FigureTotals figures;
    private final TargetCatalogue targets;
    private final StoredMonthQueries storedMonths;
    private final Installations installations;

    YearResultsService(
            FigureTotals figures,
            TargetCatalogue targets,
            StoredMonthQueries storedMonths,
            Installations installations) {
        this.figures = figures;
        this.storedMonths = storedMonths;
        this.targets = targets;
        this.installations = installations;
    }

    @Override
    public List<Integer> years() {
        return storedMonths.years().stream().map(YearWithFigures::year).toList();
    }

    // One snapshot for all statements: a save in between must not make the units and their total disagree.
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<YearResults> of(int year, CurrentUser reader) {
        return seen(year, AsOf.NOW, reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<YearResults> known(int year, Instant before, CurrentUser reader) {
        return seen(year, new AsOf.KnownBefore(before), reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<UnitYear> unit(long unitId, int year, CurrentUser reader) {
        return seenUnit(unitId, year, AsOf.NOW, reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<UnitYear> knownUnit(long unitId, int year, Instant before, CurrentUser reader) {
        return seenUnit(unitId, year, new AsOf.KnownBefore(before), reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public YearResults until(YearMonth to, CurrentUser reader) {
        return assemble(storedMonths.stored(period(to)), AsOf.NOW, reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public YearResults corrected(YearMonth to, long correctionId, CurrentUser reader) {
        return assemble(storedMonths.stored(period(to)), new AsOf.Corrected(correctionId), reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public YearResults part(PeriodSpan span, YearMonth month, CurrentUser reader) {
        return part(span.of(month, calendar()), AsOf.NOW, reader);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public YearResults correctedPart(PeriodSpan span, YearMonth month, long correctionId, CurrentUser reader) {
        return part(span.of(month, calendar()), new AsOf.Corrected(correctionId), reader);
    }

    private YearResults part(ReportingPeriod asked, AsOf viewpoint, CurrentUser reader) {
        ReportingPeriod part = storedMonths.stored(asked);
        return over(part, null, undecided(targets(part, viewpoint)), viewpoint, reader)
                .withoutMonthsToCome();
    }

    @Override
    public SortedMap<Integer, @Nullable YearMonth> lastMonths() {
        SortedMap<Integer, @Nullable YearMonth> months = new TreeMap<>();
        storedMonths.years().forEach(found -> months.put(found.year(), found.lastMonth()));
        return months;
    }

    private Optional<YearResults> seen(int year, AsOf viewpoint, CurrentUser reader) {
        return storedMonths.years(viewpoint).stream()
                .filter(found -> found.year() == year)
                .findFirst()
                .map(found -> assemble(period(found), viewpoint, reader));
    }

    private Optional<UnitYear> seenUnit(long unitId, int year, AsOf viewpoint, CurrentUser reader) {
        if (!reader.maySee(unitId)) {
            return Optional.empty();
        }
        return seen(year, viewpoint, reader).flatMap(results -> results.units().stream()
                .filter(unit -> unit.unitId() != null && unit.unitId() == unitId)
                .findFirst()
                .map(unit -> new UnitYear(results, unit, months(unitId, year, viewpoint, heldAgainst(unit)))));
    }

    static List<Target> heldAgainst(ScopeResults unit) {
        return Stream.concat(unit.verdicts().stream(), unit.aspirations().stream())
                .map(Verdict::target)
                .toList();
    }

    private List<UnitMonth> months(long unitId, int year, AsOf viewpoint, List<Target> targets) {
        Map<YearMonth, UnitMonthFigures> found = figures.monthsOf(unitId, year, viewpoint).stream()
                .collect(Collectors.toMap(UnitMonthFigures::month, Function.identity()));
        return ReportingPeriod.year(year, ReportingCalendar.CALENDAR_MONTHS).months().stream()
                .map(month -> month(month, found.get(month), targets))
                .toList();
    }

    static UnitMonth month(YearMonth month, @Nullable UnitMonthFigures figures, List<Target> targets) {
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

    private YearResults assemble(ReportingPeriod period, AsOf viewpoint, CurrentUser reader) {
        PublishedYear published = figures.published(period.to().getYear()).orElse(null);
        ReportingPeriod covered = published == null ? period : published.period();
        return over(covered, published, targets(covered, viewpoint), viewpoint, reader);
    }

    /** Monthly figures reach as far as the latest month that holds any; published totals cover the whole year. */
    private ReportingPeriod period(YearWithFigures year) {
        YearMonth last = year.lastMonth();
        return period(last == null ? YearMonth.of(year.year(), 12) : last).storedAs(year.stored());
    }

    private ReportingPeriod period(YearMonth to) {
        return ReportingPeriod.yearToDate(to, calendar());
    }

    /**
     * Any period of a year, as far as figures reach; empty if they do not reach its first month, or the month asked for.
     * Published totals stand for the whole year only: its parts are the sum of their months.
     */
    Optional<PeriodResults> period(PeriodRequest asked, CurrentUser reader) {
        List<YearWithFigures> held = storedMonths.years(asked.viewpoint());
        return held.stream()
                .filter(found -> asked.year() == null || found.year() == asked.year())
                .reduce((earlier, later) -> later)
                .flatMap(found -> period(asked, found, reader))
                .map(found ->
                        found.among(held.stream().map(YearWithFigures::year).toList()));
    }

    private Optional<PeriodResults> period(PeriodRequest asked, YearWithFigures year, CurrentUser reader) {
        PublishedYear published =
                year.published() ? figures.published(year.year()).orElse(null) : null;
        boolean whole =
                asked.span() == PeriodSpan.YEAR || (asked.span() == PeriodSpan.YEAR_TO_DATE && asked.month() == null);
        if (published != null && whole) {
            ReportingPeriod all = published.period();
            List<TargetInForce> held = targets(all, asked.viewpoint());
            return Optional.of(new PeriodResults(
                    over(all, published, held, asked.viewpoint(), reader), List.of(), all.to(), true, true));
        }
        YearMonth last = year.lastMonth();
        if (last == null || (asked.month() != null && asked.month() > last.getMonthValue())) {
            return Optional.empty();
        }
        YearMonth month = asked.month() == null ? last : last.withMonth(asked.month());
        ReportingPeriod period = asked.span().of(month, calendar()).until(last).storedAs(year.stored());
        boolean latest =
                published == null && period.fromJanuary() && period.to().equals(last);
        List<TargetInForce> held = targets(period, asked.viewpoint());
        YearResults results = over(period, null, latest ? held : undecided(held), asked.viewpoint(), reader);
        return Optional.of(new PeriodResults(
                latest ? results : results.withoutMonthsToCome(), List.of(), last, published != null, latest));
    }

    /** Of months that are not stored yet; the others have their days. */
    private ReportingCalendar calendar() {
        return ReportingCalendar.valueOf(installations.current().calendar());
    }

    private List<TargetInForce> targets(ReportingPeriod period, AsOf viewpoint) {
        return viewpoint instanceof AsOf.KnownBefore known
                ? targets.inForce(period.lastDay(), known.instant())
                : targets.inForce(period.lastDay());
    }

    /** People confirm a year's verdicts; that says nothing about a slice of it. */
    private static List<TargetInForce> undecided(List<TargetInForce> held) {
        return held.stream().map(it -> new TargetInForce(it.target(), null)).toList();
    }

    private YearResults over(
            ReportingPeriod period,
            @Nullable PublishedYear published,
            List<TargetInForce> held,
            AsOf viewpoint,
            CurrentUser reader) {
        List<UnitTotals> totals = figures.byUnit(period, viewpoint);
        boolean complete = totals.stream().allMatch(one -> one.reportedMonths() == one.expectedMonths());
        return new YearAssembly(
                        period,
                        published,
                        totals,
                        complete ? List.of() : figures.missing(period, reader, viewpoint),
                        held)
                .results(reader, installations.current());
    }
}
