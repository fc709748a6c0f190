package vn.hoso.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.audit.ChainFault.RowName;

/**
 * Goes along the chain, row by row, and notes what does not fit. After a fault it goes on from what is stored, so that each
 * altered row is named once and the sound ones behind it are not.
 */
final class ChainCheck {

    /** A chain broken in more places than this is broken; a longer list is of no use. */
    static final int MOST_FAULTS = 50;

    private final ChainEnd end;
    private final @Nullable ChainEnd kept;
    private final List<ChainFault> faults = new ArrayList<>();
    private @Nullable TrailRow last;
    private long rows;
    private boolean keptFound;

    /**
     * Begins.
     *
     * @param end the recorded end
     * @param kept an end that was noted down earlier, null for none
     */
    ChainCheck(ChainEnd end, @Nullable ChainEnd kept) {
        this.end = end;
        this.kept = kept;
    }

    /** Looks at the next row; rows come by their sequence. */
    void next(TrailRow row) {
        rows++;
        long expected = last == null ? 1 : last.sequence() + 1;
        if (row.sequence() > end.length() || row.sequence() < expected) {
            note(new ChainFault.Added(RowName.of(row)));
        } else {
            if (row.sequence() > expected) {
                note(new ChainFault.Missing(
                        expected, row.sequence() - 1, last == null ? null : RowName.of(last), RowName.of(row)));
            }
            String before = last == null ? ChainText.BEGINNING : last.hash();
            boolean follows = row.sequence() > expected || row.previousHash().equals(before);
            if (!follows || !ChainText.hash(row).equals(row.hash())) {
                note(new ChainFault.Altered(RowName.of(row)));
            }
        }
        keptFound |=
                kept != null && row.sequence() == kept.length() && row.hash().equals(kept.hash());
        last = row;
    }

    ChainReport report() {
        long reached = last == null ? 0 : last.sequence();
        if (reached < end.length()) {
            note(new ChainFault.Missing(reached + 1, end.length(), last == null ? null : RowName.of(last), null));
        } else if (last != null && reached == end.length() && !last.hash().equals(end.hash())) {
            note(new ChainFault.EndDiffers(RowName.of(last)));
        }
        if (kept != null && !keptFound) {
            note(new ChainFault.KeptEndDiffers(kept));
        }
        return new ChainReport(rows, end, List.copyOf(faults));
    }

    private void note(ChainFault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }
}
