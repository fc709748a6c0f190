package vn.hoso.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Percentages;
import vn.hoso.rates.Rate;

/**
 * Dossiers of procedures that were offered online on the day of receiving (full-process or partial).
 *
 * @param received on every channel
 * @param paper of these, not submitted online: over the counter or by post
 * @param explained of these, with an explanation that the Office accepted; they stay in {@code paper}
 * @param waiting of those not accepted, with an explanation that waits for the Office
 */
public record Tally(long received, long paper, long explained, long waiting) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    public Tally {
        if (explained < 0 || waiting < 0 || explained + waiting > paper || paper > received) {
            throw new IllegalArgumentException("tally " + waiting + "/" + explained + "/" + paper + "/" + received);
        }
    }

    public Tally plus(Tally other) {
        return new Tally(
                received + other.received, paper + other.paper, explained + other.explained, waiting + other.waiting);
    }

    /** On paper without an accepted explanation, whether or not somebody proposed one. */
    public long unexplained() {
        return paper - explained;
    }

    /** The percentage of {@link #share}, rounded for people to read; null where nothing was received. */
    public @Nullable BigDecimal percent() {
        return received == 0 ? null : Percentages.alone(share());
    }

    /** On paper of all received, explained ones included. */
    public Rate share() {
        return new Rate(paper, received);
    }
}
