package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.UnitAccountService;
import vn.hoso.accounts.UnitAccountService.Names;
import vn.hoso.accounts.UnitAccountService.Outcome;
import vn.hoso.accounts.UnitAccountService.Proposed;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayManageAccounts;

/** Accounts for all units by one press; only what differs from the proposal is typed. */
@Controller
class UnitAccountController {

    private static final String FORM = "form";
    private static final String PAGE = "accounts/units";

    /** Units on a page: a form of all 3,400 of a country would be slow to draw and to send. */
    private static final int ROWS = 200;

    private final UnitAccountService accounts;
    private final Acknowledgements done;

    UnitAccountController(UnitAccountService accounts, Acknowledgements done) {
        this.accounts = accounts;
        this.done = done;
    }

    /** A unit's row: as proposed, or as it was typed, with what is wrong with it. */
    record Row(
            long unit,
            String code,
            String name,
            Names names,
            boolean ticked,
            @Nullable String usernameProblem,
            @Nullable String displayNameProblem) {}

    /** An account that somebody else made meanwhile, and what was typed for its unit. */
    record Overtaken(String present, Names typed) {}

    /**
     * The page.
     *
     * @param total how many units have no account, on whatever page
     * @param found how many of them the search finds
     * @param previous 0 if this is the first page
     * @param next 0 if this is the last one
     */
    record View(List<Row> rows, int total, int found, int previous, int next, List<Overtaken> overtaken) {}

    /** A row for each unit of the page: how many there are, the units say. */
    @ModelAttribute(FORM)
    UnitAccountForm form(@RequestParam MultiValueMap<String, String> fields) {
        return UnitAccountForm.of(fields);
    }

    @MayManageAccounts
    @GetMapping("/accounts/units")
    String show(@ModelAttribute(FORM) UnitAccountForm form, Model model) {
        List<Proposed> all = accounts.proposed();
        List<Proposed> found =
                all.stream().filter(each -> each.unit().isFoundBy(form.q())).toList();
        int page = Math.min(form.page(), Math.max(1, (found.size() + ROWS - 1) / ROWS));
        List<Row> rows = found.stream()
                .skip((page - 1L) * ROWS)
                .limit(ROWS)
                .map(each -> row(each, each.names(), true, Map.of()))
                .toList();
        int next = page * ROWS < found.size() ? page + 1 : 0;
        model.addAttribute("page", new View(rows, all.size(), found.size(), page - 1, next, List.of()));
        return PAGE;
    }

    @MayManageAccounts
    @PostMapping("/accounts/units")
    String create(
            @Valid @ModelAttribute(FORM) UnitAccountForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Map<Long, Names> wanted = form.wanted();
        Outcome outcome = errors.hasErrors()
                ? new Outcome(null, 0, List.of(), Map.of())
                : accounts.create(wanted, form.all(), by);
        if (outcome.key() != null) {
            LinkHandOutController.keep(outcome.key(), session);
            after.addFlashAttribute(Acknowledgements.NAME, done.of("accounts.units.done", by, outcome.count()));
            return "redirect:/accounts/links";
        }
        AccountProblem.report(outcome.problems(), errors);
        response.setStatus(
                (outcome.overtaken().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
        model.addAttribute("page", typed(form, errors, outcome));
        return PAGE;
    }

    /** The units of the form again, each as it was typed; those that have an account by now stand apart with it. */
    private View typed(UnitAccountForm form, BindingResult errors, Outcome outcome) {
        List<Proposed> all = accounts.proposed();
        Map<String, String> problems = errors.getFieldErrors().stream()
                .collect(Collectors.toMap(
                        FieldError::getField,
                        error -> Objects.requireNonNullElse(error.getCode(), ""),
                        (first, second) -> first));
        List<Row> rows = all.stream()
                .filter(each -> form.rows().containsKey(each.unit().id()))
                .map(each -> {
                    long unit = each.unit().id();
                    return row(
                            each,
                            Objects.requireNonNull(form.rows().get(unit)),
                            form.all() || form.ticked().contains(unit),
                            problems);
                })
                .toList();
        List<Overtaken> overtaken = outcome.overtaken().entrySet().stream()
                .map(each -> new Overtaken(
                        each.getValue(), Objects.requireNonNull(form.rows().get(each.getKey()))))
                .toList();
        return new View(rows, all.size(), rows.size(), 0, 0, overtaken);
    }

    private static Row row(Proposed unit, Names names, boolean ticked, Map<String, String> problems) {
        String field = "u" + unit.unit().id() + ".";
        return new Row(
                unit.unit().id(),
                unit.unit().code(),
                unit.unit().name(),
                names,
                ticked,
                problems.get(field + "username"),
                problems.get(field + "displayName"));
    }
}
