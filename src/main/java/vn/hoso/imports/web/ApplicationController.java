package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import vn.hoso.figures.domain.JointSaveOutcome;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.imports.ImportAlerts;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.ImportReasons;
import vn.hoso.imports.ImportService;
import vn.hoso.imports.LongImports;
import vn.hoso.imports.RowKey;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;

/** Stores what a preview showed, all or nothing. */
@Controller
class ApplicationController {

    private static final Pattern SEEN = Pattern.compile("([0-9]{1,18}-[0-9]{4}-[0-9]{2}):([0-9]{1,9})");
    private static final int NAMED = 10;

    private final ImportService imports;
    private final LongImports longImports;
    private final PreviewViewAssembler desk;

    ApplicationController(ImportService imports, LongImports longImports, PreviewViewAssembler desk) {
        this.imports = imports;
        this.longImports = longImports;
        this.desk = desk;
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/application")
    String apply(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        ImportReasons reasons = reasons(fields);
        Map<RowKey, Integer> seen = versions(text(fields, "seen"));
        ImportPreview preview = imports.preview(id, reasons, by);
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
        if (!preview.changed().isEmpty() && !preview.mark().equals(text(fields, "mark"))) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return desk.show(preview, desk.text("imports.alert.meaning"), reasons, by, model);
        }
        if (LongImports.isLong(preview)) {
            longImports.begin(preview, seen, by);
            return back(id);
        }
        JointSaveOutcome joint = imports.apply(preview, seen, by);
        SaveOutcome outcome = joint.outcome();
        if (outcome instanceof SaveOutcome.Saved saved) {
            after.addFlashAttribute("saved", saved.units());
            return back(id);
        }
        response.setStatus(
                outcome instanceof SaveOutcome.Unexplained
                        ? HttpStatus.UNPROCESSABLE_CONTENT.value()
                        : HttpStatus.CONFLICT.value());
        return desk.show(imports.preview(id, reasons, by), desk.outcome(ImportAlerts.of(joint)), reasons, by, model);
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

    private static String text(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }

    private static ImportReasons reasons(MultiValueMap<String, String> fields) {
        Map<RowKey, String> own = new HashMap<>();
        fields.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(PreviewMessages.REASON)) {
                RowKey.of(name.substring(PreviewMessages.REASON.length())).ifPresent(row -> own.put(row, value));
            }
        });
        Set<RowKey> ticked = fields.getOrDefault("same", List.of()).stream()
                .flatMap(key -> RowKey.of(key).stream())
                .collect(Collectors.toSet());
        return new ImportReasons(text(fields, "reason"), own, ticked);
    }

    private static Map<RowKey, Integer> versions(String seen) {
        Map<RowKey, Integer> versions = new HashMap<>();
        for (String each : seen.split(",", -1)) {
            Matcher matcher = SEEN.matcher(each);
            if (matcher.matches()) {
                RowKey.of(matcher.group(1)).ifPresent(row -> versions.put(row, Integer.valueOf(matcher.group(2))));
            }
        }
        return versions;
    }
}
