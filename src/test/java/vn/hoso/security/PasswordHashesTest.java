package vn.hoso.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashesTest {

    private static final PasswordEncoder HASHES = SecurityConfiguration.passwordEncoder();

    private static final String PASSWORD = "Thu-nghiem-2024";

    @Test
    void costGuessersSixteenMebibytesAndTwoPassesEach() {
        String hash = Objects.requireNonNull(HASHES.encode(PASSWORD));
        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=16384,t=2,p=1$").isNotEqualTo(HASHES.encode(PASSWORD));
        assertThat(HASHES.matches(PASSWORD, hash)).isTrue();
        assertThat(HASHES.matches(PASSWORD + ".", hash)).isFalse();
    }
}
