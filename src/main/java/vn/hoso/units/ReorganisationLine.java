package vn.hoso.units;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Fraction;
import vn.hoso.units.ReorganisationQueries.Named;
import vn.hoso.units.UnitQueries.Version;

/**
 * One line of a reorganisation.
 *
 * @param number of the line in the text, from 1
 * @param deed what it does
 * @param parts the units that it is about, as they are called on the day before
 * @param words what the unit is called from the day on; null where it ends units, or where there are problems
 * @param problems why it cannot be done
 */
public record ReorganisationLine(
        int number, Deed deed, List<Part> parts, @Nullable UnitWords words, List<UnitProblem> problems) {

    /** What a line does. */
    public enum Deed {
        /** A new unit comes of one or several, or of parts of them; these end. */
        FORMED,
        /** A unit stays, and is called otherwise or is something else. */
        CHANGED,
        /** A unit begins that comes of none. */
        BEGUN,
        /** Units end, and nothing comes of them. */
        ENDED
    }

    /**
     * A unit and how much of it a line is about.
     *
     * @param part more than 0, at most 1
     * @param declared whether the part was written; else the whole unit is meant
     */
    public record Part(Version unit, Fraction part, boolean declared) {

        boolean whole() {
            return part.equals(Fraction.ONE);
        }
    }

    /** Whether the units of the line are no more from the day on. */
    public boolean ends() {
        return deed == Deed.FORMED || deed == Deed.ENDED;
    }

    /**
     * As it is kept.
     *
     * @param made the unit that it begins; 0 while there is none
     */
    public ReorganisationQueries.Line kept(long made) {
        return new ReorganisationQueries.Line(
                deed,
                parts.stream()
                        .map(each -> Named.of(each.unit().unitId(), each.unit().words(), each.part()))
                        .toList(),
                words == null
                        ? null
                        : Named.of(deed == Deed.CHANGED ? parts.get(0).unit().unitId() : made, words, Fraction.ONE));
    }

    ReorganisationLine with(List<UnitProblem> more) {
        return more.isEmpty()
                ? this
                : new ReorganisationLine(
                        number,
                        deed,
                        parts,
                        words,
                        Stream.concat(problems.stream(), more.stream()).toList());
    }
}
