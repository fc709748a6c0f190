package vn.hoso.figures;

import static vn.hoso.figures.Measure.DOSSIERS_RECEIVED;
import static vn.hoso.figures.Measure.FULL_PROCESS_ONLINE;
import static vn.hoso.figures.Measure.FULL_PROCESS_RECEIVED;
import static vn.hoso.figures.Measure.PARTIAL_ONLINE;
import static vn.hoso.figures.Measure.PARTIAL_RECEIVED;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sound return to change one figure of at a time. */
final class Figures {

    private Figures() {}

    /** 80 of 100 full-process and 30 of 50 partial dossiers online, 200 in all. */
    static ReturnFigures sound() {
        return of(
                new Cell.Number(100),
                new Cell.Number(80),
                new Cell.Number(50),
                new Cell.Number(30),
                new Cell.Number(200));
    }

    static ReturnFigures of(Cell received, Cell online, Cell partial, Cell partialOnline, Cell all) {
        return new ReturnFigures(
                Map.of(
                        FULL_PROCESS_RECEIVED, received,
                        FULL_PROCESS_ONLINE, online,
                        PARTIAL_RECEIVED, partial,
                        PARTIAL_ONLINE, partialOnline,
                        DOSSIERS_RECEIVED, all),
                null);
    }

    static ReturnFigures with(ReturnFigures figures, Measure measure, int number) {
        return with(figures, measure, new Cell.Number(number));
    }

    static ReturnFigures with(ReturnFigures figures, Measure measure, Cell cell) {
        Map<Measure, Cell> cells = new EnumMap<>(figures.cells());
        cells.put(measure, cell);
        return new ReturnFigures(cells, figures.note());
    }

    static ReturnFigures with(ReturnFigures figures, @Nullable String note) {
        return new ReturnFigures(figures.cells(), note);
    }
}
