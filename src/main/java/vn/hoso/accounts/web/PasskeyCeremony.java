package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.accounts.PasskeyChallenge;
import vn.hoso.accounts.PasskeyRelyingParty;
import vn.hoso.accounts.PasskeyResponse;
import vn.hoso.accounts.Passkeys;
import vn.hoso.security.CurrentUser;

/** Gives a page the challenge its browser is to sign, stores it in the session, and removes it with the answer. */
@Component
class PasskeyCeremony {

    private static final String CHALLENGE = "hoso.passkey-challenge";

    private final Passkeys passkeys;

    PasskeyCeremony(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /**
     * What the page's script asks the browser for.
     *
     * @param challenge to be signed, in base64url
     * @param host the name the passkeys are for
     * @param known the user's passkeys of this host, with blanks between
     * @param userHandle the user, as the browser keeps them
     */
    record Offer(String challenge, String host, String known, String userHandle) {}

    /** To add one; nothing where browsers allow none. */
    @Nullable
    Offer toAdd(CurrentUser user, HttpServletRequest request) {
        return party(request)
                .map(party -> offer(party, passkeys.usableAt(party, user), user, request))
                .orElse(null);
    }

    /** To sign in with one; nothing without a passkey that could. */
    @Nullable
    Offer toUse(CurrentUser user, HttpServletRequest request) {
        return party(request)
                .flatMap(party -> Optional.of(passkeys.usableAt(party, user))
                        .filter(known -> !known.isEmpty())
                        .map(known -> offer(party, known, user, request)))
                .orElse(null);
    }

    private Offer offer(PasskeyRelyingParty party, List<String> known, CurrentUser user, HttpServletRequest request) {
        PasskeyChallenge challenge = passkeys.challenge();
        request.getSession().setAttribute(CHALLENGE, challenge);
        return new Offer(challenge.text(), party.host(), String.join(" ", known), Passkeys.userHandle(user));
    }

    /** The browser's answer with what it was asked; whatever comes of it, the challenge is used up. */
    PasskeyResponse proof(String answer, HttpServletRequest request) {
        HttpSession session = request.getSession();
        Object challenge = session.getAttribute(CHALLENGE);
        session.removeAttribute(CHALLENGE);
        return new PasskeyResponse(
                answer, party(request).orElse(null), challenge instanceof PasskeyChallenge given ? given : null);
    }

    private static Optional<PasskeyRelyingParty> party(HttpServletRequest request) {
        return PasskeyRelyingParty.of(request.getScheme(), request.getServerName(), request.getServerPort());
    }
}
