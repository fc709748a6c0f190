package vn.hoso.dashboard.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.shared.PageMessages;

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
record PeriodChoice(String path, String year, List<Option> spans, List<Option> months, String now, String ofAnyYear) {

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
