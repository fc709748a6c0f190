package vn.hoso.reconciliation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
import vn.hoso.reconciliation.ComparedFigure;
import vn.hoso.reconciliation.CountedDays;
import vn.hoso.reconciliation.CountedDaysQueries;
import vn.hoso.reconciliation.OutsideTotal;
import vn.hoso.reconciliation.OutsideTotal.Draft;
import vn.hoso.reconciliation.OutsideTotalService;
import vn.hoso.reconciliation.OutsideTotalService.Outcome;
import vn.hoso.reconciliation.ValueSource;
import vn.hoso.reconciliation.web.OutsideTotalList.Row;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.ListInput;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;
import vn.hoso.units.UnitListFiles;
import vn.hoso.units.UnitQueries;

/** Many totals of one document at once: pasted or brought as a file, looked at, then entered whole or not at all. */
@Controller
class OutsideTotalListController {

    private static final String FORM = "form";
    private static final String PAGE = "reconciliation/totals-list";
    private static final String WHOLE = "whole";
    private static final int LONGEST = 300_000;
    private static final int SHOWN = 200;

    private final OutsideTotalService service;
    private final UnitQueries units;
    private final UnitListFiles files;
    private final CountedDaysQueries days;
    private final EntryWindows windows;
    private final DifferenceMessages words;
    private final Clock clock;

    OutsideTotalListController(
            OutsideTotalService service,
            UnitQueries units,
            UnitListFiles files,
            CountedDaysQueries days,
            EntryWindows windows,
            DifferenceMessages words,
            Clock clock) {
        this.service = service;
        this.units = units;
        this.files = files;
        this.days = days;
        this.windows = windows;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A list as typed.
     *
     * @param lines one total a line: unit, period, figure, number
     * @param apply whether to enter them, where nothing is wrong with any
     */
    record ListForm(
            @Pattern(regexp = "PORTAL|NOTICE|REPORT", message = "{reconciliation.problem.source}")
            String source,

            @PlainText(max = OutsideTotal.LONGEST_SOURCE, message = "{reconciliation.problem.sourceText}")
            String sourceText,

            String sourceDate,

            @Size(max = LONGEST, message = "{reconciliation.list.problem.long}")
            String lines,

            @Nullable Boolean apply) {

        /** What was not sent is empty, and only looked at. */
        ListForm {
            source = Objects.requireNonNullElse(source, "");
            sourceText = Objects.requireNonNullElse(sourceText, "");
            sourceDate = Objects.requireNonNullElse(sourceDate, "");
            lines = Objects.requireNonNullElse(lines, "");
            apply = Boolean.TRUE.equals(apply);
        }
    }

    /**
     * A line of the preview.
     *
     * @param unit whose total it is taken for
     * @param result what becomes of it where nothing is wrong
     */
    record Line(
            int number,
            List<String> cells,
            String unit,
            String result,
            @Nullable String problem) {}

    /**
     * What the list would do.
     *
     * @param lines the first lines, or the first that are wrong
     * @param more that there are more lines than these, null where there are not
     * @param count how many totals would be entered
     * @param enters whether nothing is wrong and there is something to enter
     */
    record View(List<Line> lines, String summary, @Nullable String more, String count, boolean enters) {}

    @MayReview
    @GetMapping("/reconciliation/totals/list")
    String show(Model model) {
        model.addAttribute(FORM, new ListForm("", "", "", "", false));
        model.addAttribute(WHOLE, words.wholes());
        return PAGE;
    }

    @MayReview
    @PostMapping("/reconciliation/totals/list")
    String enter(
            @Valid @ModelAttribute(FORM) ListForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after)
            throws IOException {
        LocalDate day = DateInput.read(form.sourceDate());
        if (day == null || day.isAfter(LocalDate.now(clock))) {
            errors.rejectValue("sourceDate", "reconciliation.problem.sourceDate");
        }
        ListInput input = ListInput.of(form.lines(), file, (name, bytes) -> files.lines(name, bytes, by.id()), errors);
        model.addAttribute("lines", input.lines());
        model.addAttribute(WHOLE, words.wholes());
        input.check(
                OutsideTotalList.MOST, "reconciliation.list.problem.long", "reconciliation.list.problem.long", errors);
        if (errors.hasErrors() || day == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return PAGE;
        }
        List<Row> rows = new OutsideTotalList(
                        windows.today(),
                        units::findDuring,
                        wholes(),
                        measure -> words.say("figures.measure." + measure.field()))
                .read(input.lines(), ValueSource.valueOf(form.source()), UserText.kept(form.sourceText()), day);
        List<Draft> drafts =
                rows.stream().map(Row::draft).filter(Objects::nonNull).toList();
        boolean sound = !rows.isEmpty() && drafts.size() == rows.size();
        boolean apply = input.applies(form.apply());
        Map<Draft, Outcome> outcomes = sound ? service.enterAll(drafts, apply, by) : Map.of();
        if (sound && apply && !outcomes.containsValue(Outcome.OTHER_IN_FORCE)) {
            after.addFlashAttribute(
                    "done", counted("reconciliation.list.done", "reconciliation.list.done.there", outcomes));
            return "redirect:/reconciliation/totals?year="
                    + drafts.get(0).figure().year();
        }
        if (apply) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("preview", view(rows, outcomes));
        return PAGE;
    }

    /** What all units together were called in a figure's period; the days of each year are read once. */
    private Function<ComparedFigure, String> wholes() {
        Map<Integer, CountedDays> years = new HashMap<>();
        return figure ->
                words.whole(years.computeIfAbsent(figure.year(), days::find).ofReturns(figure));
    }

    /** How many are entered, and how many were there before where any were. */
    private String counted(String entering, String also, Map<Draft, Outcome> outcomes) {
        long entered = entered(outcomes);
        long there = outcomes.size() - entered;
        return there == 0
                ? words.say(entering, Formats.count(entered))
                : words.say(also, Formats.count(entered), Formats.count(there));
    }

    private static long entered(Map<Draft, Outcome> outcomes) {
        return outcomes.values().stream().filter(Outcome.ENTERED::equals).count();
    }

    /** @param outcomes what becomes of each, empty where a line is wrong */
    private View view(List<Row> rows, Map<Draft, Outcome> outcomes) {
        List<Line> all = new ArrayList<>();
        for (Row row : rows) {
            Outcome outcome = row.draft() == null ? null : outcomes.get(row.draft());
            String problem =
                    outcome == Outcome.OTHER_IN_FORCE ? "reconciliation.entered.OTHER_IN_FORCE" : row.problem();
            all.add(new Line(
                    row.number(),
                    row.cells(),
                    row.unit(),
                    words.say("reconciliation.list.result." + (outcome == null ? Outcome.ENTERED : outcome)),
                    problem == null ? null : words.say(problem, row.whole())));
        }
        List<Line> wrong = all.stream().filter(each -> each.problem() != null).toList();
        boolean sound = wrong.isEmpty() && !rows.isEmpty();
        List<Line> shown = sound ? all : wrong;
        return new View(
                shown.stream().limit(SHOWN).toList(),
                sound
                        ? counted("reconciliation.list.sound", "reconciliation.list.sound.there", outcomes)
                        : words.say(
                                "reconciliation.list.wrong", Formats.count(wrong.size()), Formats.count(rows.size())),
                shown.size() > SHOWN
                        ? words.say("reconciliation.list.more", Formats.count(SHOWN), Formats.count(shown.size()))
                        : null,
                Formats.count(entered(outcomes)),
                sound && entered(outcomes) > 0);
    }
}
