package vn.hoso.wall.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
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
    private final Clock clock;

    WallLinksController(WallLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /**
     * A link's name as typed.
     *
     * @param months for how many months it works
     */
    record LinkForm(
            @PlainText(max = WallLinks.LONGEST, name = true, message = "{wall.name.problem}")
            String name,

            String months) {

        /** A name that was not sent is empty, a time that was not sent the usual one. */
        LinkForm {
            name = Objects.requireNonNullElse(name, "");
            months = Objects.requireNonNullElse(months, String.valueOf(WallLinks.USUAL));
        }

        Optional<Integer> readMonths() {
            return WallLinks.MONTHS.stream()
                    .filter(each -> each.toString().equals(months))
                    .findFirst();
        }
    }

    /**
     * A link.
     *
     * @param makerKey the sentence that names its maker
     * @param used when it last showed the screen, null if never
     * @param lastDay the last day on which it works, null: until it is revoked
     * @param ended whether that day is over
     * @param renewable whether it may be renewed
     * @param revokedBy who revoked it, null while it works
     * @param revokedAt when, null while it works
     */
    record Line(
            long id,
            String name,
            String madeBy,
            String makerKey,
            String madeAt,
            @Nullable String used,
            @Nullable String lastDay,
            boolean ended,
            boolean renewable,
            @Nullable String revokedBy,
            @Nullable String revokedAt) {

        /** @param renewed the last day that it would have if it were renewed today */
        static Line of(WallLinks.Link link, LocalDate today, LocalDate renewed) {
            LocalDate lastDay = link.lastDay();
            boolean revoked = link.revokedAt() != null;
            String maker = link.makerManages() ? "wall.made.by" : "wall.made.other-role";
            return new Line(
                    link.id(),
                    link.name(),
                    link.madeBy(),
                    link.makerStays() ? maker : "wall.made.stopped",
                    Formats.time(link.madeAt()),
                    link.lastUsed() == null ? null : Formats.time(link.lastUsed()),
                    lastDay == null ? null : Formats.date(lastDay),
                    !revoked && !link.works(today),
                    !revoked && (lastDay == null || lastDay.isBefore(renewed)),
                    link.revokedBy(),
                    link.revokedAt() == null ? null : Formats.time(link.revokedAt()));
        }
    }

    @MayManageAccounts
    @GetMapping("/wall")
    String show(Model model) {
        model.addAttribute(FORM, new LinkForm("", String.valueOf(WallLinks.USUAL)));
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
        Optional<Integer> months = form.readMonths();
        if (months.isEmpty()) {
            errors.rejectValue("months", "wall.months.problem");
        }
        Optional<String> token = errors.hasErrors() ? Optional.empty() : links.make(kept, months.orElseThrow(), by);
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

    /** The link stays as it is, and so does its screen. */
    @MayManageAccounts
    @PostMapping("/wall/{id}/renewal")
    String renew(@PathVariable long id, @AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        if (!links.renew(id, by)) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "wall.refused");
        }
        after.addFlashAttribute("renewed", Formats.date(links.lastDay(WallLinks.USUAL)));
        return LIST;
    }

    private String page(Model model) {
        LocalDate today = LocalDate.now(clock);
        LocalDate renewed = links.lastDay(WallLinks.USUAL);
        model.addAttribute(
                "links",
                links.all().stream().map(link -> Line.of(link, today, renewed)).toList());
        model.addAttribute("months", WallLinks.MONTHS);
        model.addAttribute("renewal", Formats.date(renewed));
        return VIEW;
    }
}
