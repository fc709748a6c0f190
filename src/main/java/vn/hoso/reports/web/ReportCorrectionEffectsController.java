package vn.hoso.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.figures.CorrectionQueries;
import vn.hoso.figures.CorrectionQueries.Correction;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.presentation.PeriodView;
import vn.hoso.reports.ReportDrafts;
import vn.hoso.reports.RestatementService;
import vn.hoso.reports.RestatementService.Effects;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.security.UserAccessLoader;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** What a proposed correction would do to results and issued reports, where its reviewer decides. */
@Controller
class ReportCorrectionEffectsController {

    private final ReportDrafts drafts;
    private final CorrectionQueries corrections;
    private final RestatementService restatements;
    private final ReturnCalendarSettings calendars;
    private final UserAccessLoader users;
    private final PageMessages wording;

    ReportCorrectionEffectsController(
            ReportDrafts drafts,
            CorrectionQueries corrections,
            RestatementService restatements,
            ReturnCalendarSettings calendars,
            UserAccessLoader users,
            PageMessages wording) {
        this.calendars = calendars;
        this.users = users;
        this.wording = wording;
        this.drafts = drafts;
        this.corrections = corrections;
        this.restatements = restatements;
    }

    /**
     * What the page shows.
     *
     * @param period the year as far as figures reach, in words
     * @param path address of the unit's corrections
     * @param approvable whether the reader may approve: another person proposed, and the figures are still the same
     * @param own whether the reader proposed it
     */
    record EffectsPage(
            long id,
            String period,
            String month,
            String unit,
            String path,
            List<ReportChangesView.Line> changes,
            String reason,
            String proposed,
            boolean approvable,
            boolean own,
            boolean outdated,
            ReportChangesView.Scope district,
            ReportChangesView.Scope unitScope,
            List<Touched> reports) {}

    /** An issued report that counted the month. */
    record Touched(
            long id,
            String term,
            String named,
            ReportChangesView.Scope district,
            ReportChangesView.@Nullable Scope unit) {}

    @GetMapping("/reports/{year}/corrections/{id}")
    @MayViewWholeDistrict
    String show(
            @PathVariable String year,
            @PathVariable long id,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        int of = drafts.year(year);
        Correction correction = corrections
                .one(id, reader)
                .filter(found -> found.month().getYear() == of)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "reports.correction.not-found"));
        String path = "/figures/" + correction.month() + "/" + correction.unitId() + "/corrections";
        if (!correction.pending()) {
            return "redirect:" + path;
        }
        model.addAttribute("page", page(correction, path, reader, restatements.effects(correction, reader)));
        return "reports/correction";
    }

    private EffectsPage page(Correction correction, String path, CurrentUser reader, Effects effects) {
        boolean own = correction.proposedBy() == reader.id();
        return new EffectsPage(
                correction.id(),
                PageMessages.uncapitalised(PeriodView.name(effects.period(), wording)),
                Formats.month(calendars.days(correction.month())),
                correction.unit(),
                path,
                ReportChangesView.figures(correction.before(), correction.after()),
                correction.reason(),
                correction.proposedByName() + ", " + Formats.time(correction.proposedAt()),
                users.mayApprove(reader, correction.proposedBy()) && !correction.outdated(),
                own,
                correction.outdated(),
                ReportChangesView.scope(effects.district()),
                ReportChangesView.scope(effects.unit()),
                effects.reports().stream()
                        .map(touched -> new Touched(
                                touched.report().id(),
                                touched.report().term().address(),
                                touched.report().named(),
                                ReportChangesView.scope(touched.district()),
                                touched.unit() == null ? null : ReportChangesView.scope(touched.unit())))
                        .toList());
    }
}
