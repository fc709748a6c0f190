package vn.hoso.figures.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a unit reports for a month. Two are equal if they report the same, whatever they were asked for beyond it.
 *
 * @param cells every own measure; a map without one of them is refused, so that no figure is lost on its way without a word.
 *     Of the added measures those that were asked for; about the others nothing is said
 * @param note the unit's explanation, NFC text or null
 */
public record ReturnFigures(
        Map<Measure, FigureValue> cells, @Nullable String note) {

    public static final ReturnFigures BLANK = reporting(Map.of(), null);

    public ReturnFigures {
        cells = Map.copyOf(cells);
        if (!cells.keySet().containsAll(Measure.OWN)) {
            throw new IllegalArgumentException("figures of " + cells.keySet() + " only");
        }
    }

    /** These figures, and every other own one as not reported. */
    public static ReturnFigures reporting(Map<Measure, FigureValue> cells, @Nullable String note) {
        Map<Measure, FigureValue> all = new TreeMap<>(cells);
        Measure.OWN.forEach(measure -> all.putIfAbsent(measure, FigureValue.NOT_REPORTED));
        return new ReturnFigures(all, note);
    }

    /**
     * These figures as an answer to what is asked for. Where they say nothing about an added measure, such as a sheet without its
     * column, what is stored stays.
     *
     * @param asked every measure that the month asks for
     * @throws IllegalArgumentException if they report one that is not asked for
     */
    public ReturnFigures answering(Collection<Measure> asked, ReturnFigures stored) {
        Map<Measure, FigureValue> all = new TreeMap<>();
        asked.forEach(measure -> all.put(measure, (cells.containsKey(measure) ? this : stored).cell(measure)));
        for (Measure measure : measures(List.of(this, stored))) {
            if (!all.containsKey(measure) && number(measure) != null) {
                throw new IllegalArgumentException("nobody asked for " + measure);
            }
            all.putIfAbsent(measure, stored.cell(measure));
        }
        return new ReturnFigures(all, note);
    }

    /** What they have answers for, in order: the own measures, then the added ones. */
    public static List<Measure> measures(Collection<ReturnFigures> figures) {
        TreeSet<Measure> all = new TreeSet<>(Measure.OWN);
        figures.forEach(each -> all.addAll(each.cells.keySet()));
        return List.copyOf(all);
    }

    public FigureValue cell(Measure measure) {
        return measure.added()
                ? cells.getOrDefault(measure, FigureValue.NOT_REPORTED)
                : Objects.requireNonNull(cells.get(measure));
    }

    /** The measures in which they differ. */
    public List<Measure> differences(ReturnFigures other) {
        return measures(List.of(this, other)).stream()
                .filter(measure -> !cell(measure).equals(other.cell(measure)))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReturnFigures figures
                && Objects.equals(note, figures.note)
                && differences(figures).isEmpty();
    }

    @Override
    public int hashCode() {
        return Objects.hash(note, Measure.OWN.stream().map(this::cell).toList());
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
        return cells.keySet().stream()
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
