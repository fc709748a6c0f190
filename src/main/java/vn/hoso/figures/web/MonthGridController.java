package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.Measure;
import vn.hoso.figures.MonthEdit;
import vn.hoso.figures.MonthEntry;
import vn.hoso.figures.MonthReading;
import vn.hoso.figures.MonthReading.MonthSnapshot;
import vn.hoso.figures.Problem;
import vn.hoso.figures.ReturnSource;
import vn.hoso.figures.ReturnText;
import vn.hoso.figures.SaveOutcome;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayView;
import vn.hoso.shared.RefusedException;
import vn.hoso.units.Unit;

/** The month grid: every unit the reader may see, those they may enter as fields. */
@Controller
class MonthGridController {

    private final MonthAddress addresses;
    private final MonthReading reading;
    private final MonthEntry entry;
    private final MonthView view;

    MonthGridController(MonthAddress addresses, MonthReading reading, MonthEntry entry, MonthView view) {
        this.addresses = addresses;
        this.reading = reading;
        this.entry = entry;
        this.view = view;
    }

    @MayView
    @GetMapping("/figures/{month}")
    String show(@PathVariable String month, @AuthenticationPrincipal CurrentUser reader, Model model) {
        Overlay overlay = UnsavedRows.of(model).map(Overlay::unsaved).orElse(Overlay.NONE);
        return view.of(reading.read(addresses.read(month), reader), reader, overlay, model);
    }

    /**
     * Saves.
     *
     * @param row the unit whose row alone is saved, null to save all; the others' text stands on the next page, unsaved
     */
    @MayEnterFigures
    @PostMapping("/figures/{month}")
    String save(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable Long row,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal CurrentUser writer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        YearMonth of = addresses.read(month);
        MonthForm form = MonthForm.of(fields);
        Map<Long, ReturnText.Reading> readings = readings(row == null ? form : form.only(row));
        Map<Long, List<Problem>> problems = problems(readings);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return typedPage(of, writer, Overlay.broken(form, problems), model);
        }
        SaveOutcome outcome = entry.save(edit(of, form, readings), writer);
        if (outcome instanceof SaveOutcome.Saved saved) {
            after.addFlashAttribute("saved", saved.units());
            if (row == null) {
                return "redirect:/figures/" + of;
            }
            after.addFlashAttribute("savedRow", row);
            UnsavedRows.carry(fields, row, after);
            // The first cell of the row takes the focus, where the writer was.
            return "redirect:/figures/" + of + "#u" + row + "-" + Measure.FULL_PROCESS_RECEIVED.field();
        }
        if (outcome instanceof SaveOutcome.Unexplained unexplained) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return typedPage(of, writer, Overlay.unexplained(form, unexplained.findings()), model);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return typedPage(of, writer, overlay(form, outcome), model);
    }

    private static Map<Long, ReturnText.Reading> readings(MonthForm form) {
        Map<Long, ReturnText.Reading> readings = new LinkedHashMap<>();
        form.rows().forEach((unit, row) -> {
            if (!row.keepsStored()) {
                readings.put(unit, row.text().read());
            }
        });
        return readings;
    }

    private static Map<Long, List<Problem>> problems(Map<Long, ReturnText.Reading> readings) {
        return readings.entrySet().stream()
                .filter(each -> !each.getValue().problems().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().problems()));
    }

    private static MonthEdit edit(YearMonth month, MonthForm form, Map<Long, ReturnText.Reading> readings) {
        List<MonthEdit.Row> rows = readings.entrySet().stream()
                .map(each -> new MonthEdit.Row(
                        each.getKey(),
                        form.rows().get(each.getKey()).base(),
                        Objects.requireNonNull(each.getValue().figures())))
                .toList();
        return new MonthEdit(month, rows, ReturnSource.FORM);
    }

    private static Overlay overlay(MonthForm form, SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.NotYours) {
            throw foreignUnit();
        }
        if (outcome instanceof SaveOutcome.Conflicting conflicting) {
            return Overlay.conflicting(
                    form,
                    conflicting.conflicts().stream()
                            .map(SaveOutcome.Conflict::unitId)
                            .collect(Collectors.toSet()));
        }
        return Overlay.refused(
                form, outcome instanceof SaveOutcome.MonthLocked ? "figures.alert.locked" : "figures.alert.approved");
    }

    /** The typed text over what is stored; all of it has a row to stand in, or the form is refused. */
    private String typedPage(YearMonth month, CurrentUser writer, Overlay overlay, Model model) {
        MonthSnapshot snapshot = reading.read(month, writer);
        Set<Long> known = snapshot.units().stream().map(Unit::id).collect(Collectors.toSet());
        MonthForm form = Objects.requireNonNull(overlay.form());
        if (!known.containsAll(form.rows().keySet())
                || !form.rows().keySet().stream().allMatch(writer::mayEnter)) {
            throw foreignUnit();
        }
        return view.of(snapshot, writer, overlay, model);
    }

    /** A unit that does not exist and one that is somebody else's look the same from outside. */
    private static RefusedException foreignUnit() {
        return new RefusedException(HttpStatus.NOT_FOUND, "figures.refused.unit");
    }
}
