package vn.hoso.figures;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingCalendar;

/** Which days a month spans from a month on, and who set it when. Rows are added, never changed. */
@Entity
@Table(name = "calendar_setting")
class ReturnCalendarSetting {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private LocalDate validFromMonth;

    @Enumerated(EnumType.STRING)
    private ReportingCalendar calendar;

    private long setBy;
    private String setByName;
    private Instant setAt;

    protected ReturnCalendarSetting() {}

    ReturnCalendarSetting(YearMonth from, ReportingCalendar calendar, long setBy, String setByName, Instant setAt) {
        this.validFromMonth = from.atDay(1);
        this.calendar = calendar;
        this.setBy = setBy;
        this.setByName = setByName;
        this.setAt = setAt;
    }
}
