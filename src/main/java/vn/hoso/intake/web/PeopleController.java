package vn.hoso.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import vn.hoso.audit.UnitNameLookup;
import vn.hoso.intake.IntakeQueries;
import vn.hoso.intake.PaperIntake;
import vn.hoso.intake.web.PeopleChoice.View;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewOfficials;
import vn.hoso.security.Role;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserFacingException;

/** Paper though online by receiving official. Whoever looks leaves a line in the trail, one for each page and file. */
@Controller
class PeopleController {

    private final IntakeQueries intake;
    private final OfficialPages pages;
    private final UnitNameLookup unitNames;
    private final AuditTrail audit;
    private final PageMessages wording;

    PeopleController(
            IntakeQueries intake,
            OfficialPages pages,
            UnitNameLookup unitNames,
            AuditTrail audit,
            PageMessages wording) {
        this.intake = intake;
        this.pages = pages;
        this.unitNames = unitNames;
        this.audit = audit;
        this.wording = wording;
    }

    @GetMapping(PeopleView.PATH)
    @MayViewOfficials
    String people(
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute PeopleChoice choice,
            @AuthenticationPrincipal CurrentUser reader,
            HttpServletResponse response,
            Model model) {
        PeopleAnswer answer = answer(filter, choice, reader);
        if (answer.unit().wrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("page", answer.page(back(answer, reader)));
        audit.recordApart(
                reader,
                TrailEntry.of(
                                "people.looked",
                                OfficialPages.subject(answer.intake().period()),
                                detail(answer.choice()))
                        .units(concerned(answer.choice(), reader)));
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
                                format + ", " + detail(answer.choice()))
                        .units(concerned(answer.choice(), reader)));
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
        UnitField unit = choice.field(offered(found, choice.unitText() != null));
        PeopleChoice resolved = choice.resolved(unit);
        return new PeopleAnswer(
                found,
                reader.seesAllUnits(),
                resolved.shown() == View.PROCEDURES
                        ? intake.procedures(found.period(), resolved.unit(), null, reader)
                        : List.of(),
                resolved,
                unit,
                filter,
                wording);
    }

    /**
     * The units of the period's dossiers.
     *
     * @param typed whether one of them was typed
     */
    private UnitOptions offered(PaperIntake found, boolean typed) {
        Map<Long, String> names = new LinkedHashMap<>();
        found.units().forEach(each -> names.put(each.unitId(), each.unit()));
        return UnitOptions.named(
                names,
                typed ? unitNames.all() : null,
                found.period().from().atDay(1),
                found.period().to().atEndOfMonth());
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
