package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.NoteKind;
import vn.hoso.figures.NoteWriting;
import vn.hoso.figures.UnitNote;
import vn.hoso.figures.UnitNotes;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.TypedText;

/** What a unit and the Office say of the unit's month: read by all who see the unit, written by those who enter for it. */
@Controller
class NotesController {

    private static final String VIEW = "notes/notes";

    private final UnitMonthPlace places;
    private final UnitNotes notes;
    private final NoteWriting writing;
    private final GridWords words;

    NotesController(UnitMonthPlace places, UnitNotes notes, NoteWriting writing, GridWords words) {
        this.places = places;
        this.notes = notes;
        this.writing = writing;
        this.words = words;
    }

    /** Shows them, with an empty form or the note that is to be changed. */
    @MayView
    @GetMapping("/figures/{month}/{unitId}/notes")
    String show(
            @PathVariable String month,
            @PathVariable long unitId,
            @RequestParam(required = false) @Nullable Long note,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        UnitMonthPlace.Found place = places.find(month, unitId, reader);
        List<NotesPage.Note> found = read(place);
        NotesPage.Form form = found.stream()
                .map(NotesPage.Note::now)
                .filter(each -> note != null && each.id() == note && !each.withdrawn())
                .findFirst()
                .map(NotesPage.Form::of)
                .orElse(NotesPage.Form.EMPTY);
        return page(place, found, form, reader, model);
    }

    /**
     * Writes or changes.
     *
     * @param note the note to change, 0 to write one
     * @param seen the version that the writer saw
     */
    @MayEnterFigures
    @PostMapping("/figures/{month}/{unitId}/notes")
    String write(
            @PathVariable String month,
            @PathVariable long unitId,
            @RequestParam(defaultValue = "0") long note,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam NoteKind kind,
            @RequestParam String text,
            @RequestParam(defaultValue = "false") boolean forReport,
            @AuthenticationPrincipal CurrentUser writer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        UnitMonthPlace.Found place = places.find(month, unitId, writer);
        NotesPage.Form typed = new NotesPage.Form(note, seen, kind, text, forReport, false, null);
        String kept = TypedText.kept(text);
        if (!UnitNote.acceptable(kept)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(place, read(place), typed.refused(), writer, model);
        }
        UnitNote.Draft draft = new UnitNote.Draft(kind, kept, forReport);
        NoteWriting.Place at = new NoteWriting.Place(place.month(), unitId);
        if (note == 0) {
            writing.write(at, draft, writer);
            return done("figures.notes.written", place, after);
        }
        UnitNote.Outcome outcome = writing.change(at, note, seen, draft, writer);
        return outcome.kept()
                ? done("figures.notes.changed", place, after)
                : refused(place, outcome, typed, writer, model, response);
    }

    @MayEnterFigures
    @PostMapping("/figures/{month}/{unitId}/notes/{id}/withdrawal")
    String withdraw(
            @PathVariable String month,
            @PathVariable long unitId,
            @PathVariable long id,
            @RequestParam int seen,
            @AuthenticationPrincipal CurrentUser writer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        UnitMonthPlace.Found place = places.find(month, unitId, writer);
        UnitNote.Outcome outcome = writing.withdraw(new NoteWriting.Place(place.month(), unitId), id, seen, writer);
        return outcome.kept()
                ? done("figures.notes.withdrawn", place, after)
                : refused(place, outcome, NotesPage.Form.EMPTY, writer, model, response);
    }

    private String done(String key, UnitMonthPlace.Found place, RedirectAttributes after) {
        after.addFlashAttribute("done", words.text(key));
        return "redirect:/figures/" + place.month() + "/" + place.unit().id() + "/notes";
    }

    /** Somebody else was faster: their text and the typed one, or nothing of the kind was ever there. */
    private String refused(
            UnitMonthPlace.Found place,
            UnitNote.Outcome outcome,
            NotesPage.Form typed,
            CurrentUser writer,
            Model model,
            HttpServletResponse response) {
        UnitNote latest = outcome.latest();
        if (latest == null) {
            throw UnitMonthPlace.notFound();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(place, read(place), typed.over(latest), writer, model);
    }

    private List<NotesPage.Note> read(UnitMonthPlace.Found place) {
        Map<Long, List<UnitNote>> byNote = notes.of(place.month(), place.unit().id()).stream()
                .collect(Collectors.groupingBy(UnitNote::id, LinkedHashMap::new, Collectors.toList()));
        List<NotesPage.Note> found = new ArrayList<>();
        byNote.values()
                .forEach(versions -> found.add(
                        new NotesPage.Note(versions.get(0), List.copyOf(versions.subList(1, versions.size())))));
        return found;
    }

    private static String page(
            UnitMonthPlace.Found place,
            List<NotesPage.Note> found,
            NotesPage.Form form,
            CurrentUser reader,
            Model model) {
        model.addAttribute(
                "page",
                new NotesPage(
                        Formats.month(place.month()),
                        place.month().toString(),
                        place.unit().id(),
                        place.unit().name(),
                        found,
                        reader.mayEnter(place.unit().id()) ? form : null));
        return VIEW;
    }
}
