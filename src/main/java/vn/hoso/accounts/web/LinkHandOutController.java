package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.hoso.accounts.UnitAccountService;
import vn.hoso.accounts.UnitAccountService.HandedOut;
import vn.hoso.accounts.UnitAccountService.Outcome;
import vn.hoso.accounts.UnusedOneTimeLinkQueries;
import vn.hoso.accounts.UnusedOneTimeLinkQueries.UnusedLink;
import vn.hoso.organisation.Organisations;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayManageAccounts;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** One-time links that wait to be used: made anew for many at once, and handed out as a sheet and as letters. */
@Controller
class LinkHandOutController {

    private static final String KEYS = "hoso.handed-out";
    private static final String FORM = "form";
    private static final String PAGE = "accounts/links";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Rows of a page, and letters: a browser lays out so many without pause. */
    private static final int ROWS = 200;

    private static final int MOST_KEYS = 20;

    private final UnitAccountService accounts;
    private final UnusedOneTimeLinkQueries unused;
    private final Organisations organisations;
    private final PageMessages wording;
    private final Acknowledgements done;
    private final Clock clock;

    LinkHandOutController(
            UnitAccountService accounts,
            UnusedOneTimeLinkQueries unused,
            Organisations organisations,
            PageMessages wording,
            Acknowledgements done,
            Clock clock) {
        this.accounts = accounts;
        this.unused = unused;
        this.organisations = organisations;
        this.wording = wording;
        this.done = done;
        this.clock = clock;
    }

    /** A link that waits: how old it is in days, and whether it still works. */
    record Row(UnusedLink link, String made, long days, String until, boolean works) {}

    /**
     * The page.
     *
     * @param rows links of this page
     * @param total how many there are on all pages
     * @param latest id of the newest one, as the form says what its writer saw
     * @param handed how many the session may still hand out
     * @param parts how many pages of letters they fill
     * @param overtaken whose links are used or replaced since the page was seen
     */
    record View(
            List<Row> rows,
            int total,
            long latest,
            int previous,
            int next,
            int handed,
            int parts,
            List<String> overtaken) {}

    /**
     * The links to be replaced.
     *
     * @param ticked those ticked
     * @param all present where every unused link is meant
     * @param latest the newest link on the page
     */
    record RenewalForm(
            Set<Long> ticked,
            @Nullable String all,
            @Nullable Long latest) {

        /** Fields that were not sent are empty. */
        RenewalForm {
            ticked = Objects.requireNonNullElse(ticked, Set.of());
        }

        @AssertTrue(message = "{accounts.links.nothing}")
        public boolean isChosen() {
            return all != null || !ticked.isEmpty();
        }
    }

    /** Keeps the key of links just made for as long as they may be handed out; beside it those of earlier presses. */
    static void keep(String key, HttpSession session) {
        List<String> keys = new ArrayList<>(keys(session));
        keys.add(key);
        session.setAttribute(KEYS, new ArrayList<>(keys.subList(Math.max(0, keys.size() - MOST_KEYS), keys.size())));
    }

    private static List<String> keys(HttpSession session) {
        return session.getAttribute(KEYS) instanceof List<?> kept
                ? kept.stream().map(String::valueOf).toList()
                : List.of();
    }

    @MayManageAccounts
    @GetMapping("/accounts/links")
    String show(@RequestParam(defaultValue = "1") int page, HttpSession session, Model model) {
        model.addAttribute(FORM, new RenewalForm(Set.of(), null, null));
        return page(page, List.of(), session, model);
    }

    @MayManageAccounts
    @PostMapping("/accounts/links")
    String renew(
            @Valid @ModelAttribute(FORM) RenewalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(1, List.of(), session, model);
        }
        long latest = Objects.requireNonNullElse(form.latest(), 0L);
        Outcome outcome = accounts.renew(form.ticked(), form.all() != null, latest, by);
        if (outcome.key() == null) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(1, List.copyOf(outcome.overtaken().values()), session, model);
        }
        keep(outcome.key(), session);
        after.addFlashAttribute(Acknowledgements.NAME, done.of("accounts.links.done", by, outcome.count()));
        return "redirect:/accounts/links";
    }

    private String page(int page, List<String> overtaken, HttpSession session, Model model) {
        List<UnusedLink> all = unused.find();
        int shown = Math.max(1, Math.min(page, (all.size() + ROWS - 1) / ROWS));
        LocalDate today = LocalDate.now(clock);
        List<Row> rows = all.stream()
                .skip((shown - 1L) * ROWS)
                .limit(ROWS)
                .map(link -> new Row(
                        link,
                        Formats.date(link.createdAt().atZone(Formats.ZONE).toLocalDate()),
                        ChronoUnit.DAYS.between(
                                link.createdAt().atZone(Formats.ZONE).toLocalDate(), today),
                        Formats.time(link.expiresAt()),
                        link.works(clock.instant())))
                .toList();
        int handed = accounts.handedOut(keys(session)).size();
        model.addAttribute(
                "page",
                new View(
                        rows,
                        all.size(),
                        all.stream().mapToLong(UnusedLink::id).max().orElse(0),
                        shown - 1,
                        shown * ROWS < all.size() ? shown + 1 : 0,
                        handed,
                        (handed + ROWS - 1) / ROWS,
                        overtaken));
        return PAGE;
    }

    @MayManageAccounts
    @GetMapping("/accounts/links/sheet.xlsx")
    ResponseEntity<byte[]> sheet(
            HttpSession session, HttpServletRequest request, @AuthenticationPrincipal CurrentUser by) {
        List<HandedOut> handed = accounts.forSheet(keys(session), by);
        if (handed.isEmpty()) {
            throw gone();
        }
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lien-ket-dat-mat-khau.xlsx\"")
                .body(OneTimeLinkSheet.of(handed, home(request), wording.official()));
    }

    @MayManageAccounts
    @GetMapping("/accounts/links/letters")
    String letters(
            @RequestParam(defaultValue = "1") int part, HttpSession session, HttpServletRequest request, Model model) {
        List<HandedOut> handed = accounts.handedOut(keys(session));
        List<HandedOut> shown = handed.stream()
                .skip((Math.max(1, part) - 1L) * ROWS)
                .limit(ROWS)
                .toList();
        if (shown.isEmpty()) {
            throw gone();
        }
        model.addAttribute(
                "page",
                OneTimeLinkLetters.of(
                        shown, home(request), organisations.current(), LocalDate.now(clock), wording.official()));
        return "accounts/letters";
    }

    private static UserFacingException gone() {
        return new UserFacingException(HttpStatus.NOT_FOUND, "accounts.refused.links");
    }

    /** The program's address as the administrator's browser knows it. */
    private static String home(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
