package vn.hoso.notes.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.notes.NoteService;
import vn.hoso.notes.UnitNote;
import vn.hoso.notes.UnitNote.Outcome;
import vn.hoso.notes.UnitNote.Place;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** What a unit and the Office say of the unit's month: read by all who see the unit, written by those who enter for it. */
@Controller
class NotesController {

    private static final String FORM = "form";

    private final Units units;
    private final UnitNoteQueries notes;
    private final NoteService service;
    private final PageMessages messages;

    NotesController(Units units, UnitNoteQueries notes, NoteService service, PageMessages messages) {
        this.units = units;
        this.notes = notes;
        this.service = service;
        this.messages = messages;
    }

    /** Shows them, with an empty form or the note that is to be changed. */
    @MayView
    @GetMapping("/figures/{month}/{unitId}/notes")
    String show(
            @PathVariable YearMonth month,
            @PathVariable long unitId,
            @RequestParam(required = false) @Nullable Long note,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Unit unit = units.visibleTo(reader, month, unitId);
        List<UnitNote> versions = notes.findVersions(month, unitId);
        model.addAttribute(
                FORM,
                UnitNote.inForce(versions).stream()
                        .filter(each -> note != null && each.id() == note)
                        .findFirst()
                        .map(NoteForm::of)
                        .orElse(NoteForm.EMPTY));
        return page(month, unit, versions, null, reader, model);
    }

    /** Writes or changes. */
    @MayEnterFigures
    @PostMapping("/figures/{month}/{unitId}/notes")
    String write(
            @PathVariable YearMonth month,
            @PathVariable long unitId,
            @Valid @ModelAttribute(FORM) NoteForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser writer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Unit unit = units.visibleTo(writer, month, unitId);
        if (errors.hasFieldErrors("kind")) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-request");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(month, unit, notes.findVersions(month, unitId), null, writer, model);
        }
        Place place = new Place(month, unitId);
        if (form.note() == 0) {
            service.write(place, form.draft(), writer);
            return done("notes.written", place, after);
        }
        Outcome outcome = service.change(place, form.note(), form.seen(), form.draft(), writer);
        return outcome.kept()
                ? done("notes.changed", place, after)
                : refused(month, unit, outcome, form, writer, model, response);
    }

    @MayEnterFigures
    @PostMapping("/figures/{month}/{unitId}/notes/{id}/withdrawal")
    String withdraw(
            @PathVariable YearMonth month,
            @PathVariable long unitId,
            @PathVariable long id,
            @RequestParam int seen,
            @AuthenticationPrincipal CurrentUser writer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Unit unit = units.visibleTo(writer, month, unitId);
        Place place = new Place(month, unitId);
        Outcome outcome = service.withdraw(place, id, seen, writer);
        return outcome.kept()
                ? done("notes.withdrawn", place, after)
                : refused(month, unit, outcome, NoteForm.EMPTY, writer, model, response);
    }

    private String done(String key, Place place, RedirectAttributes after) {
        after.addFlashAttribute("done", messages.of(key));
        return "redirect:/figures/" + place.month() + "/" + place.unitId() + "/notes";
    }

    /** Somebody else was faster: their text and the typed one, or nothing of the kind was ever there. */
    private String refused(
            YearMonth month,
            Unit unit,
            Outcome outcome,
            NoteForm typed,
            CurrentUser writer,
            Model model,
            HttpServletResponse response) {
        UnitNote latest = outcome.latest();
        if (latest == null) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.place");
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + FORM);
        model.addAttribute(FORM, typed.over(latest));
        return page(month, unit, notes.findVersions(month, unit.id()), latest, writer, model);
    }

    private static String page(
            YearMonth month,
            Unit unit,
            List<UnitNote> versions,
            @Nullable UnitNote meanwhile,
            CurrentUser reader,
            Model model) {
        Map<Long, List<UnitNote>> byNote =
                versions.stream().collect(Collectors.groupingBy(UnitNote::id, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute(
                "page",
                new NotesView(
                        Formats.month(month),
                        month.toString(),
                        unit.id(),
                        unit.name(),
                        byNote.values().stream()
                                .map(each -> new NotesView.Note(each.get(0), each.subList(1, each.size())))
                                .toList(),
                        reader.mayEnter(unit.id()),
                        meanwhile));
        return "notes/notes";
    }
}
