package vn.hoso.results;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.PeriodSpan;
import vn.hoso.security.CurrentUser;

/** The one way to a year's results: pages, documents and exports all ask here. */
public interface YearResultsQuery {

    /** The years that hold figures, published or monthly, in order. */
    List<Integer> years();

    /**
     * The year from January to its latest month with figures.
     *
     * @param reader decides which units and names the results hold; the district's totals are the same for all
     * @return empty if the year holds no figures
     */
    Optional<YearResults> of(int year, CurrentUser reader);

    /** One unit's year, month by month; empty if the year holds no figures or the unit is not the reader's to see. */
    Optional<UnitYear> unit(long unitId, int year, CurrentUser reader);

    /**
     * The year as it was known before an instant: the figures stored and the verdicts confirmed until then. Published totals
     * and targets are documents of their own date and stay as they are.
     *
     * @return empty if nothing was known of the year
     */
    Optional<YearResults> known(int year, Instant before, CurrentUser reader);

    /** One unit's year as it was known before an instant. */
    Optional<UnitYear> knownUnit(long unitId, int year, Instant before, CurrentUser reader);

    /** The year from January to this month as it is now, whichever months hold figures. */
    YearResults until(YearMonth to, CurrentUser reader);

    /**
     * A part of a year as it is now, whichever of its months hold figures: always the sum of its months, and without people's
     * decisions, which judge the year.
     *
     * @param month a month of the part
     */
    YearResults part(PeriodSpan span, YearMonth month, CurrentUser reader);

    /** The same with a proposed correction in force. */
    YearResults correctedPart(PeriodSpan span, YearMonth month, long correctionId, CurrentUser reader);

    /** The year's latest month that holds figures; empty if the year holds none, or published totals only. */
    default Optional<YearMonth> lastMonth(int year) {
        return Optional.ofNullable(lastMonths().get(year));
    }

    /** The same for every year that holds figures, ascending; null for published totals only. */
    SortedMap<Integer, @Nullable YearMonth> lastMonths();

    /**
     * The year from January to this month as it would be with a proposed correction in force.
     *
     * @param correctionId the proposal
     */
    YearResults corrected(YearMonth to, long correctionId, CurrentUser reader);
}
