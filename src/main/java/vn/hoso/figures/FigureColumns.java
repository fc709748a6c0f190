package vn.hoso.figures;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;

/** The figures of a return as columns; the current return and each of its revisions hold the same ones. */
@Embeddable
class FigureColumns {

    private @Nullable Integer fullProcessReceived;
    private @Nullable Integer fullProcessOnline;

    @Column(name = "full_process_na")
    private boolean fullProcessNotApplicable;

    private @Nullable Integer partialReceived;
    private @Nullable Integer partialOnline;

    @Column(name = "partial_na")
    private boolean partialNotApplicable;

    private @Nullable Integer dossiersReceived;
    private @Nullable Integer onlineReported;
    private @Nullable Integer payable;
    private @Nullable Integer paidOnline;
    private @Nullable String note;

    protected FigureColumns() {}

    FigureColumns(ReturnFigures figures) {
        fullProcessReceived = figures.number(Measure.FULL_PROCESS_RECEIVED);
        fullProcessOnline = figures.number(Measure.FULL_PROCESS_ONLINE);
        fullProcessNotApplicable = figures.notApplicable(Measure.FULL_PROCESS_RECEIVED);
        partialReceived = figures.number(Measure.PARTIAL_RECEIVED);
        partialOnline = figures.number(Measure.PARTIAL_ONLINE);
        partialNotApplicable = figures.notApplicable(Measure.PARTIAL_RECEIVED);
        dossiersReceived = figures.number(Measure.DOSSIERS_RECEIVED);
        onlineReported = figures.number(Measure.ONLINE_REPORTED);
        payable = figures.number(Measure.PAYABLE);
        paidOnline = figures.number(Measure.PAID_ONLINE);
        note = figures.note();
    }

    ReturnFigures figures() {
        Map<Measure, FigureValue> cells = new EnumMap<>(Measure.class);
        cells.put(Measure.FULL_PROCESS_RECEIVED, cell(fullProcessReceived, fullProcessNotApplicable));
        cells.put(Measure.FULL_PROCESS_ONLINE, cell(fullProcessOnline, fullProcessNotApplicable));
        cells.put(Measure.PARTIAL_RECEIVED, cell(partialReceived, partialNotApplicable));
        cells.put(Measure.PARTIAL_ONLINE, cell(partialOnline, partialNotApplicable));
        cells.put(Measure.DOSSIERS_RECEIVED, cell(dossiersReceived, false));
        cells.put(Measure.ONLINE_REPORTED, cell(onlineReported, false));
        cells.put(Measure.PAYABLE, cell(payable, false));
        cells.put(Measure.PAID_ONLINE, cell(paidOnline, false));
        return new ReturnFigures(cells, note);
    }

    static FigureValue cell(@Nullable Integer number, boolean notApplicable) {
        if (notApplicable) {
            return FigureValue.NOT_APPLICABLE;
        }
        return number == null ? FigureValue.NOT_REPORTED : new FigureValue.Number(number);
    }
}
