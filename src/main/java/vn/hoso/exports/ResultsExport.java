package vn.hoso.exports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Basis;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Verdict;

/**
 * A year's results for other programs: the figures of the pages under names that stay. All counts are dossiers; percent is
 * rounded as on the pages, and null where nothing was reported or nothing arose.
 *
 * @param geography under which units they are: AS_REPORTED or TODAY
 */
public record ResultsExport(
        int year,
        LocalDate from,
        LocalDate to,
        boolean provisional,
        boolean demonstration,
        @Nullable String source,
        int expectedReturns,
        int reportedReturns,
        int approvedReturns,
        @Nullable Long unclassified,
        List<Figure> results,
        List<Judgement> verdicts,
        ResultsGeography geography) {

    /**
     * One indicator of one scope.
     *
     * @param scope "district" or a unit's official code
     * @param reportedReturns on how many returns it rests, each a unit's month; 0 where nothing was reported; null where a
     *     document published it
     * @param expectedReturns how many there should be, 0 where none was due yet; null where {@code reportedReturns} is
     * @param unitId the unit, null for the district: codes and names are given again, this never is
     * @param estimated true where parts of a divided unit are in it, so that its numbers are rounded; else null, and left out
     *     of JSON
     */
    public record Figure(
            String scope,
            String name,
            String indicator,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal percent,
            @Nullable Long reportedReturns,
            @Nullable Long expectedReturns,
            @Nullable Long unitId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean estimated) {}

    /**
     * One target's verdict for one scope.
     *
     * @param shortBy dossiers missing to the target; called {@code short} outside
     * @param reachable whether it can be met without further procedures going online
     * @param missingEligible dossiers' worth of procedures that would have to go online first
     * @param aspiration a goal of the plan's own
     * @param confirmed whether a user confirmed it; null where figures alone decide
     * @param provisional whether returns could turn it that are missing or, where {@code reportedReturns} is {@code expectedReturns}, not
     *     approved
     * @param reportedReturns on how many returns it rests, as of a figure
     * @param expectedReturns how many there should be, as of a figure
     * @param points what the figures bring, null where the target gives no points; left out of JSON then
     * @param unitId as of a figure
     * @param estimated as of a figure
     */
    public record Judgement(
            String scope,
            String name,
            String target,
            String indicator,
            @Nullable BigDecimal threshold,
            String verdict,
            @JsonProperty("short") long shortBy,
            boolean reachable,
            long missingEligible,
            boolean aspiration,
            @Nullable Boolean confirmed,
            boolean provisional,
            @Nullable Long reportedReturns,
            @Nullable Long expectedReturns,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal points,

            @Nullable Long unitId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean estimated) {}

    /** The same figures as a sheet for Excel. */
    public String asCsv() {
        return ResultsCsv.of(this);
    }

    public static ResultsExport of(YearResults results, ResultsGeography geography) {
        List<ScopeResults> scopes = Stream.concat(Stream.of(results.district()), results.units().stream())
                .toList();
        return new ResultsExport(
                results.year(),
                results.period().firstDay(),
                results.period().lastDay(),
                results.provisional(),
                results.demonstration(),
                results.publication() == null ? null : results.publication().source(),
                results.coverage().expected(),
                results.coverage().reported(),
                results.coverage().approved(),
                results.district().counts() == null
                        ? null
                        : results.district().counts().onlineUnclassified(),
                figures(scopes),
                judgements(scopes),
                geography);
    }

    private static List<Figure> figures(List<ScopeResults> scopes) {
        List<Figure> all = new ArrayList<>();
        for (ScopeResults scope : scopes) {
            for (IndicatorResult each : scope.indicators()) {
                all.add(new Figure(
                        scope.scope(),
                        scope.name(),
                        each.indicator().name(),
                        each.rate() == null ? null : each.rate().numerator(),
                        each.rate() == null ? null : each.rate().denominator(),
                        each.percent(),
                        reported(each.basis()),
                        expected(each.basis()),
                        scope.unitId(),
                        estimated(scope)));
            }
        }
        return all;
    }

    private static List<Judgement> judgements(List<ScopeResults> scopes) {
        List<Judgement> all = new ArrayList<>();
        for (ScopeResults scope : scopes) {
            Stream.concat(scope.verdicts().stream(), scope.aspirations().stream())
                    .map(each -> judgement(scope, each))
                    .forEach(all::add);
        }
        return all;
    }

    private static Judgement judgement(ScopeResults scope, Verdict verdict) {
        return new Judgement(
                scope.scope(),
                scope.name(),
                verdict.target().code(),
                verdict.target().indicator().name(),
                plain(verdict.target().threshold()),
                verdict.status().name(),
                verdict.shortBy(),
                verdict.reachable(),
                verdict.missingEligible(),
                verdict.target().aspiration(),
                verdict.suggested() == null ? null : verdict.decision() != null,
                verdict.provisional(),
                reported(verdict.basis()),
                expected(verdict.basis()),
                plain(verdict.points()),
                scope.unitId(),
                estimated(scope));
    }

    private static @Nullable Boolean estimated(ScopeResults scope) {
        return scope.past() != null && scope.past().estimated() ? true : null;
    }

    private static @Nullable Long reported(@Nullable Basis basis) {
        return basis == null ? null : basis.reported();
    }

    private static @Nullable Long expected(@Nullable Basis basis) {
        return basis == null ? null : basis.expected();
    }

    /** Without the zeros that the column's scale adds. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
