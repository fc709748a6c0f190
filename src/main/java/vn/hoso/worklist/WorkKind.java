package vn.hoso.worklist;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can wait for somebody, in the order in which it is shown: what others wait for first, news last. */
public enum WorkKind {
    /** The program is not set up. */
    SET_UP,
    /** A return was sent back. */
    RETURNED,
    /** A return has not been submitted. */
    DUE,
    /** A unit has not said what its one-stop shop had in the quarter that ended. */
    READINESS,
    /** Returns were submitted. */
    TO_APPROVE,
    /** Somebody proposed to correct approved figures. */
    CORRECTION,
    /** Units explained why dossiers were received on paper. */
    EXPLANATION,
    /** The Office entered figures after returns were handed in, and has not submitted them. */
    WITH_OFFICE,
    /** Units have not submitted a month whose deadline is over. */
    LATE,
    /** The same, for a leader to ask about. */
    ASK,
    /** Units have not said what their one-stop shops had in the quarter that ended. */
    READINESS_OWED,
    /** A month is approved as a whole and still open. */
    TO_LOCK,
    /** A verdict without a percentage waits for a person. */
    DECISION,
    /** Tasks about missed targets are open. */
    TASK,
    /** Figures of the same dossiers differ, and nobody has closed it. */
    DIFFERENCE,
    /** A term is over and its report was not issued. */
    REPORT,
    /** An issued report has no number of the registry yet. */
    NUMBER,
    /** What is stored was not kept elsewhere for too long. */
    BACKUP,
    /** Links of wall screens are about to end, or have ended. */
    WALL,
    /** People have not used the link with which they choose a password. */
    LINK,
    /** A verdict changed. */
    VERDICT,
    /** A locked month was opened again. */
    REOPENED(true),
    /** A proposed correction was decided. */
    CORRECTED(true),
    /** An explanation of dossiers on paper was refused. */
    EXPLANATION_REFUSED(true),
    /** A month was locked. */
    LOCKED(true);

    private final boolean news;

    WorkKind() {
        this(false);
    }

    WorkKind(boolean news) {
        this.news = news;
    }

    /** Whether its line only tells something: it stays until the reader puts it away. */
    public boolean isNews() {
        return news;
    }

    /** The kind with this key. */
    public static Optional<WorkKind> named(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** The part of message keys and addresses that names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
