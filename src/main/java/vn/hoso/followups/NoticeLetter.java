package vn.hoso.followups;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The letter about a notice: waiting, in the hands of one copy of the program, or sent. */
@Entity
@Table(name = "verdict_notice_letter")
class NoticeLetter {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    private enum State {
        WAITING,
        SENDING,
        SENT
    }

    @Id
    private long noticeId;

    @Enumerated(EnumType.STRING)
    private State state;

    private int tries;
    private Instant nextTryAt;
    private @Nullable Instant sentAt;

    protected NoticeLetter() {}

    NoticeLetter(long noticeId, Instant now) {
        this.noticeId = noticeId;
        this.state = State.WAITING;
        this.nextTryAt = now;
    }

    /** Counts the try before it is made: should the program die in between, the letter is given up rather than sent twice. */
    long take() {
        state = State.SENDING;
        tries++;
        return noticeId;
    }

    void sent(Instant at) {
        state = State.SENT;
        sentAt = at;
    }

    /** After 5, 10, 20 and 40 minutes. */
    void waitAgain(Instant now) {
        state = State.WAITING;
        nextTryAt = now.plus(pause(tries));
    }

    /** How long nobody tries again after so many tries. */
    static Duration pause(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << (tries - 1));
    }
}
