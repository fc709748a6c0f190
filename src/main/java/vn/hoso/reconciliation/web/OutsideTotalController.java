package vn.hoso.reconciliation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.hoso.reconciliation.CountedDays;
import vn.hoso.reconciliation.CountedDaysQueries;
import vn.hoso.reconciliation.DifferenceQueries;
import vn.hoso.reconciliation.OutsideTotal;
import vn.hoso.reconciliation.OutsideTotalQueries;
import vn.hoso.reconciliation.OutsideTotalService;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.security.MayViewDifferences;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;
import vn.hoso.shared.YearNavigation;
import vn.hoso.units.UnitQueries;

/** Totals that others state: the portal, the level above, an earlier report. */
@Controller
class OutsideTotalController {

    private static final String FORM = "form";
    private static final String TOTALS = "redirect:/reconciliation/totals?year=";

    private final OutsideTotalService service;
    private final OutsideTotalQueries outside;
    private final DifferenceQueries differences;
    private final CountedDaysQueries days;
    private final UnitQueries units;
    private final EntryWindows windows;
    private final DifferenceMessages words;
    private final Clock clock;

    OutsideTotalController(
            OutsideTotalService service,
            OutsideTotalQueries outside,
            DifferenceQueries differences,
            CountedDaysQueries days,
            UnitQueries units,
            EntryWindows windows,
            DifferenceMessages words,
            Clock clock) {
        this.service = service;
        this.outside = outside;
        this.differences = differences;
        this.days = days;
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
        List<OutsideTotal> totals = outside.find(shown, reader);
        OutsideTotalForm form = totals.stream()
                .filter(each -> each.ended() == null && Objects.equals(each.id(), corrects))
                .findFirst()
                .map(OutsideTotalForm::of)
                .orElseGet(() -> OutsideTotalForm.blank(shown));
        model.addAttribute(FORM, form);
        return page(shown, form.field(offered(shown)), totals, page, reader, model);
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
        int year = errors.hasFieldErrors("year") ? windows.today().current().getYear() : Integer.parseInt(form.year());
        UnitField unit = form.field(offered(year));
        unit.report("unit", errors);
        if (!errors.hasFieldErrors("year") && !errors.hasFieldErrors("month")) {
            OutsideTotalForm.checkUnit(unit.chosen(), units.findDuring(form.firstDay(), form.lastDay()), errors);
        }
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            OutsideTotalService.Outcome outcome =
                    service.enter(form.draft(unit.chosen()), form.corrects(), UserText.kept(form.reason()), by);
            switch (outcome) {
                case ENTERED, CORRECTED, SAME -> {
                    after.addFlashAttribute("done", words.say("reconciliation.entered." + outcome));
                    return TOTALS + form.year();
                }
                case OTHER_DOCUMENT, OTHER_IN_FORCE, OVERTAKEN, OTHER_FIGURE -> {
                    errors.rejectValue("value", "reconciliation.entered." + outcome);
                    status = HttpStatus.CONFLICT;
                }
            }
        }
        response.setStatus(status.value());
        return page(year, unit, outside.find(year, by), 1, by, model);
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
            OutsideTotalForm blank = OutsideTotalForm.blank(year);
            model.addAttribute(FORM, blank);
            model.addAttribute("withdrawing", id);
            List<OutsideTotal> totals = outside.find(year, by);
            List<Long> ids = totals.stream().map(OutsideTotal::id).toList();
            return page(year, blank.field(offered(year)), totals, OutsideTotalsView.pageOf(ids.indexOf(id)), by, model);
        }
        if (!service.withdraw(id, UserText.kept(form.reason()), by)) {
            throw new UserFacingException(HttpStatus.CONFLICT, "reconciliation.refused.withdrawn");
        }
        after.addFlashAttribute("done", words.say("reconciliation.withdrawn"));
        return TOTALS + year;
    }

    private UnitOptions offered(int year) {
        return UnitChoice.of(units.findDuring(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)), year, words);
    }

    private String page(
            int year, UnitField unit, List<OutsideTotal> totals, int page, CurrentUser reader, Model model) {
        CountedDays counted = days.find(year);
        model.addAttribute(
                "page", OutsideTotalsView.of(totals, differences.stated(year, reader), counted, page, words));
        model.addAttribute("years", YearNavigation.around(year, windows.today().years()));
        model.addAttribute("allYears", windows.today().years());
        model.addAttribute("unit", unit);
        model.addAttribute("days", words.days(counted.ofYear(year)));
        model.addAttribute("whole", words.whole(counted.ofYear(year)));
        model.addAttribute("measures", Measure.OWN);
        model.addAttribute("enters", reader.is(Role.REVIEWER));
        return "reconciliation/totals";
    }
}
