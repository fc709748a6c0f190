package vn.hoso.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import vn.hoso.audit.TrailMessages;
import vn.hoso.organisation.OfficialUnits;
import vn.hoso.organisation.Organisation;
import vn.hoso.organisation.OrganisationLevel;
import vn.hoso.organisation.OrganisationService;
import vn.hoso.organisation.Organisations;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.Formats;

/** Whose program this is: chosen from the official list or typed, corrected, and renamed from a day on. */
@Controller
class OrganisationController {

    private static final String FORM = "form";
    private static final String PAGE = "organisation/organisation";
    private static final Organisation BLANK =
            new Organisation(OrganisationLevel.OTHER, "", "", "", "", "", "", "", null, "", "", "", "", null);

    private final Organisations organisations;
    private final OrganisationService service;
    private final OfficialUnits official;
    private final TrailMessages trail;
    private final Clock clock;

    OrganisationController(
            Organisations organisations,
            OrganisationService service,
            OfficialUnits official,
            TrailMessages trail,
            Clock clock) {
        this.organisations = organisations;
        this.service = service;
        this.official = official;
        this.trail = trail;
        this.clock = clock;
    }

    /** A name that it had or has, and the address that corrects it. */
    record Version(String from, String agency, String changed, String address) {}

    /**
     * The page.
     *
     * @param province code of the chosen province, empty where none is chosen yet
     * @param commune code of the chosen commune, empty for the province itself
     * @param proposed whether the form holds what is usual for the chosen one
     */
    record View(
            List<OfficialUnits.Entry> provinces,
            List<OfficialUnits.Entry> communes,
            String province,
            String commune,
            boolean proposed,
            List<Version> versions,
            List<OrganisationLevel> levels) {}

    /** The form with the words of today, those of a day's version, those of a new one, or those usual for a chosen unit. */
    @MaySetUp
    @GetMapping("/settings/organisation")
    String show(
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(required = false) @Nullable LocalDate from,
            Model model) {
        Optional<Organisation> chosen = chosen(province, commune);
        List<Organisations.Dated> all = organisations.all();
        // Another body than the present one is a new name from a day on, never a correction of the old one.
        LocalDate day = chosen.isPresent() ? first(all) : from;
        Optional<Organisations.Dated> shown = all.stream()
                .filter(each -> day == null || each.from().equals(day))
                .reduce((earlier, later) -> later);
        model.addAttribute(
                FORM,
                OrganisationForm.of(
                        shown.map(Organisations.Dated::from).orElseGet(() -> first(all)),
                        shown.map(Organisations.Dated::version).orElse(null),
                        chosen.orElseGet(() ->
                                shown.map(Organisations.Dated::organisation).orElse(BLANK))));
        return page(province, commune, chosen.isPresent(), model);
    }

    @MaySetUp
    @PostMapping("/settings/organisation")
    String keep(
            @Valid @ModelAttribute(FORM) OrganisationForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page("", "", false, model);
        }
        if (!service.keep(form.day(), form.words(), form.expectedVersion(), by)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("latest", latest(form.day()));
            return page("", "", false, model);
        }
        after.addFlashAttribute("done", true);
        return "redirect:/settings/organisation";
    }

    /** What somebody else has kept of that day meanwhile. */
    private OrganisationForm latest(LocalDate from) {
        return organisations.all().stream()
                .filter(each -> each.from().equals(from))
                .findFirst()
                .map(each -> OrganisationForm.of(each.from(), each.version(), each.organisation()))
                .orElseThrow();
    }

    /** A new organisation is called so from the beginning of the two-tier administration, or from today where it has a name already. */
    private LocalDate first(List<Organisations.Dated> all) {
        return all.isEmpty() ? LocalDate.of(2025, 7, 1) : LocalDate.now(clock);
    }

    private Optional<Organisation> chosen(String province, String commune) {
        return official.province(province)
                .flatMap(above -> commune.isEmpty()
                        ? Optional.of(Organisation.usual(
                                OrganisationLevel.PROVINCE, above.levelName(), above.properName(), ""))
                        : official.commune(province, commune)
                                .map(it -> Organisation.usual(
                                        OrganisationLevel.COMMUNE,
                                        it.levelName(),
                                        it.properName(),
                                        above.levelName() + " " + above.properName())));
    }

    private String page(String province, String commune, boolean proposed, Model model) {
        model.addAttribute(
                "page",
                new View(
                        official.provinces(),
                        province.isEmpty() ? List.of() : official.communes(province),
                        province,
                        commune,
                        proposed,
                        organisations.all().stream()
                                .map(each -> new Version(
                                        Formats.date(each.from()),
                                        each.organisation().agency(),
                                        trail.user(each.changedBy()) + ", " + Formats.time(each.changedAt()),
                                        "/settings/organisation?from=" + each.from()))
                                .toList(),
                        List.of(OrganisationLevel.values())));
        return PAGE;
    }
}
