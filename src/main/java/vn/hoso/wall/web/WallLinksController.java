package vn.hoso.wall.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayManageAccounts;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;
import vn.hoso.wall.WallLinks;

/** Where links to the wall screen are handed out and taken back: with whoever hands out the accounts. */
@Controller
class WallLinksController {

    private static final String VIEW = "wall/links";
    private static final String LIST = "redirect:/wall";

    private final WallLinks links;

    WallLinksController(WallLinks links) {
        this.links = links;
    }

    /**
     * The page.
     *
     * @param typed the refused name, empty where none was
     * @param wrong whether it was refused
     */
    record LinksPage(List<Line> links, String typed, boolean wrong) {}

    /**
     * A link.
     *
     * @param used when it last showed the screen, null if never
     * @param revoked who revoked it and when, null while it works
     */
    record Line(
            long id,
            String name,
            String madeBy,
            String madeAt,
            @Nullable String used,
            @Nullable String revokedBy,
            @Nullable String revokedAt) {

        static Line of(WallLinks.Link link) {
            return new Line(
                    link.id(),
                    link.name(),
                    link.madeBy(),
                    Formats.time(link.madeAt()),
                    link.lastUsed() == null ? null : Formats.time(link.lastUsed()),
                    link.revokedBy(),
                    link.revokedAt() == null ? null : Formats.time(link.revokedAt()));
        }
    }

    @MayManageAccounts
    @GetMapping("/wall")
    String show(Model model) {
        return page("", false, model);
    }

    /** Makes a link and shows it once, on the page after the redirect. */
    @MayManageAccounts
    @PostMapping("/wall")
    String make(
            @RequestParam String name,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        String kept = UserText.kept(name);
        if (!WallLinks.acceptable(kept)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(name, true, model);
        }
        after.addFlashAttribute(
                "link",
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/wall/{token}")
                        .buildAndExpand(links.make(kept, by))
                        .toUriString());
        after.addFlashAttribute("linkFor", kept);
        return LIST;
    }

    @MayManageAccounts
    @PostMapping("/wall/{id}/revocation")
    String revoke(@PathVariable long id, @AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        if (!links.revoke(id, by)) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "wall.refused");
        }
        after.addFlashAttribute("revoked", true);
        return LIST;
    }

    private String page(String typed, boolean wrong, Model model) {
        model.addAttribute(
                "page", new LinksPage(links.all().stream().map(Line::of).toList(), typed, wrong));
        return VIEW;
    }
}
