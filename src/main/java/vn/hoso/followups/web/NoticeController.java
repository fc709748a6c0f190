package vn.hoso.followups.web;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.followups.VerdictNotices;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.UserFacingException;

/** Puts a notice away for the person who has read it. */
@Controller
class NoticeController {

    private final VerdictNotices notices;
    private final Acknowledgements done;

    NoticeController(VerdictNotices notices, Acknowledgements done) {
        this.done = done;
        this.notices = notices;
    }

    @MayView
    @PostMapping("/follow-ups/notices/{id}/dismissal")
    String putAway(@PathVariable long id, @AuthenticationPrincipal CurrentUser reader, RedirectAttributes after) {
        if (!notices.putAway(id, reader)) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "followups.notice.refused");
        }
        after.addFlashAttribute(Acknowledgements.NAME, done.of("followups.notice.done", reader));
        return "redirect:/dashboard";
    }
}
