package vn.hoso.reminders;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A letter that went out: once a stage, and at a user's wish once a day. */
@Entity
@Table(name = "reminder_sent")
class SentReminder {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long unitId;
    private LocalDate month;

    @Enumerated(EnumType.STRING)
    private ReminderStage stage;

    private LocalDate sentOn;
    private Instant sentAt;
    private String email;

    protected SentReminder() {}
}
