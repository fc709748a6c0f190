package vn.hoso.intake.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import vn.hoso.intake.Explanation;
import vn.hoso.intake.Explanation.State;
import vn.hoso.intake.ExplanationQueries;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * An explanation, ready to print.
 *
 * @param about which dossiers of whom
 * @param reason in one word, with the words typed behind
 * @param decided who decided and when, null while it waits
 * @param beside what else is explained of the same month, for whoever decides; null for nothing
 * @param decidable whether the reader may accept or refuse it
 * @param withdrawable whether the reader may withdraw it
 */
record ExplanationView(
        long id,
        String about,
        String unit,
        String reason,
        @Nullable String words,
        StatusBadge state,
        String proposed,
        @Nullable String decided,
        @Nullable String answer,
        @Nullable String beside,
        boolean decidable,
        boolean withdrawable) {

    static ExplanationView of(Explanation each, CurrentUser reader, PageMessages wording) {
        String month = Formats.month(each.month());
        boolean waits = each.state() == State.PROPOSED && !each.forgotten();
        String official = Objects.requireNonNullElse(each.official(), wording.of("intake.official.unstated"));
        return new ExplanationView(
                each.id(),
                each.forgotten()
                        ? wording.of("intake.explanation.forgotten", Formats.count(each.dossiers()), month)
                        : each.code() == null
                                ? wording.of(
                                        "intake.explanation.month", Formats.count(each.dossiers()), month, official)
                                : wording.of("intake.explanation.dossier", each.code(), month, official),
                each.unit(),
                wording.of("intake.reason." + each.reason()),
                each.words(),
                each.state() == State.PROPOSED && each.forgotten()
                        ? new StatusBadge("unknown", "nothing", wording.of("intake.state.over"))
                        : badge(each.state(), wording),
                wording.of("intake.by", each.proposedByName(), Formats.time(each.proposedAt())),
                each.decidedBy() == null || each.decidedAt() == null
                        ? null
                        : wording.of("intake.by", each.decidedBy(), Formats.time(each.decidedAt())),
                each.answer(),
                each.alsoOfMonth() + each.alsoByCode() == 0
                        ? null
                        : wording.of(
                                "intake.decide.beside",
                                Formats.count(each.alsoOfMonth()),
                                Formats.count(each.alsoByCode())),
                waits && reader.is(Role.REVIEWER) && each.proposedBy() != reader.id(),
                reader.mayEnter(each.unitId())
                        && (waits
                                || (each.state() == State.ACCEPTED && !each.forgotten() && reader.is(Role.REVIEWER))));
    }

    /** A list of them for a page, with how far it goes where not all stand in it. */
    static void show(ExplanationQueries.Shown shown, CurrentUser reader, PageMessages wording, Model model) {
        model.addAttribute(
                "explanations",
                shown.list().stream().map(each -> of(each, reader, wording)).toList());
        int count = shown.list().size();
        if (count < shown.all()) {
            model.addAttribute(
                    "moreExplanations",
                    wording.of("intake.explanations.more", Formats.count(count), Formats.count(shown.all())));
        }
    }

    private static StatusBadge badge(State state, PageMessages wording) {
        String word = wording.of("intake.state." + state);
        return switch (state) {
            case PROPOSED -> new StatusBadge("suggested", "suggested", word);
            case ACCEPTED -> new StatusBadge("met", "met", word);
            case REFUSED -> new StatusBadge("unmet", "unmet", word);
            case WITHDRAWN -> new StatusBadge("unknown", "nothing", word);
        };
    }
}
