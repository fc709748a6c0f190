package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.imports.CellQuestion;
import vn.hoso.imports.ImportFile;
import vn.hoso.imports.ImportFileQueries;
import vn.hoso.imports.ImportService;
import vn.hoso.imports.MemoryService;
import vn.hoso.imports.web.PreviewForms.CellsForm;
import vn.hoso.imports.web.PreviewForms.LayoutForm;
import vn.hoso.imports.web.PreviewForms.MonthForm;
import vn.hoso.imports.web.PreviewForms.SheetsForm;
import vn.hoso.imports.web.PreviewForms.Typed;
import vn.hoso.imports.web.PreviewForms.UnitsForm;
import vn.hoso.imports.web.PreviewForms.WithdrawalForm;
import vn.hoso.imports.web.PreviewView.ProgressView;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.MonthAddress;
import vn.hoso.shared.UserFacingException;

/** A file beside what is stored, and the answers it needs. */
@Controller
class PreviewController {

    private final ImportService imports;
    private final ImportFileQueries archive;
    private final MemoryService memory;
    private final MonthAddress months;
    private final PreviewViewAssembler desk;

    PreviewController(
            ImportService imports,
            ImportFileQueries archive,
            MemoryService memory,
            MonthAddress months,
            PreviewViewAssembler desk) {
        this.imports = imports;
        this.archive = archive;
        this.memory = memory;
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
            @Valid @ModelAttribute MonthForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        return answer(id, errors, null, by, model, response, () -> {
            Map<Integer, YearMonth> bySheet = form.bySheet();
            Map<Integer, Integer> years = form.years();
            if (bySheet.isEmpty() && years.isEmpty() && form.month() == null
                    || years.size() < form.yearOf().size()
                    || bySheet.size() < form.monthOf().size()
                    || !bySheet.values().stream().allMatch(months::holds)) {
                throw noMonth();
            }
            imports.choose(id, form.month(), bySheet, years, by);
        });
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/sheets")
    String sheets(
            @PathVariable long id,
            @Valid @ModelAttribute SheetsForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        return answer(id, errors, null, by, model, response, () -> imports.take(id, form.sheet(), by));
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/answers")
    String answers(
            @PathVariable long id,
            @Valid @ModelAttribute CellsForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        return answer(id, errors, null, by, model, response, () -> {
            CellQuestion.Kind kind = Arrays.stream(CellQuestion.Kind.values())
                    .filter(each -> each.field().equals(form.question()))
                    .findFirst()
                    .orElseThrow(() -> new UserFacingException(HttpStatus.BAD_REQUEST, "imports.refused.answer"));
            imports.answer(id, kind, form.answer(), by);
        });
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/units")
    String units(
            @PathVariable long id,
            @Valid @ModelAttribute UnitsForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        return answer(
                id,
                errors,
                form.typed() ? form : null,
                by,
                model,
                response,
                () -> imports.match(id, form.byName(form.typed() ? desk.units(id, by) : Questions.NONE), by));
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/layout")
    String layout(
            @PathVariable long id,
            @Valid @ModelAttribute LayoutForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        return answer(id, errors, form, by, model, response, () -> {
            imports.describe(id, LayoutForm.number(form.sheet()), form.description(), by);
            if (form.month() != null) {
                imports.choose(id, form.month(), Map.of(), Map.of(), by);
            }
        });
    }

    /** Takes back an answer that the preview is read by, and asks again. */
    @MayEnterFigures
    @PostMapping("/imports/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @Valid @ModelAttribute WithdrawalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer(id, errors, null, by, model, response, () -> {
            String what = memory.withdraw(form.kind(), form.memoryId(), by);
            after.addFlashAttribute("done", desk.text("imports.memory.withdrawn", what));
        });
    }

    /** Goes back to the preview, or says on it why the answer is none. */
    private String answer(
            long id,
            BindingResult errors,
            @Nullable Typed typed,
            CurrentUser by,
            Model model,
            HttpServletResponse response,
            Runnable answer) {
        archive.find(id, by);
        try {
            if (errors.hasErrors()) {
                throw refusal(errors);
            }
            answer.run();
            return "redirect:/imports/" + id;
        } catch (UserFacingException refused) {
            response.setStatus(refused.status().value());
            return desk.refused(id, refused, typed, by, model);
        }
    }

    private static UserFacingException refusal(BindingResult errors) {
        if (errors.getTarget() instanceof WithdrawalForm) {
            return new UserFacingException(HttpStatus.NOT_FOUND, "imports.refused.memory");
        }
        return errors.getFieldErrors().stream()
                        .anyMatch(error -> error.getField().startsWith("month")
                                || error.getField().startsWith("year"))
                ? noMonth()
                : new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "imports.refused.description");
    }

    private static UserFacingException noMonth() {
        return new UserFacingException(HttpStatus.BAD_REQUEST, "imports.refused.month");
    }
}
