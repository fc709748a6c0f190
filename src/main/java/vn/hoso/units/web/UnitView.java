package vn.hoso.units.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.units.UnitKind;
import vn.hoso.units.UnitQueries.Life;
import vn.hoso.units.UnitReporters.Reporter;
import vn.hoso.units.UnitWords;

/**
 * A unit's life as its page shows it.
 *
 * @param id the unit
 * @param name its last name
 * @param days from when to when there is the unit
 * @param ended whether an end is known
 * @param versions what it was called, from the first on
 * @param reporters who enters its figures
 * @param months its months with figures, a line for each year
 * @param maySetUp whether the reader may change it
 */
record UnitView(
        long id,
        String name,
        String days,
        boolean ended,
        List<Version> versions,
        List<Person> reporters,
        List<String> months,
        boolean maySetUp) {

    /**
     * What it was called during a time; the address corrects it.
     *
     * @param doubt how its name contradicts its kind, null where it does not or the reader may not change it
     */
    record Version(
            String days,
            String code,
            String name,
            String kind,
            String group,
            @Nullable String changed,
            @Nullable String doubt,
            String address) {}

    /** A person who reports for it, and when. */
    record Person(String name, String days, boolean enabled) {}

    static UnitView of(
            Life life,
            List<UnitKind> kinds,
            List<Reporter> reporters,
            List<YearMonth> months,
            boolean maySetUp,
            PageMessages messages) {
        return new UnitView(
                life.id(),
                life.last().words().name(),
                days(life.first().from(), life.last().end(), messages),
                life.last().end() != null,
                life.versions().stream()
                        .map(each -> new Version(
                                days(each.from(), each.end(), messages),
                                each.words().code(),
                                each.words().name(),
                                each.words().kind().name(),
                                Objects.requireNonNullElse(each.words().group(), ""),
                                each.changedAt() == null
                                        ? null
                                        : each.changedBy() + ", " + Formats.time(each.changedAt()),
                                maySetUp ? doubt(each.words(), kinds, messages) : null,
                                "/units/" + life.id() + "?version=" + each.id() + "#change"))
                        .toList(),
                reporters.stream()
                        .map(each -> new Person(
                                each.name(),
                                each.from() == null && each.to() == null
                                        ? messages.of("register.reporter.lasting")
                                        : days(
                                                each.from(),
                                                each.to() == null
                                                        ? null
                                                        : each.to().plusDays(1),
                                                messages),
                                each.enabled()))
                        .toList(),
                byYear(months, messages),
                maySetUp);
    }

    private static @Nullable String doubt(UnitWords words, List<UnitKind> kinds, PageMessages messages) {
        return words.contradiction(kinds)
                .map(problem -> messages.of(problem.key(), problem.args().toArray(String[]::new)))
                .orElse(null);
    }

    private static List<String> byYear(List<YearMonth> months, PageMessages messages) {
        Map<Integer, List<YearMonth>> years =
                months.stream().collect(Collectors.groupingBy(YearMonth::getYear, TreeMap::new, Collectors.toList()));
        return years.values().stream()
                .map(year -> messages.of(
                        "register.months.year",
                        String.valueOf(year.get(0).getYear()),
                        String.valueOf(year.size()),
                        Formats.month(year.get(0)),
                        Formats.month(year.get(year.size() - 1))))
                .toList();
    }

    /** Days in words; the end is the first day on which they are over, and the day before it is printed. */
    static String days(@Nullable LocalDate from, @Nullable LocalDate end, PageMessages messages) {
        String first = from == null ? "…" : Formats.date(from);
        return end == null
                ? messages.of("register.days.open", first)
                : messages.of("register.days.closed", first, Formats.date(end.minusDays(1)));
    }
}
