package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoso.units.UnitKind;

/**
 * A unit's name taken apart.
 *
 * @param kinds codes of what its first words say it may be, empty if they do not say
 * @param rest the name itself, folded, without "và"
 */
record ParsedUnitName(Set<String> kinds, String rest) {

    private static final List<List<String>> AUTHORITIES = Stream.of(
                    "ubnd",
                    "ủy ban nhân dân",
                    "ủy ban",
                    "hđnd",
                    "hội đồng nhân dân",
                    "bộ phận một cửa",
                    "bộ phận tiếp nhận và trả kết quả",
                    "bộ phận tn trả kết quả",
                    "đơn vị")
            .map(ParsedUnitName::words)
            .toList();
    private static final String AND = ComparableText.of("và");
    /** "Đơn vị: …", after which a name may stand without its kind. */
    static final List<String> UNIT = words("đơn vị");

    private static final List<String> DISTRICT = List.of(ComparableText.of("huyện"));

    static ParsedUnitName of(String text, Map<List<String>, Set<String>> beginnings) {
        List<String> words =
                new ArrayList<>(Arrays.asList(ComparableText.of(text).split(" ")));
        words.removeIf(AND::equals);
        while (AUTHORITIES.stream().anyMatch(authority -> strip(words, authority))) {
            // "HĐND và UBND" are two of them.
        }
        Set<String> kinds = beginnings.keySet().stream()
                .sorted(Comparator.comparingInt(List<String>::size).reversed())
                .filter(beginning -> strip(words, beginning))
                .findFirst()
                .map(beginnings::get)
                .orElse(Set.of());
        int district = words.indexOf(DISTRICT.get(0));
        List<String> rest = district > 0 ? words.subList(0, district) : words;
        return new ParsedUnitName(kinds, String.join(" ", rest));
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
        return kinds.isEmpty() || kinds.contains(other.code());
    }

    /** Takes this off the beginning, unless nothing would be left. */
    private static boolean strip(List<String> words, List<String> beginning) {
        if (words.size() > beginning.size()
                && words.subList(0, beginning.size()).equals(beginning)) {
            words.subList(0, beginning.size()).clear();
            return true;
        }
        return false;
    }

    static List<String> words(String text) {
        return List.of(ComparableText.of(text).split(" "));
    }
}
