package vn.hoso.followups;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;

/**
 * A task about a missed target.
 *
 * @param targetCode the target's short name
 * @param month the last month of the period in which the target was missed
 * @param unitId whose figures it is about, null for the district's
 * @param unit the unit's name, null for the district
 * @param task what is to be done
 * @param responsible who does it, in the words of whoever made it
 * @param due the last day on which it is in time
 * @param closed how it ended, null while it is open
 */
public record FollowUp(
        long id,
        long targetId,
        String targetCode,
        YearMonth month,
        @Nullable Long unitId,
        @Nullable String unit,
        String task,
        String responsible,
        LocalDate due,
        String madeBy,
        Instant madeAt,
        @Nullable Closing closed) {

    /** The longest task or result, and the longest name of who does it, in characters. */
    public static final int LONGEST_TEXT = 1000;

    public static final int LONGEST_NAME = 200;

    /** How a task ended. */
    public record Closing(String result, String by, Instant at) {}

    public boolean open() {
        return closed == null;
    }

    /** Whether it is open after its last day. */
    public boolean overdue(LocalDate today) {
        return open() && today.isAfter(due);
    }

    /** For how many months it has been carried on: from the month in which it was given to this one. */
    public long monthsCarried(YearMonth current) {
        return Math.max(0, ChronoUnit.MONTHS.between(YearMonth.from(madeAt.atZone(Formats.ZONE)), current));
    }
}
