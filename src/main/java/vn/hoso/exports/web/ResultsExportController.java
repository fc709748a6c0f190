package vn.hoso.exports.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.exports.ResultsExport;
import vn.hoso.exports.ResultsExports;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.RefusedException;

/** A year's results as JSON and as CSV, each reader only what is theirs. */
@Controller
class ResultsExportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ResultsExports exports;
    private final EntryWindows windows;

    ResultsExportController(ResultsExports exports, EntryWindows windows) {
        this.exports = exports;
        this.windows = windows;
    }

    @MayView
    @GetMapping("/exports/results.json")
    ResponseEntity<ResultsExport> json(@RequestParam int year, @AuthenticationPrincipal CurrentUser reader) {
        return ResponseEntity.ok(export(year, "json", reader));
    }

    @MayView
    @GetMapping("/exports/results.csv")
    ResponseEntity<String> csv(@RequestParam int year, @AuthenticationPrincipal CurrentUser reader) {
        ResultsExport export = export(year, "csv", reader);
        String name = "ket-qua-" + year + (export.demonstration() ? "-minh-hoa" : "") + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(export.asCsv());
    }

    private ResultsExport export(int year, String format, CurrentUser reader) {
        return exports.export(windows.checked(year), format, reader)
                .orElseThrow(() ->
                        new RefusedException(HttpStatus.NOT_FOUND, "exports.refused.no-figures", String.valueOf(year)));
    }
}
