package vn.hoso.figures.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.security.MayReview;
import vn.hoso.security.MayView;
import vn.hoso.shared.MonthAddress;

/**
 * Leads from the address a form is sent to, to the page it stands on: who signs in again after sending one, or opens the
 * address of a refused one once more, finds the form instead of an error.
 */
@Controller
class FormAddressController {

    private final MonthAddress addresses;

    FormAddressController(MonthAddress addresses) {
        this.addresses = addresses;
    }

    @MayView
    @GetMapping({"/figures/{month}/submissions", "/figures/{month}/checks"})
    String month(@PathVariable String month) {
        return "redirect:/figures/" + addresses.read(month);
    }

    @MayReview
    @GetMapping({
        "/figures/{month}/approvals",
        "/figures/{month}/returns",
        "/figures/{month}/lock",
        "/figures/{month}/reopening"
    })
    String review(@PathVariable String month) {
        return "redirect:/figures/" + addresses.read(month) + "/review";
    }
}
