package vn.hoso.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host and origin of a page, as browsers sign them with a passkey.
 *
 * @param host the name that passkeys are made for (WebAuthn's RP id)
 * @param origin scheme, host and port, which the browser signs as well
 */
public record PasskeyRelyingParty(String host, String origin) {

    /** Addresses of numbers are no names, whatever the connection. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|.*:.*");

    /** Empty where browsers allow no passkeys: over plain HTTP, but for this computer itself, and without a name. */
    public static Optional<PasskeyRelyingParty> of(String scheme, String serverName, int port) {
        String host = serverName.toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https") || host.equals("localhost");
        if (!secure || host.isEmpty() || NUMBERS.matcher(host).matches()) {
            return Optional.empty();
        }
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return Optional.of(new PasskeyRelyingParty(host, scheme + "://" + host + (usual ? "" : ":" + port)));
    }
}
