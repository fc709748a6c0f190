package vn.hoso.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Fraction;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.units.UnitKind;

/**
 * The units by their rate of an indicator, highest first, decided exactly. Administrative units are ranked among
 * themselves and offices among themselves: they handle other procedures for other people. Units of equal rate
 * share a place, and the next place counts them all: 1, 2, 2, 4. A rate of few dossiers says little, and one that is not
 * there says nothing: such units stand apart and have no place.
 *
 * @param communes the administrative units with a place, each place in the order of documents
 * @param offices the offices with a place, likewise
 * @param small units with fewer than {@link #SMALLEST} dossiers
 * @param nothingArisen units that reported and had no dossier of the kind
 * @param notReported units without figures of the kind
 * @param notDue units of which no return with figures of the kind was expected
 * @param ended units that are there no more, whatever their figures
 */
public record Ranking(
        List<Ranked> communes,
        List<Ranked> offices,
        List<ScopeResults> small,
        List<ScopeResults> nothingArisen,
        List<ScopeResults> notReported,
        List<ScopeResults> notDue,
        List<ScopeResults> ended) {

    /** The fewest dossiers in the period that give a unit a place. */
    public static final long SMALLEST = 30;

    /**
     * A unit's place.
     *
     * @param place from 1
     * @param before its place in the period before, null where it had none
     */
    public record Ranked(
            int place, ScopeResults unit, @Nullable Integer before) {

        /** How many places it went up; negative if down, 0 where it stayed or had none before. */
        public int up() {
            return before == null ? 0 : before - place;
        }
    }

    /**
     * Ranks.
     *
     * @param units the units in the order of documents
     * @param before the places among their peers in the period before, by unit
     */
    static Ranking of(Indicator indicator, List<ScopeResults> units, Map<Long, Integer> before) {
        Map<Long, Rate> rates = new LinkedHashMap<>();
        List<ScopeResults> small = new ArrayList<>();
        List<ScopeResults> nothing = new ArrayList<>();
        List<ScopeResults> silent = new ArrayList<>();
        List<ScopeResults> notDue = new ArrayList<>();
        List<ScopeResults> ended = new ArrayList<>();
        for (ScopeResults unit : units) {
            IndicatorResult result = unit.indicator(indicator);
            Rate rate = result.rate();
            if (unit.ended()) {
                ended.add(unit);
            } else if (unit.notDue() || !result.expected()) {
                notDue.add(unit);
            } else if (rate == null) {
                silent.add(unit);
            } else if (!rate.arisen()) {
                nothing.add(unit);
            } else if (isSmall(rate)) {
                small.add(unit);
            } else {
                rates.put(Objects.requireNonNull(unit.unitId()), rate);
            }
        }
        Map<Boolean, List<ScopeResults>> kinds = units.stream()
                .filter(unit -> rates.containsKey(unit.unitId()))
                .collect(Collectors.partitioningBy(unit -> isOffice(unit.kind())));
        return new Ranking(
                ranked(kinds.getOrDefault(false, List.of()), rates, before),
                ranked(kinds.getOrDefault(true, List.of()), rates, before),
                List.copyOf(small),
                List.copyOf(nothing),
                List.copyOf(silent),
                List.copyOf(notDue),
                List.copyOf(ended));
    }

    /** What the kinds of the ranked offices are headed, in the order of documents. */
    public List<String> officeHeadings() {
        return offices.stream()
                .map(ranked -> ranked.unit().kind())
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(UnitKind::place))
                .map(UnitKind::heading)
                .toList();
    }

    /** Whether a unit is ranked among the offices. */
    static boolean isOffice(@Nullable UnitKind kind) {
        return kind != null && kind.office();
    }

    private static List<Ranked> ranked(List<ScopeResults> peers, Map<Long, Rate> rates, Map<Long, Integer> before) {
        Map<Long, Rate> own = new HashMap<>(rates);
        own.keySet().retainAll(peers.stream().map(ScopeResults::unitId).toList());
        Map<Long, Integer> places = places(own);
        return peers.stream()
                .map(unit ->
                        new Ranked(Objects.requireNonNull(places.get(unit.unitId())), unit, before.get(unit.unitId())))
                .sorted(Comparator.comparing(Ranked::place))
                .toList();
    }

    private static boolean isSmall(Rate rate) {
        return rate.exactDenominator().compareTo(Fraction.of(SMALLEST, 1)) < 0;
    }

    /** The places among peers, by unit; units with too few dossiers have none. */
    static Map<Long, Integer> places(Map<Long, Rate> rates) {
        List<Map.Entry<Long, Rate>> descending = rates.entrySet().stream()
                .filter(each -> !isSmall(each.getValue()))
                .sorted((a, b) -> Fraction.compare(b.getValue(), a.getValue()))
                .toList();
        Map<Long, Integer> places = new HashMap<>();
        int place = 0;
        Rate last = null;
        for (int i = 0; i < descending.size(); i++) {
            Rate rate = descending.get(i).getValue();
            if (last == null || Fraction.compare(last, rate) != 0) {
                place = i + 1;
                last = rate;
            }
            places.put(descending.get(i).getKey(), place);
        }
        return places;
    }
}
