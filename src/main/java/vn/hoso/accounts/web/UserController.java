package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.AccountService;
import vn.hoso.accounts.UserQueries.UserSummary;
import vn.hoso.accounts.UserService;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayManageAccounts;

/** One user: what they may do, whether they may sign in, and help when they cannot. */
@Controller
class UserController {

    private static final String DONE = "done";
    private static final String PERSON = "redirect:/accounts/{id}";

    private final AccountService accounts;
    private final UserService changes;
    private final UserFormOptions options;

    UserController(AccountService accounts, UserService changes, UserFormOptions options) {
        this.accounts = accounts;
        this.changes = changes;
        this.options = options;
    }

    @MayManageAccounts
    @GetMapping("/accounts/{id}")
    String show(@PathVariable long id, Model model) {
        UserSummary user = options.user(id);
        UserForm form = options.formOf(user);
        model.addAttribute(UserFormOptions.FORM, form);
        return options.known(user, form, model);
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute(UserFormOptions.FORM) UserForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        UserSummary user = options.user(id);
        UserForm resolved = options.resolved(form, errors);
        if (!errors.hasErrors()) {
            AccountProblem.report(resolved.unreadable(), errors);
        }
        if (!errors.hasErrors()) {
            AccountProblem.report(changes.change(id, resolved.details(), form.seenVersion(), by), errors);
        }
        return answer(user, form, errors, "accounts.done.changed", response, model, after);
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}/disabling")
    String disable(
            @PathVariable long id,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        UserSummary user = options.user(id);
        UserForm form = options.formOf(user);
        BindingResult errors = new BeanPropertyBindingResult(form, UserFormOptions.FORM);
        model.addAttribute(UserFormOptions.FORM, form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + UserFormOptions.FORM, errors);
        AccountProblem.report(changes.enable(id, false, by), errors);
        return answer(user, form, errors, "accounts.done.disabled", response, model, after);
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}/enabling")
    String enable(@PathVariable long id, @AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        options.user(id);
        changes.enable(id, true, by);
        after.addFlashAttribute(DONE, "accounts.done.enabled");
        return PERSON;
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}/unlocking")
    String unlock(@PathVariable long id, @AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        options.user(id);
        changes.unlock(id, by);
        after.addFlashAttribute(DONE, "accounts.done.unlocked");
        return PERSON;
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}/second-factor-reset")
    String resetSecondFactor(@PathVariable long id, @AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        options.user(id);
        changes.resetSecondFactor(id, by);
        after.addFlashAttribute(DONE, "accounts.done.secondFactorReset");
        return PERSON;
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}/link")
    String newLink(
            @PathVariable long id,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletRequest request,
            RedirectAttributes after) {
        options.user(id);
        accounts.newLink(id, by)
                .ifPresent(link -> UserFormOptions.handOver(link.token(), link.username(), request, after));
        return PERSON;
    }

    private String answer(
            UserSummary user,
            UserForm form,
            BindingResult errors,
            String done,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            after.addFlashAttribute(DONE, done);
            return PERSON;
        }
        // Somebody else was faster: what is stored stands beside what was typed.
        boolean overtaken = errors.getFieldErrors().stream()
                .anyMatch(error -> UserService.CHANGED_MEANWHILE.messageKey().equals(error.getCode()));
        if (overtaken) {
            model.addAttribute("latest", user);
        }
        response.setStatus((overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        return options.known(user, form, model);
    }
}
