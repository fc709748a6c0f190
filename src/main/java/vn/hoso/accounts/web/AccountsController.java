package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.Accounts;
import vn.hoso.accounts.PersonDetails;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayManageAccounts;
import vn.hoso.security.Role;
import vn.hoso.shared.RefusedException;
import vn.hoso.units.Units;

/** The people who may sign in: create one, hand over a link. */
@Controller
class AccountsController {

    private final Accounts accounts;
    private final Units units;
    private final Clock clock;

    AccountsController(Accounts accounts, Units units, Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.clock = clock;
    }

    /** The typed form of a new person. */
    record PersonForm(
            String username, String displayName, @Nullable Role role, Set<Long> unitIds) {

        static final PersonForm EMPTY = new PersonForm("", "", null, Set.of());

        /** Fields that were not sent are empty. */
        PersonForm {
            username = username == null ? "" : username;
            displayName = displayName == null ? "" : displayName;
            unitIds = unitIds == null ? Set.of() : unitIds;
        }

        PersonDetails details() {
            return new PersonDetails(username, displayName, role, role == Role.UNIT_STAFF ? unitIds : Set.of());
        }
    }

    @MayManageAccounts
    @GetMapping("/accounts")
    String show(Model model) {
        return page(PersonForm.EMPTY, List.of(), model);
    }

    @MayManageAccounts
    @PostMapping("/accounts")
    String create(
            @ModelAttribute PersonForm form,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Accounts.Created created = accounts.create(form.details(), by);
        if (created.token() != null) {
            return handOver(created.token(), form.details().username(), request, after);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, created.problems(), model);
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}/link")
    String newLink(
            @PathVariable long id,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletRequest request,
            RedirectAttributes after) {
        Accounts.HandedLink link = accounts.newLink(id, by)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, "accounts.refused.person"));
        return handOver(link.token(), link.username(), request, after);
    }

    /** The link is shown once, on the page after the redirect, and is nowhere to be found later. */
    private static String handOver(
            String token, String username, HttpServletRequest request, RedirectAttributes after) {
        String link = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/links/{token}")
                .buildAndExpand(token)
                .toUriString();
        after.addFlashAttribute("link", link);
        after.addFlashAttribute("linkFor", username);
        return "redirect:/accounts";
    }

    private String page(PersonForm form, List<AccountProblem> problems, Model model) {
        model.addAttribute("people", accounts.all());
        model.addAttribute("units", units.all(YearMonth.now(clock)));
        model.addAttribute("roles", Role.values());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "accounts/accounts";
    }
}
