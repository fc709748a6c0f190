package vn.hoso.security;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Takes a password as the same one whichever way a keyboard composed its letters: Vietnamese ones come in two. */
class NormalizingPasswordEncoder implements PasswordEncoder {

    private final PasswordEncoder hashes;

    NormalizingPasswordEncoder(PasswordEncoder hashes) {
        this.hashes = hashes;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return hashes.encode(composed(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return hashes.matches(composed(password), hash);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return hashes.upgradeEncoding(hash);
    }

    private static @Nullable String composed(@Nullable CharSequence password) {
        return password == null ? null : Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
