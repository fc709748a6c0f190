package vn.hoso.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.ReviewRemarkQueries.ReturnRemark;

/**
 * One unit's period.
 *
 * @param unitYear the period of the district, the unit's part of it, and the unit's months: the whole year's for a year,
 *     else the period's
 * @param years the years that hold figures, in order
 * @param toDate whether the period is the year as far as its figures reach, not a slice of it
 * @param line the unit's twelve months that end with the period
 * @param paper its paper though online, month by month of the period
 * @param contributions the units' parts of the district's gap to the target that decides whom to call; null where there
 *     is none, or the reader does not see all units
 * @param contribution the unit's own part, null where it has no figures or there are no parts
 * @param remarks what reviewers asked, the latest first
 */
public record UnitResults(
        UnitYear unitYear,
        List<Integer> years,
        boolean toDate,
        List<DistrictMonth> line,
        PaperSeries paper,
        @Nullable GapContributions contributions,
        @Nullable GapContribution contribution,
        List<ReturnRemark> remarks) {}
