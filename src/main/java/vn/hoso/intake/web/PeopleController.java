package vn.hoso.intake.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.intake.IntakeQueries;
import vn.hoso.intake.PaperIntake;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.intake.web.PeopleChoice.View;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewOfficials;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** Paper though online by receiving official. Whoever looks leaves a line in the trail, one for each page and file. */
@Controller
class PeopleController {

    private final IntakeQueries intake;
    private final EntryWindows windows;
    private final AuditTrail audit;
    private final PageMessages wording;

    PeopleController(IntakeQueries intake, EntryWindows windows, AuditTrail audit, PageMessages wording) {
        this.intake = intake;
        this.windows = windows;
        this.audit = audit;
        this.wording = wording;
    }

    @GetMapping(PeopleView.PATH)
    @MayViewOfficials
    String people(
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute PeopleChoice choice,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        PeopleAnswer answer = answer(filter, choice, reader);
        model.addAttribute("page", answer.page(back(answer, reader)));
        audit.recordApart(
                reader,
                TrailEntry.of("people.looked", subject(answer.intake().period()), detail(choice))
                        .units(concerned(choice, reader)));
        return "intake/people";
    }

    @GetMapping("/dashboard/paper/people.{format:csv|xlsx}")
    @MayViewOfficials
    ResponseEntity<byte[]> file(
            @PathVariable String format,
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute PeopleChoice choice,
            @AuthenticationPrincipal CurrentUser reader) {
        PeopleAnswer answer = answer(filter, choice, reader);
        audit.recordApart(
                reader,
                TrailEntry.of("people.exported", subject(answer.intake().period()), format + ", " + detail(choice))
                        .units(concerned(choice, reader)));
        return PeopleFile.of(answer).file("nguoi-tiep-nhan", format);
    }

    @GetMapping("/dashboard/paper/people/{unit}/{official}")
    @MayViewOfficials
    String official(
            @PathVariable long unit,
            @PathVariable String official,
            @ModelAttribute PeriodFilter filter,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        PaperIntake found = found(filter, reader);
        Official who = found.find(unit, official)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "intake.refused.unknown"));
        PeopleChoice list = new PeopleChoice(null, null, null, page);
        model.addAttribute(
                "page",
                OfficialView.of(
                        found,
                        who,
                        intake.procedures(found.period(), unit, who, reader),
                        intake.dossiers(found.period(), who, PeopleChoice.ROWS, list.from(), reader),
                        list,
                        filter,
                        wording));
        audit.recordApart(
                reader,
                TrailEntry.of("people.opened", who.name() == null ? "–" : who.name(), subject(found.period()))
                        .units(Set.of(unit)));
        return "intake/official";
    }

    private PeopleAnswer answer(PeriodFilter filter, PeopleChoice choice, CurrentUser reader) {
        if (choice.unit() != null && !reader.maySee(choice.unit())) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "intake.refused.unknown");
        }
        PaperIntake found = found(filter, reader);
        return new PeopleAnswer(
                found,
                choice.shown() == View.PROCEDURES
                        ? intake.procedures(found.period(), choice.unit(), null, reader)
                        : List.of(),
                choice,
                filter,
                wording);
    }

    private PaperIntake found(PeriodFilter filter, CurrentUser reader) {
        filter.asked();
        Integer year = filter.year();
        return intake.find(year == null ? null : windows.checked(year), filter.spanShown(), filter.month(), reader);
    }

    /** The page about all units' paper, for those who may see it. */
    private static @Nullable String back(PeopleAnswer answer, CurrentUser reader) {
        return reader.is(Role.UNIT_STAFF)
                ? null
                : answer.filter()
                        .now()
                        .address("/dashboard/paper", answer.intake().period());
    }

    private static String subject(ReportingPeriod period) {
        return period.from().equals(period.to()) ? period.to().toString() : period.from() + "/" + period.to();
    }

    private static String detail(PeopleChoice choice) {
        return choice.shown().name();
    }

    private static Set<Long> concerned(PeopleChoice choice, CurrentUser reader) {
        if (choice.unit() != null) {
            return Set.of(choice.unit());
        }
        return reader.seesAllUnits() ? Set.of() : reader.unitIds();
    }
}
