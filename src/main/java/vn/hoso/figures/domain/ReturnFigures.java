package vn.hoso.figures.domain;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a unit reports for a month.
 *
 * @param cells every measure; one that is absent from the map counts as not reported
 * @param note the unit's explanation, NFC text or null
 */
public record ReturnFigures(
        Map<Measure, FigureValue> cells, @Nullable String note) {

    public static final ReturnFigures BLANK = new ReturnFigures(Map.of(), null);

    public ReturnFigures {
        Map<Measure, FigureValue> all = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            all.put(measure, cells.getOrDefault(measure, FigureValue.NOT_REPORTED));
        }
        cells = Map.copyOf(all);
    }

    public FigureValue cell(Measure measure) {
        return cells.getOrDefault(measure, FigureValue.NOT_REPORTED);
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
