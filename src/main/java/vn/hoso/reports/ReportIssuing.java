package vn.hoso.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.reports.ReportDownloads.ReportDownload;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.results.ResultsGeography;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Issues reports: what they are made of and their files are stored for good. */
@Service
public class ReportIssuing {

    private final ReportDrafts drafts;
    private final IssuedReports issued;
    private final IssueTransaction transaction;
    private final StoredReports stored;
    private final AuditTrail audit;
    private final Clock clock;

    ReportIssuing(
            ReportDrafts drafts,
            IssuedReports issued,
            IssueTransaction transaction,
            StoredReports stored,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.issued = issued;
        this.transaction = transaction;
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

    /**
     * Issues. The files are made of the draft that was seen before the transaction begins, which then is short and refuses a draft
     * that is another by then.
     */
    public Outcome issue(Wish wish, CurrentUser by) {
        ReportDraft draft = drafts.draft(wish.term(), ResultsGeography.AS_REPORTED, by);
        if (!fingerprint(draft).equals(wish.seen())) {
            return transaction.issue(wish, null, by);
        }
        IssuedReport latest = issued.latest(wish.term()).orElse(null);
        String inputs = DraftSnapshot.write(Reasons.of(wish, draft, latest).last(draft, latest));
        // What is stored is made of what is frozen, so that making it again must give the same bytes.
        ReportDraft frozen = DraftSnapshot.read(inputs);
        return transaction.issue(wish, new Made(inputs, ReportFiles.set(frozen)), by);
    }

    /** What a draft was frozen as, and the files made of it. */
    record Made(String inputs, Map<IssuedReport.Kind, ReportDownload> files) {}

    /** Why a report is issued although its figures are provisional, and why it takes another's place; null if not so. */
    record Reasons(@Nullable String provisional, @Nullable String replacement) {

        static Reasons of(Wish wish, ReportDraft draft, @Nullable IssuedReport latest) {
            return new Reasons(
                    draft.results().provisional() ? wish.reason() : null,
                    replaced(draft, latest).isPresent() ? wish.replacement() : null);
        }

        /** The draft as it is issued. */
        ReportDraft last(ReportDraft draft, @Nullable IssuedReport latest) {
            String replacing = replaced(draft, latest).map(IssuedReport::named).orElse(null);
            return ReportDraft.of(
                    draft.results(),
                    draft.text().issued(provisional, replacing, replacement),
                    draft.day(),
                    draft.term());
        }

        String told() {
            return (provisional == null ? "" : ", chưa chính thức: " + provisional)
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

    /** Whether what was frozen is unchanged and the files made again from it are the stored ones, byte by byte. */
    public boolean canBeMadeAgain(IssuedReport report) {
        String inputs = issued.inputs(report);
        ReportDraft frozen = DraftSnapshot.read(inputs);
        if (!DraftSnapshot.sha256(inputs).equals(report.inputsSha256())) {
            return false;
        }
        Map<IssuedReport.Kind, ReportDownload> made = ReportFiles.set(frozen);
        return report.files().stream().allMatch(file -> DraftSnapshot.sha256(
                        Objects.requireNonNull(made.get(file.kind())).bytes())
                .equals(file.sha256()));
    }

    /**
     * Enters what the registry wrote on the signed paper; the content stays as it is.
     *
     * @return the other report that bears the number already, and then nothing is entered; else empty
     */
    @Transactional
    public Optional<IssuedReport> register(IssuedReport report, String number, LocalDate signedOn, CurrentUser by) {
        audit.hold();
        Optional<IssuedReport> bearer = issued.bearing(number, signedOn.getYear(), report);
        if (bearer.isPresent()) {
            return bearer;
        }
        stored.findById(report.id()).orElseThrow().register(number, signedOn, ReturnAuthor.of(by), clock.instant());
        audit.record(
                by,
                "report.registered",
                String.valueOf(report.year()),
                IssueTransaction.told(report.term(), report.id()) + ": " + number + ", " + Formats.date(signedOn));
        return Optional.empty();
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
