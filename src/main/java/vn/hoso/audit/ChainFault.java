package vn.hoso.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that is wrong with the chain. */
public sealed interface ChainFault {

    /** A row whose content or place has changed. */
    record Altered(RowName row) implements ChainFault {}

    /**
     * Rows that are gone.
     *
     * @param from the first of them
     * @param to the last of them
     * @param before the row before the gap, null at the beginning
     * @param after the row after the gap, null at the end
     */
    record Missing(
            long from,
            long to,
            @Nullable RowName before,
            @Nullable RowName after) implements ChainFault {}

    /** A row after the chain's recorded end, or a second one of the same number. */
    record Added(RowName row) implements ChainFault {}

    /** The recorded end does not carry the last row's hash. */
    record EndDiffers(RowName last) implements ChainFault {}

    /** An end that was noted down earlier is not in the chain: the chain was rewritten as a whole. */
    record KeptEndDiffers(ChainEnd kept) implements ChainFault {}

    /** What a row is called. */
    record RowName(long sequence, Instant at, String user) {

        static RowName of(TrailRow row) {
            return new RowName(row.sequence(), row.at(), row.actorName());
        }
    }
}
