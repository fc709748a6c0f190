package vn.hoso.reports;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.reports.files.ReportDocument;
import vn.hoso.reports.files.ReportPdf;
import vn.hoso.reports.files.ReportWorkbook;
import vn.hoso.security.CurrentUser;

/** Makes the report's files; none leaves without a line in the trail. */
@Component
public class ReportDownloads {

    private static final String ACTION = "report.downloaded";

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String PDF = "application/pdf";

    private final ReportDrafts drafts;
    private final AuditTrail trail;
    private final TransactionOperations transactions;

    ReportDownloads(ReportDrafts drafts, AuditTrail trail, TransactionOperations transactions) {
        this.drafts = drafts;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** The report as an administrative document. */
    public ReportDownload document(String year, CurrentUser reader) {
        ReportDraft draft = drafts.of(year, reader);
        byte[] bytes = ReportDocument.of(draft.text(), draft.day());
        return recorded(draft, reader, named("bao-cao-", "Báo cáo năm ", ".docx", DOCX, draft, bytes));
    }

    /** The same document as a PDF. */
    public ReportDownload pdf(String year, CurrentUser reader) {
        ReportDraft draft = drafts.of(year, reader);
        byte[] bytes = ReportPdf.of(draft.text(), draft.day());
        return recorded(draft, reader, named("bao-cao-", "Báo cáo năm ", ".pdf", PDF, draft, bytes));
    }

    /** The figures of its annex as a workbook. */
    public ReportDownload annex(String year, CurrentUser reader) {
        ReportDraft draft = drafts.of(year, reader);
        byte[] bytes = ReportWorkbook.of(draft.results(), draft.text(), draft.day());
        return recorded(draft, reader, named("phu-luc-", "Phụ lục báo cáo năm ", ".xlsx", XLSX, draft, bytes));
    }

    private static ReportDownload named(
            String plain, String name, String extension, String mediaType, ReportDraft draft, byte[] bytes) {
        boolean madeUp = draft.results().demonstration();
        int year = draft.results().year();
        return new ReportDownload(
                plain + year + (madeUp ? "-minh-hoa" : "") + extension,
                name + year + (madeUp ? " - minh họa" : "") + extension,
                mediaType,
                bytes);
    }

    /** The file is made before the transaction begins, so that no connection waits for it. */
    private ReportDownload recorded(ReportDraft draft, CurrentUser reader, ReportDownload download) {
        transactions.executeWithoutResult(status -> trail.record(
                reader,
                ACTION,
                String.valueOf(draft.results().year()),
                download.plainName() + ", " + download.bytes().length + " byte"));
        return download;
    }
}
