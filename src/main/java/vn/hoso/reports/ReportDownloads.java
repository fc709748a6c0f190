package vn.hoso.reports;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.results.ResultsGeography;
import vn.hoso.security.CurrentUser;

/** Hands out the draft's files; none leaves without a line in the trail. */
@Component
public class ReportDownloads {

    private static final String ACTION = "report.downloaded";

    private final ReportDrafts drafts;
    private final AuditTrail trail;
    private final TransactionOperations transactions;

    ReportDownloads(ReportDrafts drafts, AuditTrail trail, TransactionOperations transactions) {
        this.drafts = drafts;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** A file, made before the transaction of its line begins, so that no connection waits for it. */
    public ReportDownload make(IssuedReport.Kind kind, ReportTerm term, ResultsGeography units, CurrentUser reader) {
        ReportDownload made = ReportFiles.of(kind, drafts.draft(term, units, reader));
        transactions.executeWithoutResult(status -> trail.record(
                reader, ACTION, String.valueOf(term.year()), made.plainName() + ", " + made.bytes().length + " byte"));
        return made;
    }

    /**
     * A file to hand over.
     *
     * @param plainName its name in plain ASCII, for programs that know no other
     * @param name its name in Vietnamese
     * @param mediaType its kind
     * @param bytes its content
     */
    public record ReportDownload(String plainName, String name, String mediaType, byte[] bytes) {}
}
