package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SaveOutcome.JointSaveOutcome;
import vn.hoso.imports.ApplicationForm;
import vn.hoso.imports.ImportApplicationService;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.ImportReasons;
import vn.hoso.imports.ImportService;
import vn.hoso.imports.RowKey;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;

/** Stores what a preview showed, all or nothing. */
@Controller
class ApplicationController {

    private static final int NAMED = 10;

    private final ImportService imports;
    private final ImportApplicationService application;
    private final PreviewViewAssembler desk;

    ApplicationController(ImportService imports, ImportApplicationService application, PreviewViewAssembler desk) {
        this.imports = imports;
        this.application = application;
        this.desk = desk;
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/application")
    String apply(
            @PathVariable long id,
            @Valid @ModelAttribute ApplicationForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        ImportReasons reasons = form.why();
        Map<RowKey, Integer> seen = form.versions();
        ImportPreview preview = imports.preview(id, reasons, by);
        if (preview.file().applyingSince() != null) {
            return back(id);
        }
        String broken = broken(preview);
        if (broken != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return desk.show(preview, broken, reasons, by, model);
        }
        List<ImportPreview.Row> movedOn = preview.movedOn(seen);
        if (!movedOn.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return desk.show(preview, movedOn(movedOn), reasons, by, model);
        }
        if (!preview.changed().isEmpty() && !preview.mark().equals(form.mark())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return desk.show(preview, desk.text("imports.alert.meaning"), reasons, by, model);
        }
        if (ImportApplicationService.isLong(preview)) {
            application.begin(preview, seen, by);
            return back(id);
        }
        JointSaveOutcome joint = application.apply(preview, seen, by);
        SaveOutcome outcome = joint.outcome();
        if (outcome instanceof SaveOutcome.Saved saved) {
            after.addFlashAttribute("saved", saved.units());
            return back(id);
        }
        response.setStatus(
                outcome instanceof SaveOutcome.Unexplained
                        ? HttpStatus.UNPROCESSABLE_CONTENT.value()
                        : HttpStatus.CONFLICT.value());
        return desk.show(
                imports.preview(id, reasons, by),
                desk.outcome(ImportApplicationService.alert(joint)),
                reasons,
                by,
                model);
    }

    /** Where a form's address is opened as a page, such as after signing in again, the file is shown. */
    @MayEnterFigures
    @GetMapping({
        "/imports/{id}/application",
        "/imports/{id}/layout",
        "/imports/{id}/month",
        "/imports/{id}/units",
        "/imports/{id}/sheets",
        "/imports/{id}/answers",
        "/imports/{id}/withdrawal"
    })
    String form(@PathVariable long id) {
        return back(id);
    }

    private @Nullable String broken(ImportPreview preview) {
        if (!preview.ready()) {
            return desk.text("imports.alert.issues");
        }
        return preview.explained() ? null : desk.text("imports.alert.unexplained");
    }

    private String movedOn(List<ImportPreview.Row> rows) {
        String units = rows.stream().limit(NAMED).map(row -> row.unit().name()).collect(Collectors.joining(", "));
        return desk.text("imports.alert.conflict-units", rows.size() > NAMED ? units + ", …" : units);
    }

    private static String back(long id) {
        return "redirect:/imports/" + id;
    }
}
