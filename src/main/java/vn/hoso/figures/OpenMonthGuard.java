package vn.hoso.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.MonthQueries.MonthLock;
import vn.hoso.figures.MonthQueries.Reopening;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.period.StoredMonth;

/**
 * Lets savers in while a month is open. Whether it is open is read under a row lock that a locker has to wait for, so no
 * save can land after the lock.
 */
@Component
class OpenMonthGuard {

    private final ReportingMonths months;
    private final ReturnCalendarSettings calendars;
    private final Clock clock;

    OpenMonthGuard(ReportingMonths months, ReturnCalendarSettings calendars, Clock clock) {
        this.months = months;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The month's row, shared with other savers until the transaction ends; made if it is the first save. */
    @Transactional(propagation = Propagation.MANDATORY)
    ReportingMonth lockForShare(YearMonth month) {
        LocalDate key = month.atDay(1);
        return months.lockForShare(key).orElseGet(() -> {
            open(month);
            return months.lockForShare(key).orElseThrow();
        });
    }

    /** Makes sure the month has a row. */
    @Transactional(propagation = Propagation.MANDATORY)
    void open(YearMonth month) {
        LocalDate key = month.atDay(1);
        if (months.existsById(key)) {
            return;
        }
        months.lockMaking();
        if (!months.existsById(key)) {
            StoredMonth days = calendars.stored().days(month);
            months.saveAndFlush(new ReportingMonth(key, days.firstDay(), days.lastDay()));
        }
    }

    /** Whether no figure of the month may change now; a reopened month closes by the clock. */
    boolean closed(ReportingMonth month) {
        return month.locked(LocalDate.now(clock));
    }

    /** Why no figure of the month changes now; null while it is open. */
    @Nullable
    MonthLock lock(ReportingMonth month) {
        return month.lock(LocalDate.now(clock));
    }

    /**
     * Locks the month: waits for the savers inside, then nobody enters.
     *
     * @return false if it was locked already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean lock(YearMonth month, ReturnAuthor by) {
        ReportingMonth held = lockForUpdate(month);
        if (closed(held)) {
            return false;
        }
        held.lock(by, clock.instant());
        return true;
    }

    /**
     * Opens a locked month up to the end of a day.
     *
     * @return the day up to which it was open again already, null if it was locked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @Nullable
    LocalDate reopen(YearMonth month, String reason, LocalDate until, ReturnAuthor by) {
        ReportingMonth held = lockForUpdate(month);
        Reopening before = held.reopening(LocalDate.now(clock));
        held.reopen(reason, until, by, clock.instant());
        return before == null ? null : before.until();
    }

    /** The month, held until the transaction ends: after the savers inside, before the next. */
    @Transactional(propagation = Propagation.MANDATORY)
    ReportingMonth lockForUpdate(YearMonth month) {
        open(month);
        return months.lockForUpdate(month.atDay(1)).orElseThrow();
    }
}
