package vn.hoso.reminders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/** A letter that told an address what waits there. */
@Entity
@Table(name = "work_letter_sent")
@IdClass(SentWorkLetter.Key.class)
class SentWorkLetter {

    record Key(String email, LocalDate sentOn) implements Serializable {}

    @Id
    private String email;

    @Id
    private LocalDate sentOn;

    private Instant sentAt;

    protected SentWorkLetter() {}
}
