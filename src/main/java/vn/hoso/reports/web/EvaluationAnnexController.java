package vn.hoso.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.intake.IntakeQueries;
import vn.hoso.intake.PaperIntake;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.reports.files.EvaluationAnnex;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewOfficials;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Installations;
import vn.hoso.shared.PageMessages;

/** The annex for the year-end evaluation of receiving officials, of what the reader may see. */
@Controller
class EvaluationAnnexController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final IntakeQueries intake;
    private final EntryWindows windows;
    private final Installations installations;
    private final AuditTrail audit;
    private final PageMessages wording;
    private final Clock clock;

    EvaluationAnnexController(
            IntakeQueries intake,
            EntryWindows windows,
            Installations installations,
            AuditTrail audit,
            PageMessages wording,
            Clock clock) {
        this.intake = intake;
        this.windows = windows;
        this.installations = installations;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/dashboard/paper/people/annex.{format:docx|xlsx}")
    @MayViewOfficials
    ResponseEntity<byte[]> annex(
            @PathVariable String format,
            @ModelAttribute PeriodFilter filter,
            @AuthenticationPrincipal CurrentUser reader) {
        filter.asked();
        Integer year = filter.year();
        PaperIntake found =
                intake.find(year == null ? null : windows.checked(year), filter.spanShown(), filter.month(), reader);
        EvaluationAnnex annex = new EvaluationAnnex(
                found,
                wording.official(),
                installations.current().demonstration() ? ReportText.demonstrationWarning() : "",
                LocalDate.now(clock));
        boolean document = format.equals("docx");
        byte[] file = document ? annex.docx() : annex.xlsx();
        audit.recordApart(
                reader,
                TrailEntry.of(
                                "people.annex",
                                found.period().from() + "/" + found.period().to(),
                                format)
                        .units(reader.seesAllUnits() ? Set.of() : reader.unitIds()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document ? DOCX : XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"phu-luc-danh-gia-"
                                + found.period().to().getYear() + "." + format + "\"")
                .body(file);
    }
}
