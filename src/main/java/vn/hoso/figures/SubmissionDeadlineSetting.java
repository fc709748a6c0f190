package vn.hoso.figures;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The day on which returns are due from a month on, and who set it when. Rows are added, never changed. */
@Entity
@Table(name = "deadline_setting")
class SubmissionDeadlineSetting {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private LocalDate validFromMonth;
    private short day;
    private @Nullable Long setBy;
    private String setByName;
    private Instant setAt;

    protected SubmissionDeadlineSetting() {}

    /** @param setBy null where the program's own configuration says so */
    SubmissionDeadlineSetting(YearMonth from, int day, @Nullable Long setBy, String setByName, Instant setAt) {
        this.validFromMonth = from.atDay(1);
        this.day = (short) day;
        this.setBy = setBy;
        this.setByName = setByName;
        this.setAt = setAt;
    }
}
