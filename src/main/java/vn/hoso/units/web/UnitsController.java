package vn.hoso.units.web;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.security.MayViewUnits;
import vn.hoso.security.Role;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserText;
import vn.hoso.units.ReorganisationQueries;
import vn.hoso.units.UnitKind;
import vn.hoso.units.UnitQueries;
import vn.hoso.units.UnitService;
import vn.hoso.units.UnitWords;

/** The units of a day: found by kind, group and name, and new ones begun. */
@Controller
class UnitsController {

    private static final String FORM = "form";
    private static final int LONGEST_SEARCH = 120;
    private static final int LAST_PAGE = 10_000;
    /** The latest reorganisations, which the list names. */
    private static final int ACTS = 10;
    /** The units of doubtful kind that are named above the list. */
    private static final int DOUBTFUL = 20;

    private final UnitQueries units;
    private final UnitService service;
    private final ReorganisationQueries acts;
    private final PageMessages messages;
    private final Clock clock;

    UnitsController(
            UnitQueries units, UnitService service, ReorganisationQueries acts, PageMessages messages, Clock clock) {
        this.units = units;
        this.service = service;
        this.acts = acts;
        this.messages = messages;
        this.clock = clock;
    }

    /** A unit of the list; its group is empty where it has none. */
    record Line(String address, String code, String name, String kind, String group, String days) {}

    /**
     * The list.
     *
     * @param day the day whose units are listed
     * @param count how many units there are on all pages
     * @param doubtful the first of the day's units whose name contradicts their kind, for whoever may mend it
     * @param moreDoubtful how many more there are
     * @param previous number of the page before, 0 on the first
     * @param next number of the page after, 0 on the last
     */
    record ListPage(
            LocalDate day,
            String search,
            String kind,
            String group,
            List<UnitKind> kinds,
            List<String> groups,
            List<Line> lines,
            String count,
            List<Line> doubtful,
            int moreDoubtful,
            int previous,
            int next,
            boolean maySetUp) {}

    @MayViewUnits
    @GetMapping("/units")
    String show(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        LocalDate listed = Objects.requireNonNullElseGet(day, () -> LocalDate.now(clock));
        String sought = UserText.kept(q);
        String text = sought.substring(0, Math.min(LONGEST_SEARCH, sought.length()));
        int number = Math.max(1, Math.min(LAST_PAGE, page));
        List<UnitKind> kinds = units.kinds();
        boolean maySetUp = reader.role() == Role.ADMINISTRATOR;
        List<UnitQueries.Version> doubtful = maySetUp ? units.findContradicting(listed, kinds) : List.of();
        UnitQueries.Found found = units.find(new UnitQueries.Search(listed, text, kind, group, number));
        model.addAttribute(
                "page",
                new ListPage(
                        listed,
                        text,
                        kind,
                        group,
                        kinds,
                        units.groups(),
                        found.units().stream().map(this::line).toList(),
                        Formats.count(found.total()),
                        doubtful.stream().limit(DOUBTFUL).map(this::line).toList(),
                        Math.max(0, doubtful.size() - DOUBTFUL),
                        number - 1,
                        (long) number * UnitQueries.PAGE < found.total() ? number + 1 : 0,
                        maySetUp));
        model.addAttribute(
                "acts",
                acts.all().stream()
                        .limit(ACTS)
                        .map(each -> ReorganisationView.of(each, messages))
                        .toList());
        return "units/units";
    }

    private Line line(UnitQueries.Version each) {
        return new Line(
                "/units/" + each.unitId(),
                each.words().code(),
                each.words().name(),
                each.words().kind().name(),
                Objects.requireNonNullElse(each.words().group(), ""),
                UnitView.days(each.from(), each.end(), messages));
    }

    @MaySetUp
    @GetMapping("/units/new")
    String blank(Model model) {
        model.addAttribute(FORM, new UnitForm(LocalDate.now(clock).toString(), "", "", "", "", null, null));
        return form(model);
    }

    @MaySetUp
    @PostMapping("/units")
    String begin(
            @Valid @ModelAttribute(FORM) UnitForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        UnitWords words = form.words(units.kinds(), List.of(), errors);
        if (words != null) {
            UnitForm.report(service.begin(DateInput.day(form.from()), words, by), errors);
        }
        if (words == null || errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model);
        }
        after.addFlashAttribute("done", messages.of("register.done.begun", words.name()));
        return "redirect:/units?day=" + DateInput.day(form.from());
    }

    private String form(Model model) {
        model.addAttribute("kinds", units.kinds());
        model.addAttribute("groups", units.groups());
        return "units/new";
    }
}
