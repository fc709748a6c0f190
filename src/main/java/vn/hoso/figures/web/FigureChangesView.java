package vn.hoso.figures.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;

/** What differs between two states of a return, value by value. */
final class FigureChangesView {

    private FigureChangesView() {}

    static List<CorrectionView.Change> between(ReturnFigures before, ReturnFigures after) {
        List<CorrectionView.Change> found = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (!before.cell(measure).equals(after.cell(measure))) {
                found.add(new CorrectionView.Change(
                        FiguresMessages.labelKey(measure),
                        FiguresMessages.figure(before, measure),
                        FiguresMessages.figure(after, measure)));
            }
        }
        if (!Objects.equals(before.note(), after.note())) {
            found.add(new CorrectionView.Change("figures.note", said(before.note()), said(after.note())));
        }
        return found;
    }

    private static String said(@Nullable String note) {
        return note == null ? FiguresMessages.NOTHING : note;
    }
}
