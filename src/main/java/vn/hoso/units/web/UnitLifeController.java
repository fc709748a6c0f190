package vn.hoso.units.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.security.MayViewUnits;
import vn.hoso.security.Role;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.ContactPersons;
import vn.hoso.units.ReorganisationQueries;
import vn.hoso.units.UnitKind;
import vn.hoso.units.UnitMonths;
import vn.hoso.units.UnitProblem;
import vn.hoso.units.UnitQueries;
import vn.hoso.units.UnitQueries.Life;
import vn.hoso.units.UnitReporters;
import vn.hoso.units.UnitService;
import vn.hoso.units.UnitWords;

/** A unit's life: what it was called, who reports for it, and its changes from a day on. */
@Controller
class UnitLifeController {

    private static final String FORM = "form";
    private static final String ENDING = "ending";

    private final UnitQueries units;
    private final UnitService service;
    private final UnitReporters reporters;
    private final UnitMonths months;
    private final ReorganisationQueries acts;
    private final ContactPersons contacts;
    private final PageMessages messages;
    private final Clock clock;

    UnitLifeController(
            UnitQueries units,
            UnitService service,
            UnitReporters reporters,
            UnitMonths months,
            ReorganisationQueries acts,
            ContactPersons contacts,
            PageMessages messages,
            Clock clock) {
        this.units = units;
        this.service = service;
        this.reporters = reporters;
        this.months = months;
        this.acts = acts;
        this.contacts = contacts;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A unit's end as typed.
     *
     * @param end the first day on which it is no more, empty: it goes on
     * @param seen the unit's version that the page showed
     */
    record EndForm(String end, @Nullable Integer seen) {

        /** A field that was not sent is empty. */
        EndForm {
            end = Objects.requireNonNullElse(end, "").strip();
        }

        boolean readable() {
            return end.isEmpty() || DateInput.read(end) != null;
        }

        @Nullable
        LocalDate day() {
            return DateInput.read(end);
        }
    }

    /**
     * A unit that is to be removed.
     *
     * @param seen the unit's version that the page showed
     */
    record RemovalForm(@Nullable Integer seen) {}

    /** The life; with a version, the form that corrects it instead of one that changes the unit from a day on. */
    @MayViewUnits
    @GetMapping("/units/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long version,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Life life = units.life(id);
        model.addAttribute(
                FORM,
                life.versions().stream()
                        .filter(each -> version != null && each.id() == version)
                        .findFirst()
                        .map(each -> UnitForm.of(each.from(), each.id(), life.version(), each))
                        .orElseGet(() -> change(life)));
        return page(life, reader, model);
    }

    @MaySetUp
    @PostMapping("/units/{id}")
    String keep(
            @PathVariable long id,
            @Valid @ModelAttribute(FORM) UnitForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        UnitWords words = form.words(units.kinds(), units.life(id).versions(), errors);
        List<UnitProblem> problems = words == null
                ? List.of()
                : service.keep(id, form.corrected(), DateInput.day(form.from()), words, seen(form.seen()), by);
        UnitForm.report(problems, errors);
        if (words != null && problems.isEmpty()) {
            after.addFlashAttribute("done", messages.of("register.done.kept", words.name()));
            return "redirect:/units/" + id;
        }
        return refused(units.life(id), problems, response, by, model);
    }

    @MaySetUp
    @PostMapping("/units/{id}/end")
    String end(
            @PathVariable long id,
            @Valid @ModelAttribute(ENDING) EndForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (!form.readable()) {
            errors.rejectValue("end", "register.problem.from");
        }
        LocalDate day = form.day();
        List<UnitProblem> problems = errors.hasErrors() ? List.of() : service.end(id, day, seen(form.seen()), by);
        UnitForm.report(problems, errors);
        Life life = units.life(id);
        if (!errors.hasErrors()) {
            String name = life.last().words().name();
            after.addFlashAttribute(
                    "done",
                    day == null
                            ? messages.of("register.done.resumed", name)
                            : messages.of("register.done.ended", name, Formats.date(day)));
            return "redirect:/units/" + id;
        }
        return refused(life, problems, response, by, model);
    }

    @MaySetUp
    @PostMapping("/units/{id}/removal")
    String remove(
            @PathVariable long id,
            @Valid @ModelAttribute("removal") RemovalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            throw new UserFacingException(HttpStatus.CONFLICT, "register.problem.meanwhile");
        }
        String name = units.life(id).last().words().name();
        service.remove(id, seen(form.seen()), by);
        after.addFlashAttribute("done", messages.of("register.done.removed", name));
        return "redirect:/units";
    }

    private static int seen(@Nullable Integer version) {
        return version == null ? -1 : version;
    }

    private UnitForm change(Life life) {
        return UnitForm.of(LocalDate.now(clock), null, life.version(), life.last());
    }

    /** What was typed stays in its form; where somebody else was quicker, what the unit is called now is shown with it. */
    private String refused(
            Life life, List<UnitProblem> problems, HttpServletResponse response, CurrentUser by, Model model) {
        boolean conflict = problems.stream().anyMatch(UnitProblem::isConflict);
        response.setStatus((conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        if (conflict) {
            model.addAttribute("latest", life.last().words());
        }
        return page(life, by, model);
    }

    private String page(Life life, CurrentUser reader, Model model) {
        if (!model.containsAttribute(FORM)) {
            model.addAttribute(FORM, change(life));
        }
        if (!model.containsAttribute(ENDING)) {
            model.addAttribute(ENDING, new EndForm(Objects.toString(life.last().end(), ""), life.version()));
        }
        List<UnitKind> kinds = units.kinds();
        model.addAttribute(
                "page",
                UnitView.of(
                        life,
                        kinds,
                        reporters.findByUnit(life.id()),
                        months.findByUnit(life.id()),
                        reader.role() == Role.ADMINISTRATOR,
                        messages));
        model.addAttribute(
                "acts",
                acts.findByUnit(life.id()).stream()
                        .map(each -> ReorganisationView.about(life.id(), each, messages))
                        .toList());
        model.addAttribute("contact", contacts.find(life.id()));
        model.addAttribute("seen", life.version());
        model.addAttribute("kinds", kinds);
        model.addAttribute("groups", units.groups());
        return "units/unit";
    }
}
