package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.ReflectionTestUtils;

class AccountThrottleTest {

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT, 4, 0",
        "ACCOUNT, 5, 1",
        "ACCOUNT, 6, 2",
        "ACCOUNT, 7, 4",
        "ACCOUNT, 8, 8",
        "ACCOUNT, 9, 15",
        "ACCOUNT, 10, 15",
        "ACCOUNT, 2000000000, 15",
        "PERSON, 4, 0",
        "PERSON, 5, 1",
        "ADDRESS, 19, 0",
        "ADDRESS, 20, 1",
        "ADDRESS, 24, 15",
    })
    void makesTheNextTryWaitLongerEachTimeButNeverForGood(AccountThrottle.Kind kind, int failures, int minutes) {
        assertThat(kind.lockAfter(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    /** An office's computer whose clock ran a year ahead, and was then put right. */
    @Test
    void aClockThatWasPutBackLetsEverybodyTryAgain() {
        Instant now = Instant.parse("2026-11-30T02:00:00Z");
        Instant ahead = now.plus(Duration.ofDays(365));
        AccountThrottle row = new AccountThrottle();
        ReflectionTestUtils.setField(row, "kind", AccountThrottle.Kind.ADDRESS);
        ReflectionTestUtils.setField(row, "lastFailureAt", ahead);
        ReflectionTestUtils.setField(row, "failures", 30);
        assertThat(row.count(ahead)).isTrue();
        assertThat(row.locked(ahead)).isTrue();
        assertThat(row.locked(ahead.plus(Duration.ofMinutes(15)))).isFalse();

        assertThat(row.locked(now)).isFalse();
        assertThat(row.count(now)).as("the count begins anew").isFalse();
    }
}
