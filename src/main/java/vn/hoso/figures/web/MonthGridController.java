package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.MonthEntryService;
import vn.hoso.figures.UnusualFigures;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayView;

/** The month grid: every unit the reader may see, those they may enter as fields. */
@Controller
class MonthGridController {

    private final MonthEntryService entry;
    private final UnitMonthLookup places;
    private final UnusualFigures unusual;
    private final AskedMeasures asked;
    private final MonthGridViewAssembler view;

    MonthGridController(
            MonthEntryService entry,
            UnitMonthLookup places,
            UnusualFigures unusual,
            AskedMeasures asked,
            MonthGridViewAssembler view) {
        this.entry = entry;
        this.places = places;
        this.unusual = unusual;
        this.asked = asked;
        this.view = view;
    }

    @MayView
    @GetMapping("/figures/{month}")
    String show(
            @PathVariable YearMonth month,
            @AuthenticationPrincipal CurrentUser reader,
            HttpServletRequest request,
            Model model) {
        UnsavedEdits overlay = UnsavedRows.of(model, asked.at(month))
                .map(UnsavedEdits::unsaved)
                .orElse(UnsavedEdits.NONE);
        return view.show(month, reader, overlay, MonthUnitsPage.of(request), model);
    }

    /**
     * Saves what is right; what is not comes back marked, with 422, or 409 where somebody else was faster.
     *
     * @param row the unit whose row alone is saved, null to save all; the others' text stands on the next page, unsaved
     */
    @MayEnterFigures
    @PostMapping("/figures/{month}")
    String save(
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable Long row,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal CurrentUser writer,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        MonthForm form = MonthForm.of(fields, asked.at(month));
        Map<Long, ReturnInput.Reading> readings = readings(row == null ? form : form.only(row));
        MonthEdit edit = edit(month, form, readings);
        boolean unasked = MonthForm.holdsUnasked(fields, asked.at(month));
        if (unasked || !edit.unitIds().containsAll(form.rows().keySet())) {
            // The save refuses strangers' rows itself; of these it would not hear.
            places.refuseForeign(form, month, writer);
        }
        if (unasked) {
            response.setStatus(HttpStatus.CONFLICT.value());
            UnsavedEdits left = UnsavedEdits.refused(form, "figures.alert.no-longer-asked");
            return view.show(month, writer, left, MonthUnitsPage.of(request), model);
        }
        SaveOutcome outcome = entry.saveEach(edit, writer);
        Map<Long, List<RuleViolation>> problems = problems(readings);
        if (outcome instanceof SaveOutcome.Saved saved && problems.isEmpty()) {
            return saved("/figures/" + month, MonthUnitsPage.of(request), row, saved.units(), fields, after);
        }
        UnsavedEdits overlay = overlay(month, form, readings, outcome, row);
        response.setStatus(
                overlay.contradicted() ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view.show(month, writer, overlay, MonthUnitsPage.of(request), model);
    }

    private static String saved(
            String path,
            MonthUnitsPage shown,
            @Nullable Long row,
            int units,
            MultiValueMap<String, String> fields,
            RedirectAttributes after) {
        after.addFlashAttribute("saved", units);
        String page = "redirect:" + MonthUnitsPage.address(path, shown.filter());
        if (row == null) {
            return page;
        }
        after.addFlashAttribute("savedRow", row);
        UnsavedRows.carry(fields, row, after);
        // The first cell of the row takes the focus, where the writer was.
        return page + "#u" + row + "-" + Measure.FULL_PROCESS_RECEIVED.field();
    }

    private static Map<Long, ReturnInput.Reading> readings(MonthForm form) {
        Map<Long, ReturnInput.Reading> readings = new LinkedHashMap<>();
        form.rows().forEach((unit, row) -> {
            if (!row.keepsStored()) {
                readings.put(unit, row.text().read());
            }
        });
        return readings;
    }

    private static Map<Long, List<RuleViolation>> problems(Map<Long, ReturnInput.Reading> readings) {
        return readings.entrySet().stream()
                .filter(each -> !each.getValue().problems().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().problems()));
    }

    /** The rows that break no rule. */
    private static MonthEdit edit(YearMonth month, MonthForm form, Map<Long, ReturnInput.Reading> readings) {
        List<MonthEdit.Row> rows = readings.entrySet().stream()
                .filter(each -> each.getValue().problems().isEmpty())
                .map(each -> new MonthEdit.Row(
                        each.getKey(),
                        Objects.requireNonNull(form.rows().get(each.getKey())).base(),
                        Objects.requireNonNull(each.getValue().figures())))
                .toList();
        return new MonthEdit(month, rows, ReturnSource.FORM);
    }

    /** The rows that were left, with every question about them at once. */
    private UnsavedEdits overlay(
            YearMonth month,
            MonthForm form,
            Map<Long, ReturnInput.Reading> readings,
            SaveOutcome outcome,
            @Nullable Long row) {
        if (outcome instanceof SaveOutcome.NotYours) {
            throw UnitMonthLookup.foreignUnit();
        }
        if (outcome instanceof SaveOutcome.MonthLocked) {
            return UnsavedEdits.refused(form, "figures.alert.locked");
        }
        SaveOutcome.PartlySaved partly = outcome instanceof SaveOutcome.PartlySaved it
                ? it
                : new SaveOutcome.PartlySaved(((SaveOutcome.Saved) outcome).units(), List.of(), List.of(), Map.of());
        Map<Long, List<UnusualFinding>> findings = new HashMap<>(partly.unexplained());
        findings.putAll(unusual.find(month, brokenAndSilent(readings)));
        UnsavedEdits left = UnsavedEdits.left(form, problems(readings), findings, partly);
        return row == null ? left.withRefusedRowsOnly() : left;
    }

    /** What breaks a rule is held against its past all the same, so that its writer is asked once. */
    private static Map<Long, ReturnFigures> brokenAndSilent(Map<Long, ReturnInput.Reading> readings) {
        Map<Long, ReturnFigures> broken = new HashMap<>();
        readings.forEach((unit, reading) -> {
            ReturnFigures figures = reading.figures();
            if (!reading.problems().isEmpty() && figures != null && figures.note() == null) {
                broken.put(unit, figures);
            }
        });
        return broken;
    }
}
