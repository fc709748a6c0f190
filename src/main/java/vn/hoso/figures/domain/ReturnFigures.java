package vn.hoso.figures.domain;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit reports for a month.
 *
 * @param cells every measure; a map without one of them is refused, so that no figure is lost on its way without a word
 * @param note the unit's explanation, NFC text or null
 */
public record ReturnFigures(
        Map<Measure, FigureValue> cells, @Nullable String note) {

    public static final ReturnFigures BLANK = reporting(Map.of(), null);

    public ReturnFigures {
        cells = Map.copyOf(cells);
        if (cells.size() != Measure.values().length) {
            throw new IllegalArgumentException("figures of " + cells.keySet() + " only");
        }
    }

    /** These figures, and every other one as not reported. */
    public static ReturnFigures reporting(Map<Measure, FigureValue> cells, @Nullable String note) {
        Map<Measure, FigureValue> all = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            all.put(measure, cells.getOrDefault(measure, FigureValue.NOT_REPORTED));
        }
        return new ReturnFigures(all, note);
    }

    public FigureValue cell(Measure measure) {
        return Objects.requireNonNull(cells.get(measure));
    }

    /** The number, or null where it is not reported or not applicable. */
    public @Nullable Integer number(Measure measure) {
        return cell(measure) instanceof FigureValue.Number number ? number.value() : null;
    }

    /** The number, or 0 where there is none: for sums in which an absent part adds nothing. */
    long orZero(Measure measure) {
        Integer number = number(measure);
        return number == null ? 0 : number;
    }

    public boolean notApplicable(Measure measure) {
        return cell(measure) instanceof FigureValue.NotApplicable;
    }

    /** Whether every required figure is there or does not apply; only then is the return counted and can be submitted. */
    public boolean complete() {
        return Arrays.stream(Measure.values())
                .filter(Measure::required)
                .allMatch(measure -> number(measure) != null || (measure.mayNotApply() && notApplicable(measure)));
    }

    /** Full-process plus partial online dossiers. */
    public long onlineClassified() {
        return orZero(Measure.FULL_PROCESS_ONLINE) + orZero(Measure.PARTIAL_ONLINE);
    }

    /** All online dossiers: as reported, else the sum of the classes. */
    public long onlineTotal() {
        Integer reported = number(Measure.ONLINE_REPORTED);
        return reported == null ? onlineClassified() : reported;
    }

    /** Dossiers that could have been online. */
    public long eligible() {
        return orZero(Measure.FULL_PROCESS_RECEIVED) + orZero(Measure.PARTIAL_RECEIVED);
    }
}
