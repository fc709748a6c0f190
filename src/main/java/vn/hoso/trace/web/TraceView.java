package vn.hoso.trace.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.presentation.PageSteps;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TracePaths;
import vn.hoso.presentation.VerdictView;
import vn.hoso.presentation.VerdictViewAssembler;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.UnitResults;
import vn.hoso.results.UnitResultsPast;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.PageMessages;

/**
 * Where a rate comes from, ready to print: formula, the parts it is made of, the instruments it is held against.
 *
 * @param title what is measured, of whom, when
 * @param days from and to, with the calendar
 * @param rate the figure itself
 * @param formula how it is calculated
 * @param cells which columns of the monthly sheet make it up
 * @param source the document that published it, null when it is a sum
 * @param sourceNote what the document leaves unexplained
 * @param parts what it is the sum of: units, or one unit's months
 * @param sum the sum of the parts, on whatever page
 * @param none what is said where there are no parts
 * @param pages the way to the other pages of a long list, null where it stands on one
 * @param targets the targets held against it, with their instruments
 * @param tabs the other indicators of the same scope
 * @param code the page's address, to be typed from paper
 * @param back the figure's own page
 */
record TraceView(
        String title,
        String days,
        RateView rate,
        String formula,
        String cells,
        @Nullable String source,
        @Nullable String sourceNote,
        List<Part> parts,
        @Nullable Part sum,
        String none,
        @Nullable PageSteps pages,
        List<VerdictView> targets,
        List<String> citations,
        List<Tab> tabs,
        String code,
        String back) {

    /**
     * A part of the sum.
     *
     * @param name a unit or a month
     * @param path to what it is made of in turn, null if nothing was ever entered
     * @param state how far it has come
     * @param entered who entered it, when and from where; null for a unit
     * @param approved who approved it and when, null while nobody has, or for a unit
     */
    record Part(
            String name,
            @Nullable String path,
            String numerator,
            String denominator,
            String percent,
            @Nullable String state,
            @Nullable String entered,
            @Nullable String approved) {}

    record Tab(String title, String path, boolean current) {}

    /**
     * Where the district's rate comes from: its units.
     *
     * @param page of a long list, counted from 1; null for the first
     */
    static TraceView of(
            YearResults results,
            Indicator indicator,
            PeriodFilter filter,
            @Nullable Integer page,
            CurrentUser reader,
            PageMessages wording) {
        TracePaths paths = TracePaths.of(filter, results.period());
        String own = paths.of(results.district(), indicator);
        return of(
                results,
                results.district(),
                indicator,
                PageSteps.part(results.units(), page).stream()
                        .map(unit -> TraceParts.part(unit, indicator, paths, wording))
                        .toList(),
                PageSteps.around(
                        results.units().size(),
                        page,
                        number -> UriComponentsBuilder.fromUriString(own)
                                .queryParam("page", number)
                                .toUriString(),
                        wording),
                reader.seesAllUnits()
                        ? TraceParts.sum(
                                results.units().stream()
                                        .map(unit -> unit.indicator(indicator).rate()),
                                wording)
                        : null,
                filter,
                reader,
                wording);
    }

    /** Where a unit's rate comes from: its months, or the units whose figures its own are the sum of. */
    static TraceView of(
            UnitResults results,
            Indicator indicator,
            List<Part> months,
            PeriodFilter filter,
            CurrentUser reader,
            PageMessages wording) {
        UnitResultsPast past = results.unit().past();
        if (past == null || past.origins().isEmpty()) {
            return of(results.district(), results.unit(), indicator, months, null, null, filter, reader, wording);
        }
        TracePaths paths = TracePaths.of(
                filter.under(ResultsGeography.AS_REPORTED), results.district().period());
        return of(
                results.district(),
                results.unit(),
                indicator,
                TraceParts.origins(results.unit(), paths, indicator, reader, wording),
                null,
                TraceParts.sum(TraceParts.results(results.unit(), indicator).map(IndicatorResult::rate), wording),
                filter,
                reader,
                wording);
    }

    private static TraceView of(
            YearResults results,
            ScopeResults scope,
            Indicator indicator,
            List<Part> parts,
            @Nullable PageSteps pages,
            @Nullable Part sum,
            PeriodFilter filter,
            CurrentUser reader,
            PageMessages wording) {
        YearResults.Publication publication = scope.unitId() == null ? results.publication() : null;
        TracePaths paths = TracePaths.of(filter, results.period());
        VerdictViewAssembler lines = new VerdictViewAssembler(wording, reader, scope, paths, false, Map.of(), null);
        return new TraceView(
                wording.of(
                        "trace.headline",
                        IndicatorText.name(indicator, wording),
                        scope.name(),
                        PageMessages.uncapitalised(PeriodView.name(results.period(), wording))),
                PeriodView.days(results, wording),
                RateView.inProse(scope.indicator(indicator), wording),
                IndicatorText.formula(indicator, wording),
                IndicatorText.cells(indicator, wording),
                publication == null ? null : publication.source(),
                publication == null ? null : publication.note(),
                parts,
                sum,
                wording.of("trace.none"),
                pages,
                lines.of(Stream.concat(scope.verdicts().stream(), scope.aspirations().stream())
                        .filter(verdict -> verdict.target().indicator().equals(indicator))
                        .toList()),
                citations(scope, indicator),
                scope.indicators().stream()
                        .map(IndicatorResult::indicator)
                        .map(each -> new Tab(
                                IndicatorText.name(each, wording), paths.of(scope, each), each.equals(indicator)))
                        .toList(),
                paths.of(scope, indicator),
                filter.address(
                        scope.unitId() == null ? "/dashboard" : "/dashboard/units/" + scope.unitId(),
                        results.period()));
    }

    private static List<String> citations(ScopeResults scope, Indicator indicator) {
        return Stream.concat(scope.verdicts().stream(), scope.aspirations().stream())
                .filter(verdict -> verdict.target().indicator().equals(indicator))
                .flatMap(verdict -> verdict.target().instruments().stream().map(each -> each.title()))
                .distinct()
                .toList();
    }

    /** The same of an indicator that measures no month of the period: nobody was asked, which is not the same as silence. */
    TraceView withoutMeasuring(Indicator indicator, PageMessages wording) {
        return new TraceView(
                title,
                days,
                RateView.inTable(IndicatorResult.notMeasured(indicator), wording),
                formula,
                cells,
                null,
                null,
                List.of(),
                null,
                wording.of("trace.not-measured.hint"),
                null,
                targets,
                citations,
                tabs,
                code,
                back);
    }
}
