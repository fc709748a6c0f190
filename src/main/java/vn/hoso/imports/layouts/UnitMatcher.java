package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.units.Unit;
import vn.hoso.units.UnitKind;

/** Knows a month's units by whatever sheets call them. Two that a name could mean are none: a person is asked. */
public final class UnitMatcher {

    /** "1. ", "(2) ", "03 - ", "- ". */
    private static final Pattern NUMBER =
            Pattern.compile("^\\s*(?:[(\\[]?[0-9]{1,3}[.)\\]:/\\s-]+|[-+*\u2022\u2013]\\s*)+");
    /** "a) ", "I. ", which may be a unit's "X. " or "P. " as well. */
    private static final Pattern MARK = Pattern.compile("^\\s*\\(?(?:[IVX]{1,5}|[A-Za-z\u0110\u0111])[.)]\\s*");

    private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)");
    private static final Pattern CODE = Pattern.compile("^\\s*([0-9]{5})\\s*[-:.\u2013]?\\s+");

    private record Known(Unit unit, ParsedUnitName name) {}

    private final Map<Long, Unit> byId = new HashMap<>();
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<String, List<Known>> byInitials = new HashMap<>();
    private final Map<String, Long> aliases;

    /**
     * @param units the month's units
     * @param aliases folded names that a person has matched before
     */
    public UnitMatcher(List<Unit> units, Map<String, Long> aliases) {
        this.aliases = aliases;
        for (Unit unit : units) {
            Known known = new Known(unit, ParsedUnitName.of(unit.name()));
            byId.put(unit.id(), unit);
            byCode.put(ComparableText.of(unit.code()), unit);
            byName.computeIfAbsent(known.name().rest(), rest -> new ArrayList<>())
                    .add(known);
            if (unit.kind() == UnitKind.DISTRICT_OFFICE) {
                byInitials
                        .computeIfAbsent(known.name().initials(), initials -> new ArrayList<>())
                        .add(known);
            }
        }
    }

    /** The unit that has the code; whether a row is that unit's, its name has to say. */
    public Optional<Unit> byCode(String code) {
        return Optional.ofNullable(byCode.get(ComparableText.of(code)));
    }

    /** The unit of a name, if it means exactly one. */
    public Optional<Unit> find(String text) {
        return find(text, "") instanceof UnitMatch.Found found ? Optional.of(found.unit()) : Optional.empty();
    }

    /**
     * The unit of a row.
     *
     * @param name as the sheet writes it, with a number before it or not
     * @param code the unit's code, empty where the sheet has none
     */
    public UnitMatch find(String name, String code) {
        List<Unit> named = named(name);
        if (named.isEmpty()) {
            return new UnitMatch.Unknown();
        }
        if (named.size() > 1) {
            return new UnitMatch.Several(named);
        }
        Unit unit = named.get(0);
        Optional<Unit> coded = byCode(code.isBlank() ? codeBefore(name) : code);
        return coded.isEmpty() || coded.get().id() == unit.id()
                ? new UnitMatch.Found(unit)
                : new UnitMatch.Disagree(unit, coded.get());
    }

    private List<Unit> named(String text) {
        Long chosen = aliases.get(ComparableText.of(text));
        if (chosen != null && byId.containsKey(chosen)) {
            return List.of(byId.get(chosen));
        }
        for (String way : ways(text)) {
            ParsedUnitName name = ParsedUnitName.of(way);
            List<Unit> found = fitting(byName.getOrDefault(name.rest(), List.of()), name);
            if (found.isEmpty()) {
                found = fitting(byInitials.getOrDefault(name.together(), List.of()), name);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The text as it stands, and without what numbers or explains it. */
    private static List<String> ways(String text) {
        String bare = BRACKETED.matcher(text).replaceAll(" ");
        return List.of(
                text,
                NUMBER.matcher(text).replaceFirst(""),
                MARK.matcher(text).replaceFirst(""),
                NUMBER.matcher(bare).replaceFirst(""),
                CODE.matcher(text).replaceFirst(""));
    }

    private static String codeBefore(String name) {
        Matcher code = CODE.matcher(name);
        return code.find() ? code.group(1) : "";
    }

    private static List<Unit> fitting(List<Known> candidates, ParsedUnitName name) {
        return candidates.stream()
                .map(Known::unit)
                .filter(unit -> name.mayBe(unit.kind()))
                .toList();
    }

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

    /** Whose figures a row holds, by its name and its code. */
    public sealed interface UnitMatch {

        /** One unit: its name says so, and the code, if there is one that is known, says nothing else. */
        record Found(Unit unit) implements UnitMatch {}

        /** The name is one unit's and the code another's. */
        record Disagree(Unit byName, Unit byCode) implements UnitMatch {}

        /** Units that the name may mean. */
        record Several(List<Unit> units) implements UnitMatch {}

        /** No unit by its name; a code alone decides nothing, since codes have been given to other units. */
        record Unknown() implements UnitMatch {}
    }
}
