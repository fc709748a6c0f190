package vn.hoso.imports;

import org.jspecify.annotations.Nullable;
import vn.hoso.units.Unit;

/**
 * A name as a sheet writes it, or a sheet that is all about one unit, of which a person is asked which unit it is.
 *
 * @param name the name, or that of the sheet
 * @param key what the answer is kept under: the folded name, or for one file the code and the folded name, or the sheet
 * @param at the row where it stands first
 * @param chosen the unit that a person said it means, 0 for none, null while nobody has said
 * @param memory who said so for every file, null if nobody has
 * @param disagreement why it is asked although a unit is known by it, null if none is
 * @param ofWholeSheet whether a sheet's only unit is asked
 */
public record SheetName(
        String name,
        String key,
        ImportPreview.Spot at,
        @Nullable Long chosen,
        @Nullable RememberedAnswer memory,
        @Nullable Disagreement disagreement,
        boolean ofWholeSheet) {

    /**
     * A name and a code that do not mean one unit.
     *
     * @param byCode the unit of the code
     * @param byName the unit of the name, null if it is nobody's
     */
    public record Disagreement(
            String code, Unit byCode, @Nullable Unit byName) {}

    /** A name that no unit has, and what was said of it in any file. */
    static SheetName unknown(String name, String key, ImportPreview.Spot at, @Nullable RememberedAnswer memory) {
        return new SheetName(name, key, at, memory == null ? null : memory.unitOrNone(), memory, null, false);
    }

    /** Whether the answer is kept for other files too. */
    boolean forEveryFile() {
        return disagreement == null && !ofWholeSheet;
    }

    /** Whether it was said to be no unit. */
    boolean none() {
        return chosen != null && chosen == RememberedAnswer.NO_UNIT;
    }
}
