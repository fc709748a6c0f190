package vn.hoso.results;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Percentages;
import vn.hoso.rates.Rate;
import vn.hoso.results.MeasuredSums.Due;
import vn.hoso.targets.Target;

/**
 * The rates of some counts as they are printed everywhere: rounded once, and never across a target they are judged by.
 *
 * @param indicators the program's own indicators, then the defined ones
 * @param measuring the defined indicators that measure anything of the period, reported or not; null where nobody asked
 * @param ceiling the percentage that the overall rate can reach with today's procedures; null where nothing was reported
 *     or nothing arose
 */
public record RoundedResultRates(
        List<IndicatorResult> indicators,
        @Nullable List<Indicator> measuring,
        @Nullable BigDecimal ceiling) {

    /**
     * Rounds.
     *
     * @param counts what was reported, null when nothing was
     * @param targets the targets that the rates are held against
     */
    public static RoundedResultRates of(@Nullable Counts counts, Collection<Target> targets) {
        return of(counts, targets, null);
    }

    /** The same, knowing from how many returns the counts were added up. */
    public static RoundedResultRates of(@Nullable Counts counts, Collection<Target> targets, @Nullable Basis returns) {
        return of(counts, targets, returns, null);
    }

    /**
     * The same, with every indicator that is defined for the period: where it is known from how many returns the counts were added
     * up, those that nobody reported are listed too.
     *
     * @param defined those; null where only what was reported is known
     */
    static RoundedResultRates of(
            @Nullable Counts counts, Collection<Target> targets, @Nullable Basis returns, @Nullable List<Due> defined) {
        List<Due> reported = counts == null
                ? List.of()
                : counts.measured().stream()
                        .map(each -> new Due(
                                each.indicator(),
                                returns == null ? 0 : returns.expected(),
                                returns == null ? 0 : returns.unapproved()))
                        .toList();
        return new RoundedResultRates(
                Stream.concat(
                                Indicator.own().stream()
                                        .map(indicator -> indicator(indicator, counts, targets, returns)),
                                (defined == null || returns == null ? reported : defined)
                                        .stream()
                                                .map(each -> indicator(
                                                        each.indicator(),
                                                        counts,
                                                        targets,
                                                        returns == null
                                                                ? null
                                                                : new Basis(
                                                                        returns.reported(),
                                                                        each.returns(),
                                                                        each.unapproved()))))
                        .toList(),
                defined == null ? null : defined.stream().map(Due::indicator).toList(),
                counts == null ? null : percent(counts.ceiling(), Indicator.OVERALL, targets));
    }

    /** The rate of an indicator: one that measures nothing of the period was not left out by anybody. */
    public IndicatorResult of(Indicator indicator) {
        return indicators.stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst()
                .orElseGet(() -> measuring == null || measuring.contains(indicator)
                        ? new IndicatorResult(indicator, null, null)
                        : IndicatorResult.notMeasured(indicator));
    }

    private static IndicatorResult indicator(
            Indicator indicator, @Nullable Counts counts, Collection<Target> targets, @Nullable Basis returns) {
        Rate rate = counts == null ? null : counts.rate(indicator);
        return new IndicatorResult(
                indicator,
                rate,
                rate == null ? null : percent(rate, indicator, targets),
                basis(indicator, counts, returns));
    }

    /** Where nothing was reported, how much is owed is known nevertheless. */
    private static @Nullable Basis basis(Indicator indicator, @Nullable Counts counts, @Nullable Basis returns) {
        if (returns == null) {
            return null;
        }
        Basis held = counts == null ? null : counts.basis(indicator, returns);
        return held == null ? new Basis(0, returns.expected(), 0) : held;
    }

    private static @Nullable BigDecimal percent(Rate rate, Indicator indicator, Collection<Target> targets) {
        List<Target> held = targets.stream()
                .filter(target -> target.indicator().equals(indicator))
                .toList();
        return rate.arisen()
                ? Percentages.shown(
                        rate,
                        held.stream().flatMap(Target::limits).toList(),
                        held.stream().flatMap(Target::exceeded).toList())
                : null;
    }

    /**
     * One indicator of one scope, with the percentage that every page, document and export prints.
     *
     * @param indicator what is measured
     * @param rate the exact fraction, null where nothing was reported
     * @param percent the rounded percentage, decided once; null where not reported or nothing arose
     * @param basis on how many returns the fraction rests; null where that is no question: of published totals, of a single
     *     month and of what was assumed; 0 of those expected where nothing was reported, 0 of 0 where none was expected
     * @param measured whether the indicator measures anything of the period at all
     */
    public record IndicatorResult(
            Indicator indicator,
            @Nullable Rate rate,
            @Nullable BigDecimal percent,
            @Nullable Basis basis,
            boolean measured) {

        public IndicatorResult(
                Indicator indicator, @Nullable Rate rate, @Nullable BigDecimal percent, @Nullable Basis basis) {
            this(indicator, rate, percent, basis, true);
        }

        /** A result of which nobody asks on how many returns it rests. */
        public IndicatorResult(Indicator indicator, @Nullable Rate rate, @Nullable BigDecimal percent) {
            this(indicator, rate, percent, null);
        }

        /** Of a month in which no return was expected: before the unit was there, after it ended, before the first month of use. */
        public static IndicatorResult notExpected(Indicator indicator) {
            return new IndicatorResult(indicator, null, null, new Basis(0, 0, 0));
        }

        /** Of a period that lies before the indicator's first month, or after its last. */
        public static IndicatorResult notMeasured(Indicator indicator) {
            return new IndicatorResult(indicator, null, null, new Basis(0, 0, 0), false);
        }

        /** Whether a return with its figures was expected, or is there. */
        public boolean expected() {
            return rate != null || basis == null || basis.expected() > 0;
        }

        public boolean reported() {
            return rate != null;
        }

        public boolean arisen() {
            return percent != null;
        }
    }
}
