package vn.hoso.period;

import java.time.YearMonth;
import java.time.temporal.IsoFields;

/** How much of a year a period covers. */
public enum PeriodSpan {
    /** The month itself. */
    MONTH {
        @Override
        YearMonth first(YearMonth month) {
            return month;
        }

        @Override
        YearMonth last(YearMonth month) {
            return month;
        }

        @Override
        public ReportingPeriod before(ReportingPeriod period) {
            return of(period.from().minusMonths(1), period.calendar());
        }
    },
    /** The quarter that holds the month. */
    QUARTER {
        @Override
        YearMonth first(YearMonth month) {
            return month.withMonth(3 * month.get(IsoFields.QUARTER_OF_YEAR) - 2);
        }

        @Override
        YearMonth last(YearMonth month) {
            return month.withMonth(3 * month.get(IsoFields.QUARTER_OF_YEAR));
        }

        @Override
        public ReportingPeriod before(ReportingPeriod period) {
            return of(period.from().minusMonths(1), period.calendar());
        }
    },
    /** The first six months of the month's year. */
    SIX_MONTHS {
        @Override
        YearMonth last(YearMonth month) {
            return month.withMonth(6);
        }
    },
    /** The first nine months of the month's year. */
    NINE_MONTHS {
        @Override
        YearMonth last(YearMonth month) {
            return month.withMonth(9);
        }
    },
    /** The month's whole year. */
    YEAR {
        @Override
        YearMonth last(YearMonth month) {
            return month.withMonth(12);
        }
    },
    /** From January to the month (lũy kế từ đầu năm). */
    YEAR_TO_DATE {
        @Override
        YearMonth last(YearMonth month) {
            return month;
        }

        @Override
        public ReportingPeriod before(ReportingPeriod period) {
            return of(period.to().minusMonths(1), period.calendar());
        }
    };

    YearMonth first(YearMonth month) {
        return month.withMonth(1);
    }

    abstract YearMonth last(YearMonth month);

    /** The period of this span that belongs to the month. */
    public ReportingPeriod of(YearMonth month, ReportingCalendar calendar) {
        return new ReportingPeriod(first(month), last(month), calendar);
    }

    /**
     * The period of the same kind before one of this span: the month or the quarter before, the year to the month before
     * (in January the whole year before), and of longer ones the same months a year earlier.
     */
    public ReportingPeriod before(ReportingPeriod period) {
        return period.yearBefore();
    }
}
