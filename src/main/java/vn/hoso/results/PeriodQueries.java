package vn.hoso.results;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.figures.AsOf;
import vn.hoso.figures.CalendarSettings;
import vn.hoso.figures.StoredMonthQueries;
import vn.hoso.figures.StoredMonthQueries.YearWithFigures;
import vn.hoso.organisation.Organisations;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.results.FigureTotals.PublishedYear;
import vn.hoso.results.FigureTotals.UnitTotals;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Installations;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.TargetInForce;

/** Gathers a period's counts and targets in a handful of statements and lets {@link YearAssembly} judge them. */
@Component
class PeriodQueries {

    private final FigureTotals figures;
    private final TargetCatalogue targets;
    private final StoredMonthQueries storedMonths;
    private final Installations installations;
    private final CalendarSettings calendars;
    private final Organisations organisations;

    PeriodQueries(
            FigureTotals figures,
            TargetCatalogue targets,
            StoredMonthQueries storedMonths,
            Installations installations,
            CalendarSettings calendars,
            Organisations organisations) {
        this.figures = figures;
        this.storedMonths = storedMonths;
        this.targets = targets;
        this.installations = installations;
        this.calendars = calendars;
        this.organisations = organisations;
    }

    SortedMap<Integer, @Nullable YearMonth> years() {
        SortedMap<Integer, @Nullable YearMonth> months = new TreeMap<>();
        storedMonths.years().forEach(found -> months.put(found.year(), found.lastMonth()));
        return months;
    }

    /**
     * Any period of a year, as far as figures reach; empty if they do not reach its first month, or the month asked for.
     * Published totals stand for the whole year only: its parts are the sum of their months.
     */
    Optional<PeriodResults> find(PeriodRequest asked, CurrentUser reader) {
        if (asked.fixed() && asked.year() != null && asked.month() != null) {
            return Optional.of(fixed(YearMonth.of(asked.year(), asked.month()), asked, reader));
        }
        List<YearWithFigures> held = storedMonths.years(asked.asOf());
        return held.stream()
                .filter(found -> asked.year() == null || found.year() == asked.year())
                .reduce((earlier, later) -> later)
                .flatMap(found -> reached(asked, found, reader))
                .map(found ->
                        found.among(held.stream().map(YearWithFigures::year).toList()));
    }

    private PeriodResults fixed(YearMonth month, PeriodRequest asked, CurrentUser reader) {
        ReportingPeriod period = storedMonths.stored(asked.span().of(month, calendar(month)));
        if (asked.span() != PeriodSpan.YEAR_TO_DATE) {
            YearResults results = over(period, null, undecided(targets(period, asked.asOf())), asked.asOf(), reader);
            return new PeriodResults(results.withoutMonthsToCome(), List.of(), month, false, false);
        }
        PublishedYear published = figures.published(month.getYear()).orElse(null);
        ReportingPeriod covered = published == null ? period : published.period();
        YearResults results = over(covered, published, targets(covered, asked.asOf()), asked.asOf(), reader);
        return new PeriodResults(results, List.of(), month, published != null, true);
    }

    private Optional<PeriodResults> reached(PeriodRequest asked, YearWithFigures year, CurrentUser reader) {
        PublishedYear published =
                year.published() ? figures.published(year.year()).orElse(null) : null;
        boolean whole =
                asked.span() == PeriodSpan.YEAR || (asked.span() == PeriodSpan.YEAR_TO_DATE && asked.month() == null);
        if (published != null && whole) {
            ReportingPeriod all = published.period();
            List<TargetInForce> held = targets(all, asked.asOf());
            return Optional.of(new PeriodResults(
                    over(all, published, held, asked.asOf(), reader), List.of(), all.to(), true, true));
        }
        YearMonth last = year.lastMonth();
        if (last == null || (asked.month() != null && asked.month() > last.getMonthValue())) {
            return Optional.empty();
        }
        YearMonth month = asked.month() == null ? last : last.withMonth(asked.month());
        ReportingPeriod period =
                asked.span().of(month, calendar(month)).until(last).storedAs(year.stored());
        boolean latest =
                published == null && period.fromJanuary() && period.to().equals(last);
        List<TargetInForce> held = targets(period, asked.asOf());
        YearResults results = over(period, null, latest ? held : undecided(held), asked.asOf(), reader);
        return Optional.of(new PeriodResults(
                latest ? results : results.withoutMonthsToCome(), List.of(), last, published != null, latest));
    }

    /** Of months that are not stored yet; the others have their days. */
    private ReportingCalendar calendar(YearMonth month) {
        return calendars.current().of(month);
    }

    private List<TargetInForce> targets(ReportingPeriod period, AsOf asOf) {
        return asOf instanceof AsOf.KnownBefore known
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
            AsOf asOf,
            CurrentUser reader) {
        List<UnitTotals> totals = figures.byUnit(period, asOf);
        boolean allDue = totals.stream()
                .allMatch(one -> one.dueMonths() == period.months().size());
        boolean complete = totals.stream().allMatch(one -> one.reportedMonths() == one.expectedMonths());
        return new YearAssembly(
                        period,
                        published,
                        totals,
                        complete ? List.of() : figures.missing(period, reader, asOf),
                        published == null && !allDue ? figures.notDue(period) : List.of(),
                        held)
                .results(
                        reader,
                        organisations.at(period.lastDay()),
                        installations.current().demonstration());
    }

    /**
     * A period's results.
     *
     * @param results the results
     * @param years the years that hold figures, in order
     * @param last the year's latest month with figures; December where a document published its totals
     * @param published whether a document published the year's totals
     * @param reachesTheLatest whether the period is the year from January to its latest month with figures
     */
    record PeriodResults(
            YearResults results, List<Integer> years, YearMonth last, boolean published, boolean reachesTheLatest) {

        PeriodResults among(List<Integer> held) {
            return new PeriodResults(results, held, last, published, reachesTheLatest);
        }
    }
}
