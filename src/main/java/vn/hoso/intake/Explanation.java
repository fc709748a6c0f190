package vn.hoso.intake;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Why dossiers of procedures offered online were received on paper.
 *
 * @param unit the receiving unit's name
 * @param official whose dossiers; null where nobody is named, or it was forgotten
 * @param code the dossier; null where so many of the official's month are meant
 * @param dossiers how many it explains
 * @param words in the words of whoever proposed it; null for none, or forgotten
 * @param proposedBy account of the person who proposed it, who does not decide it
 * @param decidedBy who accepted, refused or withdrew it; null while it waits
 * @param answer what the Office said to it
 * @param alsoOfMonth while it waits, how many dossiers of the same official's month others explain without a code
 * @param alsoByCode while it waits, how many others are explained by their codes; both with those that wait
 * @param forgotten that names, codes and words of it were deleted because their time was over
 */
public record Explanation(
        long id,
        long unitId,
        String unit,
        YearMonth month,
        @Nullable String official,
        @Nullable String code,
        int dossiers,
        Reason reason,
        @Nullable String words,
        State state,
        long proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer,
        long alsoOfMonth,
        long alsoByCode,
        boolean forgotten) {

    /** The longest words and the longest answer, in characters. */
    public static final int LONGEST = 500;

    /** Why. */
    public enum Reason {
        /** The citizen is elderly (người cao tuổi). */
        ELDERLY,
        /** The citizen is vulnerable (yếu thế). */
        VULNERABLE,
        /** The system was down. */
        SYSTEM_DOWN,
        /** What its words tell. */
        OTHER
    }

    /** What became of it. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }
}
