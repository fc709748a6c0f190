package vn.hoso.exports.web;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import vn.hoso.period.PeriodSpan;
import vn.hoso.results.ResultsGeography;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.UserFacingException;

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
    ResponseEntity<ResultsExport> json(
            @RequestParam int year,
            @RequestParam(required = false) @Nullable PeriodSpan span,
            @RequestParam(required = false) @Nullable Integer month,
            @RequestParam(defaultValue = "AS_REPORTED") ResultsGeography geography,
            @RequestParam(defaultValue = "") String known,
            @AuthenticationPrincipal CurrentUser reader) {
        requireNow(known);
        return ResponseEntity.ok(export(year, asked(span), month, geography, "json", reader));
    }

    @MayView
    @GetMapping("/exports/results.csv")
    ResponseEntity<String> csv(
            @RequestParam int year,
            @RequestParam(required = false) @Nullable PeriodSpan span,
            @RequestParam(required = false) @Nullable Integer month,
            @RequestParam(defaultValue = "AS_REPORTED") ResultsGeography geography,
            @RequestParam(defaultValue = "") String known,
            @AuthenticationPrincipal CurrentUser reader) {
        requireNow(known);
        ResultsExport export = export(year, asked(span), month, geography, "csv", reader);
        String days = part(asked(span), month) ? "-tu-" + export.from() + "-den-" + export.to() : "";
        String name = "ket-qua-" + year + days + (export.demonstration() ? "-minh-hoa" : "")
                + (geography == ResultsGeography.TODAY ? "-don-vi-hien-nay" : "") + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(export.asCsv());
    }

    /** Pages look back to a day; these files do not, and must not hand out today's figures for that day's. */
    private static void requireNow(String known) {
        if (!known.isBlank()) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "exports.refused.known");
        }
    }

    /** The year to date is the whole year as far as figures reach, unless it ends with a month that is asked for. */
    private static boolean part(PeriodSpan span, @Nullable Integer month) {
        return span != PeriodSpan.YEAR && (span != PeriodSpan.YEAR_TO_DATE || month != null);
    }

    /** An address that names no span means the year to date, as on the pages. */
    private static PeriodSpan asked(@Nullable PeriodSpan span) {
        return span == null ? PeriodSpan.YEAR_TO_DATE : span;
    }

    private ResultsExport export(
            int year,
            PeriodSpan span,
            @Nullable Integer month,
            ResultsGeography units,
            String format,
            CurrentUser reader) {
        int checked = windows.checked(year);
        boolean part = part(span, month);
        Optional<ResultsExport> export = part
                ? exports.exportPart(span, month(checked, month), units, format, reader)
                : exports.export(checked, units, format, reader);
        String refused = part ? "exports.refused.no-figures-of-part" : "exports.refused.no-figures";
        return export.orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, refused, String.valueOf(year)));
    }

    /** A part is named by one of its months. */
    private static YearMonth month(int year, @Nullable Integer month) {
        if (month == null || month < 1 || month > 12) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-value", String.valueOf(month));
        }
        return YearMonth.of(year, month);
    }
}
