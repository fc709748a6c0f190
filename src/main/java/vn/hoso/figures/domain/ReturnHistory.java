package vn.hoso.figures.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a unit reported in the twelve months before one. After {@link #LONGEST_GAP} months in a row without a report, what
 * came before says nothing about the unit's habits any more.
 *
 * @param month the month that is held against its past
 * @param reported the months before it for which there is a return
 */
public record ReturnHistory(YearMonth month, Map<YearMonth, ReturnFigures> reported) {

    /** How many months before the one looked at are taken. */
    public static final int MONTHS = 12;

    static final int LONGEST_GAP = 2;

    public ReturnHistory {
        reported = Map.copyOf(reported);
    }

    public static ReturnHistory none(YearMonth month) {
        return new ReturnHistory(month, Map.of());
    }

    /** This history with one month more; a month that lies further back than it looks changes nothing. */
    public ReturnHistory and(YearMonth before, ReturnFigures figures) {
        if (before.isBefore(month.minusMonths(MONTHS)) || !before.isBefore(month)) {
            return this;
        }
        Map<YearMonth, ReturnFigures> more = new HashMap<>(reported);
        more.put(before, figures);
        return new ReturnHistory(month, more);
    }

    @Nullable
    ReturnFigures previous() {
        return reported.get(month.minusMonths(1));
    }

    /** A measure's number so many months before, null where there is none. */
    @Nullable
    Integer number(Measure measure, int monthsBefore) {
        ReturnFigures figures = reported.get(month.minusMonths(monthsBefore));
        return figures == null ? null : figures.number(measure);
    }

    /** A measure's numbers of late, the nearest first. */
    List<Integer> numbers(Measure measure) {
        List<Integer> found = new ArrayList<>();
        int gap = 0;
        for (int back = 1; back <= MONTHS && gap <= LONGEST_GAP; back++) {
            Integer number = number(measure, back);
            if (number == null) {
                gap++;
            } else {
                gap = 0;
                found.add(number);
            }
        }
        return found;
    }

    /** A measure's numbers of this year before the month, January first; empty if one of them is missing. */
    List<Integer> ofTheYear(Measure measure) {
        int before = month.getMonthValue() - 1;
        List<Integer> numbers = IntStream.rangeClosed(1, before)
                .mapToObj(nth -> number(measure, before - nth + 1))
                .filter(Objects::nonNull)
                .toList();
        return numbers.size() == before ? numbers : List.of();
    }

    /** A measure's numbers of last year, as far as twelve months reach back. */
    List<Integer> ofLastYear(Measure measure) {
        return Stream.iterate(month.getMonthValue(), back -> back <= MONTHS, back -> back + 1)
                .map(back -> number(measure, back))
                .filter(Objects::nonNull)
                .toList();
    }
}
