package vn.hoso.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.figures.CountedReturnQueries;
import vn.hoso.figures.domain.Author;
import vn.hoso.reports.ReportDownloads.ReportDownload;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.results.Geography;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Issues reports: what they are made of and their files are stored for good, in one transaction with the trail's line. */
@Service
public class ReportIssuing {

    private final ReportDrafts drafts;
    private final IssuedReports issued;
    private final CountedReturnQueries counted;
    private final StoredReports stored;
    private final AuditTrail audit;
    private final Clock clock;

    ReportIssuing(
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
     * The wish to issue the draft somebody saw.
     *
     * @param term what the report is about
     * @param previousId the term's latest issued report they saw, 0 for none
     * @param seen {@link #fingerprint} of the draft they saw
     * @param reason why it is issued although figures are provisional; cleaned text or null
     * @param replacement why it takes the place of the one before; cleaned text or null
     */
    public record Wish(
            ReportTerm term,
            long previousId,
            String seen,
            @Nullable String reason,
            @Nullable String replacement) {}

    /** How it went. */
    public sealed interface Outcome {
        /** It was issued, by this press or by the same one before. */
        record Issued(long reportId) implements Outcome {}

        /** Figures or reports have changed since the draft was seen. */
        record Changed() implements Outcome {}

        /** The figures are provisional and no reason was given. */
        record ReasonMissing() implements Outcome {}

        /** It would take the place of an issued report and no reason was given. */
        record ReplacementReasonMissing() implements Outcome {}
    }

    /** Tells one draft from another: equal for equal figures, wording and day. */
    public static String fingerprint(ReportDraft draft) {
        return DraftSnapshot.sha256(DraftSnapshot.write(draft));
    }

    // One snapshot: the revisions named are the very ones that the results added up.
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Outcome issue(Wish wish, CurrentUser by) {
        ReportDraft draft = drafts.draft(wish.term(), Geography.AS_REPORTED, by);
        IssuedReport latest = issued.latest(wish.term()).orElse(null);
        if ((latest == null ? 0 : latest.id()) != wish.previousId()) {
            return issuedBefore(latest, wish, by)
                    ? new Outcome.Issued(Objects.requireNonNull(latest).id())
                    : new Outcome.Changed();
        }
        if (!fingerprint(draft).equals(wish.seen())) {
            return new Outcome.Changed();
        }
        boolean provisional = draft.results().provisional();
        if (provisional && wish.reason() == null) {
            return new Outcome.ReasonMissing();
        }
        IssuedReport replaced = replaced(draft, latest).orElse(null);
        if (replaced != null && wish.replacement() == null) {
            return new Outcome.ReplacementReasonMissing();
        }
        Reasons reasons = new Reasons(provisional ? wish.reason() : null, replaced == null ? null : wish.replacement());
        return new Outcome.Issued(store(last(draft, reasons, replaced), latest, reasons, by));
    }

    /** Why a report is issued although its figures are provisional, and why it takes another's place; null if not so. */
    record Reasons(@Nullable String provisional, @Nullable String replacement) {

        String told() {
            return (provisional == null ? "" : ", sơ bộ: " + provisional)
                    + (replacement == null ? "" : ", thay thế: " + replacement);
        }
    }

    /**
     * The issued report that a draft takes the place of.
     *
     * @param latest the latest of the draft's term, null if none was issued
     */
    public static Optional<IssuedReport> replaced(ReportDraft draft, @Nullable IssuedReport latest) {
        return Optional.ofNullable(latest)
                .filter(report -> ReportDrafts.replaces(report, draft.term(), draft.results()));
    }

    /** The draft as it is issued. */
    private static ReportDraft last(ReportDraft draft, Reasons reasons, @Nullable IssuedReport replaced) {
        String replacing = replaced == null ? null : replaced.named();
        return ReportDraft.of(
                draft.results(),
                draft.text().issued(reasons.provisional(), replacing, reasons.replacement()),
                draft.day(),
                draft.term());
    }

    private static boolean issuedBefore(@Nullable IssuedReport latest, Wish wish, CurrentUser by) {
        return latest != null
                && latest.issuedBy() == by.id()
                && Objects.requireNonNullElse(latest.previousId(), 0L) == wish.previousId();
    }

    private long store(ReportDraft draft, @Nullable IssuedReport previous, Reasons reasons, CurrentUser by) {
        String inputs = DraftSnapshot.write(draft);
        StoredReport report = new StoredReport(
                draft, previous == null ? null : previous.id(), reasons, inputs, Author.of(by), clock.instant());
        // What is stored is made of what is frozen, so that making it again must give the same bytes.
        ReportDraft frozen = DraftSnapshot.read(inputs);
        for (IssuedReport.Kind kind : IssuedReport.Kind.values()) {
            report.add(kind, ReportFiles.of(kind, frozen));
        }
        report.counted(counted.inForce(draft.results().period()));
        long id = stored.save(report).id();
        audit.record(by, "report.issued", String.valueOf(draft.term().year()), told(draft.term(), id) + reasons.told());
        return id;
    }

    /** As the trail names a report whose year it says already: "báo cáo số 12", "báo cáo quý III, số 12". */
    private static String told(ReportTerm term, long id) {
        return "báo cáo " + (term.wholeYear() ? "" : term.shortName() + ", ") + "số " + id;
    }

    /** Whether what was frozen is unchanged and the files made again from it are the stored ones, byte by byte. */
    public boolean canBeMadeAgain(IssuedReport report) {
        String inputs = issued.inputs(report);
        ReportDraft frozen = DraftSnapshot.read(inputs);
        return DraftSnapshot.sha256(inputs).equals(report.inputsSha256())
                && report.files().stream().allMatch(file -> DraftSnapshot.sha256(
                                ReportFiles.of(file.kind(), frozen).bytes())
                        .equals(file.sha256()));
    }

    /** Enters what the registry wrote on the signed paper; the content stays as it is. */
    @Transactional
    public void register(IssuedReport report, String number, LocalDate signedOn, CurrentUser by) {
        stored.findById(report.id()).orElseThrow().register(number, signedOn, Author.of(by), clock.instant());
        audit.record(
                by,
                "report.registered",
                String.valueOf(report.year()),
                told(report.term(), report.id()) + ": " + number + ", " + Formats.date(signedOn));
    }

    /** A stored file, with a line in the trail. */
    @Transactional
    public ReportDownload take(IssuedReport report, IssuedReport.Kind kind, CurrentUser by) {
        ReportDownload file = issued.file(report, kind);
        audit.record(
                by,
                "report.downloaded",
                String.valueOf(report.year()),
                "report " + report.id() + ": " + file.plainName() + ", " + file.bytes().length + " byte");
        return file;
    }
}
