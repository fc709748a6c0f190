package vn.hoso.wall.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayManageAccounts;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;
import vn.hoso.wall.WallLinks;

/** Where links to the wall screen are handed out and taken back: with whoever hands out the accounts. */
@Controller
class WallLinksController {

    private static final String VIEW = "wall/links";
    private static final String FORM = "form";
    private static final String LIST = "redirect:/wall";

    private final WallLinks links;

    WallLinksController(WallLinks links) {
        this.links = links;
    }

    /** A link's name as typed. */
    record LinkForm(
            @PlainText(max = WallLinks.LONGEST, name = true, message = "{wall.name.problem}")
            String name) {

        /** A field that was not sent is empty. */
        LinkForm {
            name = Objects.requireNonNullElse(name, "");
        }
    }

    /**
     * A link.
     *
     * @param makerStays whether the maker's account is in use still
     * @param used when it last showed the screen, null if never
     * @param revokedBy who revoked it, null while it works
     * @param revokedAt when, null while it works
     */
    record Line(
            long id,
            String name,
            String madeBy,
            boolean makerStays,
            String madeAt,
            @Nullable String used,
            @Nullable String revokedBy,
            @Nullable String revokedAt) {

        static Line of(WallLinks.Link link) {
            return new Line(
                    link.id(),
                    link.name(),
                    link.madeBy(),
                    link.makerStays(),
                    Formats.time(link.madeAt()),
                    link.lastUsed() == null ? null : Formats.time(link.lastUsed()),
                    link.revokedBy(),
                    link.revokedAt() == null ? null : Formats.time(link.revokedAt()));
        }
    }

    @MayManageAccounts
    @GetMapping("/wall")
    String show(Model model) {
        model.addAttribute(FORM, new LinkForm(""));
        return page(model);
    }

    /** Makes a link and shows it once, on the page after the redirect. */
    @MayManageAccounts
    @PostMapping("/wall")
    String make(
            @Valid @ModelAttribute(FORM) LinkForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        String kept = UserText.keptName(form.name());
        Optional<String> token = errors.hasErrors() ? Optional.empty() : links.make(kept, by);
        if (token.isEmpty()) {
            if (!errors.hasErrors()) {
                errors.rejectValue("name", "wall.name.taken");
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model);
        }
        after.addFlashAttribute(
                "link",
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/wall/{token}")
                        .buildAndExpand(token.get())
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

    private String page(Model model) {
        model.addAttribute("links", links.all().stream().map(Line::of).toList());
        return VIEW;
    }
}
