package vn.hoso.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.imports.ImportArchive;
import vn.hoso.imports.MemoryService;
import vn.hoso.imports.RememberedAnswer;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.UserFacingException;

/** Takes back an answer that a preview is read by, and asks again. */
@Controller
class MemoryController {

    private final MemoryService memory;
    private final ImportArchive archive;
    private final PreviewViewAssembler desk;

    MemoryController(MemoryService memory, ImportArchive archive, PreviewViewAssembler desk) {
        this.memory = memory;
        this.archive = archive;
        this.desk = desk;
    }

    @MayEnterFigures
    @PostMapping("/imports/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String memoryId,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        archive.find(id, by);
        try {
            String what = memory.withdraw(kind(kind), number(memoryId), by);
            after.addFlashAttribute("done", desk.text("imports.memory.withdrawn", what));
            return "redirect:/imports/" + id;
        } catch (UserFacingException refused) {
            response.setStatus(refused.status().value());
            return desk.refused(id, refused, null, by, model);
        }
    }

    private static RememberedAnswer.Kind kind(String name) {
        return Arrays.stream(RememberedAnswer.Kind.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "imports.refused.memory"));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
