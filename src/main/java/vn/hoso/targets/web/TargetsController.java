package vn.hoso.targets.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.organisation.Organisations;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.YearNavigation;
import vn.hoso.targets.InstrumentDraft;
import vn.hoso.targets.InstrumentService;
import vn.hoso.targets.LegalInstrument;
import vn.hoso.targets.StepNotation;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.TargetInForce;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.VerdictDecision;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** The targets with the documents they rest on, when they hold, and who confirmed what for a year. */
@Controller
class TargetsController {

    private final TargetCatalogue catalogue;
    private final EntryWindows windows;
    private final Organisations organisations;
    private final InstrumentService instruments;
    private final Units units;
    private final PageMessages wording;

    TargetsController(
            TargetCatalogue catalogue,
            EntryWindows windows,
            Organisations organisations,
            InstrumentService instruments,
            Units units,
            PageMessages wording) {
        this.catalogue = catalogue;
        this.instruments = instruments;
        this.units = units;
        this.windows = windows;
        this.organisations = organisations;
        this.wording = wording;
    }

    @MayView
    @GetMapping("/targets")
    String show(
            @RequestParam(required = false) @Nullable Integer year,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        int shown = year == null ? windows.today().current().getYear() : windows.checked(year);
        List<TargetInForce> all = catalogue.all(shown);
        Known known = new Known(
                instruments.all(),
                all.stream().allMatch(each -> each.target().steps().isEmpty())
                        ? List.of()
                        : List.copyOf(units.ever().stream()
                                .collect(Collectors.toMap(
                                        Unit::id, each -> each, (older, newer) -> newer, LinkedHashMap::new))
                                .values()));
        model.addAttribute(
                "page",
                new TargetsView(
                        YearNavigation.around(shown, windows.today().years()),
                        List.of(
                                new TargetsView.Group("targets.given", entries(all, shown, false, known)),
                                new TargetsView.Group("targets.aspirations", entries(all, shown, true, known))),
                        reader.is(Role.REVIEWER),
                        reader.is(Role.ADMINISTRATOR)));
        return "targets/targets";
    }

    /** What is known of documents and units beyond what targets say of them. */
    private record Known(List<InstrumentService.Kept> documents, List<Unit> units) {}

    private List<TargetsView.Entry> entries(List<TargetInForce> all, int year, boolean aspirations, Known known) {
        return all.stream()
                .filter(each -> each.target().aspiration() == aspirations)
                .map(each -> entry(each, year, known))
                .toList();
    }

    private TargetsView.Entry entry(TargetInForce each, int year, Known known) {
        Target target = each.target();
        VerdictDecision decision = each.decision();
        return new TargetsView.Entry(
                target.id(),
                target.code(),
                target.label(),
                target.clause(),
                rule(target),
                own(target, known),
                IndicatorText.definition(target.indicator(), wording),
                text(
                        "targets.scope." + target.scope().name(),
                        organisations.at(LocalDate.of(year, 12, 31)).total()),
                validity(target),
                target.holdsOn(LocalDate.of(year, 12, 31)),
                target.rule() == TargetRule.HAS_ARISEN,
                target.instruments().stream()
                        .map(instrument -> instrument(instrument, known))
                        .toList(),
                decision == null ? null : decided(decision),
                decision == null ? null : decision.note());
    }

    private String rule(Target target) {
        String key = "targets.rule." + target.rule().name();
        if (target.scope() == TargetScope.NAMED_UNITS) {
            return text(key + ".named");
        }
        if (target.rule() == TargetRule.BANDS) {
            return text(key) + ": " + bands(target);
        }
        return target.threshold() == null
                ? text(key)
                : text(key, Formats.percentInProse(Objects.requireNonNull(target.threshold())));
    }

    private String bands(Target target) {
        return target.bands().stream()
                .map(band ->
                        text("targets.band", Formats.percentInProse(band.percent()), StepNotation.write(band.points())))
                .collect(Collectors.joining("; "));
    }

    /** "Xã A 70%; Xã B 75%". */
    private @Nullable String own(Target target, Known known) {
        String own = known.units().stream()
                .filter(unit -> target.steps().stream().anyMatch(step -> Objects.equals(step.unitId(), unit.id())))
                .map(unit -> unit.name() + " " + asked(target.heldAgainst(unit.id())))
                .collect(Collectors.joining("; "));
        return own.isEmpty() ? null : own;
    }

    private String asked(Target target) {
        return target.rule() == TargetRule.BANDS
                ? "(" + bands(target) + ")"
                : Formats.percentInProse(Objects.requireNonNull(target.threshold()));
    }

    private String validity(Target target) {
        String from = Formats.date(target.validFrom());
        return target.validUntil() == null
                ? text("targets.valid-open", from)
                : text("targets.valid", from, Formats.date(target.validUntil().minusDays(1)));
    }

    private TargetsView.Instrument instrument(LegalInstrument instrument, Known known) {
        LocalDate issued = instrument.issuedOn();
        Optional<InstrumentDraft> kept = known.documents().stream()
                .map(InstrumentService.Kept::draft)
                .filter(each -> each.number().equals(instrument.number()))
                .findFirst();
        return new TargetsView.Instrument(
                instrument.title(),
                instrument.issuer(),
                issued == null ? text("targets.no-date") : Formats.date(issued),
                kept.map(InstrumentDraft::link).orElse(null),
                kept.map(InstrumentDraft::replacedBy)
                        .flatMap(id -> known.documents().stream()
                                .filter(each -> each.id() == id)
                                .findFirst())
                        .map(each -> text("targets.replaced-by", each.draft().number()))
                        .orElse(null));
    }

    private String decided(VerdictDecision decision) {
        return text(
                "targets.decided",
                text("targets.verdict." + decision.verdict().name()),
                decision.decidedBy(),
                Formats.time(decision.decidedAt()));
    }

    private String text(String key, String... arguments) {
        return wording.of(key, arguments);
    }
}
