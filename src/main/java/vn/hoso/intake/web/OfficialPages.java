package vn.hoso.intake.web;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.intake.ExplanationQueries;
import vn.hoso.intake.IntakeQueries;
import vn.hoso.intake.PaperIntake;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** An official's page, as it is looked at and as a form on it is shown again. */
@Component
class OfficialPages {

    static final String FORM = "form";

    private final IntakeQueries intake;
    private final ExplanationQueries explanations;
    private final EntryWindows windows;
    private final AuditTrail audit;
    private final PageMessages wording;

    OfficialPages(
            IntakeQueries intake,
            ExplanationQueries explanations,
            EntryWindows windows,
            AuditTrail audit,
            PageMessages wording) {
        this.intake = intake;
        this.explanations = explanations;
        this.windows = windows;
        this.audit = audit;
        this.wording = wording;
    }

    /** The period's officials, as far as the reader may see them. */
    PaperIntake found(PeriodFilter filter, CurrentUser reader) {
        filter.asked();
        Integer year = filter.year();
        return intake.find(year == null ? null : windows.checked(year), filter.spanShown(), filter.month(), reader);
    }

    /**
     * One of them.
     *
     * @throws UserFacingException with 404 if there is none for this reader
     */
    Official official(PaperIntake found, long unit, String token) {
        return found.find(unit, token)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "intake.refused.unknown"));
    }

    /** The page; that it was looked at is told. */
    String page(PaperIntake found, Official who, PeriodFilter filter, int page, CurrentUser reader, Model model) {
        long last = (who.total().paper() + PeopleChoice.ROWS - 1) / PeopleChoice.ROWS;
        PeopleChoice list = new PeopleChoice(null, null, null, null, (int) Math.min(page, Math.max(1, last)));
        if (!model.containsAttribute(FORM)) {
            model.addAttribute(FORM, ExplanationForm.empty(who));
        }
        model.addAttribute(
                "explains", reader.mayEnter(who.unitId()) && who.total().paper() > 0);
        model.addAttribute(
                "aboutMonths",
                who.months().keySet().stream()
                        .map(each -> new PeopleChoice.Option(each.toString(), Formats.month(each), false))
                        .toList());
        ExplanationView.show(explanations.of(who, found.period(), reader), reader, wording, model);
        model.addAttribute(
                "page",
                OfficialView.of(
                        found,
                        who,
                        intake.procedures(found.period(), who.unitId(), who, reader),
                        intake.dossiers(found.period(), who, PeopleChoice.ROWS, list.from(), reader),
                        list,
                        filter,
                        wording));
        audit.recordApart(
                reader,
                // The trail is read for ever and by administrators: the official as their address calls them, not their
                // name.
                TrailEntry.of("people.opened", who.name() == null ? "–" : who.token(), subject(found.period()))
                        .units(Set.of(who.unitId())));
        return "intake/official";
    }

    static String subject(ReportingPeriod period) {
        return period.from().equals(period.to()) ? period.to().toString() : period.from() + "/" + period.to();
    }
}
