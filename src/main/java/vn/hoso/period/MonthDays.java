package vn.hoso.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/** The days of each month in this office: those it is stored with, else those of its calendar. */
@FunctionalInterface
public interface MonthDays {

    /** As in an office that has always counted by civil months. */
    MonthDays CIVIL = month -> new StoredMonth(month, month.atDay(1), month.atEndOfMonth());

    StoredMonth of(YearMonth month);

    /** The month that has exactly these days. */
    default Optional<YearMonth> month(LocalDate from, LocalDate to) {
        StoredMonth found = of(YearMonth.from(to));
        return found.firstDay().equals(from) && found.lastDay().equals(to)
                ? Optional.of(found.month())
                : Optional.empty();
    }

    /** The month that a day belongs to, which under another calendar than the civil one may be the next. */
    default YearMonth month(LocalDate day) {
        YearMonth civil = YearMonth.from(day);
        return Stream.of(civil, civil.plusMonths(1), civil.minusMonths(1))
                .filter(month -> of(month).holds(day))
                .findFirst()
                .orElse(civil);
    }
}
