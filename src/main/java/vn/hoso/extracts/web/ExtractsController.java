package vn.hoso.extracts.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.extracts.ExtractApplicationService;
import vn.hoso.extracts.ExtractPreview;
import vn.hoso.extracts.ExtractPreviews;
import vn.hoso.extracts.ExtractQueries;
import vn.hoso.extracts.ExtractService;
import vn.hoso.extracts.reading.ExtractReader.UnknownHeading;
import vn.hoso.extracts.web.ExtractForms.AnswersForm;
import vn.hoso.extracts.web.ExtractForms.PressForm;
import vn.hoso.extracts.web.ExtractForms.UploadForm;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SaveOutcome.JointSaveOutcome;
import vn.hoso.imports.ApplicationForm;
import vn.hoso.imports.ImportApplicationService;
import vn.hoso.imports.ImportReasons;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayReview;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserFacingException;

/** Lists of dossiers: brought, asked about, counted into returns. */
@Controller
class ExtractsController {

    private final ExtractQueries queries;
    private final ExtractService extracts;
    private final ExtractPreviews previews;
    private final ExtractApplicationService application;
    private final ExtractPages pages;

    ExtractsController(
            ExtractQueries queries,
            ExtractService extracts,
            ExtractPreviews previews,
            ExtractApplicationService application,
            ExtractPages pages) {
        this.queries = queries;
        this.extracts = extracts;
        this.previews = previews;
        this.application = application;
        this.pages = pages;
    }

    /** @param columns a list that was read, whose heading is described again */
    @MayEnterFigures
    @GetMapping("/extracts")
    String show(
            @RequestParam(required = false) @Nullable Long columns,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        HeadingView heading = columns == null
                ? null
                : HeadingView.of(queries.find(columns, reader).reading());
        return pages.list(reader, null, heading, new UploadForm("", null, "", Map.of()), model);
    }

    /** The file is read where it arrives, in memory, and never kept. */
    @MayEnterFigures
    @PostMapping("/extracts")
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
                throw new UserFacingException(HttpStatus.BAD_REQUEST, "extracts.refused.answer");
            }
            UnitField unit = pages.unit(form, by);
            if (unit.wrong()) {
                throw unit.refusal();
            }
            Long chosen = unit.chosen().isEmpty() ? null : Long.valueOf(unit.chosen());
            return "redirect:/extracts/" + extracts.bring(name, file.getBytes(), chosen, form.description(), by);
        } catch (UnknownHeading unknown) {
            response.setStatus(unknown.status().value());
            return pages.list(by, unknown, unknown.likely().map(HeadingView::of).orElse(null), form, model);
        } catch (UserFacingException refused) {
            response.setStatus(refused.status().value());
            return pages.list(by, refused, null, form, model);
        }
    }

    @MayEnterFigures
    @GetMapping("/extracts/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal CurrentUser reader, Model model) {
        return pages.preview(previews.of(id, ImportReasons.NONE, reader), null, ImportReasons.NONE, reader, model);
    }

    /** Where a form's address is opened as a page, such as after signing in again, the list is shown. */
    @MayEnterFigures
    @GetMapping({
        "/extracts/{id}/answers",
        "/extracts/{id}/application",
        "/extracts/{id}/procedures",
        "/extracts/{id}/discarding"
    })
    String form(@PathVariable long id) {
        return back(id);
    }

    @MayEnterFigures
    @PostMapping("/extracts/{id}/answers")
    String answer(
            @PathVariable long id,
            @Valid @ModelAttribute AnswersForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response) {
        try {
            if (errors.hasErrors()) {
                throw new UserFacingException(HttpStatus.BAD_REQUEST, "extracts.refused.answer");
            }
            UnitOptions units = form.typed()
                    ? ExtractAnswers.options(previews.of(id, ImportReasons.NONE, by))
                    : ExtractAnswers.NONE;
            extracts.answer(id, form.seen(), form.said(units), by);
            return back(id);
        } catch (UserFacingException refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            response.setStatus(refused.status().value());
            return again(id, refused.messageKey(), by, model, refused.args());
        }
    }

    private String again(long id, String key, CurrentUser by, Model model, Object... args) {
        return pages.preview(
                previews.of(id, ImportReasons.NONE, by), pages.text(key, args), ImportReasons.NONE, by, model);
    }

    @MayReview
    @PostMapping("/extracts/{id}/procedures")
    String catalogue(
            @PathVariable long id,
            @Valid @ModelAttribute("press") PressForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            RedirectAttributes after) {
        after.addFlashAttribute("done", pages.text("extracts.catalogued", extracts.catalogue(id, by)));
        return back(id);
    }

    @MayEnterFigures
    @PostMapping("/extracts/{id}/discarding")
    String discard(
            @PathVariable long id,
            @Valid @ModelAttribute("press") PressForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            RedirectAttributes after) {
        extracts.discard(id, by);
        after.addFlashAttribute("done", pages.text("extracts.discarded"));
        return "redirect:/extracts";
    }

    @MayEnterFigures
    @PostMapping("/extracts/{id}/application")
    String apply(
            @PathVariable long id,
            @Valid @ModelAttribute ApplicationForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        ImportReasons reasons = form.why();
        ExtractPreview preview = previews.of(id, reasons, by);
        String broken = !preview.ready()
                ? "extracts.alert.open"
                : preview.figures().explained() ? null : "imports.alert.unexplained";
        if (broken != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.preview(preview, pages.text(broken), reasons, by, model);
        }
        if (!preview.figures().movedOn(form.versions()).isEmpty()
                || !preview.figures().mark().equals(form.mark())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.preview(preview, pages.text("imports.alert.meaning"), reasons, by, model);
        }
        JointSaveOutcome joint;
        try {
            joint = application.apply(preview, form.versions(), by);
        } catch (UserFacingException refused) {
            response.setStatus(refused.status().value());
            return pages.preview(
                    previews.of(id, reasons, by), pages.text(refused.messageKey(), refused.args()), reasons, by, model);
        }
        if (joint.outcome() instanceof SaveOutcome.Saved saved) {
            after.addFlashAttribute("saved", saved.units());
            return back(id);
        }
        response.setStatus(
                joint.outcome() instanceof SaveOutcome.Unexplained
                        ? HttpStatus.UNPROCESSABLE_CONTENT.value()
                        : HttpStatus.CONFLICT.value());
        return pages.preview(
                previews.of(id, reasons, by), pages.outcome(ImportApplicationService.alert(joint)), reasons, by, model);
    }

    private static String back(long id) {
        return "redirect:/extracts/" + id;
    }
}
