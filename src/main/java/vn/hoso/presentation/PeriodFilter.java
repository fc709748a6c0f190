package vn.hoso.presentation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.ResultsRequest;
import vn.hoso.shared.UserFacingException;

/**
 * The period in a page's address; what is left out is the latest.
 *
 * @param year the year
 * @param span how much of it
 * @param month its month, 1 to 12
 * @param known the day on which the figures were known so
 * @param geography under which units they are shown; left out for those that reported
 */
public record PeriodFilter(
        @Nullable Integer year,
        @Nullable PeriodSpan span,
        @Nullable Integer month,
        @Nullable String known,
        @Nullable ResultsGeography geography) {

    private static final int MONTHS = 12;

    /** A part of the address as a hidden field. */
    public record Kept(String name, String value) {}

    /**
     * What results are asked for.
     *
     * @throws UserFacingException if the month is none
     */
    public ResultsRequest asked() {
        if (month != null && (month < 1 || month > MONTHS)) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "dashboard.period.refused", String.valueOf(month));
        }
        return new ResultsRequest(year, spanShown(), month)
                .under(today() ? ResultsGeography.TODAY : ResultsGeography.AS_REPORTED);
    }

    /** The same part of another year: the year to date ends with the same month there. */
    public PeriodFilter untilMonth(ReportingPeriod another) {
        return new PeriodFilter(another.from().getYear(), span, another.to().getMonthValue(), known, geography);
    }

    /** Whether a part of the year was asked for. */
    public boolean isPart() {
        return month != null || !(spanShown() == PeriodSpan.YEAR || spanShown() == PeriodSpan.YEAR_TO_DATE);
    }

    public boolean looksBack() {
        return known != null && !known.isBlank();
    }

    /** The same period as it is known now. */
    public PeriodFilter now() {
        return new PeriodFilter(year, span, month, null, geography);
    }

    /** Whether today's units are asked for. */
    public boolean today() {
        return geography == ResultsGeography.TODAY;
    }

    /** The same period under other units. */
    public PeriodFilter under(ResultsGeography units) {
        return new PeriodFilter(year, span, month, known, units);
    }

    public PeriodSpan spanShown() {
        return span == null ? PeriodSpan.YEAR_TO_DATE : span;
    }

    /** The period as hidden fields of a form. */
    public List<Kept> kept(ReportingPeriod shown) {
        List<Kept> kept = new ArrayList<>();
        kept.add(new Kept("year", String.valueOf(shown.from().getYear())));
        if (span != null && span != PeriodSpan.YEAR_TO_DATE) {
            kept.add(new Kept("span", span.name()));
        }
        if (month != null) {
            kept.add(new Kept("month", String.valueOf(month)));
        }
        if (known != null && looksBack()) {
            kept.add(new Kept("known", known));
        }
        if (today()) {
            kept.add(new Kept("geography", ResultsGeography.TODAY.name()));
        }
        return kept;
    }

    /** The unit's page about the same period. */
    public String unit(@Nullable Long unitId, ReportingPeriod shown) {
        return address("/dashboard/units/" + unitId, shown);
    }

    /** The address of a page about this part of whichever year it is asked for. */
    public String ofAnyYear(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (spanShown() != PeriodSpan.YEAR_TO_DATE) {
            address.queryParam("span", spanShown().name());
        }
        if (month != null) {
            address.queryParam("month", month);
        }
        if (looksBack()) {
            address.queryParam("known", known);
        }
        if (today()) {
            address.queryParam("geography", ResultsGeography.TODAY);
        }
        return address.toUriString();
    }

    /** The address of another page about the same period: {@code /dashboard/paper?year=2024}. */
    public String address(String path, ReportingPeriod shown) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        kept(shown).forEach(each -> address.queryParam(each.name(), each.value()));
        return address.toUriString();
    }
}
