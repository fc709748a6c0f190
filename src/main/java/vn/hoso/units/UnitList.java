package vn.hoso.units;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.UserText;
import vn.hoso.units.UnitListColumns.Cells;
import vn.hoso.units.UnitQueries.Version;

/**
 * What a list of units would do.
 *
 * @param from the first day of the new units
 * @param lines its lines, empty ones left out
 * @param others the lines that are not read: in a numbered list those without a number, such as groups and totals
 */
public record UnitList(LocalDate from, List<Line> lines, List<Other> others) {

    static final String CODE = "[A-Z0-9-]{1,20}";
    private static final int LONGEST = 200;

    /**
     * A line of the list.
     *
     * @param number its number in the text, from 1
     * @param kind the kind as typed, or its name where the unit's name says it
     * @param words what would be begun, null where there are problems; of a line that the register was not asked about, those of
     *     a name that contradicts its kind as well
     * @param known whether there is this very unit already, so that nothing is to be done
     */
    public record Line(
            int number,
            String code,
            String name,
            String kind,
            String group,
            @Nullable UnitWords words,
            boolean known,
            List<UnitProblem> problems) {}

    /**
     * A line that is not read.
     *
     * @param number its number in the text, from 1
     */
    public record Other(int number, String text) {}

    /** What would be begun. */
    public List<UnitWords> added() {
        return lines.stream()
                .filter(line -> line.words() != null && !line.known())
                .map(Line::words)
                .toList();
    }

    public long wrong() {
        return lines.stream().filter(line -> !line.problems().isEmpty()).count();
    }

    public long known() {
        return lines.stream().filter(Line::known).count();
    }

    /** Whether it can be applied. */
    public boolean sound() {
        return wrong() == 0 && !added().isEmpty();
    }

    /** The lines with what the register says of each: this unit already, or another of its code or name. */
    static UnitList held(LocalDate from, Read read, List<Version> others) {
        Map<String, List<Version>> called = others.stream()
                .flatMap(each -> Stream.of(
                                each.words().code(), folded(each.words().name()))
                        .map(key -> Map.entry(key, each)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new UnitList(
                from, read.lines().stream().map(line -> held(line, called)).toList(), read.others());
    }

    /** The lines of a text, and those that are not read. */
    record Read(List<Line> lines, List<Other> others) {}

    /** The lines of a text, each by itself and against those before it. */
    static Read read(String text, List<UnitKind> kinds) {
        UnitListColumns.Read found = UnitListColumns.read(text);
        List<Line> lines = new ArrayList<>();
        Map<String, Integer> codes = new HashMap<>();
        Map<String, Integer> names = new HashMap<>();
        for (Cells cells : found.units()) {
            lines.add(line(cells, kinds, codes, names));
        }
        return new Read(
                lines,
                found.others().stream()
                        .map(cells -> new Other(cells.number(), cells.told()))
                        .toList());
    }

    private static Line line(
            Cells cells, List<UnitKind> kinds, Map<String, Integer> codes, Map<String, Integer> names) {
        int number = cells.number();
        String name = cells.name();
        String typedKind = cells.kind();
        String group = cells.group();
        Optional<UnitKind> kind = kind(typedKind, name, kinds);
        String code = official(cells.code(), kind);
        if (code.isEmpty()) {
            code = freeCode(name, codes.keySet());
        }
        List<UnitProblem> problems = problems(code, name, typedKind, kind, group);
        Integer sameCode = codes.putIfAbsent(code, number);
        if (sameCode != null) {
            problems.add(UnitProblem.of("code", "register.problem.code.twice", String.valueOf(sameCode)));
        }
        Integer sameName = names.putIfAbsent(folded(name), number);
        if (sameName != null && !name.isEmpty()) {
            problems.add(UnitProblem.of("name", "register.problem.name.twice", String.valueOf(sameName)));
        }
        UnitWords words = problems.isEmpty()
                ? new UnitWords(code, name, kind.orElseThrow(), group.isEmpty() ? null : group)
                : null;
        Optional.ofNullable(words).flatMap(each -> each.contradiction(kinds)).ifPresent(problems::add);
        return new Line(number, code, name, kind.map(UnitKind::name).orElse(typedKind), group, words, false, problems);
    }

    /** What is wrong with words by themselves, whatever others are called. */
    static List<UnitProblem> problems(
            String code, String name, String typedKind, Optional<UnitKind> kind, String group) {
        List<UnitProblem> problems = new ArrayList<>();
        if (!code.matches(CODE)) {
            problems.add(UnitProblem.of("code", "register.problem.code"));
        }
        if (name.isEmpty() || name.length() > LONGEST || !UserText.isPlainName(name) || UserText.hasInvisible(name)) {
            problems.add(UnitProblem.of("name", "register.problem.name"));
        }
        if (group.length() > LONGEST || !UserText.isPlainName(group) || UserText.hasInvisible(group)) {
            problems.add(UnitProblem.of("group", "register.problem.group"));
        }
        if (kind.isEmpty()) {
            problems.add(
                    typedKind.isEmpty()
                            ? UnitProblem.of("kind", "register.problem.kind.unguessed")
                            : UnitProblem.of("kind", "register.problem.kind.unknown", UserText.shortened(typedKind)));
        }
        return problems;
    }

    /** The line with what the register says of it: this unit already, or another of the code or the name. */
    private static Line held(Line line, Map<String, List<Version>> called) {
        UnitWords words = line.words();
        if (words == null) {
            return line;
        }
        Set<Version> others = new HashSet<>(called.getOrDefault(words.code(), List.of()));
        others.addAll(called.getOrDefault(folded(words.name()), List.of()));
        boolean known = others.size() == 1
                && others.stream()
                        .allMatch(each -> each.end() == null
                                && each.words().code().equals(words.code())
                                && each.words().name().equals(words.name()));
        List<UnitProblem> problems = known
                ? List.of()
                : Stream.concat(line.problems().stream(), others.stream().map(other -> UnitProblem.taken(words, other)))
                        .toList();
        return new Line(
                line.number(),
                line.code(),
                line.name(),
                line.kind(),
                line.group(),
                problems.isEmpty() ? words : null,
                known,
                problems);
    }

    /** The kind that is named, by its name or a short form; where none is named, the one that the unit's name tells. */
    static Optional<UnitKind> kind(String typed, String name, List<UnitKind> kinds) {
        return typed.isEmpty() ? UnitKindGuess.of(name, kinds) : UnitKindGuess.typed(typed, kinds);
    }

    /** A code as typed; a spreadsheet leaves out the zeros that an official code begins with. */
    static String official(String typed, Optional<UnitKind> kind) {
        String code = typed.toUpperCase(Locale.ROOT);
        return kind.isPresent() && !kind.get().office() && code.matches("[0-9]{1,4}")
                ? "0".repeat(5 - code.length()) + code
                : code;
    }

    /** A code for a unit that has none: the first letters of its words, with a number where another has them. */
    private static String freeCode(String name, Set<String> taken) {
        String letters = Arrays.stream(Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toUpperCase(Locale.ROOT)
                        .replace('Đ', 'D')
                        .split("[^A-Z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .limit(15)
                .collect(Collectors.joining());
        String code = letters;
        for (int n = 2; taken.contains(code); n++) {
            code = letters + "-" + n;
        }
        return code;
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
