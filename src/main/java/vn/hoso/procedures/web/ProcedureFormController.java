package vn.hoso.procedures.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.procedures.Procedure;
import vn.hoso.procedures.ProcedureCatalogue;
import vn.hoso.procedures.ProcedureCatalogue.Outcome;
import vn.hoso.procedures.web.ProcedureForms.ProcedureForm;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** One procedure, which the Office adds or changes. */
@Controller
class ProcedureFormController {

    private static final String FORM = "form";
    private static final String PAGE = "/procedures";

    private final ProcedureCatalogue catalogue;
    private final PageMessages messages;
    private final ProcedureMessages words;
    private final Clock clock;

    ProcedureFormController(ProcedureCatalogue catalogue, PageMessages messages, Clock clock) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
        words = new ProcedureMessages(messages);
    }

    @MayReview
    @GetMapping("/procedures/new")
    String add(Model model) {
        model.addAttribute(FORM, ProcedureForm.blank(LocalDate.now(clock).withDayOfYear(1)));
        return page(null, model);
    }

    @MayReview
    @PostMapping("/procedures")
    String add(
            @Valid @ModelAttribute(FORM) ProcedureForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        return keep(null, form, errors, by, response, model, after);
    }

    @MayReview
    @GetMapping("/procedures/{id}")
    String change(@PathVariable long id, Model model) {
        Procedure procedure = find(id);
        model.addAttribute(FORM, ProcedureForm.of(procedure, LocalDate.now(clock)));
        return page(procedure, model);
    }

    @MayReview
    @PostMapping("/procedures/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute(FORM) ProcedureForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        return keep(find(id), form, errors, by, response, model, after);
    }

    private Procedure find(long id) {
        return catalogue
                .find(id)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "procedures.refused.unknown"));
    }

    private String keep(
            @Nullable Procedure before,
            ProcedureForm form,
            BindingResult errors,
            CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (!errors.hasErrors() && Procedure.keyOf(form.name()).isEmpty()) {
            errors.rejectValue("name", "procedures.problem.name");
        }
        if (before != null && !before.classes().isEmpty() && form.serviceClass().isEmpty()) {
            errors.rejectValue("serviceClass", "procedures.problem.class.known");
        }
        if (!errors.hasErrors() && before != null && form.overwrites(before)) {
            errors.rejectValue("from", "procedures.problem.overwrites");
        }
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            Outcome outcome = catalogue.keep(
                    before == null ? null : before.id(),
                    Objects.requireNonNullElse(form.seen(), -1),
                    form.typed(),
                    form.day(),
                    form.basis(),
                    by);
            if (outcome == Outcome.KEPT) {
                after.addFlashAttribute(
                        "done", messages.of("procedures.kept", form.typed().name()));
                return "redirect:" + PAGE;
            }
            if (outcome == Outcome.TAKEN) {
                errors.rejectValue("code", "procedures.problem.taken");
            } else {
                status = HttpStatus.CONFLICT;
                errors.reject("procedures.problem.meanwhile");
            }
        }
        response.setStatus(status.value());
        return page(before == null ? null : find(before.id()), model);
    }

    private String page(@Nullable Procedure procedure, Model model) {
        ProcedureForm form = (ProcedureForm) Objects.requireNonNull(model.getAttribute(FORM));
        model.addAttribute("procedure", procedure);
        model.addAttribute("classes", words.classes(form.serviceClass(), "procedures.class.none"));
        model.addAttribute(
                "history",
                procedure == null
                        ? List.of()
                        : procedure.classes().stream().map(words::offered).toList());
        return "procedures/procedure";
    }
}
