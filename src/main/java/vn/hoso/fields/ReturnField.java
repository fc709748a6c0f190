package vn.hoso.fields;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A number of dossiers, 0 to 9.999.999, that the monthly return asks for beyond its own figures.
 *
 * @param code its name in files, formulas and tables, such as {@code on_time}; never changes
 * @param name the words over its column
 * @param notAbove the column of the figure, or the code of the field, that it must not exceed; null for none
 * @param required whether a return without it is incomplete
 * @param place its place among the fields, lower first
 * @param validFrom the first month that asks for it
 * @param validUntil the first month that no longer does, null while it is open
 */
public record ReturnField(
        String code,
        String name,
        @Nullable String notAbove,
        boolean required,
        int place,
        YearMonth validFrom,
        @Nullable YearMonth validUntil) {

    /** Whether the month's returns are asked for it. */
    public boolean validIn(YearMonth month) {
        return !month.isBefore(validFrom) && (validUntil == null || month.isBefore(validUntil));
    }
}
