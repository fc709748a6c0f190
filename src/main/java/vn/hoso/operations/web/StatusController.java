package vn.hoso.operations.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.hoso.security.MaySetUp;

/** How the program itself is doing, on one screen. */
@Controller
class StatusController {

    private final StatusViewAssembler page;

    StatusController(StatusViewAssembler page) {
        this.page = page;
    }

    @MaySetUp
    @GetMapping("/status")
    String show(Model model) {
        model.addAttribute("page", page.page());
        return "operations/status";
    }
}
