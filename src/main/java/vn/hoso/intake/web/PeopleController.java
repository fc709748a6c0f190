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
import vn.hoso.intake.web.PeopleChoice.View;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewOfficials;
import vn.hoso.security.Role;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** Paper though online by receiving official. Whoever looks leaves a line in the trail, one for each page and file. */
@Controller
class PeopleController {

    private final IntakeQueries intake;
    private final OfficialPages pages;
    private final AuditTrail audit;
    private final PageMessages wording;

    PeopleController(IntakeQueries intake, OfficialPages pages, AuditTrail audit, PageMessages wording) {
        this.intake = intake;
        this.pages = pages;
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
                TrailEntry.of(
                                "people.looked",
                                OfficialPages.subject(answer.intake().period()),
                                detail(choice))
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
                TrailEntry.of(
                                "people.exported",
                                OfficialPages.subject(answer.intake().period()),
                                format + ", " + detail(choice))
                        .units(concerned(choice, reader)));
        String period = OfficialPages.subject(answer.intake().period()).replace("/", "-den-");
        return PeopleFile.of(answer).file("nguoi-tiep-nhan-" + period, format);
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
        PaperIntake found = pages.found(filter, reader);
        return pages.page(found, pages.official(found, unit, official), filter, page, reader, model);
    }

    private PeopleAnswer answer(PeriodFilter filter, PeopleChoice choice, CurrentUser reader) {
        if (choice.unit() != null && !reader.maySee(choice.unit())) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "intake.refused.unknown");
        }
        PaperIntake found = pages.found(filter, reader);
        return new PeopleAnswer(
                found,
                reader.seesAllUnits(),
                choice.shown() == View.PROCEDURES
                        ? intake.procedures(found.period(), choice.unit(), null, reader)
                        : List.of(),
                choice,
                filter,
                wording);
    }

    /** The page about all units' paper, for those who may see it. */
    private static @Nullable String back(PeopleAnswer answer, CurrentUser reader) {
        return reader.is(Role.UNIT_STAFF)
                ? null
                : answer.filter()
                        .now()
                        .address("/dashboard/paper", answer.intake().period());
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
