package vn.hoso.reports.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import vn.hoso.reports.IssuedReport;
import vn.hoso.reports.ReportDownloads;
import vn.hoso.reports.ReportDownloads.ReportDownload;
import vn.hoso.reports.ReportDrafts;
import vn.hoso.results.ResultsGeography;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;

@Controller
class ReportDownloadController {

    private final ReportDrafts drafts;
    private final ReportDownloads downloads;

    ReportDownloadController(ReportDrafts drafts, ReportDownloads downloads) {
        this.drafts = drafts;
        this.downloads = downloads;
    }

    @GetMapping("/reports/{term}/report.docx")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> document(
            @PathVariable("term") String address,
            @RequestParam(defaultValue = "AS_REPORTED") ResultsGeography geography,
            @AuthenticationPrincipal CurrentUser reader) {
        return attached(downloads.make(IssuedReport.Kind.DOCUMENT, drafts.term(address), geography, reader));
    }

    @GetMapping("/reports/{term}/report.pdf")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> pdf(
            @PathVariable("term") String address,
            @RequestParam(defaultValue = "AS_REPORTED") ResultsGeography geography,
            @AuthenticationPrincipal CurrentUser reader) {
        return attached(downloads.make(IssuedReport.Kind.PDF, drafts.term(address), geography, reader));
    }

    @GetMapping("/reports/{term}/annex.xlsx")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> annex(
            @PathVariable("term") String address,
            @RequestParam(defaultValue = "AS_REPORTED") ResultsGeography geography,
            @AuthenticationPrincipal CurrentUser reader) {
        return attached(downloads.make(IssuedReport.Kind.ANNEX, drafts.term(address), geography, reader));
    }

    /** Named twice: in ASCII for old programs, and in Vietnamese after RFC 5987. */
    static ResponseEntity<byte[]> attached(ReportDownload download) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(download.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + download.plainName() + "\"; filename*=UTF-8''"
                                + UriUtils.encode(download.name(), StandardCharsets.UTF_8))
                .body(download.bytes());
    }
}
