package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** No unit's name is longer. */
    private static final int MOST_WORDS = 16;

    /** What stands behind the word of a kind where it names no unit: "xã năm 2024", "các xã, phường", "kinh tế - xã hội". */
    private static final Set<String> NO_NAME = Stream.of(
                    "năm", "tháng", "quý", "và", "xã", "phường", "thị", "hội", "huyện", "tỉnh", "tính", "báo")
            .map(ComparableText::of)
            .collect(Collectors.toSet());

    private record Known(Unit unit, ParsedUnitName name) {}

    private final Map<Long, Unit> byId = new HashMap<>();
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<String, List<Known>> byInitials = new HashMap<>();
    private final Map<String, Long> aliases;
    /** The codes of the kinds whose names may begin with these words; "P." is a phường or a phòng. */
    private final Map<List<String>, Set<String>> beginnings = new HashMap<>();

    private final Set<List<String>> kindNames = new HashSet<>(Set.of(ParsedUnitName.UNIT));

    /**
     * @param units the month's units
     * @param aliases folded names that a person has matched before
     */
    public UnitMatcher(List<Unit> units, Map<String, Long> aliases) {
        this.aliases = aliases;
        units.stream().map(Unit::kind).distinct().forEach(this::add);
        for (Unit unit : units) {
            Known known = new Known(unit, ParsedUnitName.of(unit.name(), beginnings));
            byId.put(unit.id(), unit);
            byCode.put(ComparableText.of(unit.code()), unit);
            byName.computeIfAbsent(known.name().rest(), rest -> new ArrayList<>())
                    .add(known);
            if (unit.kind().office()) {
                byInitials
                        .computeIfAbsent(known.name().initials(), initials -> new ArrayList<>())
                        .add(known);
            }
        }
    }

    private void add(UnitKind kind) {
        kindNames.add(ParsedUnitName.words(kind.name()));
        Stream.concat(Stream.of(kind.name()), kind.shortForms().stream())
                .map(ParsedUnitName::words)
                .forEach(words -> beginnings
                        .computeIfAbsent(words, none -> new HashSet<>())
                        .add(kind.code()));
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

    /** The units that a longer text names behind a word of what they are: "báo cáo của xã Phước Hưng năm 2024". */
    public Set<Unit> within(String text) {
        return new UnitNames(text).found;
    }

    /** Whether a longer text has a word of what units are before a name that is none's: "UBND xã Nhơn Hậu". */
    public boolean namesUnknown(String text) {
        return new UnitNames(text).unknown;
    }

    /** The names in a longer text. */
    private final class UnitNames {

        private final Set<Unit> found = new HashSet<>();
        private boolean unknown;

        private UnitNames(String text) {
            List<String> words = ParsedUnitName.words(text);
            int at = 0;
            while (at < words.size()) {
                at += take(words.subList(at, Math.min(words.size(), at + MOST_WORDS)));
            }
        }

        /** How many words are read. */
        private int take(List<String> words) {
            for (int length = begins(words) ? words.size() : 0; length > 1; length--) {
                ParsedUnitName name = ParsedUnitName.of(String.join(" ", words.subList(0, length)), beginnings);
                List<Unit> units = fitting(byName.getOrDefault(name.rest(), List.of()), name);
                if (!units.isEmpty()) {
                    found.addAll(units);
                    return length;
                }
            }
            unknown |= kindNames.stream()
                    .anyMatch(kind -> words.size() > kind.size()
                            && words.subList(0, kind.size()).equals(kind)
                            && !NO_NAME.contains(words.get(kind.size())));
            return 1;
        }
    }

    private boolean begins(List<String> words) {
        return Stream.concat(beginnings.keySet().stream(), Stream.of(ParsedUnitName.UNIT))
                .anyMatch(beginning -> words.size() > beginning.size()
                        && words.subList(0, beginning.size()).equals(beginning));
    }

    private List<Unit> named(String text) {
        Long chosen = aliases.get(ComparableText.of(text));
        if (chosen != null && byId.containsKey(chosen)) {
            return List.of(byId.get(chosen));
        }
        for (String way : ways(text)) {
            ParsedUnitName name = ParsedUnitName.of(way, beginnings);
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

    /** Those whose kind the name says, or whose own name begins as it does: an office for "Văn phòng …" may be a department. */
    private static List<Unit> fitting(List<Known> candidates, ParsedUnitName name) {
        return candidates.stream()
                .filter(known -> name.mayBe(known.unit().kind())
                        || !Collections.disjoint(name.kinds(), known.name().kinds()))
                .map(Known::unit)
                .toList();
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
