package vn.hoso.reports;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.reports.domain.ReportTerm;
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

    /** The report as an administrative document. */
    public ReportDownload document(ReportTerm term, CurrentUser reader) {
        ReportDraft draft = drafts.of(term, reader);
        return recorded(draft, reader, ReportFiles.document(draft));
    }

    /** The same document as a PDF. */
    public ReportDownload pdf(ReportTerm term, CurrentUser reader) {
        ReportDraft draft = drafts.of(term, reader);
        return recorded(draft, reader, ReportFiles.pdf(draft));
    }

    /** The figures of its annex as a workbook. */
    public ReportDownload annex(ReportTerm term, CurrentUser reader) {
        ReportDraft draft = drafts.of(term, reader);
        return recorded(draft, reader, ReportFiles.annex(draft));
    }

    /** The file is made before the transaction begins, so that no connection waits for it. */
    private ReportDownload recorded(ReportDraft draft, CurrentUser reader, ReportDownload download) {
        transactions.executeWithoutResult(status -> trail.record(
                reader,
                ACTION,
                String.valueOf(draft.term().year()),
                download.plainName() + ", " + download.bytes().length + " byte"));
        return download;
    }
}
