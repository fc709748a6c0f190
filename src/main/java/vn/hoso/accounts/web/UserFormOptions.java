package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.hoso.accounts.UserQueries;
import vn.hoso.accounts.UserQueries.UserSummary;
import vn.hoso.security.Role;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Units;

/** What the forms for new and for known users share. */
@Component
class UserFormOptions {

    static final String FORM = "form";

    private final UserQueries users;
    private final Units units;
    private final Clock clock;

    UserFormOptions(UserQueries users, Units units, Clock clock) {
        this.users = users;
        this.units = units;
        this.clock = clock;
    }

    UserSummary user(long id) {
        return users.byId(id)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "accounts.refused.person"));
    }

    UserForm formOf(UserSummary user) {
        return UserForm.of(user, users.assignments(user.id()));
    }

    /** The page about a known user. */
    String known(UserSummary user, UserForm form, Model model) {
        model.addAttribute("row", UserRow.of(user));
        return page(form, model);
    }

    /** The page with its form, "form" in the model. */
    String page(UserForm form, Model model) {
        model.addAttribute("units", units.all(YearMonth.now(clock)));
        model.addAttribute("roles", Role.values());
        model.addAttribute("standIns", form.standIns());
        return "accounts/user";
    }

    /** The link is shown once, on the page after the redirect, and is nowhere to be found later. */
    static void handOver(String token, String username, HttpServletRequest request, RedirectAttributes after) {
        String link = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/links/{token}")
                .buildAndExpand(token)
                .toUriString();
        after.addFlashAttribute("link", link);
        after.addFlashAttribute("linkFor", username);
    }
}
