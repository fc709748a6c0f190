package vn.hoso.figures.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.Measure;
import vn.hoso.figures.ReturnFigures;

/** What differs between two states of a return, value by value. */
final class FigureChanges {

    private FigureChanges() {}

    static List<CorrectionPage.Change> between(ReturnFigures before, ReturnFigures after) {
        List<CorrectionPage.Change> found = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (!before.cell(measure).equals(after.cell(measure))) {
                found.add(new CorrectionPage.Change(
                        GridWords.labelKey(measure),
                        GridWords.figure(before, measure),
                        GridWords.figure(after, measure)));
            }
        }
        if (!Objects.equals(before.note(), after.note())) {
            found.add(new CorrectionPage.Change("figures.note", said(before.note()), said(after.note())));
        }
        return found;
    }

    private static String said(@Nullable String note) {
        return note == null ? GridWords.NOTHING : note;
    }
}
