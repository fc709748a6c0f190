package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.hoso.imports.ImportFile;
import vn.hoso.imports.ImportFileQueries;
import vn.hoso.imports.ImportService;
import vn.hoso.imports.TemplateWorkbook;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/** Bringing a file, the files brought before, and the program's own sheet to fill in. */
@Controller
class ImportsController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ImportService imports;
    private final ImportFileQueries archive;
    private final TemplateWorkbook template;
    private final EntryWindows windows;
    private final PreviewMessages words;

    ImportsController(
            ImportService imports,
            ImportFileQueries archive,
            TemplateWorkbook template,
            EntryWindows windows,
            PreviewMessages words) {
        this.imports = imports;
        this.archive = archive;
        this.template = template;
        this.windows = windows;
        this.words = words;
    }

    @MayEnterFigures
    @GetMapping("/imports")
    String show(@AuthenticationPrincipal CurrentUser reader, Model model) {
        return page(reader, null, model);
    }

    /**
     * What is said of a file that is brought.
     *
     * @param month the month that it is for, null to go by the file
     */
    record UploadForm(@Nullable YearMonth month) {}

    @MayEnterFigures
    @PostMapping("/imports")
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @Valid @ModelAttribute UploadForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (file == null || file.isEmpty() && name.isBlank()) {
                throw new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "imports.refused.no-file");
            }
            if (errors.hasErrors()) {
                throw new UserFacingException(HttpStatus.BAD_REQUEST, "imports.refused.month");
            }
            return "redirect:/imports/" + imports.bring(name, file.getBytes(), form.month(), by);
        } catch (UserFacingException refused) {
            response.setStatus(refused.status().value());
            return page(by, words.text(refused.messageKey(), refused.args()), model);
        }
    }

    @MayEnterFigures
    @GetMapping("/imports/template")
    ResponseEntity<byte[]> template(@RequestParam YearMonth month, @AuthenticationPrincipal CurrentUser reader) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"so-lieu-thang-" + month.getMonthValue() + "-" + month.getYear()
                                + ".xlsx\"")
                .body(template.export(month, reader));
    }

    private String page(CurrentUser reader, @Nullable String problem, Model model) {
        List<ImportsView.File> files =
                archive.latest(reader).stream().map(this::line).toList();
        model.addAttribute("page", ImportsView.of(windows.today(), files, problem));
        return "imports/imports";
    }

    private ImportsView.File line(ImportFile file) {
        return new ImportsView.File(
                file.id(),
                file.name(),
                words.text("imports.brought", file.uploadedByName(), Formats.time(file.uploadedAt())),
                words.months(file),
                words.state(file),
                file.sha256());
    }
}
