package vn.hoso.targets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a target asks beyond its threshold for all.
 *
 * @param unitId the unit that it asks something else of; null for a band of all others
 * @param percent the percent to be reached, 0 to 100
 * @param points what reaching it brings, more than 0; null where the target gives no points
 */
public record TargetStep(
        @Nullable Long unitId, BigDecimal percent, @Nullable BigDecimal points) {

    /** The same as one of all, where the unit is judged by itself. */
    TargetStep ofAll() {
        return new TargetStep(null, percent, points);
    }
}
