package vn.hoso.targets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;

/** How people write what a target asks: "80" or "72,5" for a percent, "30: 2; 15: 1" for 2 points from 30 % and 1 from 15 %. */
public final class StepNotation {

    private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*%?";
    private static final Pattern PERCENT = Pattern.compile(NUMBER);
    private static final Pattern BAND = Pattern.compile(NUMBER + "\\s*:\\s*(\\d{1,4}(?:[.,]\\d{1,2})?)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private StepNotation() {}

    /** As it is written; empty for nothing. */
    public static String write(List<TargetStep> steps) {
        return steps.stream()
                .sorted(Comparator.comparing(TargetStep::percent).reversed())
                .map(step -> step.points() == null
                        ? number(step.percent())
                        : number(step.percent()) + ": " + number(step.points()))
                .collect(Collectors.joining("; "));
    }

    /** A percent as it is written; empty for none. */
    public static String write(@Nullable BigDecimal percent) {
        return percent == null ? "" : number(percent);
    }

    private static String number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return Formats.number(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    /**
     * What was written: one percent, or the bands of points, which must rise with the percent.
     *
     * @param unitId whose it is, null for all
     * @return null if it is not written so, or a percent is above 100
     */
    public static @Nullable List<TargetStep> read(String text, TargetRule rule, @Nullable Long unitId) {
        if (rule != TargetRule.BANDS) {
            Matcher percent = PERCENT.matcher(text.strip());
            TargetStep step = percent.matches() ? step(percent.group(1), null, unitId) : null;
            return step == null ? null : List.of(step);
        }
        List<TargetStep> steps = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            Matcher band = BAND.matcher(part.strip());
            TargetStep step = band.matches() ? step(band.group(1), band.group(2), unitId) : null;
            if (step == null) {
                return null;
            }
            steps.add(step);
        }
        steps.sort(Comparator.comparing(TargetStep::percent));
        for (int i = 1; i < steps.size(); i++) {
            TargetStep lower = steps.get(i - 1);
            TargetStep higher = steps.get(i);
            if (lower.percent().compareTo(higher.percent()) == 0
                    || points(lower).compareTo(points(higher)) >= 0) {
                return null;
            }
        }
        return steps;
    }

    private static BigDecimal points(TargetStep step) {
        return Objects.requireNonNull(step.points());
    }

    private static @Nullable TargetStep step(String percent, @Nullable String points, @Nullable Long unitId) {
        BigDecimal read = new BigDecimal(percent.replace(',', '.'));
        BigDecimal brings = points == null ? null : new BigDecimal(points.replace(',', '.'));
        return read.compareTo(HUNDRED) > 0 || (brings != null && brings.signum() == 0)
                ? null
                : new TargetStep(unitId, read, brings);
    }
}
