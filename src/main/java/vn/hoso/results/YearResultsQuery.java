package vn.hoso.results;

import java.util.List;
import java.util.Optional;
import vn.hoso.security.CurrentUser;

/** Answers what every page, document and export prints. */
public interface YearResultsQuery {

    /** The years that hold figures, published or monthly, ascending. */
    List<Integer> years();

    /** A year's results, with the units the reader may see; empty when the year holds no figures. */
    Optional<YearResults> of(int year, CurrentUser reader);

    /** One unit's year; empty when the reader may not see the unit or the year holds no figures. */
    Optional<UnitYear> unit(long unitId, int year, CurrentUser reader);
}
