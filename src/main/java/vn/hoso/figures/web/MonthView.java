package vn.hoso.figures.web;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.figures.MonthReading.MonthSnapshot;
import vn.hoso.figures.UnitNotes;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Unit;

/** Puts a month's grid on its page, with the number of notes beside each unit. */
@Component
class MonthView {

    private final MonthGrid grid;
    private final UnitNotes notes;

    MonthView(MonthGrid grid, UnitNotes notes) {
        this.grid = grid;
        this.notes = notes;
    }

    String of(MonthSnapshot snapshot, CurrentUser reader, Overlay overlay, Model model) {
        return of(snapshot, reader, overlay, TypedAnswers.NONE, model);
    }

    String of(MonthSnapshot snapshot, CurrentUser reader, Overlay overlay, TypedAnswers answers, Model model) {
        model.addAttribute("page", grid.page(snapshot, reader, overlay, answers));
        model.addAttribute(
                "notes",
                notes.counts(
                        snapshot.month(),
                        snapshot.units().stream().map(Unit::id).toList()));
        return "figures/month";
    }
}
