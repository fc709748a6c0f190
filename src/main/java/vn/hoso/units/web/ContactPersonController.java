package vn.hoso.units.web;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserText;
import vn.hoso.units.ContactPerson;
import vn.hoso.units.ContactPersons;
import vn.hoso.units.UnitProblem;
import vn.hoso.units.UnitQueries;
import vn.hoso.units.UnitQueries.Life;

/** Whom to call about a unit. */
@Controller
class ContactPersonController {

    private static final String FORM = "form";

    private final UnitQueries units;
    private final ContactPersons contacts;
    private final PageMessages messages;

    ContactPersonController(UnitQueries units, ContactPersons contacts, PageMessages messages) {
        this.units = units;
        this.contacts = contacts;
        this.messages = messages;
    }

    /**
     * The person and the telephone as typed, each empty to take it away.
     *
     * @param seen the unit's version that the page showed
     */
    record ContactForm(
            @Size(max = 100, message = "{register.problem.contact.name}")
            String name,

            @Pattern(regexp = "|" + ContactPerson.PHONE, message = "{register.problem.contact.phone}")
            String phone,

            @Nullable Integer seen) {

        /** Blanks around them mean nothing; what was not sent is empty. */
        ContactForm {
            name = Objects.requireNonNullElse(name, "");
            phone = UserText.kept(Objects.requireNonNullElse(phone, ""));
        }

        ContactPerson contact() {
            String kept = UserText.keptName(name);
            return new ContactPerson(kept.isEmpty() ? null : kept, phone.isEmpty() ? null : phone);
        }
    }

    @MaySetUp
    @GetMapping("/units/{id}/contact")
    String show(@PathVariable long id, Model model) {
        Life life = units.life(id);
        ContactPerson now = contacts.find(id);
        model.addAttribute(
                FORM,
                new ContactForm(
                        Objects.requireNonNullElse(now.name(), ""),
                        Objects.requireNonNullElse(now.phone(), ""),
                        life.version()));
        return page(life, model);
    }

    @MaySetUp
    @PostMapping("/units/{id}/contact")
    String keep(
            @PathVariable long id,
            @Valid @ModelAttribute(FORM) ContactForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (!UserText.isPlainName(UserText.kept(form.name())) || UserText.hasInvisible(form.name())) {
            errors.rejectValue("name", "register.problem.contact.name");
        }
        List<UnitProblem> problems = errors.hasErrors()
                ? List.of()
                : contacts.keep(id, form.contact(), form.seen() == null ? -1 : form.seen(), by);
        UnitForm.report(problems, errors);
        Life life = units.life(id);
        if (!errors.hasErrors()) {
            after.addFlashAttribute(
                    "done",
                    messages.of("register.done.contact", life.last().words().name()));
            return "redirect:/units/" + id;
        }
        response.setStatus((problems.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
        return page(life, model);
    }

    private String page(Life life, Model model) {
        model.addAttribute("unit", life.last().words().name());
        model.addAttribute("id", life.id());
        model.addAttribute("seen", life.version());
        return "units/contact";
    }
}
