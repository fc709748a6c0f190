package vn.hoso.figures.web;

import java.time.YearMonth;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.security.MayApprove;
import vn.hoso.security.MayView;

/**
 * Leads from the address a form is sent to, to the page it stands on: who signs in again after sending one, or opens the
 * address of a refused one once more, finds the form instead of an error.
 */
@Controller
class FiguresFormAddressController {

    @MayView
    @GetMapping({"/figures/{month}/submissions", "/figures/{month}/checks"})
    String month(@PathVariable YearMonth month) {
        return "redirect:/figures/" + month;
    }

    @MayApprove
    @GetMapping({
        "/figures/{month}/approvals",
        "/figures/{month}/returns",
        "/figures/{month}/lock",
        "/figures/{month}/reopening"
    })
    String review(@PathVariable YearMonth month) {
        return "redirect:/figures/" + month + "/review";
    }
}
