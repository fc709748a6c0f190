package vn.hoso.maps.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.hoso.audit.TrailMessages;
import vn.hoso.maps.UnitMaps;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** Maps of the units: brought as a file, looked at, then kept; and removed. */
@Controller
class MapSettingsController {

    private static final String FORM = "form";
    private static final String ALL = "/settings/map";

    private final UnitMaps maps;
    private final PageMessages messages;
    private final TrailMessages trail;
    private final Clock clock;

    MapSettingsController(UnitMaps maps, PageMessages messages, TrailMessages trail, Clock clock) {
        this.maps = maps;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A map that was looked at.
     *
     * @param version the version that was shown
     * @param sure whether a removal is meant
     */
    record StepForm(
            @NotNull(message = "{maps.meanwhile}") @Nullable Integer version,
            @Nullable Boolean sure) {}

    @MaySetUp
    @GetMapping("/settings/map")
    String show(Model model) {
        model.addAttribute(FORM, new MapForm(LocalDate.now(clock).toString(), "", "", ""));
        return page(model);
    }

    @MaySetUp
    @PostMapping("/settings/map")
    String bring(
            @Valid @ModelAttribute(FORM) MapForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "maps.problem.file");
        }
        LocalDate from = form.day();
        if (from == null) {
            errors.rejectValue("from", "maps.problem.from");
        } else if (maps.taken(from)) {
            errors.rejectValue("from", "maps.problem.taken");
        }
        if (!errors.hasErrors()) {
            try {
                return "redirect:/settings/map/"
                        + maps.bring(
                                Objects.requireNonNull(file).getBytes(),
                                form.property(),
                                Objects.requireNonNull(from),
                                form.attribution(),
                                form.licence(),
                                by);
            } catch (UserFacingException refused) {
                String field = refused.messageKey().equals("maps.problem.property") ? "property" : "file";
                errors.rejectValue(field, refused.messageKey(), refused.args(), null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    @MaySetUp
    @GetMapping("/settings/map/{id}")
    String look(@PathVariable long id, Model model) {
        UnitMaps.Dated map = maps.get(id);
        model.addAttribute(FORM, new StepForm(map.version(), null));
        return page(map, model);
    }

    @MaySetUp
    @PostMapping("/settings/map/{id}/keeping")
    String keep(
            @PathVariable long id,
            @Valid @ModelAttribute(FORM) StepForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        return step(id, errors, response, model, () -> {
            UnitMaps.Dated map = maps.keep(id, Objects.requireNonNull(form.version()), by);
            after.addFlashAttribute("done", messages.of("maps.kept", Formats.date(map.from())));
        });
    }

    @MaySetUp
    @PostMapping("/settings/map/{id}/removal")
    String remove(
            @PathVariable long id,
            @Valid @ModelAttribute(FORM) StepForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (!Boolean.TRUE.equals(form.sure()) && maps.get(id).kept()) {
            errors.rejectValue("sure", "maps.problem.sure");
        }
        return step(id, errors, response, model, () -> {
            UnitMaps.Dated map = maps.remove(id, Objects.requireNonNull(form.version()), by);
            after.addFlashAttribute(
                    "done", messages.of(map.kept() ? "maps.removed" : "maps.forgotten", Formats.date(map.from())));
        });
    }

    private String step(long id, BindingResult errors, HttpServletResponse response, Model model, Runnable step) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                step.run();
                return "redirect:" + ALL;
            } catch (UserFacingException refused) {
                if (refused.status() == HttpStatus.NOT_FOUND) {
                    throw refused;
                }
                status = refused.status();
                errors.reject(refused.messageKey());
            }
        }
        response.setStatus(status.value());
        return page(maps.get(id), model);
    }

    private String page(Model model) {
        model.addAttribute(
                "maps",
                maps.all().stream()
                        .map(each -> MapPage.of(each, maps.units(each.from()), false, messages, trail))
                        .toList());
        return "maps/maps";
    }

    private String page(UnitMaps.Dated dated, Model model) {
        model.addAttribute(
                "page",
                MapPage.of(
                        dated, maps.units(dated.from()), !dated.kept() && maps.taken(dated.from()), messages, trail));
        return "maps/map";
    }
}
