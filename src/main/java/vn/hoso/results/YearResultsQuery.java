package vn.hoso.results;

import java.util.List;
import java.util.Optional;
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
}
