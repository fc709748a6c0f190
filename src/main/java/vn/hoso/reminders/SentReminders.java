package vn.hoso.reminders;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The letters that went out. */
interface SentReminders extends Repository<SentReminder, Long> {

    /**
     * Notes a letter; another copy of the program waits for the row and then finds it.
     *
     * @return 1, or 0 if the letter was noted before
     */
    @Modifying
    @Query("""
            insert into SentReminder (unitId, month, stage, sentOn, sentAt, email)
            values (:unitId, :month, :stage, :sentOn, :sentAt, :email) on conflict do nothing
            """)
    int note(long unitId, LocalDate month, ReminderStage stage, LocalDate sentOn, Instant sentAt, String email);

    /**
     * Notes the day's letter about what waits at an address, the same way.
     *
     * @return 1, or 0 if the letter was noted before
     */
    @Modifying
    @Query("""
            insert into SentWorkLetter (email, sentOn, sentAt) values (:email, :sentOn, :sentAt) on conflict do nothing
            """)
    int noteWork(String email, LocalDate sentOn, Instant sentAt);
}
