package vn.hoso.accounts;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a browser that was asked for a passkey.
 *
 * @param answer the browser's answer as JSON; blank if it gave none
 * @param party host and origin of the page, null where browsers allow no passkeys
 * @param challenge what was to be signed, null if nothing was asked or it was answered before
 */
public record PasskeyResponse(
        String answer,
        @Nullable PasskeyRelyingParty party,
        @Nullable PasskeyChallenge challenge) {

    /** A real answer has less than 2,000 characters. */
    private static final int LONGEST = 16_000;

    /** The browser was not asked, or its owner stopped it: nothing was tried. */
    boolean isMissing() {
        return answer.isBlank();
    }

    /** What the answer must fit; empty if nothing fits any more. */
    Optional<ServerProperty> expected(Instant now) {
        if (party == null || challenge == null || !challenge.holdsAt(now) || answer.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(ServerProperty.builder()
                .origin(Origin.create(party.origin()))
                .rpId(party.host())
                .challenge(new DefaultChallenge(challenge.text()))
                .build());
    }
}
