package vn.hoso.fields.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.fields.FieldFigures.Months;
import vn.hoso.fields.ReturnField;
import vn.hoso.fields.ReturnFieldService;
import vn.hoso.fields.ReturnFieldService.Kept;
import vn.hoso.fields.ReturnFieldService.Problem;
import vn.hoso.fields.ReturnFields;
import vn.hoso.fields.UnusedColumns;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;

/** The fields that returns are asked for beyond their own: added, changed, ended and removed. */
@Controller
class ReturnFieldController {

    private static final String FORM = "form";
    private static final String PAGE = "/settings/fields";

    /** How many months back the list of months begins. */
    private static final int BACK = 36;

    private final ReturnFieldService fields;
    private final UnusedColumns unused;
    private final FieldMessages words;
    private final EntryWindows windows;
    private final PageMessages messages;

    ReturnFieldController(
            ReturnFieldService fields,
            UnusedColumns unused,
            FieldMessages words,
            EntryWindows windows,
            PageMessages messages) {
        this.fields = fields;
        this.unused = unused;
        this.words = words;
        this.windows = windows;
        this.messages = messages;
    }

    /** A field of the list. */
    record Line(
            String code,
            String name,
            String notAbove,
            boolean required,
            String from,
            @Nullable String last,
            @Nullable String held,
            String address) {}

    /** What a list offers to choose. */
    record Choice(String value, String name) {}

    /** Columns to be put out of sight, and those that were when the person looked. */
    record UnusedColumnsForm(
            @Nullable Set<String> names, @Nullable Set<String> seen) {}

    /** A field to be removed. */
    record RemovalForm(@Nullable Integer seen) {}

    @MaySetUp
    @GetMapping("/settings/fields")
    String show(@RequestParam(defaultValue = "") String field, Model model) {
        List<Kept> all = fields.all();
        model.addAttribute(
                FORM,
                find(all, field)
                        .map(FieldForm::of)
                        .orElseGet(() -> FieldForm.blank(all, windows.today().current())));
        return page(all, model);
    }

    /** Says first what will be different, and keeps it once that was seen; other words alone are kept at once. */
    @MaySetUp
    @PostMapping("/settings/fields")
    String keep(
            @Valid @ModelAttribute(FORM) FieldForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (UserText.hasInvisible(form.name())) {
            errors.rejectValue("name", "fields.problem.name");
        }
        List<Kept> all = fields.all();
        if (!errors.hasErrors()) {
            ReturnField typed = form.typed();
            Kept before = find(all, form.field()).orElse(null);
            List<String> told = words.consequences(before == null ? null : before.field(), typed, all);
            boolean meanwhile =
                    before == null ? !form.field().isEmpty() : !Objects.equals(before.version(), form.seen());
            boolean sure = meanwhile || told.isEmpty() || form.previewed().equals(form.fingerprint());
            Integer seen = form.field().isEmpty() ? null : Objects.requireNonNullElse(form.seen(), -1);
            List<Problem> problems = sure
                    ? fields.keep(typed, seen, by)
                    : fields.problems(typed, form.field().isEmpty());
            if (problems.isEmpty() && sure) {
                after.addFlashAttribute("done", messages.of("fields.kept", typed.name()));
                return "redirect:" + PAGE;
            }
            if (problems.isEmpty()) {
                model.addAttribute("told", told);
                return page(all, model);
            }
            for (Problem problem : problems) {
                if (problem.isConflict()) {
                    status = HttpStatus.CONFLICT;
                    errors.reject(problem.key());
                    all = fields.all();
                    find(all, form.field())
                            .ifPresent(latest -> model.addAttribute("latest", line(latest, words.names(fields.all())))
                                    .addAttribute("latestVersion", latest.version()));
                } else {
                    errors.rejectValue(
                            problem.at(), problem.key(), problem.args().toArray(), null);
                }
            }
        }
        response.setStatus(status.value());
        return page(all, model);
    }

    @MaySetUp
    @PostMapping("/settings/fields/{code}/removal")
    String remove(
            @PathVariable String code,
            @Valid @ModelAttribute("removal") RemovalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            RedirectAttributes after) {
        Optional<Problem> problem = fields.remove(code, Objects.requireNonNullElse(form.seen(), -1), by);
        if (problem.isPresent()) {
            throw new UserFacingException(
                    HttpStatus.CONFLICT,
                    problem.get().key(),
                    problem.get().args().toArray(String[]::new));
        }
        after.addFlashAttribute("done", messages.of("fields.removed", code));
        return "redirect:" + PAGE;
    }

    @MaySetUp
    @PostMapping("/settings/fields/unused")
    String fold(
            @Valid @ModelAttribute("folding") UnusedColumnsForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            RedirectAttributes after) {
        if (!unused.fold(
                Objects.requireNonNullElse(form.names(), Set.of()),
                Objects.requireNonNullElse(form.seen(), Set.of()),
                by)) {
            throw new UserFacingException(HttpStatus.CONFLICT, "fields.unused.meanwhile");
        }
        after.addFlashAttribute("done", messages.of("fields.unused.kept"));
        return "redirect:" + PAGE;
    }

    private static Optional<Kept> find(List<Kept> all, String code) {
        return all.stream().filter(each -> each.field().code().equals(code)).findFirst();
    }

    private String page(List<Kept> all, Model model) {
        Map<String, String> names = words.names(all);
        FieldForm form = (FieldForm) Objects.requireNonNull(model.getAttribute(FORM));
        model.addAttribute("fields", all.stream().map(each -> line(each, names)).toList());
        model.addAttribute("kept", find(all, form.field()).orElse(null));
        model.addAttribute(
                "wholes",
                names.entrySet().stream()
                        .filter(each -> !each.getKey().equals(form.field()))
                        .map(each -> new Choice(each.getKey(), each.getValue()))
                        .toList());
        model.addAttribute("months", months(form));
        model.addAttribute("unused", unused.names());
        return "fields/fields";
    }

    private List<Choice> months(FieldForm form) {
        YearMonth current = windows.today().current();
        YearMonth earliest = windows.today().earliest();
        List<YearMonth> months = new ArrayList<>(LongStream.rangeClosed(-BACK, ReturnFields.AHEAD)
                .mapToObj(current::plusMonths)
                .filter(month -> !month.isBefore(earliest))
                .toList());
        for (String typed : List.of(form.from(), form.last())) {
            if (typed.matches(FieldForm.MONTH) && !months.contains(YearMonth.parse(typed))) {
                months.add(0, YearMonth.parse(typed));
            }
        }
        return months.stream()
                .distinct()
                .sorted()
                .map(month -> new Choice(month.toString(), Formats.month(month)))
                .toList();
    }

    private static Line line(Kept kept, Map<String, String> names) {
        ReturnField field = kept.field();
        YearMonth until = field.validUntil();
        Months held = kept.held();
        String whole = field.notAbove();
        return new Line(
                field.code(),
                field.name(),
                whole == null ? "" : names.getOrDefault(whole, whole),
                field.required(),
                Formats.month(field.validFrom()),
                until == null ? null : Formats.month(until.minusMonths(1)),
                held == null ? null : Formats.month(held.first()) + " – " + Formats.month(held.last()),
                PAGE + "?field=" + field.code() + "#field");
    }
}
