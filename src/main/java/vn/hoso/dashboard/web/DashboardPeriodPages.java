package vn.hoso.dashboard.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.AsOfDay;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.YearNavigation;

/** What pages about a period share: which periods may be asked for, and the page of one without figures. */
@Component
class DashboardPeriodPages {

    private final Results results;
    private final EntryWindows windows;
    private final AsOfDay days;

    DashboardPeriodPages(Results results, EntryWindows windows, AsOfDay days) {
        this.results = results;
        this.windows = windows;
        this.days = days;
    }

    /**
     * The period, if figures may exist for it; the page says so if it shows what was known on a day.
     *
     * @throws vn.hoso.shared.UserFacingException if not
     */
    ResultsRequest checked(PeriodFilter filter, Model model) {
        if (filter.year() != null) {
            windows.checked(filter.year());
        }
        if (filter.today()) {
            model.addAttribute("geography", filter.geography());
        }
        String known = filter.known();
        if (known == null || known.isBlank()) {
            return filter.asked();
        }
        LocalDate day = days.read(known);
        model.addAttribute("known", Formats.date(day));
        return filter.asked().at(new FiguresAsOf.KnownBefore(AsOfDay.end(day)));
    }

    String empty(PeriodFilter filter, String path, Model model) {
        List<Integer> years = List.copyOf(results.years().keySet());
        int year = filter.year() != null
                ? filter.year()
                : years.stream()
                        .reduce((earlier, later) -> later)
                        .orElseGet(() -> windows.today().current().getYear());
        model.addAttribute("years", YearNavigation.around(year, years));
        model.addAttribute("path", path);
        model.addAttribute("period", filter.month() != null);
        return "dashboard/empty";
    }

    /**
     * The form that chooses another period of the year shown.
     *
     * @param path the page
     * @param year the year shown
     * @param spans how much of it, with its words
     * @param months its months
     * @param now this page as the figures are now
     * @param ofAnyYear this page about the same part of another year, which is to be added
     * @param units the choice between the units that reported and today's; null where it makes no difference
     */
    record PeriodChoice(
            String path,
            String year,
            List<Option> spans,
            List<Option> months,
            String now,
            String ofAnyYear,
            @Nullable UnitsChoice units) {

        /** One entry of a list. */
        record Option(String value, String label, boolean selected) {}

        /**
         * The choice between the units that reported and today's.
         *
         * @param asReported this page under the units that reported; null while that is shown
         * @param today this page under today's; null while that is shown
         * @param estimated whether parts of divided units are shown: a printed count is rounded, its rate is not made of it
         */
        record UnitsChoice(
                @Nullable String asReported, @Nullable String today, boolean estimated) {

            static @Nullable UnitsChoice of(YearResults results, String asReported, String today) {
                if (results.geography() == null) {
                    return null;
                }
                boolean estimated = results.units().stream()
                        .map(ScopeResults::past)
                        .anyMatch(past -> past != null && past.estimated());
                return results.geography() == ResultsGeography.TODAY
                        ? new UnitsChoice(asReported, null, estimated)
                        : new UnitsChoice(null, today, false);
            }
        }

        static PeriodChoice of(String path, PeriodFilter filter, YearResults results, PageMessages wording) {
            return of(path, path, path, filter, results, wording);
        }

        /**
         * The same for a page that is elsewhere under other units.
         *
         * @param reportedPath the page under the units that reported
         * @param todayPath the page under today's units
         */
        static PeriodChoice of(
                String path,
                String reportedPath,
                String todayPath,
                PeriodFilter filter,
                YearResults results,
                PageMessages wording) {
            ReportingPeriod shown = results.period();
            return new PeriodChoice(
                    path,
                    String.valueOf(shown.from().getYear()),
                    Arrays.stream(PeriodSpan.values())
                            .map(span -> new Option(
                                    span.name(), wording.of("dashboard.span." + span), span == filter.spanShown()))
                            .toList(),
                    IntStream.rangeClosed(1, 12)
                            .mapToObj(month -> new Option(
                                    String.valueOf(month),
                                    wording.of("dashboard.span.of-month", String.valueOf(month)),
                                    month == shown.to().getMonthValue()))
                            .toList(),
                    filter.now().address(path, shown),
                    filter.ofAnyYear(path),
                    UnitsChoice.of(
                            results,
                            filter.under(ResultsGeography.AS_REPORTED).address(reportedPath, shown),
                            filter.under(ResultsGeography.TODAY).address(todayPath, shown)));
        }
    }
}
