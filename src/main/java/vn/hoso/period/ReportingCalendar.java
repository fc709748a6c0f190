package vn.hoso.period;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Which days a reporting month spans. The office chooses one for months to come; a month that is stored keeps the days it was
 * stored with.
 */
public enum ReportingCalendar {
    /** From the first to the last day of the month, as the plan of 2024 counts (01/01–31/12). */
    CALENDAR_MONTHS {
        @Override
        public LocalDate firstDay(YearMonth month) {
            return month.atDay(1);
        }

        @Override
        public LocalDate lastDay(YearMonth month) {
            return month.atEndOfMonth();
        }
    },
    /** From the 15th of the month before to the 14th, after Nghị định 09/2019/NĐ-CP. */
    DECREE_09 {
        @Override
        public LocalDate firstDay(YearMonth month) {
            return month.minusMonths(1).atDay(15);
        }

        @Override
        public LocalDate lastDay(YearMonth month) {
            return month.atDay(14);
        }
    };

    public abstract LocalDate firstDay(YearMonth month);

    public abstract LocalDate lastDay(YearMonth month);
}
