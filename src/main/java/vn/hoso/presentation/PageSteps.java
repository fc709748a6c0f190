package vn.hoso.presentation;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitOptions;

/**
 * The way through a list of units that is too long for one page, so that no page grows with the country; what {@code
 * components/pages} draws.
 *
 * @param previous null on the first page
 * @param range such as "51–100 trong 10.600 đơn vị"
 * @param next null on the last page
 */
public record PageSteps(
        @Nullable String previous, String range, @Nullable String next) {

    /** The longest list that stands on one page: a province's units are one list to read and to print. */
    public static final int WHOLE = UnitOptions.LISTED;

    /** Units on each page of a longer one. */
    public static final int PAGE = 50;

    /**
     * The steps around a page; null where the list stands on one.
     *
     * @param rows how many units the whole list has
     * @param asked the page, counted from 1, as its address has it
     * @param address the address of a page
     */
    public static @Nullable PageSteps around(
            int rows, @Nullable Integer asked, IntFunction<String> address, PageMessages wording) {
        if (rows <= WHOLE) {
            return null;
        }
        int at = number(rows, asked);
        return new PageSteps(
                at == 1 ? null : address.apply(at - 1),
                wording.of(
                        "figures.find.range",
                        Formats.count((at - 1L) * PAGE + 1) + "–" + Formats.count(Math.min(rows, at * PAGE)),
                        Formats.count(rows)),
                at * PAGE >= rows ? null : address.apply(at + 1));
    }

    /** The rows of the page that is asked for; the last one where it lies behind it. */
    public static <T> List<T> part(List<T> rows, @Nullable Integer asked) {
        return part(rows, 0, rows.size(), asked);
    }

    /**
     * The same of a list that is a part of the page's.
     *
     * @param before how many rows stand before it
     * @param all how many there are in all parts
     */
    public static <T> List<T> part(List<T> rows, int before, int all, @Nullable Integer asked) {
        if (all <= WHOLE) {
            return rows;
        }
        int at = number(all, asked);
        int from = Math.max(0, Math.min(rows.size(), (at - 1) * PAGE - before));
        int to = Math.max(0, Math.min(rows.size(), at * PAGE - before));
        return rows.subList(from, to);
    }

    private static int number(int rows, @Nullable Integer asked) {
        return Math.max(1, Math.min(asked == null ? 1 : asked, (rows + PAGE - 1) / PAGE));
    }
}
