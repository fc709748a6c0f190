package vn.hoso.targets.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.indicators.Indicators;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.targets.InstrumentService;
import vn.hoso.targets.KeptTarget;
import vn.hoso.targets.TargetDraft;
import vn.hoso.targets.TargetProposals;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.TargetService;
import vn.hoso.targets.TargetService.Rehearsal;
import vn.hoso.targets.TargetStep;
import vn.hoso.targets.VerdictPreview;
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
    private final Indicators indicators;
    private final EntryWindows windows;
    private final PageMessages messages;

    TargetVersionPage(
            TargetService service,
            InstrumentService instruments,
            VerdictPreview preview,
            TargetProposals proposals,
            Units units,
            Indicators indicators,
            EntryWindows windows,
            PageMessages messages) {
        this.service = service;
        this.instruments = instruments;
        this.preview = preview;
        this.proposals = proposals;
        this.units = units;
        this.indicators = indicators;
        this.windows = windows;
        this.messages = messages;
    }

    /** A month or an indicator that can be chosen. */
    record Choice(String value, String name) {}

    /** A document that can be chosen. */
    record Document(long id, String name, boolean chosen) {}

    /**
     * The page.
     *
     * @param kept the version that is changed, null for a new target
     * @param meanwhile whether someone else has changed it since the person saw it
     * @param differences what they kept, beside what was typed
     * @param units the units of the version's first month, as they can be named; none where they are too many for a list
     * @param many whether they are
     * @param absent those with something of their own that are not among them
     * @param first that month
     */
    record View(
            @Nullable KeptTarget kept,
            boolean meanwhile,
            List<TargetDifference> differences,
            List<Choice> months,
            List<Document> documents,
            List<String> units,
            boolean many,
            List<String> absent,
            String first,
            List<Choice> indicators,
            List<TargetRule> rules,
            List<TargetScope> scopes) {}

    /** The form of a proposal, with those of its documents that are there; empty for none of this key. */
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
                                .filter(kept -> each.instruments().stream().anyMatch(document -> document.number()
                                        .equals(kept.draft().number())))
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
                "",
                "");
    }

    KeptTarget found(@Nullable Long id) {
        return Optional.ofNullable(id)
                .flatMap(service::find)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "targets.refused.unknown"));
    }

    @Nullable
    TargetForm latest(@Nullable Long id) {
        return id == null ? null : service.find(id).map(this::form).orElse(null);
    }

    /** What a version says, from its own first month on or, once it has begun, from the next. */
    TargetForm form(KeptTarget kept) {
        YearMonth from = kept.begun()
                ? windows.today().current().plusMonths(1)
                : YearMonth.from(kept.draft().from());
        return TargetForm.of(kept, from, own(from));
    }

    /** How the form's units are named. */
    OwnThresholds own(TargetForm form) {
        return own(form.first(windows.today().current()));
    }

    private OwnThresholds own(YearMonth first) {
        return new OwnThresholds(units.all(first), units.ever());
    }

    /** What a draft changes of single units in the version that it follows. */
    List<String> ownChanges(TargetForm form, TargetDraft draft) {
        List<TargetStep> before = Optional.ofNullable(form.target())
                .flatMap(service::find)
                .map(kept -> kept.draft().steps())
                .orElse(List.of());
        return own(form).changes(before, draft.steps(), draft.scope() == TargetScope.NAMED_UNITS, messages);
    }

    TurnsView turns(Rehearsal rehearsal, CurrentUser by) {
        return TurnsView.of(
                preview.turns(rehearsal.before(), rehearsal.after(), by),
                preview.endingConfirmations(rehearsal.before(), rehearsal.after()),
                messages);
    }

    String show(TargetForm form, @Nullable TargetForm latest, Model model) {
        YearMonth current = windows.today().current();
        KeptTarget kept =
                form.target() == null ? null : service.find(form.target()).orElse(null);
        OwnThresholds own = own(form);
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
                        own.many() ? List.of() : own.listed(),
                        own.many(),
                        own.absent(form.own()),
                        Formats.month(form.first(current)),
                        indicators.all().stream()
                                .map(each -> new Choice(
                                        each.name(),
                                        IndicatorText.name(each, messages) + ": "
                                                + IndicatorText.definition(each, messages)))
                                .toList(),
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
