package vn.hoso.notes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
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
import vn.hoso.notes.NoteKind;
import vn.hoso.notes.NoteService;
import vn.hoso.notes.UnitNote;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.MonthAddress;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** What a unit and the Office say of the unit's month: read by all who see the unit, written by those who enter for it. */
@Controller
class NotesController {

    private static final String VIEW = "notes/notes";

    private final MonthAddress addresses;
    private final Units units;
    private final UnitNoteQueries notes;
    private final NoteService writing;
    private final PageMessages words;

    NotesController(
            MonthAddress addresses, Units units, UnitNoteQueries notes, NoteService writing, PageMessages words) {
        this.addresses = addresses;
        this.units = units;
        this.notes = notes;
        this.writing = writing;
        this.words = words;
    }

    private record Place(YearMonth month, Unit unit) {}

    private Place find(String address, long unitId, CurrentUser reader) {
        YearMonth month = addresses.read(address);
        return new Place(month, units.visibleTo(reader, month, unitId));
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
        Place place = find(month, unitId, reader);
        List<NotesView.Note> found = read(place);
        NotesView.Form form = found.stream()
                .map(NotesView.Note::now)
                .filter(each -> note != null && each.id() == note && !each.withdrawn())
                .findFirst()
                .map(NotesView.Form::of)
                .orElse(NotesView.Form.EMPTY);
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
        Place place = find(month, unitId, writer);
        NotesView.Form typed = new NotesView.Form(note, seen, kind, text, forReport, false, null);
        String kept = UserText.kept(text);
        if (!UnitNote.acceptable(kept)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(place, read(place), typed.refused(), writer, model);
        }
        UnitNote.Draft draft = new UnitNote.Draft(kind, kept, forReport);
        NoteService.Place at = new NoteService.Place(place.month(), unitId);
        if (note == 0) {
            writing.write(at, draft, writer);
            return done("notes.written", place, after);
        }
        UnitNote.Outcome outcome = writing.change(at, note, seen, draft, writer);
        return outcome.kept()
                ? done("notes.changed", place, after)
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
        Place place = find(month, unitId, writer);
        UnitNote.Outcome outcome = writing.withdraw(new NoteService.Place(place.month(), unitId), id, seen, writer);
        return outcome.kept()
                ? done("notes.withdrawn", place, after)
                : refused(place, outcome, NotesView.Form.EMPTY, writer, model, response);
    }

    private String done(String key, Place place, RedirectAttributes after) {
        after.addFlashAttribute("done", words.of(key));
        return "redirect:/figures/" + place.month() + "/" + place.unit().id() + "/notes";
    }

    /** Somebody else was faster: their text and the typed one, or nothing of the kind was ever there. */
    private String refused(
            Place place,
            UnitNote.Outcome outcome,
            NotesView.Form typed,
            CurrentUser writer,
            Model model,
            HttpServletResponse response) {
        UnitNote latest = outcome.latest();
        if (latest == null) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.place");
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(place, read(place), typed.over(latest), writer, model);
    }

    private List<NotesView.Note> read(Place place) {
        Map<Long, List<UnitNote>> byNote = notes.of(place.month(), place.unit().id()).stream()
                .collect(Collectors.groupingBy(UnitNote::id, LinkedHashMap::new, Collectors.toList()));
        List<NotesView.Note> found = new ArrayList<>();
        byNote.values()
                .forEach(versions -> found.add(
                        new NotesView.Note(versions.get(0), List.copyOf(versions.subList(1, versions.size())))));
        return found;
    }

    private static String page(
            Place place, List<NotesView.Note> found, NotesView.Form form, CurrentUser reader, Model model) {
        model.addAttribute(
                "page",
                new NotesView(
                        Formats.month(place.month()),
                        place.month().toString(),
                        place.unit().id(),
                        place.unit().name(),
                        found,
                        reader.mayEnter(place.unit().id()) ? form : null));
        return VIEW;
    }
}
