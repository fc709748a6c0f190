package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
import vn.hoso.figures.SaveOutcome;
import vn.hoso.imports.ImportAlerts;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.Imports;
import vn.hoso.imports.LongImports;
import vn.hoso.imports.Reasons;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;

/** Stores what a preview showed, all or nothing. */
@Controller
class ApplicationController {

    private static final Pattern SEEN = Pattern.compile("[0-9]{1,18}:[0-9]{1,9}");
    private static final Pattern UNIT = Pattern.compile(PreviewWords.REASON + "[0-9]{1,18}");
    private static final int NAMED = 10;

    private final Imports imports;
    private final LongImports longImports;
    private final PreviewDesk desk;

    ApplicationController(Imports imports, LongImports longImports, PreviewDesk desk) {
        this.imports = imports;
        this.longImports = longImports;
        this.desk = desk;
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/application")
    String apply(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Reasons reasons = reasons(fields);
        Map<Long, Integer> seen = versions(fields.getOrDefault("seen", ""));
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
        if (LongImports.isLong(preview)) {
            longImports.begin(preview, seen, by);
            return back(id);
        }
        SaveOutcome outcome = imports.apply(preview, seen, by);
        if (outcome instanceof SaveOutcome.Saved saved) {
            after.addFlashAttribute("saved", saved.units());
            return back(id);
        }
        response.setStatus(
                outcome instanceof SaveOutcome.Unexplained
                        ? HttpStatus.UNPROCESSABLE_CONTENT.value()
                        : HttpStatus.CONFLICT.value());
        return desk.show(imports.preview(id, reasons, by), desk.text(ImportAlerts.of(outcome)), reasons, by, model);
    }

    /** Where a form's address is opened as a page, such as after signing in again, the file is shown. */
    @MayEnterFigures
    @GetMapping({"/imports/{id}/application", "/imports/{id}/layout", "/imports/{id}/month", "/imports/{id}/units"})
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

    private static Reasons reasons(Map<String, String> fields) {
        Map<Long, String> byUnit = new HashMap<>();
        fields.forEach((name, value) -> {
            if (UNIT.matcher(name).matches()) {
                byUnit.put(Long.valueOf(name.substring(PreviewWords.REASON.length())), value);
            }
        });
        return new Reasons(fields.getOrDefault("reason", ""), byUnit);
    }

    private static Map<Long, Integer> versions(String seen) {
        return Arrays.stream(seen.split(","))
                .filter(each -> SEEN.matcher(each).matches())
                .map(each -> each.split(":"))
                .collect(
                        Collectors.toMap(each -> Long.valueOf(each[0]), each -> Integer.valueOf(each[1]), (a, b) -> b));
    }
}
