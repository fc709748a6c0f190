package vn.hoso.presentation;

import org.jspecify.annotations.Nullable;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/**
 * A status as icon, word and colour; the word alone is enough.
 *
 * @param tone the colour's name in the theme
 * @param icon the icon's name in the sprite
 * @param outcome the status in words
 * @param note what these may not stand without, such as "(sơ bộ)"; null for nothing
 */
public record StatusBadge(
        String tone, String icon, String outcome, @Nullable String note) {

    public StatusBadge(String tone, String icon, String word) {
        this(tone, icon, word, null);
    }

    /** The status in words, with what these may not stand without. */
    public String word() {
        return note == null ? outcome : outcome + " " + note;
    }

    /** A verdict that returns could turn which are missing or not approved says so wherever it is drawn. */
    public static StatusBadge of(Verdict verdict, PageMessages wording) {
        StatusBadge mark = decided(verdict, wording);
        return verdict.provisional()
                ? new StatusBadge(
                        mark.tone, mark.icon, mark.outcome, wording.of("dashboard.verdict.is." + verdict.finality()))
                : mark;
    }

    private static StatusBadge decided(Verdict verdict, PageMessages wording) {
        StatusBadge plain = of(verdict.status(), wording);
        return verdict.awaitsConfirmation() && verdict.status().decided()
                ? new StatusBadge(
                        "suggested",
                        "suggested",
                        wording.of("dashboard.verdict.suggested", PageMessages.uncapitalised(plain.outcome)))
                : plain;
    }

    private static StatusBadge of(VerdictStatus status, PageMessages wording) {
        String word = wording.of("dashboard.verdict." + status);
        return switch (status) {
            case MET -> new StatusBadge("met", "met", word);
            case NOT_MET -> new StatusBadge("unmet", "unmet", word);
            case NOT_ASSESSED -> new StatusBadge("unknown", "unknown", word);
            case NOTHING_ARISEN -> new StatusBadge("unknown", "nothing", word);
        };
    }
}
