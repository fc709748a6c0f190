package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.AccountService;
import vn.hoso.accounts.UserQueries.Person;
import vn.hoso.accounts.UserService;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayManageAccounts;

/** One person: what they may do, whether they may sign in, and help when they cannot. */
@Controller
class UserController {

    private static final String DONE = "done";
    private static final String PERSON = "redirect:/accounts/{id}";

    private final AccountService accounts;
    private final UserService changes;
    private final UserFormOptions desk;

    UserController(AccountService accounts, UserService changes, UserFormOptions desk) {
        this.accounts = accounts;
        this.changes = changes;
        this.desk = desk;
    }

    @MayManageAccounts
    @GetMapping("/accounts/{id}")
    String show(@PathVariable long id, Model model) {
        Person person = desk.person(id);
        return desk.known(person, desk.formOf(person), List.of(), model);
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute UserForm form,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Person person = desk.person(id);
        List<AccountProblem> problems = form.unreadable();
        problems = problems.isEmpty() ? changes.change(id, form.details(), form.seenVersion(), by) : problems;
        return answer(person, form, problems, "accounts.done.changed", response, model, after);
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}/disabling")
    String disable(
            @PathVariable long id,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Person person = desk.person(id);
        List<AccountProblem> problems = changes.enable(id, false, by);
        return answer(person, desk.formOf(person), problems, "accounts.done.disabled", response, model, after);
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}/enabling")
    String enable(@PathVariable long id, @AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        desk.person(id);
        changes.enable(id, true, by);
        after.addFlashAttribute(DONE, "accounts.done.enabled");
        return PERSON;
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}/unlocking")
    String unlock(@PathVariable long id, @AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        desk.person(id);
        changes.unlock(id, by);
        after.addFlashAttribute(DONE, "accounts.done.unlocked");
        return PERSON;
    }

    @MayManageAccounts
    @PostMapping("/accounts/{id}/second-factor-reset")
    String resetSecondFactor(@PathVariable long id, @AuthenticationPrincipal CurrentUser by, RedirectAttributes after) {
        desk.person(id);
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
        desk.person(id);
        accounts.newLink(id, by)
                .ifPresent(link -> UserFormOptions.handOver(link.token(), link.username(), request, after));
        return PERSON;
    }

    private String answer(
            Person person,
            UserForm form,
            List<AccountProblem> problems,
            String done,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (problems.isEmpty()) {
            after.addFlashAttribute(DONE, done);
            return PERSON;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return desk.known(person, form, problems, model);
    }
}
