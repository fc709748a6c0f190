package vn.hoso.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The program's clock, which stands still until the script moves it on. */
final class ProofClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private volatile Instant now;

    ProofClock(LocalDate day) {
        now = morningOf(day);
    }

    /** Nine o'clock of a day that is not before the present one. */
    void moveTo(LocalDate day) {
        Instant morning = morningOf(day);
        if (morning.isBefore(now)) {
            throw new IllegalArgumentException(day + " lies before " + now);
        }
        now = morning;
    }

    /** A minute goes by. */
    void tick() {
        now = now.plus(Duration.ofMinutes(1));
    }

    LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }

    private static Instant morningOf(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    /** Another zone sees the same moment. */
    @Override
    public Clock withZone(ZoneId zone) {
        ProofClock moving = this;
        return zone.equals(ZONE)
                ? this
                : new Clock() {
                    @Override
                    public Instant instant() {
                        return moving.now;
                    }

                    @Override
                    public ZoneId getZone() {
                        return zone;
                    }

                    @Override
                    public Clock withZone(ZoneId other) {
                        return moving.withZone(other);
                    }
                };
    }
}
