package vn.hoso.reports;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.figures.CountedReturnQueries;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.reports.ReportIssuing.Made;
import vn.hoso.reports.ReportIssuing.Outcome;
import vn.hoso.reports.ReportIssuing.Reasons;
import vn.hoso.reports.ReportIssuing.Wish;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.results.ResultsGeography;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.RetriedOnConflict;

/** Stores an issued report and its files with the trail's line, or nothing. */
@Component
class IssueTransaction {

    private final ReportDrafts drafts;
    private final IssuedReports issued;
    private final CountedReturnQueries counted;
    private final StoredReports stored;
    private final AuditTrail audit;
    private final Clock clock;

    IssueTransaction(
            ReportDrafts drafts,
            IssuedReports issued,
            CountedReturnQueries counted,
            StoredReports stored,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.issued = issued;
        this.counted = counted;
        this.stored = stored;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Issues what was made, if the draft is still the one that was seen.
     *
     * @param made what the report will be; null where the draft was another already
     */
    // One snapshot: the revisions named are the very ones that the results added up.
    @RetriedOnConflict
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Outcome issue(Wish wish, @Nullable Made made, CurrentUser by) {
        audit.hold();
        ReportDraft draft = drafts.draft(wish.term(), ResultsGeography.AS_REPORTED, by);
        IssuedReport latest = issued.latest(wish.term()).orElse(null);
        if ((latest == null ? 0 : latest.id()) != wish.previousId()) {
            return issuedBefore(latest, wish, by)
                    ? new Outcome.Issued(Objects.requireNonNull(latest).id())
                    : new Outcome.Changed();
        }
        if (made == null || !ReportIssuing.fingerprint(draft).equals(wish.seen())) {
            return new Outcome.Changed();
        }
        if (draft.results().provisional() && wish.reason() == null) {
            return new Outcome.ReasonMissing();
        }
        if (ReportIssuing.replaced(draft, latest).isPresent() && wish.replacement() == null) {
            return new Outcome.ReplacementReasonMissing();
        }
        Reasons reasons = Reasons.of(wish, draft, latest);
        ReportDraft last = reasons.last(draft, latest);
        return DraftSnapshot.write(last).equals(made.inputs())
                ? new Outcome.Issued(store(last, latest, reasons, made, by))
                : new Outcome.Changed();
    }

    private static boolean issuedBefore(@Nullable IssuedReport latest, Wish wish, CurrentUser by) {
        return latest != null
                && latest.issuedBy() == by.id()
                && Objects.requireNonNullElse(latest.previousId(), 0L) == wish.previousId();
    }

    private long store(ReportDraft draft, @Nullable IssuedReport previous, Reasons reasons, Made made, CurrentUser by) {
        StoredReport report = new StoredReport(
                draft,
                previous == null ? null : previous.id(),
                reasons,
                made.inputs(),
                ReturnAuthor.of(by),
                clock.instant());
        made.files().forEach(report::add);
        report.counted(counted.inForce(draft.results().period()));
        long id = stored.save(report).id();
        audit.record(by, "report.issued", String.valueOf(draft.term().year()), told(draft.term(), id) + reasons.told());
        return id;
    }

    /** As the trail names a report whose year it says already: "báo cáo số 12", "báo cáo quý III, số 12". */
    static String told(ReportTerm term, long id) {
        return "báo cáo " + (term.wholeYear() ? "" : term.shortName() + ", ") + "số " + id;
    }
}
