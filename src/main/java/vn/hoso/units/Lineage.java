package vn.hoso.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Fraction;

/** Which units came of which by the acts until a day. */
public final class Lineage {

    /** The latest act first, so that whatever came of a unit is known before the unit is asked for. */
    private final List<Step> steps;

    private final Map<Long, Unit> successors = new HashMap<>();
    private final Map<Long, String> predecessors = new HashMap<>();
    private final Set<Long> gone = new TreeSet<>();
    private final Map<Long, LocalDate> begunOn = new HashMap<>();
    private final Map<Long, LocalDate> endedOn = new HashMap<>();

    /**
     * What an act says of one unit and one that came of it.
     *
     * @param predecessor the unit that ended
     * @param name what it was called when it did
     * @param since its first day, null where none is known
     * @param successor the unit that came of it, as it was called on the day that was asked for
     * @param there whether the successor is there on that day
     * @param until the first day on which the successor is there no more, null while it is
     * @param part the part of the predecessor's figures that counts for it; the parts of a unit make one
     * @param effectiveOn the successor's first day
     * @param instrument the document that orders it
     */
    public record Step(
            long predecessor,
            String name,
            @Nullable LocalDate since,
            Unit successor,
            boolean there,
            @Nullable LocalDate until,
            Fraction part,
            LocalDate effectiveOn,
            String instrument) {}

    /**
     * A part of a unit's figures.
     *
     * @param unitId the unit for which it counts
     * @param part more than 0, at most 1; the parts of a unit make one
     * @param instruments the documents by which it does, the earliest first
     */
    public record Part(long unitId, Fraction part, List<String> instruments) {

        /** All of a unit's figures for itself. */
        public static Part own(long unitId) {
            return new Part(unitId, Fraction.ONE, List.of());
        }
    }

    /**
     * From what acts say.
     *
     * @param steps the latest act first
     */
    public Lineage(List<Step> steps) {
        this.steps = List.copyOf(steps);
        steps.forEach(step -> {
            predecessors.put(step.predecessor(), step.name());
            successors.put(step.successor().id(), step.successor());
            if (!step.there()) {
                gone.add(step.successor().id());
            }
            begunOn.put(step.successor().id(), step.effectiveOn());
            endedOn.put(step.predecessor(), step.effectiveOn());
        });
        steps.forEach(step -> {
            if (step.since() != null) {
                begunOn.putIfAbsent(step.predecessor(), step.since());
            }
            if (step.until() != null) {
                endedOn.putIfAbsent(step.successor().id(), step.until());
            }
        });
    }

    /**
     * Where the figures of each unit that had ended by a reorganisation until the day count on it, through any number of acts.
     * A unit that is not a key counts for itself.
     */
    public Map<Long, List<Part>> until(LocalDate day) {
        Map<Long, List<Part>> ended = new LinkedHashMap<>();
        for (Step step : steps) {
            if (!step.effectiveOn().isAfter(day)) {
                List<Part> parts = ended.computeIfAbsent(step.predecessor(), unit -> new ArrayList<>());
                long successor = step.successor().id();
                ended.getOrDefault(successor, List.of(Part.own(successor)))
                        .forEach(onwards -> add(
                                parts,
                                new Part(
                                        onwards.unitId(),
                                        onwards.part().times(step.part()),
                                        Stream.concat(Stream.of(step.instrument()), onwards.instruments().stream())
                                                .distinct()
                                                .toList())));
            }
        }
        return ended;
    }

    /** Parts of a unit that were divided and came together again are one part. */
    private static void add(List<Part> parts, Part added) {
        for (int at = 0; at < parts.size(); at++) {
            Part known = parts.get(at);
            if (known.unitId() == added.unitId()) {
                parts.set(
                        at,
                        new Part(
                                known.unitId(),
                                known.part().plus(added.part()),
                                Stream.concat(known.instruments().stream(), added.instruments().stream())
                                        .distinct()
                                        .toList()));
                return;
            }
        }
        parts.add(added);
    }

    /**
     * A unit of which another came.
     *
     * @param name what it was called at its end
     * @param part the part of its figures that counts for the other; more than 0, at most 1
     */
    public record Former(long unitId, String name, Fraction part) {

        public boolean divided() {
            return !part.equals(Fraction.ONE);
        }

        /**
         * Numbers of several together, each as far as it counts, rounded half up once.
         *
         * @param number of each; null adds nothing
         */
        public static long sum(List<Former> formers, Function<Former, @Nullable Integer> number) {
            Fraction sum = Fraction.ZERO;
            for (Former each : formers) {
                Integer one = number.apply(each);
                sum = one == null ? sum : sum.plus(each.part().times(Fraction.of(one, 1)));
            }
            return sum.rounded();
        }
    }

    /**
     * Of each unit that came of others, those whose figures stand for the months before it began, through any number of acts.
     * They are the same for as long as it is there: whatever an act makes is a new unit.
     */
    public Map<Long, List<Former>> formers() {
        Map<Long, List<Former>> formers = new LinkedHashMap<>();
        for (LocalDate day : steps.stream().map(Step::effectiveOn).distinct().toList()) {
            until(day).forEach((former, parts) -> parts.stream()
                    .filter(part -> day.equals(begunOn.get(part.unitId())))
                    .forEach(part -> formers.computeIfAbsent(part.unitId(), unit -> new ArrayList<>())
                            .add(new Former(former, Objects.requireNonNull(predecessors.get(former)), part.part()))));
        }
        return formers;
    }

    /** The unit that came of others, null for one that did not. */
    public @Nullable Unit successor(long unitId) {
        return successors.get(unitId);
    }

    /** Whether the unit came of others and is there no more on the day that was asked for. */
    public boolean isGone(long unitId) {
        return gone.contains(unitId);
    }

    /** What a unit of which others came was called at its end, null for one that is no such unit. */
    public @Nullable String predecessor(long unitId) {
        return predecessors.get(unitId);
    }

    /** Every unit of which another came, and every one that came of another. */
    public Set<Long> units() {
        Set<Long> units = new TreeSet<>(predecessors.keySet());
        units.addAll(successors.keySet());
        return units;
    }

    /** Whether the unit, of which another came or that came of others, was there on the day. */
    public boolean wasThere(long unitId, LocalDate day) {
        LocalDate begun = begunOn.get(unitId);
        LocalDate ended = endedOn.get(unitId);
        return (begun == null || !day.isBefore(begun)) && (ended == null || day.isBefore(ended));
    }
}
