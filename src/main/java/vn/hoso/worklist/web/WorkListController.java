package vn.hoso.worklist.web;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayView;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkList;

/** What waits for the reader: the page that everybody begins with. */
@Controller
class WorkListController {

    private final WorkList work;
    private final PageMessages wording;
    private final Acknowledgements done;

    WorkListController(WorkList work, PageMessages wording, Acknowledgements done) {
        this.work = work;
        this.wording = wording;
        this.done = done;
    }

    @MayView
    @GetMapping("/")
    String show(@AuthenticationPrincipal CurrentUser reader, Model model) {
        model.addAttribute("page", WorkListView.of(work.of(reader), wording));
        return "worklist/list";
    }

    @MayEnterFigures
    @PostMapping("/work/{kind}/{reference}/dismissal")
    String putAway(
            @PathVariable String kind,
            @PathVariable String reference,
            @AuthenticationPrincipal CurrentUser reader,
            RedirectAttributes after) {
        boolean known = WorkKind.named(kind)
                .map(found -> work.putAway(found, reference, reader))
                .orElse(false);
        if (!known) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "worklist.refused");
        }
        after.addFlashAttribute(Acknowledgements.NAME, done.of("worklist.done", reader));
        return "redirect:/";
    }
}
