package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.CellQuestion;
import vn.hoso.imports.ImportArchive;
import vn.hoso.imports.ImportFile;
import vn.hoso.imports.ImportService;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.UserFacingException;

/** A file beside what is stored, and the answers it needs. */
@Controller
class PreviewController {

    private static final Pattern SHEET_MONTH = Pattern.compile("month-[0-9]{1,3}");
    private static final Pattern SHEET = Pattern.compile("[0-9]{1,3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final ImportService imports;
    private final ImportArchive archive;
    private final ImportMonths months;
    private final PreviewViewAssembler desk;

    PreviewController(ImportService imports, ImportArchive archive, ImportMonths months, PreviewViewAssembler desk) {
        this.imports = imports;
        this.archive = archive;
        this.months = months;
        this.desk = desk;
    }

    @MayEnterFigures
    @GetMapping("/imports/{id}")
    String show(
            @PathVariable long id,
            @AuthenticationPrincipal CurrentUser reader,
            Model model,
            HttpServletResponse response) {
        ImportFile file = archive.find(id, reader);
        if (file.applyingSince() != null) {
            response.setHeader("Refresh", "2");
            model.addAttribute("page", ProgressView.of(file));
            return "imports/progress";
        }
        return desk.show(id, file.outcome() == null ? null : desk.outcome(file.outcome()), reader, model);
    }

    /** The bytes as they came; never shown by the browser itself. */
    @MayEnterFigures
    @GetMapping("/imports/{id}/original")
    ResponseEntity<byte[]> original(@PathVariable long id, @AuthenticationPrincipal CurrentUser reader) {
        ContentDisposition attached = ContentDisposition.attachment()
                .filename(archive.find(id, reader).name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, attached.toString())
                .body(archive.original(id, reader));
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/month")
    String month(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        return answer(id, null, by, model, response, () -> {
            Map<Integer, YearMonth> bySheet = new TreeMap<>();
            fields.forEach((name, value) -> {
                if (SHEET_MONTH.matcher(name).matches()) {
                    bySheet.put(Integer.valueOf(name.substring("month-".length())), months.read(value));
                }
            });
            String whole = fields.getOrDefault("month", "");
            YearMonth month = bySheet.isEmpty() || !whole.isBlank() ? months.read(whole) : null;
            imports.choose(id, month, bySheet, by);
        });
    }

    /** The sheets that belong to the act, as ticked. */
    @MayEnterFigures
    @PostMapping("/imports/{id}/sheets")
    String sheets(
            @PathVariable long id,
            @RequestParam(name = "sheet", required = false) @Nullable List<String> ticked,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        Set<Integer> chosen = (ticked == null ? List.<String>of() : ticked)
                .stream()
                        .filter(each -> SHEET.matcher(each).matches())
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet());
        return answer(id, null, by, model, response, () -> imports.take(id, chosen, by));
    }

    /** One answer for all cells or rows of a kind. */
    @MayEnterFigures
    @PostMapping("/imports/{id}/answers")
    String answers(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        return answer(id, null, by, model, response, () -> {
            CellQuestion.Kind kind = Arrays.stream(CellQuestion.Kind.values())
                    .filter(each -> each.field().equals(question))
                    .findFirst()
                    .orElseThrow(() -> new UserFacingException(HttpStatus.BAD_REQUEST, "imports.refused.answer"));
            imports.answer(id, kind, answer, by);
        });
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/units")
    String units(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        Map<String, Long> answers = new HashMap<>();
        fields.forEach((name, value) -> {
            String folded = name.startsWith("unit") ? fields.get("name" + name.substring("unit".length())) : null;
            if (folded != null && NUMBER.matcher(value).matches()) {
                answers.put(folded, Long.valueOf(value));
            }
        });
        return answer(id, null, by, model, response, () -> imports.match(id, answers, by));
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/layout")
    String layout(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        Map<Measure, Integer> columns = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            int column = number(fields.get(measure.field()));
            if (column > 0) {
                columns.put(measure, column);
            }
        }
        String month = fields.getOrDefault("month", "");
        return answer(id, fields, by, model, response, () -> {
            // Read before anything is remembered: a refused answer leaves nothing behind.
            YearMonth chosen = months.chosen(month);
            imports.describe(
                    id,
                    number(fields.get("sheet")),
                    number(fields.get("headerRow")),
                    number(fields.get("unitColumn")),
                    columns,
                    by);
            if (chosen != null) {
                imports.choose(id, chosen, Map.of(), by);
            }
        });
    }

    /** Goes back to the preview, or says on it why the answer is none. */
    private String answer(
            long id,
            @Nullable Map<String, String> typed,
            CurrentUser by,
            Model model,
            HttpServletResponse response,
            Runnable answer) {
        archive.find(id, by);
        try {
            answer.run();
            return "redirect:/imports/" + id;
        } catch (UserFacingException refused) {
            response.setStatus(refused.status().value());
            return desk.refused(id, refused, typed, by, model);
        }
    }

    private static int number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}
