package vn.hoso.extracts;

import java.time.YearMonth;
import java.util.List;
import vn.hoso.extracts.ExtractQueries.Named;
import vn.hoso.extracts.ExtractReplacements.Replaced;
import vn.hoso.extracts.SameCodes.Pair;
import vn.hoso.imports.ImportPreview;
import vn.hoso.units.Unit;

/**
 * What a list holds, what nobody knows of it yet, and what it would change.
 *
 * @param months its months
 * @param counting what was counted
 * @param figures what the counts would change, beside what is stored
 * @param units what names may be matched with
 * @param repeated dossiers that stand in it again, the first of them
 * @param repeats how many there are
 * @param sameCodes dossiers of one unit with one code
 * @param outside dossiers of months that are not counted, the first of them
 * @param replaced what it would put out of force
 * @param ready whether it can be counted into returns, once every reason is there
 */
public record ExtractPreview(
        ExtractFile file,
        List<Month> months,
        ExtractCounting counting,
        ImportPreview figures,
        List<Unit> units,
        List<Named> repeated,
        int repeats,
        List<Pair> sameCodes,
        List<Named> outside,
        Replaced replaced,
        boolean ready) {

    /**
     * A month of the list.
     *
     * @param counted whether its dossiers are counted
     * @param countable whether figures may exist for it
     */
    public record Month(YearMonth month, int dossiers, boolean counted, boolean countable) {}

    /** How many of the counted units and months have the payment pair. */
    public long withPayment() {
        return counting.counted().stream()
                .filter(each -> each.count().paymentKnown())
                .count();
    }
}
