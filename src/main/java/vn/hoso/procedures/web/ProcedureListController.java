package vn.hoso.procedures.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.procedures.Procedure;
import vn.hoso.procedures.Procedure.Listed;
import vn.hoso.procedures.ProcedureCatalogue;
import vn.hoso.procedures.ProcedureCatalogue.Comparison;
import vn.hoso.procedures.ProcedureList;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.procedures.web.ProcedureForms.ListForm;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.ListInput;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** A list of procedures from a file or a spreadsheet: held against the catalogue first, then taken over as a whole. */
@Controller
class ProcedureListController {

    private static final String FORM = "form";
    private static final int SHOWN = 200;

    private final ProcedureCatalogue catalogue;
    private final PageMessages messages;
    private final Clock clock;

    ProcedureListController(ProcedureCatalogue catalogue, PageMessages messages, Clock clock) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
    }

    /** A procedure that is new or differs. */
    record Line(String code, String name, String field, String serviceClass, String result) {}

    /** What the list would change. */
    record View(List<Line> lines, String summary, @Nullable String more, boolean nothing) {}

    @MayReview
    @GetMapping("/procedures/list")
    String show(Model model) {
        model.addAttribute(
                FORM, new ListForm(LocalDate.now(clock).withDayOfYear(1).toString(), "", "", false));
        return "procedures/list";
    }

    @MayReview
    @PostMapping("/procedures/list")
    String take(
            @Valid @ModelAttribute(FORM) ListForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after)
            throws IOException {
        ListInput input = ListInput.of(
                form.lines(), file, (name, bytes) -> lines(ProcedureList.find(name, bytes, by.id()), model), errors);
        try {
            if (!errors.hasErrors()) {
                String lines = input.lines();
                if (lines.isBlank()) {
                    throw new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "procedures.refused.empty");
                }
                model.addAttribute("brought", lines);
                LocalDate from = DateInput.day(form.from());
                List<Listed> list = ProcedureList.read(lines);
                if (input.applies(form.apply())) {
                    Comparison taken = catalogue.take(list, from, form.basis(), by);
                    after.addFlashAttribute(
                            "done",
                            withUnclear(
                                    messages.of(
                                            "procedures.applied",
                                            Formats.count(taken.added().size()),
                                            Formats.count(taken.changed().size())),
                                    taken));
                    return "redirect:/procedures";
                }
                model.addAttribute("preview", view(catalogue.compare(list, from), from));
                return "procedures/list";
            }
        } catch (UserFacingException unreadable) {
            errors.rejectValue("lines", unreadable.messageKey(), unreadable.args(), null);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "procedures/list";
    }

    /** The lines of a file, after its other sheets are named. */
    private String lines(ProcedureList.Found found, Model model) {
        if (!found.unread().isEmpty()) {
            model.addAttribute(
                    "unread", messages.of("procedures.unread", found.sheet(), String.join("”, “", found.unread())));
        }
        return found.lines();
    }

    private View view(Comparison comparison, LocalDate from) {
        List<Line> lines = Stream.of(
                        comparison.unclear().stream()
                                .map(each -> line(each, messages.of("procedures.preview.unclear"))),
                        comparison.added().stream().map(each -> line(each, messages.of(fresh(each)))),
                        comparison.changed().entrySet().stream()
                                .map(each -> line(
                                        each.getValue(),
                                        messages.of("procedures.preview.now", now(each.getKey(), from)))))
                .flatMap(each -> each)
                .toList();
        return new View(
                lines.stream().limit(SHOWN).toList(),
                withUnclear(
                        messages.of(
                                "procedures.preview.result",
                                Formats.count(comparison.added().size()),
                                Formats.count(comparison.changed().size()),
                                Formats.count(comparison.same())),
                        comparison),
                lines.size() > SHOWN
                        ? messages.of("procedures.preview.shown", Formats.count(SHOWN), Formats.count(lines.size()))
                        : null,
                comparison.nothing());
    }

    private static String fresh(Listed added) {
        return added.code() == null ? "procedures.preview.new.uncoded" : "procedures.preview.new";
    }

    /** With how many rows without a code were left, where any were. */
    private String withUnclear(String said, Comparison comparison) {
        int left = comparison.unclear().size();
        return left == 0 ? said : said + " " + messages.of("procedures.preview.left", Formats.count(left));
    }

    private String now(Procedure procedure, LocalDate from) {
        return String.join(
                " · ",
                procedure.coded() ? procedure.code() : "–",
                procedure.name(),
                Objects.requireNonNullElse(procedure.field(), "–"),
                offered(procedure.on(from).orElse(null)));
    }

    private Line line(Listed listed, String result) {
        return new Line(
                Objects.requireNonNullElse(listed.code(), "–"),
                listed.name(),
                Objects.requireNonNullElse(listed.field(), "–"),
                offered(listed.serviceClass()),
                result);
    }

    private String offered(@Nullable ServiceClass serviceClass) {
        return messages.of("procedures.class." + (serviceClass == null ? "none" : serviceClass));
    }
}
