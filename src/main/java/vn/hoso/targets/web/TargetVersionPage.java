package vn.hoso.targets.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.rates.Indicator;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.targets.InstrumentService;
import vn.hoso.targets.KeptTarget;
import vn.hoso.targets.TargetProposals;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.TargetService;
import vn.hoso.targets.TargetService.Rehearsal;
import vn.hoso.targets.VerdictPreview;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** The page of one target: what can be chosen in its form, and what a change of it would turn. */
@Component
class TargetVersionPage {

    static final String FORM = "form";
    static final String ENDING = "ending";

    private static final String PAGE = "targets/version";
    private static final int MONTHS_AHEAD = 36;

    private final TargetService service;
    private final InstrumentService instruments;
    private final VerdictPreview preview;
    private final TargetProposals proposals;
    private final Units units;
    private final EntryWindows windows;
    private final PageMessages messages;

    TargetVersionPage(
            TargetService service,
            InstrumentService instruments,
            VerdictPreview preview,
            TargetProposals proposals,
            Units units,
            EntryWindows windows,
            PageMessages messages) {
        this.service = service;
        this.instruments = instruments;
        this.preview = preview;
        this.proposals = proposals;
        this.units = units;
        this.windows = windows;
        this.messages = messages;
    }

    /** A month that can be chosen. */
    record Choice(String value, String name) {}

    /** A document that can be chosen. */
    record Document(long id, String name, boolean chosen) {}

    /** A unit and what is asked of it alone. */
    record Own(long id, String name, String asked) {}

    /**
     * The page.
     *
     * @param kept the version that is changed, null for a new target
     * @param meanwhile whether someone else has changed it since the person saw it
     * @param differences what they kept, beside what was typed
     */
    record View(
            @Nullable KeptTarget kept,
            boolean meanwhile,
            List<TargetDifference> differences,
            List<Choice> months,
            List<Document> documents,
            List<Own> units,
            List<Indicator> indicators,
            List<TargetRule> rules,
            List<TargetScope> scopes) {

        /** Whether a unit has something of its own. */
        public boolean differs() {
            return units.stream().anyMatch(unit -> !unit.asked().isEmpty());
        }
    }

    /** The form of a proposal, with its document if that is there; empty for none of this key. */
    Optional<TargetForm> proposed(String key, int position) {
        YearMonth earliest = windows.today().earliest();
        return proposals
                .find(key)
                .filter(each -> !each.documentOnly())
                .map(each -> form(
                        each,
                        each.from().isBefore(earliest) ? earliest : each.from(),
                        position,
                        instruments.all().stream()
                                .filter(kept -> kept.draft()
                                        .number()
                                        .equals(each.instrument().number()))
                                .map(InstrumentService.Kept::id)
                                .toList()));
    }

    /** What a document asks; what its sources leave open is left to the person. */
    private static TargetForm form(
            TargetProposals.Proposal proposal, YearMonth from, int position, List<Long> documents) {
        return new TargetForm(
                null,
                null,
                proposal.code(),
                proposal.label(),
                proposal.clause(),
                proposal.indicator(),
                proposal.rule(),
                proposal.threshold(),
                proposal.scope(),
                false,
                String.valueOf(position),
                from.toString(),
                proposal.until() == null ? "" : proposal.until().toString(),
                documents,
                List.of(),
                List.of(),
                "");
    }

    KeptTarget found(@Nullable Long id) {
        return Optional.ofNullable(id)
                .flatMap(service::find)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "targets.refused.unknown"));
    }

    @Nullable
    TargetForm latest(@Nullable Long id) {
        return id == null
                ? null
                : service.find(id)
                        .map(kept ->
                                TargetForm.of(kept, windows.today().current().plusMonths(1)))
                        .orElse(null);
    }

    List<TurnsView> turns(Rehearsal rehearsal, CurrentUser by) {
        return TurnsView.of(preview.turns(rehearsal.before(), rehearsal.after(), by), messages);
    }

    String show(TargetForm form, @Nullable TargetForm latest, Model model) {
        YearMonth current = windows.today().current();
        KeptTarget kept =
                form.target() == null ? null : service.find(form.target()).orElse(null);
        List<Unit> reporting = units.all(current);
        model.addAttribute(
                "page",
                new View(
                        kept,
                        latest != null,
                        latest == null ? List.of() : TargetDifference.between(form, latest, messages),
                        Stream.iterate(
                                        windows.today().earliest(),
                                        month -> !month.isAfter(current.plusMonths(MONTHS_AHEAD)),
                                        month -> month.plusMonths(1))
                                .map(month -> new Choice(month.toString(), Formats.month(month)))
                                .toList(),
                        instruments.all().stream()
                                .map(each -> new Document(
                                        each.id(),
                                        each.draft().number() + " – "
                                                + each.draft().title(),
                                        form.instruments().contains(each.id())))
                                .toList(),
                        reporting.stream()
                                .map(unit -> new Own(unit.id(), unit.name(), form.own(unit.id())))
                                .toList(),
                        List.of(Indicator.values()),
                        List.of(TargetRule.values()),
                        List.of(TargetScope.values())));
        if (!model.containsAttribute(ENDING)) {
            model.addAttribute(
                    ENDING,
                    new TargetVersionController.EndForm(
                            form.target(),
                            kept == null ? null : kept.version(),
                            current.withMonth(12).toString(),
                            ""));
        }
        return PAGE;
    }
}
