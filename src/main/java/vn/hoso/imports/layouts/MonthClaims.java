package vn.hoso.imports.layouts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.layouts.PeriodLine.YearlessDays;
import vn.hoso.period.MonthDays;
import vn.hoso.period.StoredMonth;

/**
 * Everything that a sheet says of its month.
 *
 * @param claims the months that are named, the most reliable first
 * @param others what is no month: with one of these, no month is taken without a person
 * @param open days whose year no place says: a person's month must have them
 */
public record MonthClaims(List<MonthClaim> claims, List<NotAMonth> others, List<YearlessDays> open) {

    public static final MonthClaims NONE = new MonthClaims(List.of(), List.of(), List.of());

    public MonthClaims {
        claims =
                claims.stream().sorted(Comparator.comparing(MonthClaim::source)).toList();
        others = List.copyOf(others);
        open = List.copyOf(open);
    }

    /** Whether a file's name is that of several months, such as "T1-6" or "quý I". */
    public static boolean namesSeveralMonths(String fileName, MonthDays days) {
        return MonthPatterns.of(SheetMonth.withoutExtension(fileName), days).other() == NotAMonth.Reason.SEVERAL_MONTHS;
    }

    /** Whether a month with these days is none that its words exclude. */
    public boolean allow(StoredMonth month) {
        return open.stream().allMatch(each -> each.are(month));
    }

    /** The month, if all places that name one name the same and nothing says that it is none. */
    public Optional<YearMonth> month() {
        return others.isEmpty() && named().size() == 1 ? Optional.of(named().first()) : Optional.empty();
    }

    /** The same where each row says its month: then a title of several months, or of a year, is about all of them. */
    MonthClaims answeredByRows() {
        return new MonthClaims(
                claims,
                others.stream()
                        .filter(other -> other.reason() != NotAMonth.Reason.SEVERAL_MONTHS
                                && other.reason() != NotAMonth.Reason.YEAR)
                        .toList(),
                open);
    }

    /** The same with the months that rows say, each once. */
    MonthClaims with(Collection<MonthClaim> rows) {
        Map<YearMonth, MonthClaim> inRows = new TreeMap<>();
        rows.forEach(claim -> inRows.putIfAbsent(claim.month(), claim));
        List<MonthClaim> all = new ArrayList<>(claims);
        all.removeIf(claim -> claim.source() == MonthClaim.Source.COLUMN);
        all.addAll(inRows.values());
        return new MonthClaims(all, others, open);
    }

    /** Whether two places name different months. */
    public boolean disagree() {
        return named().size() > 1;
    }

    /** The months that are named. */
    public SortedSet<YearMonth> named() {
        return claims.stream().map(MonthClaim::month).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A month that a sheet says it is of.
     *
     * @param source where it is said
     * @param month the month
     * @param address the cell, null where the tab or the file's name says it
     */
    public record MonthClaim(
            Source source, YearMonth month, @Nullable String address) {

        /** Where a month is said, the most reliable first. */
        public enum Source {
            /** A column that says it for each row. */
            COLUMN,
            /** "Từ ngày 01/10/2024 đến ngày 31/10/2024". */
            PERIOD_LINE,
            /** The words above the figures. */
            TITLE,
            TAB,
            FILE_NAME
        }
    }

    /**
     * What a sheet says of its time that is no month: its figures may not be taken for a month's without a person.
     *
     * @param reason why it is none
     * @param words the words as they stand in the sheet
     * @param address the cell, null where the tab or the file's name says it
     */
    public record NotAMonth(
            Reason reason, String words, @Nullable String address) {

        public enum Reason {
            /** A quarter, six months, from one month to another. */
            SEVERAL_MONTHS,
            /** A week, half a month, from one day to another that are not those of a month of the office. */
            OTHER_DAYS,
            /** "Lũy kế", "cộng dồn", "từ đầu năm". */
            CUMULATIVE,
            /** A year, where nothing above the figures names a month. */
            YEAR
        }
    }
}
