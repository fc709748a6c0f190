package vn.hoso.targets.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;
import vn.hoso.targets.InstrumentDraft;
import vn.hoso.targets.InstrumentService;

/** The documents that targets rest on: listed, added, put right. */
@Controller
class InstrumentController {

    private static final String FORM = "form";
    private static final String ADDRESS = "/targets/instruments";

    private final InstrumentService service;
    private final PageMessages messages;

    InstrumentController(InstrumentService service, PageMessages messages) {
        this.service = service;
        this.messages = messages;
    }

    /**
     * A document as typed.
     *
     * @param instrument the document that is changed, null for a new one
     * @param seen the state of it which the page showed
     */
    record InstrumentForm(
            @Nullable Long instrument,
            @Nullable Integer seen,

            @PlainText(max = 60, name = true, message = "{targets.problem.number}")
            String number,

            @PlainText(max = 200, name = true, message = "{targets.problem.issuer}")
            String issuer,

            String issuedOn,

            @PlainText(max = 500, name = true, message = "{targets.problem.title}")
            String title,

            @Size(max = 500, message = "{targets.problem.link}")
            @Pattern(regexp = "\\s*|\\s*https?://[^\\s\"<>]+\\s*", message = "{targets.problem.link}")
            String link,

            @Nullable Long replacedBy) {

        static final InstrumentForm BLANK = new InstrumentForm(null, null, "", "", "", "", "", null);

        /** Fields that were not sent are empty. */
        InstrumentForm {
            number = Objects.requireNonNullElse(number, "");
            issuer = Objects.requireNonNullElse(issuer, "");
            title = Objects.requireNonNullElse(title, "");
            link = Objects.requireNonNullElse(link, "");
            issuedOn = Objects.requireNonNullElse(issuedOn, "");
        }

        static InstrumentForm of(InstrumentService.Kept kept) {
            InstrumentDraft draft = kept.draft();
            return new InstrumentForm(
                    kept.id(),
                    kept.version(),
                    draft.number(),
                    draft.issuer(),
                    draft.issuedOn() == null ? "" : draft.issuedOn().toString(),
                    draft.title(),
                    Objects.requireNonNullElse(draft.link(), ""),
                    draft.replacedBy());
        }

        InstrumentDraft draft() {
            String kept = UserText.kept(link);
            return new InstrumentDraft(
                    UserText.kept(number),
                    UserText.kept(issuer),
                    DateInput.read(issuedOn),
                    UserText.kept(title),
                    kept.isEmpty() ? null : kept,
                    replacedBy);
        }
    }

    /** A document as the list shows it. */
    record Line(
            long id,
            String number,
            String issuer,
            @Nullable String issuedOn,
            String title,
            @Nullable String link,
            @Nullable String replacedBy) {}

    @MaySetUp
    @GetMapping("/targets/instruments")
    String show(@RequestParam(required = false) @Nullable Long instrument, Model model) {
        List<InstrumentService.Kept> all = service.all();
        model.addAttribute(
                FORM,
                all.stream()
                        .filter(each -> instrument != null && each.id() == instrument)
                        .findFirst()
                        .map(InstrumentForm::of)
                        .orElse(InstrumentForm.BLANK));
        return page(all, model);
    }

    @MaySetUp
    @PostMapping("/targets/instruments")
    String keep(
            @Valid @ModelAttribute(FORM) InstrumentForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!form.issuedOn().isBlank() && DateInput.read(form.issuedOn()) == null) {
            errors.rejectValue("issuedOn", "targets.problem.issuedOn");
        }
        if (!errors.hasErrors()) {
            switch (service.keep(form.instrument(), form.seen(), form.draft(), by)) {
                case NUMBER_TAKEN -> errors.rejectValue("number", "targets.problem.number-taken");
                case REPLACES_ITSELF -> errors.rejectValue("replacedBy", "targets.problem.replaced-by");
                case CHANGED_MEANWHILE -> {
                    status = HttpStatus.CONFLICT;
                    model.addAttribute(
                            "latest",
                            service.all().stream()
                                    .filter(each -> Objects.equals(each.id(), form.instrument()))
                                    .findFirst()
                                    .map(InstrumentForm::of)
                                    .orElse(null));
                }
                default -> {
                    after.addFlashAttribute(
                            "done", messages.of("targets.instrument.done", UserText.kept(form.number())));
                    return "redirect:" + ADDRESS;
                }
            }
        }
        response.setStatus(status.value());
        return page(service.all(), model);
    }

    private static String page(List<InstrumentService.Kept> all, Model model) {
        model.addAttribute(
                "instruments", all.stream().map(each -> line(each, all)).toList());
        return "targets/instruments";
    }

    private static Line line(InstrumentService.Kept kept, List<InstrumentService.Kept> all) {
        InstrumentDraft draft = kept.draft();
        return new Line(
                kept.id(),
                draft.number(),
                draft.issuer(),
                draft.issuedOn() == null ? null : Formats.date(draft.issuedOn()),
                draft.title(),
                draft.link(),
                all.stream()
                        .filter(each -> Objects.equals(each.id(), draft.replacedBy()))
                        .map(each -> each.draft().number())
                        .findFirst()
                        .orElse(null));
    }
}
