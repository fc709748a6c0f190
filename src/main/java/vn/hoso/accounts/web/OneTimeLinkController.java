package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.AccountService;
import vn.hoso.accounts.PasswordRules.NewPassword;
import vn.hoso.accounts.UserDraft;
import vn.hoso.security.ForAnyone;
import vn.hoso.security.Role;
import vn.hoso.shared.UserFacingException;

/** Where a one-time link leads: choosing a password, or creating the first administrator. */
@Controller
class OneTimeLinkController {

    private static final String FORM = "form";

    private final AccountService accounts;

    OneTimeLinkController(AccountService accounts) {
        this.accounts = accounts;
    }

    /**
     * The typed form; passwords are never sent back.
     *
     * @param username only asked for at the set-up
     * @param displayName only asked for at the set-up
     */
    record LinkForm(String username, String displayName, String password, String repeated) {

        static final LinkForm EMPTY = new LinkForm("", "", "", "");

        /** Fields that were not sent are empty. */
        LinkForm {
            username = username == null ? "" : username;
            displayName = displayName == null ? "" : displayName;
            password = password == null ? "" : password;
            repeated = repeated == null ? "" : repeated;
        }

        UserDraft administrator() {
            return new UserDraft(username, displayName, Role.ADMINISTRATOR, Set.of());
        }

        NewPassword newPassword() {
            return new NewPassword(password, repeated);
        }

        /** Never printed, not even by accident. */
        @Override
        public String toString() {
            return "LinkForm";
        }
    }

    @ForAnyone
    @GetMapping("/links/{token}")
    String show(@PathVariable String token, Model model) {
        model.addAttribute(FORM, LinkForm.EMPTY);
        return page(usernameOf(token), LinkForm.EMPTY, model);
    }

    @ForAnyone
    @PostMapping("/links/{token}")
    String choose(
            @PathVariable String token,
            @Valid @ModelAttribute(FORM) LinkForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        String username = usernameOf(token);
        AccountProblem.report(
                username.isEmpty()
                        ? accounts.setUp(token, form.administrator(), form.newPassword())
                        : accounts.choosePassword(token, form.newPassword()),
                errors);
        if (!errors.hasErrors()) {
            return "redirect:/login?welcome";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(username, form, model);
    }

    private String usernameOf(String token) {
        return accounts.usernameOf(token)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "accounts.refused.link"));
    }

    private String page(String username, LinkForm form, Model model) {
        model.addAttribute("setUp", username.isEmpty());
        model.addAttribute("username", username.isEmpty() ? form.username() : username);
        model.addAttribute("displayName", form.displayName());
        model.addAttribute("rules", accounts.passwordRules());
        return "accounts/link";
    }
}
