package vn.hoso.site.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.hoso.security.ForAnyone;

/** The sign-in page; the sign-in itself belongs to the security chain. */
@Controller
class LoginController {

    private final SetUpGuide setUp;

    LoginController(SetUpGuide setUp) {
        this.setUp = setUp;
    }

    /** Where nobody has an account yet, the page tells where the link is that makes the first one. */
    @ForAnyone
    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("nobody", setUp.waitsForFirstAccount());
        return "site/login";
    }
}
