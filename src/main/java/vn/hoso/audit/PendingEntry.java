package vn.hoso.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way into the trail.
 *
 * @param actorId the user who acted, null for one the program does not know
 * @param actorName what pages call them
 */
record PendingEntry(Instant at, @Nullable Long actorId, String actorName, TrailEntry entry, Origin origin) {}
