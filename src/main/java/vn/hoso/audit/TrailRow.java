package vn.hoso.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail as it is stored.
 *
 * @param sequence its place in the chain, from 1 without a gap
 * @param changes the values before and after, as PostgreSQL prints its {@code jsonb}
 * @param previousHash the hash of the row before it
 * @param hash its own, over everything else here
 */
record TrailRow(
        long sequence,
        Instant at,
        @Nullable Long actorId,
        String actorName,
        String action,
        String subject,
        String detail,
        @Nullable YearMonth month,
        List<Long> unitIds,
        @Nullable String changes,
        @Nullable String reason,
        @Nullable String address,
        @Nullable String requestId,
        String previousHash,
        String hash) {}
