package vn.hoso.figures.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.CorrectionQueries;
import vn.hoso.figures.CorrectionQueries.Correction;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.figures.web.CorrectionView.FigureChangesView;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.security.UserAccessLoader;
import vn.hoso.shared.Formats;

/** Lays out the page on which approved figures are corrected. */
@Component
class CorrectionViewAssembler {

    private final CorrectionQueries corrections;
    private final AskedMeasures asked;
    private final UserAccessLoader users;
    private final FiguresMessages words;

    CorrectionViewAssembler(
            CorrectionQueries corrections, AskedMeasures asked, UserAccessLoader users, FiguresMessages words) {
        this.corrections = corrections;
        this.asked = asked;
        this.users = users;
        this.words = words;
    }

    /**
     * What was typed and refused.
     *
     * @param alert why
     * @param form the typed text, null where nothing was typed
     * @param problems what cannot be read or breaks a rule
     * @param findings what is unusual and explained by no note
     */
    record Refused(
            @Nullable String alert,
            @Nullable CorrectionForm form,
            List<RuleViolation> problems,
            List<UnusualFinding> findings,
            boolean reasonMissing) {

        static final Refused NONE = of(null, null);

        static Refused of(@Nullable String alert, @Nullable CorrectionForm form) {
            return new Refused(alert, form, List.of(), List.of(), false);
        }
    }

    CorrectionView page(UnitMonthLookup.Found place, CurrentUser reader, Refused refused) {
        StoredReturn stored = place.stored();
        List<Correction> all =
                corrections.findCorrections(place.month(), place.unit().id());
        Correction pending =
                all.stream().filter(Correction::pending).findFirst().orElse(null);
        return new CorrectionView(
                Formats.month(place.days()),
                place.month().toString(),
                place.month().getYear(),
                place.unit().id(),
                place.unit().name(),
                FiguresMessages.statusKey(stored),
                words.lock(place.lock()),
                reader.is(Role.REVIEWER),
                reader.is(Role.REVIEWER) || (pending != null && users.mayApprove(reader, pending.proposedBy())),
                refused.alert(),
                form(place, stored, pending, reader, refused),
                pending == null ? null : line(pending, reader),
                all.stream()
                        .filter(each -> !each.pending())
                        .map(each -> line(each, reader))
                        .toList());
    }

    private CorrectionView.@Nullable Form form(
            UnitMonthLookup.Found place,
            @Nullable StoredReturn stored,
            @Nullable Correction pending,
            CurrentUser reader,
            Refused refused) {
        boolean open = pending == null
                && place.lock() == null
                && stored != null
                && stored.status() == ReturnStatus.APPROVED
                && reader.mayEnter(place.unit().id());
        CorrectionForm typed = refused.form();
        if (typed == null && !open) {
            return null;
        }
        ReturnFigures inForce = stored == null ? ReturnFigures.BLANK : stored.figures();
        int version = stored == null ? 0 : stored.version();
        CorrectionForm shown = typed == null ? CorrectionForm.of(version, inForce) : typed;
        return new CorrectionView.Form(
                version,
                asked.at(place.month()).stream()
                        .map(measure -> new CorrectionView.Field(
                                measure.field(),
                                FiguresMessages.labelKey(measure),
                                FiguresMessages.figure(inForce, measure),
                                shown.text().cell(measure),
                                problem(refused, measure)))
                        .toList(),
                shown.text().note(),
                inForce.note() == null ? FiguresMessages.NOTHING : inForce.note(),
                refused.findings().isEmpty() ? problem(refused, null) : words.unexplained(refused.findings()),
                shown.reason(),
                refused.reasonMissing());
    }

    private @Nullable String problem(Refused refused, @Nullable Measure measure) {
        return refused.problems().stream()
                .filter(each -> Objects.equals(each.measure(), measure))
                .findFirst()
                .map(words::problem)
                .orElse(null);
    }

    private CorrectionView.Line line(Correction correction, CurrentUser reader) {
        CorrectionQueries.Decided decided = correction.decision();
        return new CorrectionView.Line(
                correction.id(),
                FigureChangesView.between(correction.before(), correction.after()),
                correction.reason(),
                "figures.correction.state." + correction.state(),
                words.text("figures.changed", correction.proposedByName(), Formats.time(correction.proposedAt())),
                decided == null ? null : words.text("figures.changed", decided.by(), Formats.time(decided.at())),
                decided == null ? null : decided.remark(),
                correction.proposedBy() == reader.id(),
                correction.pending() && correction.outdated(),
                correction.pending()
                        ? corrections.findings(correction).stream()
                                .map(words::finding)
                                .toList()
                        : List.of());
    }
}
