package vn.hoso.intake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.shared.Sha256;

/**
 * Paper though online by receiving official, as far as the reader may see it.
 *
 * @param period the months asked for, with their own days
 * @param officials each unit's, in the units' order, those that no row names last
 * @param known every month of which the reader's units have counted extracts, in order
 */
public record PaperIntake(ReportingPeriod period, List<Official> officials, List<KnownMonth> known) {

    /**
     * A month with counted extracts.
     *
     * @param units whose extracts are counted
     * @param forgotten of these, whose single dossiers were deleted because the time for keeping them was over
     * @param extracts how many files that is
     */
    public record KnownMonth(YearMonth month, int units, int forgotten, int extracts) {}

    /**
     * Who received: one official of one unit, however the name is written.
     *
     * @param key the name by which the official is known; null for the dossiers that name nobody
     * @param name the most frequent spelling that is not all capitals, if there is one; null as the key is
     * @param months in order; a month without dossiers of theirs is none
     */
    public record Official(
            long unitId,
            String unit,
            @Nullable String key,
            @Nullable String name,
            SortedMap<YearMonth, Tally> months) {

        private static final String UNSTATED = "unstated";
        private static final int TOKEN = 16;

        public Tally total() {
            return sum(months.values());
        }

        /** The same official of the unit by this name. */
        Official of(String name) {
            return new Official(unitId, name, key, this.name, months);
        }

        /** What addresses call the official, so that no name stands in them. */
        public String token() {
            return key == null ? UNSTATED : Sha256.of(key).substring(0, TOKEN);
        }
    }

    /** A unit's dossiers together, those included that name nobody. */
    public record UnitTally(long unitId, String unit, Tally total, Tally unstated) {}

    /** All of them together. */
    public static Tally sum(Iterable<Tally> parts) {
        Tally sum = Tally.NONE;
        for (Tally each : parts) {
            sum = sum.plus(each);
        }
        return sum;
    }

    /** All dossiers together. */
    public Tally whole() {
        return sum(officials.stream().map(Official::total).toList());
    }

    /** Dossiers that name nobody. */
    public Tally unstated() {
        return sum(officials.stream()
                .filter(each -> each.key() == null)
                .map(Official::total)
                .toList());
    }

    /** The units, in their order. */
    public List<UnitTally> units() {
        Map<Long, List<Official>> byUnit = new LinkedHashMap<>();
        officials.forEach(each ->
                byUnit.computeIfAbsent(each.unitId(), id -> new ArrayList<>()).add(each));
        return byUnit.entrySet().stream()
                .map(each -> {
                    PaperIntake ofUnit = new PaperIntake(period, each.getValue(), known);
                    return new UnitTally(
                            each.getKey(), each.getValue().get(0).unit(), ofUnit.whole(), ofUnit.unstated());
                })
                .toList();
    }

    /** The official whom addresses call so. */
    public Optional<Official> find(long unitId, String token) {
        return officials.stream()
                .filter(each -> each.unitId() == unitId && each.token().equals(token))
                .findFirst();
    }
}
