package vn.hoso.dashboard.web;

import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/**
 * A status as icon, word and colour; the word alone is enough.
 *
 * @param tone the colour's name in the theme
 * @param icon the icon's name in the sprite
 * @param word the status in words
 */
record Mark(String tone, String icon, String word) {

    /** A verdict that missing returns could turn says so wherever it is drawn. */
    static Mark of(Verdict verdict, Wording wording) {
        Mark mark = decided(verdict, wording);
        return verdict.provisional()
                ? new Mark(mark.tone, mark.icon, wording.of("dashboard.verdict.provisional", mark.word))
                : mark;
    }

    private static Mark decided(Verdict verdict, Wording wording) {
        Mark plain = of(verdict.status(), wording);
        return verdict.awaitsConfirmation() && decided(verdict.status())
                ? new Mark("suggested", "suggested", wording.of("dashboard.verdict.suggested", plain.word))
                : plain;
    }

    private static boolean decided(VerdictStatus status) {
        return status == VerdictStatus.MET || status == VerdictStatus.NOT_MET;
    }

    private static Mark of(VerdictStatus status, Wording wording) {
        String word = wording.of("dashboard.verdict." + status);
        return switch (status) {
            case MET -> new Mark("met", "met", word);
            case NOT_MET -> new Mark("unmet", "unmet", word);
            case NOT_ASSESSED -> new Mark("unknown", "unknown", word);
            case NOTHING_ARISEN -> new Mark("unknown", "nothing", word);
        };
    }
}
