package vn.hoso.site.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.hoso.security.ForAnyone;

/** The sign-in page; the sign-in itself belongs to the security chain. */
@Controller
class LoginController {

    @ForAnyone
    @GetMapping("/login")
    String login() {
        return "site/login";
    }
}
