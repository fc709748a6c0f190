package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.units.UnitKind;

/**
 * A unit's name taken apart.
 *
 * @param kind what its first word says it is, null if it does not say
 * @param rest the name itself, folded, without "và"
 */
record ParsedUnitName(@Nullable UnitKind kind, String rest) {

    private static final List<List<String>> AUTHORITIES = words(
            "ubnd",
            "ủy ban nhân dân",
            "ủy ban",
            "hđnd",
            "hội đồng nhân dân",
            "bộ phận một cửa",
            "bộ phận tiếp nhận và trả kết quả",
            "bộ phận tn trả kết quả",
            "đơn vị");
    private static final List<List<String>> COMMUNE = words("xã", "x");
    private static final List<List<String>> TOWNSHIP = words("thị trấn", "tt", "t t", "ttr", "t trấn");
    private static final List<List<String>> OFFICE = words("phòng", "p");
    private static final String AND = ComparableText.of("và");
    private static final List<String> DISTRICT = List.of(ComparableText.of("huyện"));

    static ParsedUnitName of(String text) {
        List<String> words =
                new ArrayList<>(Arrays.asList(ComparableText.of(text).split(" ")));
        words.removeIf(AND::equals);
        while (strip(words, AUTHORITIES)) {
            // "HĐND và UBND" are two of them.
        }
        UnitKind kind = kind(words);
        int district = words.indexOf(DISTRICT.get(0));
        List<String> rest = district > 0 ? words.subList(0, district) : words;
        return new ParsedUnitName(kind, String.join(" ", rest));
    }

    /** The first letters of its words, as in TNMT; đ counts as d. */
    String initials() {
        return Arrays.stream(rest.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining())
                .replace('đ', 'd');
    }

    /** The name written together, to compare with initials. */
    String together() {
        return rest.replace(" ", "").replace('đ', 'd');
    }

    boolean mayBe(UnitKind other) {
        return kind == null || kind == other;
    }

    private static @Nullable UnitKind kind(List<String> words) {
        if (strip(words, TOWNSHIP)) {
            return UnitKind.TOWNSHIP;
        }
        if (strip(words, COMMUNE)) {
            return UnitKind.COMMUNE;
        }
        return strip(words, OFFICE) ? UnitKind.DISTRICT_OFFICE : null;
    }

    /** Takes one of these off the beginning, unless nothing would be left. */
    private static boolean strip(List<String> words, List<List<String>> beginnings) {
        for (List<String> beginning : beginnings) {
            if (words.size() > beginning.size()
                    && words.subList(0, beginning.size()).equals(beginning)) {
                words.subList(0, beginning.size()).clear();
                return true;
            }
        }
        return false;
    }

    private static List<List<String>> words(String... texts) {
        return Arrays.stream(texts)
                .map(text -> List.of(ComparableText.of(text).split(" ")))
                .toList();
    }
}
