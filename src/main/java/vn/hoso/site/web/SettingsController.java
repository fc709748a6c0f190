package vn.hoso.site.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.hoso.security.MaySetUp;

/** What an administrator can set up, each on a page of its own. */
@Controller
class SettingsController {

    /** A page, and the last part of the keys that name it. */
    record Part(String name, String path) {}

    private static final List<Part> PARTS = List.of(
            new Part("organisation", "/settings/organisation"),
            new Part("units", "/units"),
            new Part("calendar", "/settings/calendar"),
            new Part("deadlines", "/settings/deadlines"),
            new Part("fields", "/settings/fields"),
            new Part("targets", "/targets"),
            new Part("indicators", "/settings/indicators"),
            new Part("map", "/settings/map"),
            new Part("dossiers", "/settings/dossiers"),
            new Part("published", "/settings/published"),
            new Part("accounts", "/accounts"),
            new Part("wall", "/wall"),
            new Part("backups", "/backups"),
            new Part("status", "/status"));

    @MaySetUp
    @GetMapping("/settings")
    String show(Model model) {
        model.addAttribute("parts", PARTS);
        return "site/settings";
    }
}
