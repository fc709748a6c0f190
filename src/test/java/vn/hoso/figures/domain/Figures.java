package vn.hoso.figures.domain;

import static vn.hoso.figures.domain.Measure.DOSSIERS_RECEIVED;
import static vn.hoso.figures.domain.Measure.FULL_PROCESS_ONLINE;
import static vn.hoso.figures.domain.Measure.FULL_PROCESS_RECEIVED;
import static vn.hoso.figures.domain.Measure.PARTIAL_ONLINE;
import static vn.hoso.figures.domain.Measure.PARTIAL_RECEIVED;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sound return to change one figure of at a time. */
public final class Figures {

    private Figures() {}

    /** 80 of 100 full-process and 30 of 50 partial dossiers online, 200 in all. */
    public static ReturnFigures sound() {
        return of(
                new FigureValue.Number(100),
                new FigureValue.Number(80),
                new FigureValue.Number(50),
                new FigureValue.Number(30),
                new FigureValue.Number(200));
    }

    public static ReturnFigures of(
            FigureValue received, FigureValue online, FigureValue partial, FigureValue partialOnline, FigureValue all) {
        return ReturnFigures.reporting(
                Map.of(
                        FULL_PROCESS_RECEIVED, received,
                        FULL_PROCESS_ONLINE, online,
                        PARTIAL_RECEIVED, partial,
                        PARTIAL_ONLINE, partialOnline,
                        DOSSIERS_RECEIVED, all),
                null);
    }

    public static ReturnFigures with(ReturnFigures figures, Measure measure, int number) {
        return with(figures, measure, new FigureValue.Number(number));
    }

    public static ReturnFigures with(ReturnFigures figures, Measure measure, FigureValue cell) {
        Map<Measure, FigureValue> cells = new TreeMap<>(figures.cells());
        cells.put(measure, cell);
        return new ReturnFigures(cells, figures.note());
    }

    public static ReturnFigures with(ReturnFigures figures, @Nullable String note) {
        return new ReturnFigures(figures.cells(), note);
    }
}
