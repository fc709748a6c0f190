package vn.hoso.site.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.hoso.security.MayView;

@Controller
class HomeController {

    @GetMapping("/")
    @MayView
    String home() {
        return "redirect:/dashboard";
    }
}
