package vn.hoso.imports;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A unit's month: what one row of a file is about. */
public record RowKey(long unitId, YearMonth month) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{4}-(?:0[1-9]|1[0-2]))");

    /** Such as 12-2024-10, for the name of a form's field. */
    public String text() {
        return unitId + "-" + month;
    }

    /** The key of a form's field; nothing if the text is none. */
    public static Optional<RowKey> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new RowKey(Long.parseLong(matcher.group(1)), YearMonth.parse(matcher.group(2))))
                : Optional.empty();
    }
}
