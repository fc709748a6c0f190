package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.hoso.imports.ImportArchive;
import vn.hoso.imports.ImportFile;
import vn.hoso.imports.ImportService;
import vn.hoso.imports.TemplateWorkbook;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/** Bringing a file, the files brought before, and the program's own sheet to fill in. */
@Controller
class ImportsController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ImportService imports;
    private final ImportArchive archive;
    private final TemplateWorkbook template;
    private final ImportMonths months;
    private final PreviewMessages words;

    ImportsController(
            ImportService imports,
            ImportArchive archive,
            TemplateWorkbook template,
            ImportMonths months,
            PreviewMessages words) {
        this.imports = imports;
        this.archive = archive;
        this.template = template;
        this.months = months;
        this.words = words;
    }

    @MayEnterFigures
    @GetMapping("/imports")
    String show(@AuthenticationPrincipal CurrentUser reader, Model model) {
        return page(reader, null, model);
    }

    @MayEnterFigures
    @PostMapping("/imports")
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String month,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file == null || file.isEmpty() && blankName(file)) {
                throw new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "imports.refused.no-file");
            }
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            return "redirect:/imports/" + imports.bring(name, file.getBytes(), months.chosen(month), by);
        } catch (UserFacingException refused) {
            response.setStatus(refused.status().value());
            return page(by, words.text(refused.messageKey(), refused.args()), model);
        }
    }

    @MayEnterFigures
    @GetMapping("/imports/template")
    ResponseEntity<byte[]> template(@RequestParam String month, @AuthenticationPrincipal CurrentUser reader) {
        YearMonth of = months.read(month);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"so-lieu-thang-" + of.getMonthValue() + "-" + of.getYear() + ".xlsx\"")
                .body(template.export(of, reader));
    }

    private static boolean blankName(MultipartFile file) {
        return file.getOriginalFilename() == null || file.getOriginalFilename().isBlank();
    }

    private String page(CurrentUser reader, @Nullable String problem, Model model) {
        List<ImportsView.File> files =
                archive.latest(reader).stream().map(this::line).toList();
        model.addAttribute("page", new ImportsView(months.all(), files, problem));
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
