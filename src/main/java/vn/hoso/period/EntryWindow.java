package vn.hoso.period;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The months for which figures may exist: from the installation's first month to the current one.
 *
 * @param earliest the first month the office keeps figures for
 * @param current the month of today in Asia/Ho_Chi_Minh
 */
public record EntryWindow(YearMonth earliest, YearMonth current) {

    public enum Place {
        BEFORE,
        INSIDE,
        FUTURE
    }

    public Place place(YearMonth month) {
        if (month.isAfter(current)) {
            return Place.FUTURE;
        }
        return month.isBefore(earliest) ? Place.BEFORE : Place.INSIDE;
    }

    /** The years that may hold figures, in order. */
    public List<Integer> years() {
        return IntStream.rangeClosed(earliest.getYear(), current.getYear())
                .boxed()
                .toList();
    }

    public boolean holdsYear(int year) {
        return year >= earliest.getYear() && year <= current.getYear();
    }
}
