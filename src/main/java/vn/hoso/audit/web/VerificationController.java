package vn.hoso.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.ChainEnd;
import vn.hoso.audit.ChainReport;
import vn.hoso.audit.ChainVerification;
import vn.hoso.audit.TrailEntry;
import vn.hoso.audit.TrailMessages;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReadTrail;
import vn.hoso.shared.Formats;

/** Checks the whole chain at the press of a button. */
@Controller
class VerificationController {

    private final ChainVerification chain;
    private final TrailMessages words;
    private final AuditTrail trail;
    private final AuditViewAssembler pages;

    VerificationController(ChainVerification chain, TrailMessages words, AuditTrail trail, AuditViewAssembler pages) {
        this.chain = chain;
        this.words = words;
        this.trail = trail;
        this.pages = pages;
    }

    /** An end of the chain that was noted down earlier; empty to check the chain alone. */
    record KeptForm(String kept) {

        /** A field that was not sent is empty. */
        KeptForm {
            kept = Objects.requireNonNullElse(kept, "");
        }
    }

    @MayReadTrail
    @PostMapping("/audit/verification")
    String verify(
            @Valid @ModelAttribute("form") KeptForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        String kept = form.kept();
        ChainEnd end = ChainEnd.read(kept).orElse(null);
        if (end == null && !kept.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", pages.page());
            model.addAttribute("kept", kept);
            return "audit/audit";
        }
        ChainReport report = chain.verify(end);
        trail.recordApart(
                by,
                TrailEntry.of(
                        "trail.verified",
                        String.valueOf(report.rows()),
                        String.valueOf(report.faults().size())));
        after.addFlashAttribute("verified", Formats.count(report.rows()));
        after.addFlashAttribute(
                "faults", report.faults().stream().map(words::fault).toList());
        return "redirect:/audit";
    }
}
