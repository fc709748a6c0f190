package vn.hoso.reconciliation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;

/**
 * The figure whose values are compared.
 *
 * @param unitId whose dossiers, null for all units together
 * @param month null for the whole year
 */
public record ComparedFigure(
        @Nullable Long unitId, int year, @Nullable YearMonth month, Measure measure) {

    private static final String WHOLE = "all";

    /** How an address calls it: {@code 2024-09/2/ONLINE_REPORTED}, {@code 2023/all/ONLINE_REPORTED}. */
    public String address() {
        return period() + "/" + (unitId == null ? WHOLE : unitId) + "/" + measure.name();
    }

    /** The month or the year as an address writes it. */
    public String period() {
        return month == null ? String.valueOf(year) : month.toString();
    }

    /** The first day of its month; null for a year. */
    @Nullable
    LocalDate firstDay() {
        return month == null ? null : month.atDay(1);
    }

    /** Reads the parts of an {@link #address}. */
    public static Optional<ComparedFigure> read(String period, String unit, String measure) {
        Optional<Measure> found =
                Measure.OWN.stream().filter(each -> each.name().equals(measure)).findFirst();
        if (found.isEmpty() || !period.matches("20[0-9]{2}(-[0-9]{2})?") || !unit.matches("all|[0-9]{1,18}")) {
            return Optional.empty();
        }
        try {
            YearMonth month = period.length() > 4 ? YearMonth.parse(period) : null;
            return Optional.of(new ComparedFigure(
                    unit.equals(WHOLE) ? null : Long.valueOf(unit),
                    Integer.parseInt(period.substring(0, 4)),
                    month,
                    found.get()));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }
}
