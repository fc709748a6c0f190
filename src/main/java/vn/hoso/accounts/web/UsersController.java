package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.AccountService;
import vn.hoso.accounts.UserQueries;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayManageAccounts;

/** The users who may sign in: find one, add one and hand over their link. */
@Controller
class UsersController {

    private static final int LONGEST_SEARCH = 120;
    private static final int LAST_PAGE = 10_000;
    /** What is said of units waits until it is clear which are meant. */
    private static final String UNITS = "unitIds";

    private final AccountService accounts;
    private final UserQueries users;
    private final UserFormOptions options;

    UsersController(AccountService accounts, UserQueries users, UserFormOptions options) {
        this.accounts = accounts;
        this.users = users;
        this.options = options;
    }

    /**
     * The list.
     *
     * @param search what was asked for
     * @param previous 0 if this is the first page
     * @param next 0 if this is the last one
     */
    record ListPage(String search, List<UserRow> rows, int previous, int next) {}

    @MayManageAccounts
    @GetMapping("/accounts")
    String show(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        String search =
                q.strip().substring(0, Math.min(LONGEST_SEARCH, q.strip().length()));
        UserQueries.Found found = users.search(search, Math.max(1, Math.min(LAST_PAGE, page)));
        model.addAttribute(
                "page",
                new ListPage(
                        search,
                        found.users().stream().map(UserRow::of).toList(),
                        found.page() - 1,
                        found.more() ? found.page() + 1 : 0));
        model.addAttribute("approvers", users.approvers());
        return "accounts/accounts";
    }

    @MayManageAccounts
    @GetMapping("/accounts/new")
    String blank(Model model) {
        model.addAttribute(UserFormOptions.FORM, UserForm.EMPTY);
        return options.page(UserForm.EMPTY, model);
    }

    @MayManageAccounts
    @PostMapping("/accounts")
    String create(
            @Valid @ModelAttribute(UserFormOptions.FORM) UserForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        UserForm resolved = options.resolved(form, errors);
        boolean clear = !errors.hasErrors();
        AccountProblem.report(clear ? resolved.unreadable() : List.of(), errors);
        if (errors.hasErrors()) {
            AccountProblem.report(
                    resolved.details().problems().stream()
                            .filter(problem -> clear || !UNITS.equals(problem.field()))
                            .toList(),
                    errors);
        } else {
            AccountService.Created created = accounts.create(resolved.details(), by);
            if (created.token() != null) {
                UserFormOptions.handOver(created.token(), resolved.details().username(), request, after);
                return "redirect:/accounts";
            }
            AccountProblem.report(created.problems(), errors);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return options.page(form, model);
    }
}
