package vn.hoso.reconciliation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.domain.Measure;
import vn.hoso.reconciliation.OutsideTotal;
import vn.hoso.reconciliation.OutsideTotalService;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.security.MayViewDifferences;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;
import vn.hoso.shared.YearNavigation;
import vn.hoso.units.UnitQueries;
import vn.hoso.units.UnitQueries.Version;

/** Totals that others state: the portal, the level above, an earlier report. */
@Controller
class OutsideTotalController {

    private static final String FORM = "form";
    private static final int ON_A_PAGE = 200;
    private static final String TOTALS = "redirect:/reconciliation/totals?year=";

    private final OutsideTotalService service;
    private final UnitQueries units;
    private final EntryWindows windows;
    private final DifferenceMessages words;
    private final Clock clock;

    OutsideTotalController(
            OutsideTotalService service,
            UnitQueries units,
            EntryWindows windows,
            DifferenceMessages words,
            Clock clock) {
        this.service = service;
        this.units = units;
        this.windows = windows;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param corrects a total that the form is filled in with, to be corrected
     * @param page of the list, the first is 1
     */
    @MayViewDifferences
    @GetMapping("/reconciliation/totals")
    String show(
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable Long corrects,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        int shown = year == null ? windows.today().current().getYear() : windows.checked(year);
        List<OutsideTotal> totals = service.find(shown, reader);
        model.addAttribute(
                FORM,
                totals.stream()
                        .filter(each -> each.ended() == null && Objects.equals(each.id(), corrects))
                        .findFirst()
                        .map(OutsideTotalForm::of)
                        .orElseGet(() -> OutsideTotalForm.blank(shown)));
        return page(shown, totals, page, reader, model);
    }

    @MayReview
    @PostMapping("/reconciliation/totals")
    String enter(
            @Valid @ModelAttribute(FORM) OutsideTotalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        form.check(windows.today(), LocalDate.now(clock), errors);
        if (!errors.hasFieldErrors("year") && !errors.hasFieldErrors("month")) {
            form.checkUnit(units.findDuring(form.firstDay(), form.lastDay()), errors);
        }
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            OutsideTotalService.Outcome outcome =
                    service.enter(form.draft(), form.corrects(), UserText.kept(form.reason()), by);
            switch (outcome) {
                case ENTERED, CORRECTED, SAME -> {
                    after.addFlashAttribute("done", words.say("reconciliation.entered." + outcome));
                    return TOTALS + form.year();
                }
                case OTHER_IN_FORCE, OVERTAKEN -> {
                    errors.rejectValue("value", "reconciliation.entered." + outcome);
                    status = HttpStatus.CONFLICT;
                }
            }
        }
        response.setStatus(status.value());
        int year = errors.hasFieldErrors("year") ? windows.today().current().getYear() : Integer.parseInt(form.year());
        return page(year, service.find(year, by), 1, by, model);
    }

    /**
     * Why a total is taken back.
     *
     * @param year where the list leads back to
     */
    record WithdrawalForm(
            int year,

            @PlainText(max = OutsideTotal.LONGEST_TEXT, message = "{reconciliation.problem.reason}")
            String reason) {

        WithdrawalForm {
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @MayReview
    @PostMapping("/reconciliation/totals/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @Valid @ModelAttribute("withdrawal") WithdrawalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        int year = windows.checked(form.year());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(FORM, OutsideTotalForm.blank(year));
            model.addAttribute("withdrawing", id);
            List<OutsideTotal> totals = service.find(year, by);
            List<Long> ids = totals.stream().map(OutsideTotal::id).toList();
            return page(year, totals, ids.indexOf(id) / ON_A_PAGE + 1, by, model);
        }
        if (!service.withdraw(id, UserText.kept(form.reason()), by)) {
            throw new UserFacingException(HttpStatus.CONFLICT, "reconciliation.refused.withdrawn");
        }
        after.addFlashAttribute("done", words.say("reconciliation.withdrawn"));
        return TOTALS + year;
    }

    /** A total as the page prints it. */
    record Line(
            long id,
            String unit,
            String period,
            String measure,
            String source,
            String value,
            String origin,
            @Nullable String ended,
            String path) {}

    /** A unit to choose, with the days of it where it is not there all the year. */
    record Choice(long id, String name) {}

    private String page(int year, List<OutsideTotal> totals, int page, CurrentUser reader, Model model) {
        int pages = Math.max(1, (totals.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        int from = (shown - 1) * ON_A_PAGE;
        List<OutsideTotal> onPage = totals.subList(from, Math.min(totals.size(), from + ON_A_PAGE));
        if (pages > 1) {
            model.addAttribute(
                    "shown",
                    words.say(
                            "reconciliation.shown",
                            Formats.count(from + 1L),
                            Formats.count(from + onPage.size()),
                            Formats.count(totals.size())));
            model.addAttribute("previous", shown == 1 ? null : shown - 1);
            model.addAttribute("next", shown == pages ? null : shown + 1);
        }
        model.addAttribute("years", YearNavigation.around(year, windows.today().years()));
        model.addAttribute("allYears", windows.today().years());
        model.addAttribute("units", choices(year));
        model.addAttribute("whole", words.whole());
        model.addAttribute("measures", Measure.OWN);
        model.addAttribute("lines", onPage.stream().map(this::line).toList());
        model.addAttribute("enters", reader.is(Role.REVIEWER));
        return "reconciliation/totals";
    }

    /** Whoever was a unit on any day of the year, by its last name in it. */
    private List<Choice> choices(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        Map<Long, List<Version>> byUnit = units.findDuring(first, last).stream()
                .collect(Collectors.groupingBy(Version::unitId, LinkedHashMap::new, Collectors.toList()));
        List<Choice> choices = new ArrayList<>();
        for (List<Version> names : byUnit.values()) {
            names.sort(Comparator.comparing(Version::from, Comparator.nullsFirst(Comparator.naturalOrder())));
            Version latest = names.get(names.size() - 1);
            LocalDate from = names.get(0).from();
            LocalDate end = latest.end();
            String name = latest.words().name();
            if (from != null && from.isAfter(first)) {
                name = words.say("reconciliation.unit.from", name, Formats.date(from));
            }
            if (end != null && !end.isAfter(last)) {
                name = words.say("reconciliation.unit.until", name, Formats.date(end.minusDays(1)));
            }
            choices.add(new Choice(latest.unitId(), name));
        }
        return choices;
    }

    private Line line(OutsideTotal total) {
        OutsideTotal.End ended = total.ended();
        return new Line(
                total.id(),
                total.unit() == null ? words.whole() : total.unit(),
                words.period(total.figure()),
                words.measure(total.figure()),
                words.source(total.source()),
                Formats.count(total.value()),
                words.origin(total),
                ended == null
                        ? null
                        : words.say(
                                ended.corrected() ? "reconciliation.ended.corrected" : "reconciliation.ended.withdrawn",
                                ended.by(),
                                Formats.time(ended.at()),
                                ended.reason()),
                "/reconciliation/" + total.figure().address());
    }
}
