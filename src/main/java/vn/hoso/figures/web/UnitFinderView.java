package vn.hoso.figures.web;

import java.util.List;
import vn.hoso.shared.Formats;
import vn.hoso.units.UnitFilter;
import vn.hoso.units.UnitKind;

/**
 * Finds units on a page that holds only some of them.
 *
 * @param filter what was asked and the page shown
 * @param kinds to choose from
 * @param found how many units the filter finds on all pages
 * @param all how many the reader has without it
 */
record UnitFinderView(UnitFilter filter, List<UnitKind> kinds, int found, int all) {

    /** Whether there is anything to find: all units on one page need no help. */
    public boolean needed() {
        return all > UnitFilter.PAGE || found < all;
    }

    /** Such as "51–100". */
    public String range() {
        return found == 0
                ? "0"
                : Formats.count(filter.offset() + 1L) + "–"
                        + Formats.count(Math.min(found, filter.offset() + UnitFilter.PAGE));
    }

    public String foundCount() {
        return Formats.count(found);
    }

    public String allCount() {
        return Formats.count(all);
    }

    /** Number of the page before, 0 on the first. */
    public int previous() {
        return filter.page() - 1;
    }

    /** Number of the page after, 0 on the last. */
    public int next() {
        return filter.offset() + UnitFilter.PAGE < found ? filter.page() + 1 : 0;
    }
}
