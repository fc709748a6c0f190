package vn.hoso.reminders;

import java.time.LocalDate;
import java.util.Optional;

/** When a unit is reminded of a month: the three quiet stages around its deadline, and a user's own press. */
enum ReminderStage {
    BEFORE,
    ON,
    AFTER,
    BY_HAND;

    /** How many days before the deadline the first one goes out. */
    static final int DAYS_BEFORE = 2;

    /** The last one waits no longer than this, so that a program set up today does not write about years ago. */
    static final int DAYS_AFTER = 7;

    /** The stage that a day belongs to; empty where nothing is sent. */
    static Optional<ReminderStage> of(LocalDate today, LocalDate deadline) {
        if (today.isEqual(deadline)) {
            return Optional.of(ON);
        }
        if (today.isBefore(deadline)) {
            return today.isBefore(deadline.minusDays(DAYS_BEFORE)) ? Optional.empty() : Optional.of(BEFORE);
        }
        return today.isAfter(deadline.plusDays(DAYS_AFTER)) ? Optional.empty() : Optional.of(AFTER);
    }
}
