package vn.hoso.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.hoso.audit.TrailCsv;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReadTrail;
import vn.hoso.shared.UserFacingException;

/** Who did what, when and from where: search, reading, download. */
@Controller
class AuditController {

    private final AuditViewAssembler pages;
    private final TrailCsv csv;

    AuditController(AuditViewAssembler pages, TrailCsv csv) {
        this.pages = pages;
        this.csv = csv;
    }

    @MayReadTrail
    @GetMapping("/audit")
    String show(@ModelAttribute AuditForm form, HttpServletResponse response, Model model) {
        AuditView page = pages.page(form);
        if (!page.problems().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("page", page);
        return "audit/audit";
    }

    @MayReadTrail
    @GetMapping("/audit/trail.csv")
    void csv(@ModelAttribute AuditForm form, @AuthenticationPrincipal CurrentUser by, HttpServletResponse response)
            throws IOException {
        AuditForm.Reading reading = form.read();
        if (!reading.problems().isEmpty()) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "audit.problem");
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"nhat-ky.csv\"");
        csv.write(reading.filter(), form.query(null), by, response.getWriter());
    }
}
