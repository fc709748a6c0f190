package vn.hoso.results;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.targets.Target;

/** What became of a rate in the three months after something was done about it. */
public interface EffectQuery {

    /** How many months after are looked at. */
    int MONTHS = 3;

    /**
     * What is asked.
     *
     * @param target whose indicator is measured
     * @param unitId the unit, null for the district
     * @param month the month before the three
     */
    record Asked(Target target, @Nullable Long unitId, YearMonth month) {}

    /**
     * The rate of a month beside that of the three after it: their counts added, then divided.
     *
     * @param rate before and after, with the exact difference
     * @param reported how many of the three months hold figures
     */
    record Effect(RateChange rate, int reported) {

        /** Whether all three months hold figures. */
        public boolean complete() {
            return reported == MONTHS;
        }
    }

    /** One answer for each, in the same order. Two statements, however many are asked. */
    List<Effect> of(Collection<Asked> asked);
}
