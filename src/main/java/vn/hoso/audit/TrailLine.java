package vn.hoso.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trail, as it is read.
 *
 * @param sequence its place in the chain
 * @param user who did it
 * @param changes the values before and after
 */
public record TrailLine(
        long sequence,
        Instant at,
        String user,
        String action,
        String subject,
        String detail,
        @Nullable YearMonth month,
        List<Long> units,
        List<Change> changes,
        @Nullable String reason,
        @Nullable String address,
        @Nullable String request,
        String hash) {}
