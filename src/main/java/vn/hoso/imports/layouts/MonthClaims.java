package vn.hoso.imports.layouts;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that a sheet says of its month.
 *
 * @param claims the months that are named, the most reliable first
 * @param others what is no month: with one of these, no month is taken without a person
 */
public record MonthClaims(List<MonthClaim> claims, List<NotAMonth> others) {

    public static final MonthClaims NONE = new MonthClaims(List.of(), List.of());

    public MonthClaims {
        claims =
                claims.stream().sorted(Comparator.comparing(MonthClaim::source)).toList();
        others = List.copyOf(others);
    }

    /** The month, if all places that name one name the same and nothing says that it is none. */
    public Optional<YearMonth> month() {
        return others.isEmpty() && named().size() == 1 ? Optional.of(named().first()) : Optional.empty();
    }

    /** Whether two places name different months. */
    public boolean disagree() {
        return named().size() > 1;
    }

    /** The months that are named. */
    public SortedSet<YearMonth> named() {
        return claims.stream().map(MonthClaim::month).collect(Collectors.toCollection(TreeSet::new));
    }
}
