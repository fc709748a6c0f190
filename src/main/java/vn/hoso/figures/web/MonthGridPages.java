package vn.hoso.figures.web;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Unit;

/** Puts a month's grid on its page, with the number of notes beside each unit. */
@Component
class MonthGridPages {

    private final MonthGridViewAssembler grid;
    private final UnitNoteQueries notes;

    MonthGridPages(MonthGridViewAssembler grid, UnitNoteQueries notes) {
        this.grid = grid;
        this.notes = notes;
    }

    String of(MonthSnapshot snapshot, CurrentUser reader, UnsavedEdits overlay, Model model) {
        return of(snapshot, reader, overlay, SubmissionForm.NONE, model);
    }

    String of(MonthSnapshot snapshot, CurrentUser reader, UnsavedEdits overlay, SubmissionForm answers, Model model) {
        model.addAttribute("page", grid.page(snapshot, reader, overlay, answers));
        model.addAttribute(
                "notes",
                notes.counts(
                        snapshot.month(),
                        snapshot.units().stream().map(Unit::id).toList()));
        return "figures/month";
    }
}
