package benchmark.owners;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.security.MayView;

/** Five owners of pets a page: found, counted, and printed with a navigation around them. */
@Controller
@TestComponent
class OwnersPage {

    private static final int SHOWN = 5;

    private final Owners owners;

    OwnersPage(Owners owners) {
        this.owners = owners;
    }

    @GetMapping("/owners")
    @MayView
    String list(
            @RequestParam(defaultValue = "") String lastName, @RequestParam(defaultValue = "1") int page, Model model) {
        Page<Owner> found = owners.findByLastNameStartingWith(lastName, PageRequest.of(page - 1, SHOWN));
        model.addAttribute("owners", found.getContent());
        model.addAttribute("page", page);
        model.addAttribute("pages", found.getTotalPages());
        model.addAttribute("total", found.getTotalElements());
        return "benchmark/owners";
    }
}
