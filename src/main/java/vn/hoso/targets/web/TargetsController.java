package vn.hoso.targets.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.organisation.Organisations;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.YearNavigation;
import vn.hoso.targets.LegalInstrument;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.TargetInForce;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.VerdictDecision;

/** The targets with the documents they rest on, when they hold, and who confirmed what for a year. */
@Controller
class TargetsController {

    private final TargetCatalogue catalogue;
    private final EntryWindows windows;
    private final Organisations organisations;
    private final PageMessages wording;

    TargetsController(
            TargetCatalogue catalogue, EntryWindows windows, Organisations organisations, PageMessages wording) {
        this.catalogue = catalogue;
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
        model.addAttribute(
                "page",
                new TargetsView(
                        YearNavigation.around(shown, windows.today().years()),
                        List.of(
                                new TargetsView.Group("targets.given", entries(all, shown, false)),
                                new TargetsView.Group("targets.aspirations", entries(all, shown, true))),
                        reader.is(Role.REVIEWER)));
        return "targets/targets";
    }

    private List<TargetsView.Entry> entries(List<TargetInForce> all, int year, boolean aspirations) {
        return all.stream()
                .filter(each -> each.target().aspiration() == aspirations)
                .map(each -> entry(each, year))
                .toList();
    }

    private TargetsView.Entry entry(TargetInForce each, int year) {
        Target target = each.target();
        VerdictDecision decision = each.decision();
        return new TargetsView.Entry(
                target.id(),
                target.code(),
                target.label(),
                target.clause(),
                rule(target),
                "indicators.definition." + target.indicator().name(),
                text(
                        "targets.scope." + target.scope().name(),
                        organisations.current().total()),
                validity(target),
                target.holdsOn(LocalDate.of(year, 12, 31)),
                target.rule() == TargetRule.HAS_ARISEN,
                target.instruments().stream().map(this::instrument).toList(),
                decision == null ? null : decided(decision),
                decision == null ? null : decision.note());
    }

    private String rule(Target target) {
        String key = "targets.rule." + target.rule().name();
        return target.threshold() == null
                ? text(key)
                : text(key, Formats.percentInProse(Objects.requireNonNull(target.threshold())));
    }

    private String validity(Target target) {
        String from = Formats.date(target.validFrom());
        return target.validUntil() == null
                ? text("targets.valid-open", from)
                : text("targets.valid", from, Formats.date(target.validUntil().minusDays(1)));
    }

    private TargetsView.Instrument instrument(LegalInstrument instrument) {
        LocalDate issued = instrument.issuedOn();
        return new TargetsView.Instrument(
                instrument.title(),
                instrument.issuer(),
                issued == null ? text("targets.no-date") : Formats.date(issued));
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
