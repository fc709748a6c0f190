package vn.hoso.reports.web;

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
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.organisation.Organisations;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.reports.LetterLateReturnQueries;
import vn.hoso.reports.LetterLateReturnQueries.LateUnit;
import vn.hoso.reports.LetterLateReturnQueries.LateYear;
import vn.hoso.reports.Letters;
import vn.hoso.reports.Letters.Shape;
import vn.hoso.results.Results;
import vn.hoso.results.UnitResults;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.Sha256;
import vn.hoso.shared.UserFacingException;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.TargetInForce;
import vn.hoso.targets.TargetRule;

/** Letters that remind units: proposed, edited, kept. */
@Controller
class LetterController {

    /** So many letters of their own are drawn while somebody waits; beyond them one letter with a list does. */
    private static final int MOST_APART = 300;

    private final Results results;
    private final LetterLateReturnQueries late;
    private final Letters letters;
    private final Organisations organisations;
    private final TargetCatalogue targets;
    private final SubmissionDeadlineQueries deadlines;
    private final ReturnCalendarSettings calendars;
    private final EntryWindows windows;
    private final Clock clock;
    private final PageMessages wording;
    private final Acknowledgements done;

    LetterController(
            Results results,
            LetterLateReturnQueries late,
            Letters letters,
            Organisations organisations,
            TargetCatalogue targets,
            SubmissionDeadlineQueries deadlines,
            ReturnCalendarSettings calendars,
            EntryWindows windows,
            Clock clock,
            PageMessages wording,
            Acknowledgements done) {
        this.results = results;
        this.late = late;
        this.letters = letters;
        this.organisations = organisations;
        this.targets = targets;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.windows = windows;
        this.clock = clock;
        this.wording = wording;
        this.done = done;
    }

    /**
     * A letter about to be written.
     *
     * @param unit the unit it goes to; null for all late units
     * @param late those; null where it goes to one unit
     */
    record Draft(
            Shape shape,
            PeriodFilter filter,
            LetterWriter writer,
            @Nullable UnitResults unit,
            @Nullable LateYear late,
            LetterWriter.Proposal proposal) {

        List<Letters.Copy> copies(String subject, String body) {
            return unit == null
                    ? writer.letters(Objects.requireNonNull(late), shape, subject, body)
                    : List.of(writer.letter(unit, subject, body));
        }

        int units() {
            return unitIds().size();
        }

        List<Long> unitIds() {
            return unit == null
                    ? Objects.requireNonNull(late).units().stream()
                            .map(LateUnit::unitId)
                            .toList()
                    : List.of(Objects.requireNonNull(unit.unit().unitId()));
        }

        /** Tells one state of the figures from another: equal while the program would propose the same to the same units. */
        String seen() {
            return Sha256.of(copies(proposal.subject(), proposal.body()).toString());
        }
    }

    /**
     * The letter to a unit. A last day that is none is said so beside its field, and the letter stands with the program's own.
     */
    @GetMapping("/dashboard/units/{id}/letter")
    @MayViewWholeDistrict
    String toUnit(
            @PathVariable long id,
            @ModelAttribute PeriodFilter filter,
            @RequestParam(defaultValue = "") String due,
            @AuthenticationPrincipal CurrentUser reader,
            Model model,
            HttpServletResponse response) {
        return proposed(draft(id, Shape.UNIT, filter.now(), due, reader), 1, reader, model, response);
    }

    /** The letter to all late units of a year: one with their list, or one for each. */
    @GetMapping("/letters/late")
    @MayReview
    String toLate(
            @ModelAttribute PeriodFilter filter,
            @RequestParam(defaultValue = "ANNEX") Shape shape,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal CurrentUser reader,
            Model model,
            HttpServletResponse response) {
        return proposed(draft(null, shape, filter.now(), due, reader), page, reader, model, response);
    }

    /** Keeps a letter with the words typed, unless what it tells of has changed since they were proposed. */
    @PostMapping("/letters")
    @MayReview
    String keep(
            @Valid @ModelAttribute PeriodFilter filter,
            BindingResult period,
            @Valid @ModelAttribute("form") LetterForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (period.hasErrors()) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-request");
        }
        Shape shape = Objects.requireNonNullElse(form.shape(), Shape.ANNEX);
        Draft draft = draft(form.unit(), shape, filter.now(), form.due(), by);
        if (draft.shape() == Shape.EACH && !form.namesWell() && !errors.hasFieldErrors("body")) {
            errors.rejectValue("body", "reports.letter.problem.names");
        }
        if (draft.shape() == Shape.EACH && draft.units() > MOST_APART) {
            errors.reject("reports.letter.problem.many");
        }
        HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors() && (draft.units() == 0 || !draft.seen().equals(form.seen()))) {
            errors.reject("reports.letter.problem.changed");
            refused = HttpStatus.CONFLICT;
        }
        if (errors.hasErrors()) {
            response.setStatus(refused.value());
            return page(draft, 1, by, model);
        }
        long id = letters.keep(
                new Letters.Written(
                        draft.shape(),
                        form.subject(),
                        draft.unitIds(),
                        draft.writer().day().today(),
                        draft.copies(form.subject(), form.body())),
                by);
        after.addFlashAttribute(Acknowledgements.NAME, done.of("reports.letter.kept", by));
        return "redirect:/letters/" + id;
    }

    private Draft draft(@Nullable Long unitId, Shape shape, PeriodFilter filter, String due, CurrentUser reader) {
        LetterDay day = new LetterDay(LocalDate.now(clock), deadlines.deadlines(), calendars.days(), due);
        int year = filter.year() == null ? day.yearOver() : windows.checked(filter.year());
        if (unitId != null) {
            UnitResults found = results.unit(unitId, filter.asked(), reader)
                    .orElseThrow(() -> new UserFacingException(
                            HttpStatus.NOT_FOUND, "dashboard.unit.not-found", String.valueOf(year)));
            LetterWriter writer = new LetterWriter(found.district().organisation(), day, wording.official(), List.of());
            if (found.nobodyAnswers()) {
                throw new UserFacingException(HttpStatus.NOT_FOUND, "reports.letter.refused.succeeded");
            }
            List<LateUnit> owed = LetterStanding.owed(found, late, day.deadlines());
            LetterWriter.Proposal words = writer.toUnit(found, owed, LetterStanding.until(filter, found));
            return new Draft(Shape.UNIT, filter, writer, found, null, words);
        }
        Shape several = shape == Shape.EACH ? shape : Shape.ANNEX;
        LetterWriter writer = new LetterWriter(
                organisations.at(day.today()), day, wording.official(), ofUnits(LocalDate.of(year, 12, 31)));
        LateYear found = late.find(year);
        return new Draft(several, filter, writer, null, found, writer.toLate(found, several));
    }

    /** The targets set from above that ask a percentage of units. */
    private List<Target> ofUnits(LocalDate day) {
        return targets.inForce(day).stream()
                .map(TargetInForce::target)
                .filter(target ->
                        target.rule() != TargetRule.HAS_ARISEN && target.scope().coversUnits() && !target.aspiration())
                .toList();
    }

    private String proposed(Draft draft, int page, CurrentUser reader, Model model, HttpServletResponse response) {
        if (draft.writer().day().wrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        LetterWriter.Proposal words = draft.proposal();
        model.addAttribute("form", new LetterForm(null, null, "", "", words.subject(), words.body()));
        return page(draft, page, reader, model);
    }

    private String page(Draft draft, int page, CurrentUser reader, Model model) {
        model.addAttribute("letter", LetterView.of(draft, page, reader.is(Role.REVIEWER), wording));
        return "reports/letter";
    }
}
