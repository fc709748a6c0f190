package vn.hoso.reconciliation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.reconciliation.ComparedFigure;
import vn.hoso.reconciliation.CountedDaysQueries;
import vn.hoso.reconciliation.Difference;
import vn.hoso.reconciliation.DifferenceQueries;
import vn.hoso.reconciliation.DifferenceService;
import vn.hoso.reconciliation.DifferenceService.Word;
import vn.hoso.reconciliation.OutsideTotalQueries;
import vn.hoso.reconciliation.web.DifferenceForms.DecisionForm;
import vn.hoso.reconciliation.web.DifferenceForms.ExplanationForm;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayReview;
import vn.hoso.security.MayViewDifferences;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.YearNavigation;
import vn.hoso.units.UnitQueries;

/** Where figures of the same dossiers differ: the list, its file, and each difference with what people say about it. */
@Controller
class ReconciliationController {

    private static final String EXPLANATION = "explanation";
    private static final String DECISION = "decision";

    private final DifferenceQueries differences;
    private final DifferenceService service;
    private final OutsideTotalQueries totals;
    private final CountedDaysQueries days;
    private final UnitQueries units;
    private final EntryWindows windows;
    private final AuditTrail audit;
    private final DifferenceMessages words;

    ReconciliationController(
            DifferenceQueries differences,
            DifferenceService service,
            OutsideTotalQueries totals,
            CountedDaysQueries days,
            UnitQueries units,
            EntryWindows windows,
            AuditTrail audit,
            DifferenceMessages words) {
        this.differences = differences;
        this.service = service;
        this.totals = totals;
        this.days = days;
        this.units = units;
        this.windows = windows;
        this.audit = audit;
        this.words = words;
    }

    @MayViewDifferences
    @GetMapping("/reconciliation")
    String show(
            @ModelAttribute DifferenceFilter filter,
            @AuthenticationPrincipal CurrentUser reader,
            HttpServletResponse response,
            Model model) {
        OfYear found = found(filter, reader);
        ReconciliationView page = ReconciliationView.of(
                found.all,
                differences.extent(found.year, reader),
                days.find(found.year),
                units.findDuring(LocalDate.of(found.year, 1, 1), LocalDate.of(found.year, 12, 31)),
                YearNavigation.around(found.year, windows.today().years()),
                filter,
                reader.is(Role.REVIEWER),
                words);
        if (page.unit().wrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("page", page);
        return "reconciliation/list";
    }

    /** The differences that are asked for, those of every page, as a file. */
    @MayViewDifferences
    @GetMapping("/reconciliation/list.{format:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String format,
            @ModelAttribute DifferenceFilter filter,
            @AuthenticationPrincipal CurrentUser reader) {
        OfYear found = found(filter, reader);
        audit.recordApart(reader, TrailEntry.of("difference.exported", String.valueOf(found.year), format));
        return DifferenceSheet.of(filter.of(found.all), days.find(found.year), words)
                .file("doi-chieu-" + found.year, format);
    }

    /** A year and all its differences, the largest first. */
    private record OfYear(int year, List<Difference> all) {}

    private OfYear found(DifferenceFilter filter, CurrentUser reader) {
        if (filter.year() != null) {
            int year = windows.checked(filter.year());
            return new OfYear(year, differences.find(year, year, reader));
        }
        List<Integer> years = windows.today().years();
        int last = years.get(years.size() - 1);
        List<Difference> all = differences.find(years.get(0), last, reader);
        int year = all.stream()
                .filter(each -> each.state().unsettled())
                .map(each -> each.figure().year())
                .max(Comparator.naturalOrder())
                .orElse(last);
        return new OfYear(
                year, all.stream().filter(each -> each.figure().year() == year).toList());
    }

    @MayViewDifferences
    @GetMapping("/reconciliation/{period}/{unit}/{measure}")
    String difference(
            @PathVariable String period,
            @PathVariable String unit,
            @PathVariable String measure,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Difference difference = found(figure(period, unit, measure), reader);
        model.addAttribute(EXPLANATION, ExplanationForm.blank());
        model.addAttribute(DECISION, DecisionForm.blank());
        return page(difference, reader, model);
    }

    @MayEnterFigures
    @PostMapping("/reconciliation/{period}/{unit}/{measure}/explanations")
    String explain(
            @PathVariable String period,
            @PathVariable String unit,
            @PathVariable String measure,
            @Valid @ModelAttribute(EXPLANATION) ExplanationForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        ComparedFigure figure = figure(period, unit, measure);
        found(figure, by);
        model.addAttribute(DECISION, DecisionForm.blank());
        return said(
                figure, errors.hasErrors() ? null : form.word(), form.seen(), form.last(), by, model, response, after);
    }

    @MayReview
    @PostMapping("/reconciliation/{period}/{unit}/{measure}/decisions")
    String decide(
            @PathVariable String period,
            @PathVariable String unit,
            @PathVariable String measure,
            @Valid @ModelAttribute(DECISION) DecisionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        ComparedFigure figure = figure(period, unit, measure);
        found(figure, by);
        form.check(figure.unitId() != null, errors);
        model.addAttribute(EXPLANATION, ExplanationForm.blank());
        return said(
                figure, errors.hasErrors() ? null : form.word(), form.seen(), form.last(), by, model, response, after);
    }

    /** @param word null where the form has errors */
    private String said(
            ComparedFigure figure,
            @Nullable Word word,
            String seen,
            @Nullable Long last,
            CurrentUser by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (word != null) {
            switch (service.say(figure, word, seen, last, by)) {
                case SAID -> {
                    after.addFlashAttribute("done", words.say("reconciliation.done." + word.kind()));
                    return "redirect:/reconciliation/" + figure.address();
                }
                case MOVED -> model.addAttribute("meanwhile", words.say("reconciliation.meanwhile.moved"));
                case SPOKEN, SETTLED -> model.addAttribute("meanwhile", words.say("reconciliation.meanwhile.settled"));
            }
            response.setStatus(HttpStatus.CONFLICT.value());
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(found(figure, by), by, model);
    }

    private String page(Difference difference, CurrentUser reader, Model model) {
        model.addAttribute(
                "page",
                DifferenceView.of(
                        difference,
                        differences.statements(difference.figure()),
                        totals.find(difference.figure().year(), reader),
                        days.find(difference.figure().year()),
                        reader,
                        words));
        return "reconciliation/difference";
    }

    private Difference found(ComparedFigure figure, CurrentUser reader) {
        return differences.find(figure, reader).orElseThrow(ReconciliationController::unknown);
    }

    private static ComparedFigure figure(String period, String unit, String measure) {
        return ComparedFigure.read(period, unit, measure).orElseThrow(ReconciliationController::unknown);
    }

    private static UserFacingException unknown() {
        return new UserFacingException(HttpStatus.NOT_FOUND, "reconciliation.refused.unknown");
    }
}
