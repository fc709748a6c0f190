package vn.hoso.reports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.http.HttpStatus;
import vn.hoso.reports.ReportDownloads.ReportDownload;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.reports.files.ReportDocument;
import vn.hoso.reports.files.ReportPdf;
import vn.hoso.reports.files.ReportWorkbook;
import vn.hoso.reports.files.ReportZip;
import vn.hoso.results.ResultsGeography;
import vn.hoso.shared.Turns;
import vn.hoso.shared.UserFacingException;

/** Makes a report's files; the same draft gives the same bytes, today and years later. */
public final class ReportFiles {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** So many at a time fit into 256 MB. */
    private static final Turns QUEUE = new Turns(2, 100, Duration.ofSeconds(45), ReportFiles::busy);

    private ReportFiles() {}

    private static UserFacingException busy() {
        return new UserFacingException(HttpStatus.TOO_MANY_REQUESTS, "reports.refused.busy");
    }

    /**
     * Makes one, in its turn. No transaction may be open meanwhile.
     *
     * @throws UserFacingException if so many others are asked for that its turn does not come
     */
    static ReportDownload of(IssuedReport.Kind kind, ReportDraft draft) {
        return QUEUE.take(() -> switch (kind) {
            case DOCUMENT -> document(draft);
            case PDF -> pdf(draft);
            case ANNEX -> annex(draft);
        });
    }

    /**
     * Makes all of them, two at a time where there is a processor for each: the PDF takes as long as the others together.
     *
     * @throws UserFacingException as {@link #of}
     */
    public static Map<IssuedReport.Kind, ReportDownload> set(ReportDraft draft) {
        FutureTask<ReportDownload> pdf = new FutureTask<>(() -> of(IssuedReport.Kind.PDF, draft));
        Thread beside = new Thread(pdf, "report-pdf");
        beside.setDaemon(true);
        beside.start();
        Map<IssuedReport.Kind, ReportDownload> files = new EnumMap<>(IssuedReport.Kind.class);
        for (IssuedReport.Kind kind : List.of(IssuedReport.Kind.DOCUMENT, IssuedReport.Kind.ANNEX)) {
            files.put(kind, of(kind, draft));
        }
        files.put(IssuedReport.Kind.PDF, made(pdf));
        return files;
    }

    private static ReportDownload made(FutureTask<ReportDownload> file) {
        try {
            return file.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException itself) {
                throw itself;
            }
            throw new IllegalStateException(failed);
        }
    }

    /**
     * Draws a page of another module as a PDF, in its turn among the reports.
     *
     * @param html well-formed; its pictures are data within it
     * @param css its whole style
     * @throws UserFacingException if so many others are asked for that its turn does not come
     */
    public static byte[] page(String html, String css, LocalDate day) {
        return QUEUE.take(() -> ReportPdf.of(html, css, day));
    }

    /** The report as an administrative document. */
    static ReportDownload document(ReportDraft draft) {
        return named("bao-cao-", "Báo cáo ", ".docx", DOCX, draft, ReportDocument.of(draft.text(), draft.day()));
    }

    /** The same document as a PDF. */
    static ReportDownload pdf(ReportDraft draft) {
        return named("bao-cao-", "Báo cáo ", ".pdf", PDF, draft, ReportPdf.of(draft.text(), draft.day()));
    }

    /** The figures of its annex as a workbook. */
    static ReportDownload annex(ReportDraft draft) {
        return named(
                "phu-luc-",
                "Phụ lục báo cáo ",
                ".xlsx",
                XLSX,
                draft,
                ReportWorkbook.of(draft.results(), draft.text(), draft.part() == null, draft.day()));
    }

    /** A letter, or the letters of one press packed together: each as a document and as a PDF. */
    static ReportDownload letter(Letters.KeptLetter letter, Letters.Kind kind, Letters.Frozen frozen) {
        String plain = "cong-van-" + letter.id();
        String name = "Công văn " + letter.id() + (letter.recipient() == null ? "" : " - " + letter.recipient());
        ReportText first = frozen.copies().get(0).text();
        return QUEUE.take(() -> switch (kind) {
            case DOCX ->
                new ReportDownload(plain + ".docx", name + ".docx", DOCX, ReportDocument.of(first, frozen.day()));
            case PDF -> new ReportDownload(plain + ".pdf", name + ".pdf", PDF, ReportPdf.of(first, frozen.day()));
            case ZIP -> new ReportDownload(plain + ".zip", name + ".zip", "application/zip", packed(frozen));
        });
    }

    private static byte[] packed(Letters.Frozen frozen) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Letters.Copy copy : frozen.copies()) {
            String name = packedName(files.size() / 2 + 1, frozen.copies().size(), String.valueOf(copy.unit()));
            files.put(name + ".docx", ReportDocument.of(copy.text(), frozen.day()));
            files.put(name + ".pdf", ReportPdf.of(copy.text(), frozen.day()));
        }
        return ReportZip.of(files);
    }

    /** A letter's name among the others, without what a file's may not hold; numbers of one length, so that a folder lists them in order. */
    static String packedName(int number, int all, String unit) {
        int digits = Math.max(2, String.valueOf(all).length());
        return (String.format("%0" + digits + "d ", number) + unit).replaceAll("[^\\p{L}\\p{N} .()-]", "-");
    }

    private static ReportDownload named(
            String plain, String name, String extension, String mediaType, ReportDraft draft, byte[] bytes) {
        boolean today = draft.results().geography() == ResultsGeography.TODAY;
        boolean madeUp = draft.results().demonstration();
        return new ReportDownload(
                plain
                        + draft.term().plainName()
                        + (madeUp ? "-minh-hoa" : "")
                        + (today ? "-don-vi-hien-nay" : "")
                        + extension,
                name
                        + draft.term().name()
                        + (madeUp ? " - minh họa" : "")
                        + (today ? " - đơn vị hiện nay" : "")
                        + extension,
                mediaType,
                bytes);
    }
}
