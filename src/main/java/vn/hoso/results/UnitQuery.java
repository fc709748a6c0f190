package vn.hoso.results;

import java.util.Optional;
import vn.hoso.security.CurrentUser;

/** All there is to say about one unit in a period. */
public interface UnitQuery {

    /** Empty if the year holds no figures for the period, or the unit is not the reader's to see. */
    Optional<UnitResults> unit(long unitId, PeriodRequest asked, CurrentUser reader);
}
