package vn.hoso.targets.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserText;
import vn.hoso.targets.StepNotation;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetStep;
import vn.hoso.units.Unit;

/**
 * What a target asks of single units, as lines of text: "21955 Thị trấn Diêu Trì = 70", or two columns pasted from a sheet. A
 * unit is named by the code or name that it has in the version's first month, one that is not there then by both together; a
 * kind of units ("Xã = 70") means those of that month which no line of their own names.
 */
final class OwnThresholds {

    private final List<Unit> listed;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<String, Set<Long>> meantNow = new HashMap<>();
    private final Map<String, Set<Long>> meantEver = new HashMap<>();
    private final Map<String, Set<Long>> kinds = new HashMap<>();

    /**
     * For a first month.
     *
     * @param listed its units
     * @param ever what every unit has ever been called, the oldest first
     */
    OwnThresholds(List<Unit> listed, List<Unit> ever) {
        this.listed = listed;
        ever.forEach(unit -> {
            names.put(unit.id(), full(unit));
            means(meantEver, full(unit), unit);
            means(meantEver, "#" + unit.id(), unit);
        });
        listed.forEach(unit -> {
            names.put(unit.id(), full(unit));
            means(meantNow, full(unit), unit);
            means(meantNow, unit.code(), unit);
            means(meantNow, unit.name(), unit);
            means(kinds, unit.kind().name(), unit);
        });
    }

    private static void means(Map<String, Set<Long>> meant, String name, Unit unit) {
        meant.computeIfAbsent(plain(name), key -> new HashSet<>()).add(unit.id());
    }

    /** The units of the first month, as they can be named. */
    List<String> listed() {
        return listed.stream().map(OwnThresholds::full).toList();
    }

    /** Whether they are too many for a list. */
    boolean many() {
        return listed.size() > UnitOptions.LISTED;
    }

    /** A line for each unit, in the order of their codes. */
    String write(List<TargetStep> steps) {
        return byUnit(steps).entrySet().stream()
                .map(each -> label(each.getKey()) + " = " + StepNotation.write(each.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /**
     * What the lines say.
     *
     * @param kind how the rule is named in messages
     * @param errors told of each line that cannot be read
     */
    List<TargetStep> read(String text, TargetRule rule, String kind, BindingResult errors) {
        List<TargetStep> steps = new ArrayList<>();
        Map<Long, List<TargetStep>> ofKinds = new TreeMap<>();
        Set<Long> seen = new HashSet<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            int split = split(line);
            String asked = line.substring(split + 1).strip();
            Long unit = split < 0 ? null : unit(line.substring(0, split));
            Set<Long> alike = split < 0 || unit != null
                    ? Set.of()
                    : kinds.getOrDefault(plain(line.substring(0, split)), Set.of());
            boolean twice = unit == null ? alike.stream().anyMatch(ofKinds::containsKey) : !seen.add(unit);
            List<TargetStep> read = rule == TargetRule.HAS_ARISEN ? null : StepNotation.read(asked, rule, unit);
            String problem = split < 0
                    ? "line"
                    : unit == null && alike.isEmpty() ? "unit" : twice ? "twice" : read == null ? kind : null;
            if (problem != null) {
                errors.rejectValue(
                        "own",
                        "targets.problem.own." + problem,
                        new Object[] {String.valueOf(number), UserText.shortened(line.strip())},
                        null);
            } else if (unit == null) {
                alike.forEach(each -> ofKinds.put(each, Objects.requireNonNull(StepNotation.read(asked, rule, each))));
            } else {
                steps.addAll(Objects.requireNonNull(read));
            }
        }
        ofKinds.forEach((unit, asked) -> steps.addAll(seen.contains(unit) ? List.of() : asked));
        return steps;
    }

    /** The units that have something of their own and are not there in the version's first month. */
    List<String> absent(String text) {
        Set<Long> there = listed.stream().map(Unit::id).collect(Collectors.toSet());
        return text.lines()
                .map(line -> unit(line.substring(0, Math.max(0, split(line)))))
                .filter(id -> id != null && !there.contains(id))
                .map(this::label)
                .distinct()
                .toList();
    }

    /**
     * What becomes of the units' own, a sentence for each that changes.
     *
     * @param named whether units without something of their own are asked nothing
     */
    List<String> changes(List<TargetStep> before, List<TargetStep> after, boolean named, PageMessages messages) {
        Map<Long, List<TargetStep>> old = byUnit(before);
        Map<Long, List<TargetStep>> now = byUnit(after);
        Set<Long> units = new HashSet<>(old.keySet());
        units.addAll(now.keySet());
        return units.stream()
                .map(id -> {
                    String was = StepNotation.write(old.getOrDefault(id, List.of()));
                    String is = StepNotation.write(now.getOrDefault(id, List.of()));
                    String key = was.isEmpty() ? "added" : is.isEmpty() ? (named ? "unnamed" : "removed") : "changed";
                    return was.equals(is)
                            ? ""
                            : messages.of("targets.own." + key, label(id), was.isEmpty() ? is : was, is);
                })
                .filter(each -> !each.isEmpty())
                .sorted()
                .toList();
    }

    private static Map<Long, List<TargetStep>> byUnit(List<TargetStep> steps) {
        return steps.stream()
                .filter(step -> step.unitId() != null)
                .collect(Collectors.groupingBy(
                        step -> Objects.requireNonNull(step.unitId()), TreeMap::new, Collectors.toList()));
    }

    /** Names the unit so that {@link #unit} finds it again. */
    private String label(long id) {
        String label = names.getOrDefault(id, "");
        return Objects.equals(unit(label), id) ? label : "#" + id;
    }

    /** Where what is asked begins, less than 0 where nothing is. */
    private static int split(String line) {
        return Math.max(line.lastIndexOf('='), line.lastIndexOf('\t'));
    }

    private static String full(Unit unit) {
        return unit.code() + " " + unit.name();
    }

    private @Nullable Long unit(String typed) {
        String name = plain(typed);
        Long there = only(meantNow, name);
        return there == null ? only(meantEver, name) : there;
    }

    /** The one unit that is meant, null for none or several. */
    private static @Nullable Long only(Map<String, Set<Long>> meant, String name) {
        Set<Long> found = meant.getOrDefault(name, Set.of());
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private static String plain(String text) {
        return UserText.kept(text).replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
