package vn.hoso.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.DataStatus;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.ResultsCoverage;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.UnitResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * Which days the figures cover, how complete they are and how old: printed above every result.
 *
 * @param name such as "9 tháng đầu năm 2024"
 * @param days from and to, with the calendar
 * @param coverage what was reported, null where totals were published without a breakdown
 * @param finality an estimate, preliminary or official
 * @param provisional why the figures may still change, null when they are final
 * @param age when they last changed
 */
public record PeriodView(
        String name,
        String days,
        @Nullable String coverage,
        String finality,
        @Nullable String provisional,
        @Nullable String age) {

    public static PeriodView of(YearResults results, PageMessages wording) {
        return of(
                results,
                coverage(results, wording),
                finality(results.finality(), wording),
                results.provisional() ? provisional(results, wording) : null,
                wording);
    }

    /** A unit answers for its own months only. */
    public static PeriodView of(UnitResults results, PageMessages wording) {
        ScopeResults unit = results.unit();
        if (unit.notDue()) {
            return of(
                    results.district(),
                    wording.of("dashboard.unit.months.not-due"),
                    wording.of("dashboard.not-expected"),
                    provisional(results, wording),
                    wording);
        }
        return of(
                results.district(),
                wording.of(
                        unit.past() == null || unit.past().origins().isEmpty()
                                ? "dashboard.unit.months"
                                : "dashboard.past.months",
                        String.valueOf(unit.reportedMonths()),
                        String.valueOf(unit.expectedMonths())),
                finality(
                        DataStatus.of(
                                (long) unit.expectedMonths()
                                        - unit.reportedMonths()
                                        + results.district().monthsBeforeUse(),
                                results.unapproved()),
                        wording),
                provisional(results, wording),
                wording);
    }

    private static String finality(DataStatus status, PageMessages wording) {
        return wording.of("dashboard.finality." + status);
    }

    private static PeriodView of(
            YearResults results,
            @Nullable String coverage,
            String finality,
            @Nullable String provisional,
            PageMessages wording) {
        ReportingPeriod period = results.period();
        return new PeriodView(
                name(period, wording),
                days(results, wording),
                coverage,
                finality,
                provisional,
                results.dataAsOf() == null
                        ? null
                        : wording.of("dashboard.period.as-of", Formats.time(results.dataAsOf())));
    }

    /** From and to, with the calendar: "Từ ngày 01/01/2024 đến ngày 31/12/2024, theo tháng dương lịch". */
    public static String days(ReportingPeriod period, PageMessages wording) {
        return days(period, period.firstDay(), wording);
    }

    /** The days that the figures are of. */
    public static String days(YearResults results, PageMessages wording) {
        return days(results.period(), results.countedFrom(), wording);
    }

    private static String days(ReportingPeriod period, LocalDate from, PageMessages wording) {
        return wording.of(
                "dashboard.period.days",
                Formats.date(from),
                Formats.date(period.lastDay()),
                wording.of("dashboard.calendar."
                        + (period.mixed() == null ? period.calendar().name() : "mixed")));
    }

    public static String name(ReportingPeriod period, PageMessages wording) {
        String year = String.valueOf(period.from().getYear());
        int months = period.months().size();
        if (period.wholeYear()) {
            return wording.of("dashboard.period.year", year);
        }
        if (months == 1) {
            return wording.of("dashboard.period.month", Formats.month(period.from()));
        }
        return period.fromJanuary()
                ? wording.of("dashboard.period.months", String.valueOf(months), year)
                : wording.of("dashboard.period.range", Formats.month(period.from()), Formats.month(period.to()));
    }

    private static @Nullable String coverage(YearResults results, PageMessages wording) {
        ResultsCoverage coverage = results.coverage();
        if (coverage.expected() == 0 || (results.publication() != null && coverage.reported() == 0)) {
            return null;
        }
        String share = Formats.count(coverage.reported()) + "/" + Formats.count(coverage.expected());
        if (results.publication() != null) {
            return published(results, share, wording);
        }
        String whole = wording.of(coverage.complete() ? "dashboard.coverage.complete" : "dashboard.coverage", share);
        return lastMonth(results, wording)
                .map(last -> wording.of("dashboard.coverage.with-month", last, share))
                .orElse(whole);
    }

    /** The totals are a document's, of the whole year; its months are no more than what was asked of units beside them. */
    private static String published(YearResults results, String share, PageMessages wording) {
        int most = results.units().stream()
                .mapToInt(ScopeResults::expectedMonths)
                .max()
                .orElse(0);
        int seen =
                results.units().stream().mapToInt(ScopeResults::expectedMonths).sum();
        boolean fewer = most < results.period().months().size()
                && seen == results.coverage().expected();
        return fewer
                ? wording.of("dashboard.coverage.published.months", String.valueOf(most), share)
                : wording.of("dashboard.coverage.published", share);
    }

    /** "20/23 đơn vị, đến 30/09/2024"; only while the reader sees every unit and all existed the whole time is 23 known. */
    private static Optional<String> lastMonth(YearResults results, PageMessages wording) {
        int months = results.monthsCounted();
        int units = results.units().size();
        List<ScopeResults> whole = results.units().stream()
                .filter(unit -> unit.expectedMonths() == months)
                .toList();
        if (whole.size() != units || units * months != results.coverage().expected()) {
            return Optional.empty();
        }
        int missing = results.coverage().missing().stream()
                .filter(it -> it.month().equals(results.period().to()))
                .mapToInt(ResultsCoverage.MissingMonth::count)
                .sum();
        LocalDate from = results.countedFrom();
        return Optional.of(wording.of(
                from.equals(results.period().firstDay()) ? "dashboard.coverage.month" : "dashboard.coverage.month.from",
                (units - missing) + "/" + units,
                Formats.date(results.period().lastDay()),
                Formats.date(from)));
    }

    private static String provisional(YearResults results, PageMessages wording) {
        ResultsCoverage coverage = results.coverage();
        return reasons(coverage.expected() - coverage.reported(), coverage.unapproved(), results, wording);
    }

    private static @Nullable String provisional(UnitResults found, PageMessages wording) {
        ScopeResults unit = found.unit();
        String reasons =
                reasons(unit.expectedMonths() - unit.reportedMonths(), found.unapproved(), found.district(), wording);
        return reasons.isEmpty() ? null : reasons;
    }

    private static String reasons(long missing, long unapproved, YearResults results, PageMessages wording) {
        List<String> reasons = new ArrayList<>();
        if (missing > 0) {
            reasons.add(wording.of("dashboard.provisional.missing", Formats.count(missing)));
        }
        if (unapproved > 0) {
            reasons.add(wording.of("dashboard.provisional.not-approved", Formats.count(unapproved)));
        }
        results.openItems().stream()
                .filter(ResultCaveat.BeforeUse.class::isInstance)
                .map(ResultCaveat.BeforeUse.class::cast)
                .forEach(item ->
                        reasons.add(wording.of("dashboard.provisional.before-use", Formats.count(item.months()))));
        if (results.openItems().stream().anyMatch(ResultCaveat.MonthsWithoutFigures.class::isInstance)) {
            reasons.add(wording.of("dashboard.provisional.months", String.valueOf(results.monthsWithFigures())));
        }
        return wording.list(reasons);
    }
}
