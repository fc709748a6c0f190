package vn.hoso.units.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;
import vn.hoso.units.UnitKind;
import vn.hoso.units.UnitKinds;
import vn.hoso.units.UnitProblem;

/** The kinds of units: their names, order and short forms, changed and added to. */
@Controller
class UnitKindsController {

    private static final String FORM = "form";

    private final UnitKinds kinds;
    private final PageMessages messages;

    UnitKindsController(UnitKinds kinds, PageMessages messages) {
        this.kinds = kinds;
        this.messages = messages;
    }

    /**
     * A kind as typed; the meanings are those of {@link UnitKind}.
     *
     * @param code empty for a new kind
     * @param shortForms parted by commas
     * @param seen the kind's version that the page showed
     */
    record KindForm(
            String code,

            @PlainText(max = 100, name = true, message = "{register.kinds.problem.name}")
            String name,

            @PlainText(max = 100, name = true, message = "{register.kinds.problem.heading}")
            String heading,

            @Size(max = 200, message = "{register.kinds.problem.shortForms}")
            String shortForms,

            @Pattern(regexp = "[1-9][0-9]{0,3}", message = "{register.kinds.problem.place}")
            String place,

            @Nullable Boolean office,
            @Nullable Integer seen) {

        /** Fields that were not sent are empty; a box that is not ticked is not sent. */
        KindForm {
            code = Objects.requireNonNullElse(code, "");
            name = Objects.requireNonNullElse(name, "");
            heading = Objects.requireNonNullElse(heading, "");
            shortForms = Objects.requireNonNullElse(shortForms, "");
            place = Objects.requireNonNullElse(place, "");
            office = Boolean.TRUE.equals(office);
        }

        static KindForm of(UnitKinds.Kept kept) {
            UnitKind kind = kept.kind();
            return new KindForm(
                    kind.code(),
                    kind.name(),
                    kind.heading(),
                    String.join(", ", kind.shortForms()),
                    String.valueOf(kind.place()),
                    kind.office(),
                    kept.version());
        }

        List<String> forms() {
            return Arrays.stream(shortForms.split(","))
                    .map(UserText::kept)
                    .filter(each -> !each.isEmpty())
                    .toList();
        }

        UnitKind kind() {
            return new UnitKind(
                    code,
                    UserText.keptName(name),
                    UserText.keptName(heading),
                    forms(),
                    Integer.parseInt(place),
                    Boolean.TRUE.equals(office));
        }
    }

    /** A kind of the list, and the address that changes it. */
    record Line(String name, String heading, String shortForms, int place, boolean office, int units, String address) {}

    /** The kinds, with the form of the asked one or of a new one. */
    @MaySetUp
    @GetMapping("/units/kinds")
    String show(@RequestParam(defaultValue = "") String kind, Model model) {
        List<UnitKinds.Kept> all = kinds.all();
        model.addAttribute(
                FORM,
                find(all, kind)
                        .map(KindForm::of)
                        .orElseGet(() -> new KindForm("", "", "", "", String.valueOf(next(all)), false, null)));
        return page(all, model);
    }

    @MaySetUp
    @PostMapping("/units/kinds")
    String keep(
            @Valid @ModelAttribute(FORM) KindForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (form.forms().size() > UnitKinds.MOST_SHORT_FORMS || !UserText.isPlainName(form.shortForms())) {
            errors.rejectValue("shortForms", "register.kinds.problem.shortForms");
        }
        if (UserText.hasInvisible(form.name())) {
            errors.rejectValue("name", "register.kinds.problem.name");
        }
        if (!errors.hasErrors()) {
            Optional<UnitProblem> problem = kinds.keep(form.kind(), form.seen(), by);
            if (problem.isEmpty()) {
                after.addFlashAttribute("done", messages.of("register.kinds.done", UserText.kept(form.name())));
                return "redirect:/units/kinds";
            }
            UnitForm.report(List.of(problem.get()), errors);
            if (problem.get().isConflict()) {
                status = HttpStatus.CONFLICT;
                find(kinds.all(), form.code())
                        .map(KindForm::of)
                        .ifPresent(latest -> model.addAttribute("latest", latest));
            }
        }
        response.setStatus(status.value());
        return page(kinds.all(), model);
    }

    private static Optional<UnitKinds.Kept> find(List<UnitKinds.Kept> all, String code) {
        return all.stream().filter(each -> each.kind().code().equals(code)).findFirst();
    }

    private static int next(List<UnitKinds.Kept> all) {
        return all.isEmpty()
                ? 10
                : Math.min(9_999, all.get(all.size() - 1).kind().place() + 10);
    }

    private static String page(List<UnitKinds.Kept> all, Model model) {
        model.addAttribute(
                "kinds",
                all.stream()
                        .map(each -> new Line(
                                each.kind().name(),
                                each.kind().heading(),
                                String.join(", ", each.kind().shortForms()),
                                each.kind().place(),
                                each.kind().office(),
                                each.units(),
                                "/units/kinds?kind=" + each.kind().code() + "#kind"))
                        .toList());
        return "units/kinds";
    }
}
