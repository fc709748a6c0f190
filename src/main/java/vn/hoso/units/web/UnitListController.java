package vn.hoso.units.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Day;
import vn.hoso.shared.Formats;
import vn.hoso.shared.ListInput;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserText;
import vn.hoso.units.ReorganisationProposal;
import vn.hoso.units.UnitKind;
import vn.hoso.units.UnitList;
import vn.hoso.units.UnitListFiles;
import vn.hoso.units.UnitListService;

/** Many units at once: proposed, pasted or uploaded, looked at, then begun. */
@Controller
class UnitListController {

    private static final String FORM = "form";
    private static final int LONGEST = 600_000;
    private static final int SHOWN = 200;

    private final UnitListService lists;
    private final UnitListFiles files;
    private final PageMessages messages;
    private final Clock clock;

    UnitListController(UnitListService lists, UnitListFiles files, PageMessages messages, Clock clock) {
        this.lists = lists;
        this.files = files;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A list as typed.
     *
     * @param from first day of the units
     * @param lines one unit a line
     * @param apply whether to begin them, where nothing is wrong with any
     */
    record ListForm(
            @Day(message = "{register.problem.from}") String from,

            @Size(max = LONGEST, message = "{register.list.problem.long}")
            String lines,

            @Nullable Boolean apply) {

        /** What was not sent is empty, and only looked at. */
        ListForm {
            from = Objects.requireNonNullElse(from, "");
            lines = Objects.requireNonNullElse(lines, "");
            apply = Boolean.TRUE.equals(apply);
        }
    }

    /** A line of the preview, its problems in words. */
    record Line(
            int number, String code, String name, String kind, String group, boolean known, List<String> problems) {}

    /**
     * What the list would do.
     *
     * @param lines the first lines, or the first that are wrong
     * @param count how many lines there are
     * @param added how many units would be begun
     * @param known how many there are already
     * @param wrong how many lines have a problem
     * @param others the lines that are not read, each by its number and words: all, or the first of many
     * @param othersCount how many they are
     */
    record View(
            List<Line> lines,
            String count,
            String added,
            long known,
            long wrong,
            boolean sound,
            List<String> others,
            int othersCount) {}

    /** The usual units of the organisation, ready to be begun. */
    @MaySetUp
    @GetMapping("/units/list")
    String show(Model model) {
        String proposal = lists.proposal();
        LocalDate today = LocalDate.now(clock);
        LocalDate from = today.isBefore(ReorganisationProposal.TWO_TIERS) ? today : ReorganisationProposal.TWO_TIERS;
        model.addAttribute(FORM, new ListForm(from.toString(), proposal, false));
        model.addAttribute("proposed", !proposal.isEmpty());
        return page(proposal.isEmpty() ? null : lists.preview(from, proposal), model);
    }

    @MaySetUp
    @PostMapping("/units/list")
    String begin(
            @Valid @ModelAttribute(FORM) ListForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after)
            throws IOException {
        ListInput input = ListInput.of(form.lines(), file, (name, bytes) -> files.lines(name, bytes, by.id()), errors);
        String lines = input.lines();
        if (input.brought()) {
            model.addAttribute("brought", lines);
        }
        input.check(UnitListService.MOST, "register.list.problem.empty", "register.list.problem.many", errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(null, model);
        }
        LocalDate from = DateInput.day(form.from());
        boolean apply = input.applies(form.apply());
        UnitList list = apply ? lists.apply(from, lines, by) : lists.preview(from, lines);
        if (apply && list.sound()) {
            after.addFlashAttribute(
                    "done",
                    messages.of("register.list.done", Formats.count(list.added().size()), Formats.date(from)));
            return "redirect:/units?day=" + from;
        }
        if (apply) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(list, model);
    }

    private String page(@Nullable UnitList list, Model model) {
        model.addAttribute("kinds", lists.kinds().stream().map(UnitKind::name).collect(Collectors.joining(", ")));
        model.addAttribute(
                "preview",
                list == null
                        ? null
                        : new View(
                                list.lines().stream()
                                        .filter(each -> list.wrong() == 0
                                                || !each.problems().isEmpty())
                                        .limit(SHOWN)
                                        .map(this::line)
                                        .toList(),
                                Formats.count(list.lines().size()),
                                Formats.count(list.added().size()),
                                list.known(),
                                list.wrong(),
                                list.sound(),
                                list.others().stream()
                                        .limit(SHOWN)
                                        .map(each -> messages.of(
                                                "register.list.other",
                                                String.valueOf(each.number()),
                                                UserText.shortened(each.text())))
                                        .toList(),
                                list.others().size()));
        return "units/list";
    }

    private Line line(UnitList.Line each) {
        return new Line(
                each.number(),
                each.code(),
                each.name(),
                each.kind(),
                each.group(),
                each.known(),
                each.problems().stream()
                        .map(problem ->
                                messages.of(problem.key(), problem.args().toArray(String[]::new)))
                        .toList());
    }
}
