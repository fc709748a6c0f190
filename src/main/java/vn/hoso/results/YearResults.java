package vn.hoso.results;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.organisation.Organisation;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.DataStatus;
import vn.hoso.results.ScopeResults.NamedUnitsOutcome;
import vn.hoso.security.CurrentUser;
import vn.hoso.targets.Target;

/**
 * A year's results, from January to the latest month that holds figures: the one thing that pages, documents and exports
 * print.
 *
 * @param period the months covered
 * @param publication the document the district's totals come from, null when they are the sum of monthly returns
 * @param district the district as a whole
 * @param units the units the reader may see: townships, communes, offices, each by code
 * @param coverage what was reported of what should be
 * @param openItems what a reader must know first
 * @param provisional whether figures may still change: something is missing or not approved
 * @param demonstration whether the figures are made up
 * @param organisation whose results they are, as it was called in the period
 * @param dataAsOf when a figure last changed, null where totals were published
 * @param geography under which units they are shown; null where it makes no difference, as no unit of the period was
 *     reorganised until today
 * @param named the targets that name their units, in their order and without a level, whichever of the units are shown
 */
public record YearResults(
        ReportingPeriod period,
        @Nullable Publication publication,
        ScopeResults district,
        List<ScopeResults> units,
        ResultsCoverage coverage,
        List<ResultCaveat> openItems,
        boolean provisional,
        boolean demonstration,
        Organisation organisation,
        @Nullable Instant dataAsOf,
        @Nullable ResultsGeography geography,
        List<Target> named) {

    /** A report issued before targets named their units holds none of these. */
    public YearResults {
        named = Objects.requireNonNullElse(named, List.of());
    }

    /** Results of units that nobody reorganised. */
    public YearResults(
            ReportingPeriod period,
            @Nullable Publication publication,
            ScopeResults district,
            List<ScopeResults> units,
            ResultsCoverage coverage,
            List<ResultCaveat> openItems,
            boolean provisional,
            boolean demonstration,
            Organisation organisation,
            @Nullable Instant dataAsOf) {
        this(
                period,
                publication,
                district,
                units,
                coverage,
                openItems,
                provisional,
                demonstration,
                organisation,
                dataAsOf,
                null,
                List.of());
    }

    /** The targets set from above that ask a percentage of units, in their order: last those that name their units, without a level. */
    public List<Target> unitTargets() {
        return Stream.concat(district.targets().filter(Target::asksUnits), ofNamedUnits())
                .filter(it -> !it.aspiration())
                .toList();
    }

    /** Those of the targets that name their units which name one of these, the plan's own goals among them. */
    public Stream<Target> ofNamedUnits() {
        Set<Long> held =
                units.stream().flatMap(ScopeResults::targets).map(Target::id).collect(Collectors.toSet());
        return named.stream().filter(each -> held.contains(each.id()));
    }

    /** How each of them was met. */
    public List<NamedUnitsOutcome> namedOutcomes() {
        return ofNamedUnits().map(each -> NamedUnitsOutcome.of(each, units)).toList();
    }

    /**
     * Where published totals come from.
     *
     * @param source the document and clause
     * @param note what the document leaves unexplained, null if nothing
     */
    public record Publication(String source, @Nullable String note) {}

    /**
     * Whether the figures are an estimate, preliminary or official; nothing that was asked for makes none official, and months
     * before the first one of use are missing too.
     */
    public DataStatus finality() {
        if (publication == null && coverage.expected() == 0) {
            return DataStatus.ESTIMATE;
        }
        return publication == null
                ? DataStatus.of(
                        (long) coverage.expected() - coverage.reported() + monthsBeforeUse(), coverage.unapproved())
                : DataStatus.OFFICIAL;
    }

    /**
     * What a reader may see of it: the totals are the same for all, units and names are those of their own.
     *
     * @param missing the names among them that lack a return, by month
     */
    YearResults seenBy(CurrentUser reader, Map<YearMonth, List<String>> missing) {
        return with(
                units.stream()
                        .filter(unit -> reader.maySee(Objects.requireNonNull(unit.unitId())))
                        .toList(),
                coverage.naming(missing),
                openItems.stream()
                        .map(item -> item instanceof ResultCaveat.NotReported one
                                ? new ResultCaveat.NotReported(
                                        one.month(), one.units(), missing.getOrDefault(one.month(), List.of()))
                                : item));
    }

    /** The same without saying which months come later: those of a period in the middle of the figures are known. */
    YearResults withoutMonthsToCome() {
        return with(
                units,
                coverage,
                openItems.stream().filter(item -> !(item instanceof ResultCaveat.MonthsWithoutFigures)));
    }

    private YearResults with(List<ScopeResults> shown, ResultsCoverage covered, Stream<ResultCaveat> told) {
        return new YearResults(
                period,
                publication,
                district,
                shown,
                covered,
                told.toList(),
                provisional,
                demonstration,
                organisation,
                dataAsOf,
                geography,
                named);
    }

    /** How many months of the period hold figures, or should: those before the office's first month and those to come do not. */
    public int monthsCounted() {
        return period.months().size() - monthsBeforeUse() - monthsToCome();
    }

    /** How many months of the period hold figures: of those that should, not those for which nobody has reported. */
    public int monthsWithFigures() {
        return monthsCounted()
                - (publication == null
                        ? (int) coverage.missing().stream()
                                .filter(ResultsCoverage.MissingMonth::nobody)
                                .count()
                        : 0);
    }

    /** How many months of the period lie before the office's first one. */
    public int monthsBeforeUse() {
        return openItems.stream()
                .filter(ResultCaveat.BeforeUse.class::isInstance)
                .mapToInt(item -> ((ResultCaveat.BeforeUse) item).months())
                .sum();
    }

    /** The first day that the figures are of: later than the period's own where the period opens before the office's first month. */
    public LocalDate countedFrom() {
        return openItems.stream()
                .filter(ResultCaveat.BeforeUse.class::isInstance)
                .map(item -> ((ResultCaveat.BeforeUse) item))
                .filter(gap -> period.mixed() == null && gap.opens(period.from()))
                .map(gap -> period.calendar().firstDay(gap.to().plusMonths(1)))
                .findFirst()
                .orElseGet(period::firstDay);
    }

    /** Of how many months of the period nobody expects returns yet. */
    public int monthsToCome() {
        return openItems.stream()
                .filter(ResultCaveat.NotYetDue.class::isInstance)
                .mapToInt(item -> ((ResultCaveat.NotYetDue) item).months())
                .sum();
    }

    /** The unit among those the reader may see. */
    Optional<ScopeResults> unit(long unitId) {
        return units.stream()
                .filter(unit -> Objects.equals(unit.unitId(), unitId))
                .findFirst();
    }

    public int year() {
        return period.from().getYear();
    }
}
