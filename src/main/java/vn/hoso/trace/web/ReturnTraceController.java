package vn.hoso.trace.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.extracts.ExtractQueries;
import vn.hoso.figures.ReturnTraceQueries;
import vn.hoso.figures.ReturnTraceQueries.Revision;
import vn.hoso.figures.ReviewRemarkQueries;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.imports.ImportFileQueries;
import vn.hoso.notes.UnitNote;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Everything one unit's month ever held: by whom, when, why, from which file, and what it is counted for. */
@Controller
class ReturnTraceController {

    private final ReturnTraceQueries history;
    private final ImportFileQueries files;
    private final ExtractQueries extracts;
    private final UnitNoteQueries notes;
    private final ReviewRemarkQueries remarks;
    private final TargetCatalogue targets;
    private final Units units;
    private final EntryWindows windows;
    private final PageMessages wording;

    ReturnTraceController(
            ReturnTraceQueries history,
            ImportFileQueries files,
            ExtractQueries extracts,
            UnitNoteQueries notes,
            ReviewRemarkQueries remarks,
            TargetCatalogue targets,
            Units units,
            EntryWindows windows,
            PageMessages wording) {
        this.history = history;
        this.files = files;
        this.extracts = extracts;
        this.notes = notes;
        this.remarks = remarks;
        this.targets = targets;
        this.units = units;
        this.windows = windows;
        this.wording = wording;
    }

    @MayView
    @GetMapping("/trace/returns/{unitId}/{month}")
    String show(
            @PathVariable long unitId,
            @PathVariable String month,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        YearMonth asked = month(month);
        windows.checked(asked.getYear());
        Unit unit = units.visibleTo(reader, asked).stream()
                .filter(each -> each.id() == unitId)
                .findFirst()
                .orElseThrow(TraceController::nothing);
        List<Revision> found = history.revisions(asked, unitId);
        Set<Long> fileIds =
                found.stream().map(Revision::fileId).filter(Objects::nonNull).collect(Collectors.toSet());
        model.addAttribute(
                "page",
                ReturnTraceView.of(
                        unit,
                        asked,
                        new ReturnTraceSteps(
                                        wording,
                                        files.named(fileIds, reader),
                                        extracts.named(
                                                found.stream()
                                                        .map(Revision::extractId)
                                                        .filter(Objects::nonNull)
                                                        .collect(Collectors.toSet()),
                                                unitId,
                                                asked),
                                        "unit=" + unitId + "&month=" + asked,
                                        remarks.findRemarks(unitId, asked, asked, FiguresAsOf.NOW))
                                .of(found, history.turns(asked)),
                        targets.inForce(asked.atEndOfMonth()),
                        wording));
        model.addAttribute("notes", UnitNote.inForce(notes.findVersions(asked, unitId)));
        return "trace/return";
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException unreadable) {
            throw TraceController.nothing();
        }
    }
}
