package vn.hoso.results;

import java.util.List;
import java.util.Optional;
import vn.hoso.security.CurrentUser;

/** Where pages, documents and exports get a year's results from. */
public interface YearResultsQuery {

    /** The years that hold figures. */
    List<Integer> years();

    /** The year's results as far as the reader may see them; empty where the year holds no figures. */
    Optional<YearResults> of(int year, CurrentUser reader);
}
