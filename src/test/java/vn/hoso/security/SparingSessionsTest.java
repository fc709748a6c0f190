package vn.hoso.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.session.MapSession;

/** When a look moves a session's last access on. */
class SparingSessionsTest {

    /** A last access that a clock running ahead has noted would keep the session from ever ending. */
    @ParameterizedTest
    @CsvSource({"PT10S, false", "PT30M, true", "PT-10S, false", "PT-24H, true", "PT-8760H, true"})
    void theLastAccessIsKeptToAMinuteOrSoWhicheverWayTheClockWasPut(Duration later, boolean moved) {
        Instant then = Instant.parse("2026-11-30T02:00:00Z");
        MapSession stored = new MapSession();
        stored.setMaxInactiveInterval(Duration.ofHours(1));
        stored.setLastAccessedTime(then);

        new SparingSessions.SparingSession<>(stored).setLastAccessedTime(then.plus(later));

        assertThat(stored.getLastAccessedTime()).isEqualTo(moved ? then.plus(later) : then);
    }
}
