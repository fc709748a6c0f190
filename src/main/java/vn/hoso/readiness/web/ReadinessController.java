package vn.hoso.readiness.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.period.EntryWindow;
import vn.hoso.rates.Rate;
import vn.hoso.readiness.Equipment;
import vn.hoso.readiness.Quarter;
import vn.hoso.readiness.QuarterTotals;
import vn.hoso.readiness.ReadinessQueries;
import vn.hoso.readiness.ReadinessQueries.Form;
import vn.hoso.readiness.ReadinessService;
import vn.hoso.readiness.UnitReadiness;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.security.MayView;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** What the one-stop shops have, quarter by quarter: read by all who see the unit, entered by those who enter for it. */
@Controller
class ReadinessController {

    private static final String FORM = "form";

    /** How many quarters the trend goes back. */
    private static final int QUARTERS = 8;

    private final ReadinessQueries readiness;
    private final ReadinessService service;
    private final Units units;
    private final EntryWindows windows;
    private final AuditTrail audit;
    private final PageMessages wording;

    ReadinessController(
            ReadinessQueries readiness,
            ReadinessService service,
            Units units,
            EntryWindows windows,
            AuditTrail audit,
            PageMessages wording) {
        this.readiness = readiness;
        this.service = service;
        this.units = units;
        this.windows = windows;
        this.audit = audit;
        this.wording = wording;
    }

    @MayView
    @GetMapping("/readiness")
    String show(
            @RequestParam(required = false) @Nullable String quarter,
            @ModelAttribute ReadinessChoice choice,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Quarter shown = shown(quarter);
        List<UnitReadiness> rows = readiness.findUnits(shown, reader);
        Quarter from = new Quarter(shown.first().minusMonths(3L * (QUARTERS - 1)));
        List<QuarterTotals> totals = new ArrayList<>(readiness.findTotals(from, shown, reader));
        if (totals.isEmpty() || !totals.get(totals.size() - 1).quarter().equals(shown)) {
            // Before the office's first form, or for nobody's units: nothing is known.
            Rate nothing = new Rate(0, 0);
            totals.add(new QuarterTotals(shown, 0, rows.size(), 0, 0, nothing, nothing));
        }
        EntryWindow window = windows.today();
        model.addAttribute(
                "page",
                ReadinessView.of(
                        totals,
                        rows,
                        choice,
                        Quarter.holding(window.current()),
                        Quarter.holding(window.earliest()),
                        wording));
        return "readiness/readiness";
    }

    @MayView
    @GetMapping("/readiness/list.{format:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String quarter,
            @ModelAttribute ReadinessChoice choice,
            @AuthenticationPrincipal CurrentUser reader) {
        Quarter shown = shown(quarter);
        List<UnitReadiness> rows = choice.of(readiness.findUnits(shown, reader));
        audit.recordApart(reader, TrailEntry.of("shop.exported", shown.name(), format));
        return ReadinessSheet.of(rows, wording).file("mot-cua-" + shown.address(), format);
    }

    /** The stored form, or one filled in with what the unit said of an earlier quarter, which is stored once it is sent. */
    @MayView
    @GetMapping("/readiness/{quarter}/{unitId}")
    String form(
            @PathVariable String quarter,
            @PathVariable long unitId,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        Quarter asked = read(quarter);
        Unit unit = units.visibleTo(reader, asked.last(), unitId);
        List<Form> forms = readiness.findForms(unitId, asked);
        Equipment said = forms.isEmpty() ? null : forms.get(0).equipment();
        model.addAttribute(FORM, ReadinessForm.of(said, version(forms, asked)));
        return page(asked, unit, forms, reader, false, model);
    }

    @MayEnterFigures
    @PostMapping("/readiness/{quarter}/{unitId}")
    String save(
            @PathVariable String quarter,
            @PathVariable long unitId,
            @Valid @ModelAttribute(FORM) ReadinessForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser writer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Quarter asked = read(quarter);
        Unit unit = units.visibleTo(writer, asked.last(), unitId);
        Equipment said = form.read(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(asked, unit, readiness.findForms(unitId, asked), writer, false, model);
        }
        if (service.save(unitId, asked, form.seen(), said, writer)) {
            after.addFlashAttribute("done", wording.of("readiness.saved", unit.name(), asked.name()));
            return "redirect:/readiness?quarter=" + asked.address();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        List<Form> forms = readiness.findForms(unitId, asked);
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + FORM);
        model.addAttribute(FORM, form.over(version(forms, asked)));
        return page(asked, unit, forms, writer, true, model);
    }

    /** The number of the version in force, 0 for none. */
    private static int version(List<Form> forms, Quarter quarter) {
        return forms.stream()
                .filter(each -> each.quarter().equals(quarter))
                .mapToInt(Form::version)
                .findFirst()
                .orElse(0);
    }

    private String page(Quarter quarter, Unit unit, List<Form> forms, CurrentUser reader, boolean late, Model model) {
        model.addAttribute(
                "page", ReadinessFormView.of(quarter, unit, forms, reader.mayEnter(unit.id()), late, wording));
        return "readiness/form";
    }

    /** The quarter asked for; else the latest that is over and of which anything is known, else the last that is over. */
    private Quarter shown(@Nullable String address) {
        if (address != null && !address.isBlank()) {
            return read(address);
        }
        EntryWindow window = windows.today();
        Quarter ended = Quarter.endedBy(window.current().minusMonths(1));
        Quarter earliest = Quarter.holding(window.earliest());
        Quarter last = ended.compareTo(earliest) < 0 ? earliest : ended;
        return readiness.findLatest(earliest, last).orElse(last);
    }

    /** @throws UserFacingException if it is no quarter, before the first month kept, or has not begun */
    private Quarter read(String address) {
        EntryWindow window = windows.today();
        return Quarter.read(address)
                .filter(each ->
                        !each.first().isAfter(window.current()) && !each.last().isBefore(window.earliest()))
                .orElseThrow(() -> new UserFacingException(HttpStatus.BAD_REQUEST, "readiness.refused.quarter"));
    }
}
