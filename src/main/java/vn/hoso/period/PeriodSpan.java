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
    };

    YearMonth first(YearMonth month) {
        return month.withMonth(1);
    }

    abstract YearMonth last(YearMonth month);

    /** The period of this span that belongs to the month. */
    public ReportingPeriod of(YearMonth month, ReportingCalendar calendar) {
        return new ReportingPeriod(first(month), last(month), calendar);
    }
}
