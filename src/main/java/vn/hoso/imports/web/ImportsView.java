package vn.hoso.imports.web;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.EntryWindow;
import vn.hoso.shared.Formats;

/**
 * Where a file is brought, and those brought before.
 *
 * @param months the months that may be chosen, the latest first
 * @param due the month whose figures are due: the latest that is over
 * @param files the latest files
 * @param problem why the last one was not taken, null if none was refused
 */
record ImportsView(
        List<Month> months,
        String due,
        List<File> files,
        @Nullable String problem) {

    static ImportsView of(EntryWindow window, List<File> files, @Nullable String problem) {
        YearMonth over = window.current().minusMonths(1);
        return new ImportsView(
                Month.all(window),
                (over.isBefore(window.earliest()) ? window.current() : over).toString(),
                files,
                problem);
    }

    /** A month as 10/2024 and as 2024-10. */
    record Month(String label, String address) {

        /** Every month that a file can be for, the latest first. */
        static List<Month> all(EntryWindow window) {
            return Stream.iterate(
                            window.current(),
                            month -> !month.isBefore(window.earliest()),
                            month -> month.minusMonths(1))
                    .map(month -> new Month(Formats.month(month), month.toString()))
                    .toList();
        }

        /** Every year of these months, the latest first. */
        static List<Month> years(EntryWindow window) {
            return IntStream.iterate(
                            window.current().getYear(),
                            year -> year >= window.earliest().getYear(),
                            year -> year - 1)
                    .mapToObj(String::valueOf)
                    .map(year -> new Month(year, year))
                    .toList();
        }
    }

    /** A file and what became of it. */
    record File(
            long id, String name, String brought, @Nullable String month, String state, String hash) {}
}
