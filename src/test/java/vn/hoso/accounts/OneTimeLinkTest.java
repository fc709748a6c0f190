package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For how long a link works, whatever the machine's clock said when it was made. */
class OneTimeLinkTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final Duration LASTS = Duration.ofDays(3);

    private static OneTimeLink madeAt(Instant moment) {
        return new OneTimeLink("hash", null, moment, moment.plus(LASTS));
    }

    /** Two copies of the program differ by seconds; a clock that ran a day ahead, or a year, was put right since. */
    @ParameterizedTest(name = "made {0} from now")
    @CsvSource({"PT0S, true", "PT-71H59M, true", "PT-72H, false", "PT30S, true", "P1D, false", "P365D, false"})
    void isOverWhereItIsYetToBegin(Duration ahead, boolean usable) {
        assertThat(madeAt(NOW.plus(ahead)).usable(NOW)).isEqualTo(usable);
    }

    /** The clock was a year ahead when the newer link was made, so that the older one seemed to have run out. */
    @Test
    void staysReplacedWhenTheClockIsPutRight() {
        OneTimeLink older = madeAt(NOW);
        older.expire();

        assertThat(older.usable(NOW)).isFalse();
        assertThat(older.usable(NOW.plus(Duration.ofDays(1)))).isFalse();
    }
}
