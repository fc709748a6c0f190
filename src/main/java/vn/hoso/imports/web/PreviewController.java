package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
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
import vn.hoso.figures.Measure;
import vn.hoso.figures.SaveOutcome;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.Imports;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;

/** A file beside what is stored: asked about, then applied. */
@Controller
class PreviewController {

    private static final Pattern SEEN = Pattern.compile("[0-9]{1,18}:[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Imports imports;
    private final ImportMonths months;
    private final PreviewWords words;

    PreviewController(Imports imports, ImportMonths months, PreviewWords words) {
        this.imports = imports;
        this.months = months;
        this.words = words;
    }

    @MayEnterFigures
    @GetMapping("/imports/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal CurrentUser reader, Model model) {
        ImportPreview preview = imports.preview(id, "", reader);
        return page(
                preview,
                null,
                words.text("imports.note.suggested", preview.file().name()),
                model);
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/month")
    String month(@PathVariable long id, @RequestParam String month, @AuthenticationPrincipal CurrentUser by) {
        imports.choose(id, months.read(month), by);
        return back(id);
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/units")
    String units(
            @PathVariable long id, @RequestParam Map<String, String> fields, @AuthenticationPrincipal CurrentUser by) {
        Map<String, Long> answers = new HashMap<>();
        fields.forEach((name, value) -> {
            String folded = name.startsWith("unit") ? fields.get("name" + name.substring("unit".length())) : null;
            if (folded != null && NUMBER.matcher(value).matches()) {
                answers.put(folded, Long.valueOf(value));
            }
        });
        imports.match(id, answers, by);
        return back(id);
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/layout")
    String layout(
            @PathVariable long id, @RequestParam Map<String, String> fields, @AuthenticationPrincipal CurrentUser by) {
        Map<Measure, Integer> columns = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            int column = number(fields.get(measure.field()));
            if (column > 0) {
                columns.put(measure, column);
            }
        }
        imports.describe(
                id,
                number(fields.get("sheet")),
                number(fields.get("headerRow")),
                number(fields.get("unitColumn")),
                columns,
                by);
        return back(id);
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/application")
    String apply(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        ImportPreview preview = imports.preview(id, note, by);
        boolean silent = !preview.unexplained().isEmpty() && note.isBlank();
        if (!preview.ready() || silent) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String alert = words.text(silent ? "imports.alert.unexplained" : "imports.alert.issues");
            return page(preview, alert, note, model);
        }
        SaveOutcome outcome = imports.apply(preview, versions(seen), by);
        if (outcome instanceof SaveOutcome.Saved saved) {
            after.addFlashAttribute("saved", saved.units());
            return back(id);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(imports.preview(id, note, by), words.text(alert(outcome)), note, model);
    }

    private static String alert(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Conflicting) {
            return "imports.alert.conflict";
        }
        if (outcome instanceof SaveOutcome.MonthLocked) {
            return "imports.alert.locked";
        }
        return outcome instanceof SaveOutcome.AlreadyApproved ? "imports.alert.approved" : "imports.alert.foreign";
    }

    private String page(ImportPreview preview, @Nullable String alert, String note, Model model) {
        model.addAttribute("page", words.page(preview, months.all(), alert, note));
        return "imports/preview";
    }

    private static String back(long id) {
        return "redirect:/imports/" + id;
    }

    private static int number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    private static Map<Long, Integer> versions(String seen) {
        return Arrays.stream(seen.split(","))
                .filter(each -> SEEN.matcher(each).matches())
                .map(each -> each.split(":"))
                .collect(
                        Collectors.toMap(each -> Long.valueOf(each[0]), each -> Integer.valueOf(each[1]), (a, b) -> b));
    }
}
