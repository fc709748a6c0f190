package vn.hoso.dashboard.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.figures.AsOf;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.results.PeriodRequest;
import vn.hoso.results.Results;
import vn.hoso.shared.AsOfDay;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.YearNavigation;

/** What pages about a period share: which periods may be asked for, and the page of one without figures. */
@Component
class PeriodPages {

    private final Results results;
    private final EntryWindows windows;
    private final AsOfDay days;

    PeriodPages(Results results, EntryWindows windows, AsOfDay days) {
        this.results = results;
        this.windows = windows;
        this.days = days;
    }

    /**
     * The period, if figures may exist for it; the page says so if it shows what was known on a day.
     *
     * @throws vn.hoso.shared.UserFacingException if not
     */
    PeriodRequest checked(PeriodFilter filter, Model model) {
        if (filter.year() != null) {
            windows.checked(filter.year());
        }
        String known = filter.known();
        if (known == null || known.isBlank()) {
            return filter.asked();
        }
        LocalDate day = days.read(known);
        model.addAttribute("known", Formats.date(day));
        return filter.asked().at(new AsOf.KnownBefore(AsOfDay.end(day)));
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
     */
    record PeriodChoice(
            String path, String year, List<Option> spans, List<Option> months, String now, String ofAnyYear) {

        /** One entry of a list. */
        record Option(String value, String label, boolean selected) {}

        static PeriodChoice of(String path, PeriodFilter filter, ReportingPeriod shown, PageMessages wording) {
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
                    filter.ofAnyYear(path));
        }
    }
}
