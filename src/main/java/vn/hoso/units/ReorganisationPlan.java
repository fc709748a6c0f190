package vn.hoso.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Fraction;
import vn.hoso.shared.Formats;
import vn.hoso.units.ReorganisationLine.Deed;
import vn.hoso.units.ReorganisationLine.Part;
import vn.hoso.units.UnitQueries.Version;

/**
 * What a reorganisation would do.
 *
 * @param from first day of what it makes
 * @param lines its lines with what is wrong with each
 * @param seen the state of the register that it rests on; the same text means that nothing of it has changed
 */
public record ReorganisationPlan(LocalDate from, List<ReorganisationLine> lines, String seen) {

    /**
     * What the register holds about the units of a reorganisation.
     *
     * @param called every unit that has one of the new codes or names on some day from the first on
     * @param later the first day from there on at which a unit is called otherwise, by unit
     * @param gone the instrument by which a unit went into others, by unit
     * @param months the months of the units
     */
    record Facts(
            List<Version> called,
            Map<Long, LocalDate> later,
            Map<Long, String> gone,
            Map<Long, UnitMonths.Months> months) {}

    /** Whether it can be applied. */
    public boolean sound() {
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> line.problems().isEmpty());
    }

    /** The units that there are before it, and that it is about. */
    public List<Long> unitIds() {
        return parts().map(each -> each.unit().unitId()).distinct().sorted().toList();
    }

    /** The units of which each new one comes, by the number of its line. */
    Map<Long, List<Long>> formed() {
        return lines.stream()
                .filter(line -> line.deed() == Deed.FORMED)
                .collect(Collectors.toMap(
                        line -> (long) line.number(),
                        line -> line.parts().stream()
                                .map(each -> each.unit().unitId())
                                .toList(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** What units are called until then, whose days it cuts short; an end that falls on its first day anyway is left. */
    List<Version> shortened() {
        return parts().map(Part::unit)
                .distinct()
                .filter(each -> !from.equals(each.end()))
                .toList();
    }

    private Stream<Part> parts() {
        return lines.stream().flatMap(line -> line.parts().stream());
    }

    /** The same with what the lines and the register say against it. */
    ReorganisationPlan checked(Facts facts) {
        Check check = new Check(facts, unitIds());
        return new ReorganisationPlan(
                from,
                lines.stream().map(line -> line.with(check.problems(line))).toList(),
                seen);
    }

    /** Holds the lines against each other and against the register. */
    private class Check {

        private final Facts facts;
        private final Set<Long> own;
        private final Map<Long, Fraction> sums = new HashMap<>();
        private final Map<Long, ReorganisationLine> first = new HashMap<>();
        private final Map<String, Integer> codes = new HashMap<>();
        private final Map<String, Integer> names = new HashMap<>();

        Check(Facts facts, List<Long> own) {
            this.facts = facts;
            this.own = Set.copyOf(own);
            for (ReorganisationLine line : lines) {
                line.parts().stream()
                        .filter(each -> line.deed() == Deed.FORMED)
                        .forEach(each -> sums.merge(each.unit().unitId(), each.part(), Fraction::plus));
            }
        }

        List<UnitProblem> problems(ReorganisationLine line) {
            List<UnitProblem> problems = new ArrayList<>();
            for (Part each : line.parts()) {
                place(line, each, problems);
                register(line, each.unit(), problems);
            }
            if (line.deed() == Deed.FORMED
                    && line.problems().isEmpty()
                    && line.parts().size() == 1
                    && line.parts().get(0).whole()) {
                problems.add(UnitProblem.of("lines", "reorganisation.problem.alone"));
            }
            if (line.words() != null) {
                words(line, line.words(), problems);
            }
            return problems;
        }

        /** A unit stands in one line, or in all that its parts go to. */
        private void place(ReorganisationLine line, Part each, List<UnitProblem> problems) {
            long unit = each.unit().unitId();
            String name = each.unit().words().name();
            ReorganisationLine other = first.putIfAbsent(unit, line);
            if (other != null && (line.deed() != Deed.FORMED || other.deed() != Deed.FORMED)) {
                problems.add(UnitProblem.of(
                        "lines", "reorganisation.problem.unit.again", name, String.valueOf(other.number())));
            } else if (line.deed() == Deed.FORMED && !Fraction.ONE.equals(sums.get(unit))) {
                Fraction sum = sums.getOrDefault(unit, Fraction.ZERO);
                problems.add(
                        !each.declared()
                                ? UnitProblem.of("lines", "reorganisation.problem.part.missing", name)
                                : UnitProblem.of(
                                        "lines",
                                        "reorganisation.problem.part.sum",
                                        name,
                                        sum.numerator() + "/" + sum.denominator()));
            }
        }

        private void register(ReorganisationLine line, Version unit, List<UnitProblem> problems) {
            String name = unit.words().name();
            LocalDate later = facts.later().get(unit.unitId());
            String gone = facts.gone().get(unit.unitId());
            if (gone != null) {
                problems.add(UnitProblem.of("lines", "reorganisation.problem.unit.gone", name, gone));
            } else if (later != null) {
                problems.add(UnitProblem.of("lines", "reorganisation.problem.unit.later", name, Formats.date(later)));
            } else if (line.deed() == Deed.CHANGED && from.equals(unit.end())) {
                problems.add(UnitProblem.of("lines", "reorganisation.problem.unit.ends", name, Formats.date(from)));
            }
            List<String> reported = facts.months().getOrDefault(unit.unitId(), UnitMonths.Months.NONE).stored().stream()
                    .filter(month -> line.ends() && !month.atDay(1).isBefore(from))
                    .map(Formats::month)
                    .toList();
            if (!reported.isEmpty()) {
                problems.add(
                        UnitProblem.of("lines", "reorganisation.problem.figures", name, String.join(", ", reported)));
            }
        }

        private void words(ReorganisationLine line, UnitWords words, List<UnitProblem> problems) {
            if (line.deed() == Deed.CHANGED
                    && line.parts().get(0).unit().words().equals(words)) {
                problems.add(UnitProblem.of("lines", "reorganisation.problem.same"));
            }
            twice(codes, words.code(), "register.problem.code.twice", line, problems);
            twice(names, UnitList.folded(words.name()), "register.problem.name.twice", line, problems);
            facts.called().stream()
                    .filter(other -> !own.contains(other.unitId()) && isCalled(other, words))
                    .map(other -> UnitProblem.taken(words, other))
                    .forEach(problems::add);
        }

        private static void twice(
                Map<String, Integer> lines,
                String called,
                String key,
                ReorganisationLine line,
                List<UnitProblem> problems) {
            @Nullable Integer other = lines.putIfAbsent(called, line.number());
            if (other != null) {
                problems.add(UnitProblem.of("lines", key, String.valueOf(other)));
            }
        }

        private static boolean isCalled(Version other, UnitWords words) {
            return other.words().code().equals(words.code())
                    || UnitList.folded(other.words().name()).equals(UnitList.folded(words.name()));
        }
    }
}
