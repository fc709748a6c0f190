package vn.hoso.figures;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;

/**
 * What the returns of a month come to.
 *
 * @param all of all the reader's units
 * @param rest of those that the page does not show
 */
public record MonthTotals(Part all, Part rest) {

    static final MonthTotals NONE = of(Part.NONE, Part.NONE);

    static MonthTotals of(Part shown, Part rest) {
        return new MonthTotals(shown.plus(rest), rest);
    }

    /**
     * Returns together. Only complete ones are added, as everywhere.
     *
     * @param complete how many there are
     * @param submittable how many of them the reader could submit while the month is open
     * @param online all online dossiers
     * @param sums by measure; one that none of them reports has no sum
     * @param used the measures of which any return, complete or not, holds a figure or says that it does not apply
     */
    public record Part(int complete, int submittable, long online, Map<Measure, Long> sums, Set<Measure> used) {

        static final Part NONE = new Part(0, 0, 0, Map.of(), Set.of());

        public @Nullable Long sum(Measure measure) {
            return sums.get(measure);
        }

        private Part plus(Part other) {
            Map<Measure, Long> both = new TreeMap<>(sums);
            other.sums.forEach((measure, sum) -> both.merge(measure, sum, Long::sum));
            Set<Measure> either = new HashSet<>(used);
            either.addAll(other.used);
            return new Part(
                    complete + other.complete, submittable + other.submittable, online + other.online, both, either);
        }
    }
}
