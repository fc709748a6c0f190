package vn.hoso.results;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.StoredMonthQueries;
import vn.hoso.figures.StoredMonthQueries.YearWithFigures;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.organisation.Organisations;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.period.StoredMonth;
import vn.hoso.results.ResultTotals.PublishedYear;
import vn.hoso.shared.Installations;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.TargetInForce;
import vn.hoso.units.Lineage;
import vn.hoso.units.Successions;

/** Gathers a period's counts and targets in a handful of statements and lets {@link YearAssembly} judge them. */
@Component
class PeriodResultsQueries {

    private final ResultTotals figures;
    private final TargetCatalogue targets;
    private final StoredMonthQueries storedMonths;
    private final Installations installations;
    private final ReturnCalendarSettings calendars;
    private final ResultsDueMonths dueMonths;
    private final Organisations organisations;
    private final Successions successions;
    private final Clock clock;

    PeriodResultsQueries(
            ResultTotals figures,
            TargetCatalogue targets,
            StoredMonthQueries storedMonths,
            Installations installations,
            ReturnCalendarSettings calendars,
            ResultsDueMonths dueMonths,
            Organisations organisations,
            Successions successions,
            Clock clock) {
        this.figures = figures;
        this.storedMonths = storedMonths;
        this.targets = targets;
        this.installations = installations;
        this.calendars = calendars;
        this.dueMonths = dueMonths;
        this.organisations = organisations;
        this.successions = successions;
        this.clock = clock;
    }

    /** The years that hold figures, each with its months that do. */
    SortedMap<Integer, List<YearMonth>> months() {
        SortedMap<Integer, List<YearMonth>> months = new TreeMap<>();
        storedMonths.years().forEach(found -> months.put(found.year(), found.counted()));
        return months;
    }

    /**
     * Any period of a year, as far as figures reach; empty if they do not reach its first month or, of a year to date, the month
     * that it shall end with.
     * Published totals stand for the whole year only: its parts are the sum of their months.
     */
    Optional<PeriodResults> find(ResultsRequest asked) {
        if (asked.fixed() && asked.year() != null && asked.month() != null) {
            return Optional.of(fixed(YearMonth.of(asked.year(), asked.month()), asked));
        }
        List<YearWithFigures> held = storedMonths.years(asked.asOf());
        return held.stream()
                .filter(found -> asked.year() == null || found.year() == asked.year())
                .reduce((earlier, later) -> later)
                .flatMap(found -> reached(asked, found, days(held)))
                .map(found ->
                        found.among(held.stream().map(YearWithFigures::year).toList()));
    }

    private PeriodResults fixed(YearMonth month, ResultsRequest asked) {
        ReportingPeriod months = asked.span().of(month, calendar(month));
        List<StoredMonth> days = storedMonths.between(months.yearBefore().from(), months.to());
        ReportingPeriod period = months.storedAs(days);
        if (asked.span() != PeriodSpan.YEAR_TO_DATE) {
            YearMonth due = dueMonths.last(period, asked.asOf());
            return over(period, null, TargetInForce.undecided(targets(period, asked.asOf())), asked, due)
                    .withoutMonthsToCome()
                    .within(month, false, false, days);
        }
        // Published totals stand for all months up to the year's last one, and for no fewer.
        PublishedYear published = figures.published(month.getYear())
                .filter(year -> year.period().to().equals(month))
                .orElse(null);
        ReportingPeriod covered = published == null ? period : published.period();
        return over(covered, published, targets(covered, asked.asOf()), asked)
                .within(month, published != null, true, days);
    }

    private static List<StoredMonth> days(List<YearWithFigures> years) {
        return years.stream().flatMap(year -> year.stored().stream()).toList();
    }

    private Optional<PeriodResults> reached(ResultsRequest asked, YearWithFigures year, List<StoredMonth> days) {
        PublishedYear published =
                year.published() ? figures.published(year.year()).orElse(null) : null;
        boolean wholeYear =
                asked.span() == PeriodSpan.YEAR || (asked.span() == PeriodSpan.YEAR_TO_DATE && asked.month() == null);
        if (published != null && wholeYear) {
            ReportingPeriod all = published.period();
            List<TargetInForce> held = targets(all, asked.asOf());
            return Optional.of(over(all, published, held, asked).within(all.to(), true, true, days));
        }
        YearMonth last = year.lastMonth();
        if (last == null) {
            return Optional.empty();
        }
        YearMonth month = asked.month() == null ? last : last.withMonth(asked.month());
        ReportingPeriod all = asked.span().of(month, calendar(month));
        YearMonth needed = asked.span() == PeriodSpan.YEAR_TO_DATE ? month : all.from();
        if (needed.isAfter(last)) {
            return Optional.empty();
        }
        ReportingPeriod period = all.until(last).storedAs(year.stored());
        boolean latest =
                published == null && period.fromJanuary() && period.to().equals(last);
        List<TargetInForce> held = targets(period, asked.asOf());
        Judged found = over(period, null, latest ? held : TargetInForce.undecided(held), asked);
        return Optional.of(
                (latest ? found : found.withoutMonthsToCome()).within(last, published != null, latest, days));
    }

