package vn.hoso.accounts;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;

/** What an authenticator app shows. */
public final class AuthenticatorApp {

    private AuthenticatorApp() {}

    /**
     * The code at a moment.
     *
     * @param key as the page shows it to be typed into the app
     */
    public static String shows(String key, Instant at) {
        return TotpCode.at(new Base32().decode(key.replace(" ", "")), TotpCode.step(at));
    }
}
