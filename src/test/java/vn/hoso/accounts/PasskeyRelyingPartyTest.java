package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasskeyRelyingPartyTest {

    @ParameterizedTest
    @CsvSource({
        "https, hoso.example.vn, 443, hoso.example.vn, https://hoso.example.vn",
        "https, HoSo.example.vn, 443, hoso.example.vn, https://hoso.example.vn",
        "https, hoso.example.vn, 8443, hoso.example.vn, https://hoso.example.vn:8443",
        "https, hoso.example.vn, 80, hoso.example.vn, https://hoso.example.vn:80",
        "https, mayao, 443, mayao, https://mayao",
        "http, localhost, 80, localhost, http://localhost",
        "http, localhost, 8080, localhost, http://localhost:8080",
        "https, localhost, 443, localhost, https://localhost",
    })
    void hasPasskeysWhereBrowsersDo(String scheme, String name, int port, String host, String origin) {
        assertThat(PasskeyRelyingParty.of(scheme, name, port)).hasValue(new PasskeyRelyingParty(host, origin));
    }

    @ParameterizedTest
    @CsvSource({
        "http, hoso.example.vn, 80",
        "http, 127.0.0.1, 8080",
        "https, 127.0.0.1, 443",
        "https, 10.0.0.12, 443",
        "https, [::1], 443",
        "https, 0:0:0:0:0:0:0:1, 443",
        "http, localhost.example.vn, 80",
        "https, '', 443",
    })
    void hasNoneWithoutHttpsOrWithoutAName(String scheme, String name, int port) {
        assertThat(PasskeyRelyingParty.of(scheme, name, port)).isEmpty();
    }

    @Test
    void aChallengeHoldsForFiveMinutes() {
        Instant given = Instant.parse("2026-11-24T08:00:00Z");
        PasskeyChallenge challenge = new PasskeyChallenge("abc", given.plus(PasskeyChallenge.LASTS));
        assertThat(PasskeyChallenge.LASTS).isEqualTo(Duration.ofMinutes(5));
        assertThat(challenge.holdsAt(given.plusSeconds(299))).isTrue();
        assertThat(challenge.holdsAt(given.plusSeconds(300))).isFalse();
    }
}
