package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
