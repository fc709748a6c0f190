package vn.hoso.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** As the program kept them in November 2026, and of another strength; a keyboard may type the accents by themselves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$m=16384,t=2,p=1$4bTLUf82n1Xy0dK9uWyoVQ$vaohNGH1txF6J6FJDv/Z0J5g+P6kyLCv7b62YkrdJGc",
                "$m=4096,t=1,p=2$6AX+mpwhFtA/aoAvtjHddQ$funZQlonHKEDzP+lRZyJpEACh6tFqFlF76KF9f8vCsg"
            })
    void readHashesThatWereKeptBefore(String kept) {
        String hash = "{argon2id}$argon2id$v=19" + kept;
        assertThat(HASHES.matches("Mật khẩu đường 2024", hash)).isTrue();
        assertThat(HASHES.matches(Normalizer.normalize("Mật khẩu đường 2024", Normalizer.Form.NFD), hash))
                .isTrue();
        assertThat(HASHES.matches("Mật khẩu đương 2024", hash)).isFalse();
        assertThat(HASHES.upgradeEncoding(hash)).isEqualTo(!kept.startsWith("$m=16384,t=2"));
    }
}
