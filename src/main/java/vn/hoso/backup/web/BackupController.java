package vn.hoso.backup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.backup.BackupService;
import vn.hoso.backup.Backups;
import vn.hoso.backup.Backups.Run;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.security.SecondFactorKey;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** Packages of everything: the last ones and what was proved of them, and the buttons that make and prove more. */
@Controller
class BackupController {

    private static final String PAGE = "redirect:/backups";

    private final Backups backups;
    private final BackupService service;
    private final SecondFactorKey key;
    private final AuditTrail trail;
    private final PageMessages messages;

    BackupController(
            Backups backups, BackupService service, SecondFactorKey key, AuditTrail trail, PageMessages messages) {
        this.backups = backups;
        this.service = service;
        this.key = key;
        this.trail = trail;
        this.messages = messages;
    }

    @MaySetUp
    @GetMapping("/backups")
    String show(Model model, HttpServletResponse response) {
        List<Run> runs = backups.recent();
        BackupPage page = BackupPage.of(backups, runs, key.file(), messages);
        if (page.working() != null) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute("page", page);
        return "backup/backups";
    }

    @MaySetUp
    @PostMapping("/backups")
    String make(@AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        return begun(service.begin(by), "backups.begun", after);
    }

    @MaySetUp
    @PostMapping("/backups/drill")
    String drill(@AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        return begun(service.beginDrill(by), "backups.drill.begun", after);
    }

    private String begun(boolean begun, String done, RedirectAttributes after) {
        if (!begun) {
            throw new UserFacingException(HttpStatus.CONFLICT, "backups.not-begun");
        }
        after.addFlashAttribute("done", messages.of(done));
        return PAGE;
    }

    /** The package as it lies on the disk; who takes it away is in the trail before the first byte leaves. */
    @MaySetUp
    @GetMapping("/backups/{id}/package")
    ResponseEntity<Resource> take(@PathVariable long id, @AuthenticationPrincipal CurrentUser by) {
        Path file = backups.file(id).orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "backups.gone"));
        String name = String.valueOf(file.getFileName());
        trail.recordApart(by, TrailEntry.of("backup.taken", name, ""));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }
}
