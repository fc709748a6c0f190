package vn.hoso.accounts;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import vn.hoso.shared.Moments;

/**
 * What a passkey has to sign, once and soon; the session keeps it between the page and its answer.
 *
 * @param text 32 random bytes in base64url, without padding
 * @param until when it is too late
 */
public record PasskeyChallenge(String text, Instant until) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    static final int BYTES = 32;
    static final Duration LASTS = Duration.ofMinutes(5);

    boolean holdsAt(Instant now) {
        return Moments.runs(LASTS, until, now);
    }
}