    /** Of months that are not stored yet; the others have their days. */
    private ReportingCalendar calendar(YearMonth month) {
        return calendars.current().of(month);
    }

    /** Those that hold in the last of its months, and in any of the twelve up to it. */
    private List<TargetInForce> targets(ReportingPeriod period, FiguresAsOf asOf) {
        return targets.inForce(
                period.to().minusMonths(LeaderResults.MONTHS - 1L).atDay(1),
                period.lastDay(),
                asOf instanceof FiguresAsOf.KnownBefore known ? known.instant() : null);
    }

    private Judged over(
            ReportingPeriod period, @Nullable PublishedYear published, List<TargetInForce> held, ResultsRequest asked) {
        return over(period, published, held, asked, period.to());
    }

    /** @param due the last of its months whose returns are expected */
    private Judged over(
            ReportingPeriod period,
            @Nullable PublishedYear published,
            List<TargetInForce> held,
            ResultsRequest asked,
            YearMonth due) {
        List<UnitResultTotals> totals = figures.byUnit(period, asked, due);
        List<YearMonth> toCome =
                period.months().stream().filter(month -> month.isAfter(due)).toList();
        int months = period.months().size() - toCome.size();
        boolean allDue = !totals.isEmpty() && totals.stream().allMatch(one -> one.dueMonths() == months);
        boolean complete = totals.stream().allMatch(one -> one.reportedMonths() == one.expectedMonths());
        List<YearMonth> beforeUse = allDue ? List.of() : figures.notDue(period.until(due));
        boolean differs = totals.stream().anyMatch(one -> one.state().succeeded());
        ResultsFolding folding = differs && asked.geography() == ResultsGeography.TODAY
                ? new ResultsFolding(lineageToday(), LocalDate.now(clock))
                : null;
        List<UnitResultTotals> shown = folding == null ? totals : folding.totals(totals);
        YearResults results = new YearAssembly(
                        period,
                        published,
                        totals,
                        shown,
                        differs ? asked.geography() : null,
                        complete ? List.of() : figures.missing(period.until(due), asked.asOf()),
                        beforeUse,
                        toCome,
                        held)
                .results(
                        organisations.at(period.lastDay()),
                        installations.current().demonstration());
        return new Judged(
                results,
                folding,
                differs || totals.stream().anyMatch(one -> one.state().born()),
                shown,
                beforeUse,
                held.stream().map(TargetInForce::target).toList());
    }

    Lineage lineageToday() {
        return lineage(LocalDate.now(clock));
    }

    Lineage lineage(LocalDate day) {
        return successions.lineage(day);
    }

    /**
     * What was found of a period.
     *
     * @param folding puts figures under today's units; null where they are shown as they were reported
     * @param reorganised whether some of the units came of others, or others of them
     * @param shown the units that are shown, whoever reads
     * @param beforeUse the months of the period whose returns nobody expects
     * @param targets as of {@link PeriodResults}
     */
    private record Judged(
            YearResults results,
            @Nullable ResultsFolding folding,
            boolean reorganised,
            List<UnitResultTotals> shown,
            List<YearMonth> beforeUse,
            List<Target> targets) {

        Judged withoutMonthsToCome() {
            return new Judged(results.withoutMonthsToCome(), folding, reorganised, shown, beforeUse, targets);
        }

        /** @param days stored months with their days, those of the year before among them */
        PeriodResults within(YearMonth last, boolean published, boolean reachesTheLatest, List<StoredMonth> days) {
            return new PeriodResults(
                    results,
                    List.of(),
                    last,
                    published,
                    reachesTheLatest,
                    folding,
                    reorganised,
                    shown,
                    beforeUse,
                    targets,
                    results.period().yearBefore().storedAs(days),
                    SingletonSupplier.ofNullable(
                            () -> GapContributions.ofDecisive(results.district(), results.units())));
        }
    }
}
