package vn.hoso.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The year shown and its neighbours that hold figures.
 *
 * @param shown the year on the page
 * @param previous null if none before holds figures
 * @param next null if none after does
 */
public record YearNavigation(
        String shown, @Nullable String previous, @Nullable String next) {

    public static YearNavigation around(int year, List<Integer> years) {
        return new YearNavigation(
                String.valueOf(year),
                years.stream()
                        .filter(it -> it < year)
                        .reduce((a, b) -> b)
                        .map(String::valueOf)
                        .orElse(null),
                years.stream()
                        .filter(it -> it > year)
                        .findFirst()
                        .map(String::valueOf)
                        .orElse(null));
    }
}
