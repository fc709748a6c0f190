package vn.hoso.audit;

import java.util.List;

/**
 * What a look at the whole chain found.
 *
 * @param rows how many rows there are
 * @param end the recorded end
 * @param faults what is wrong, in order; at most {@link ChainCheck#MOST_FAULTS}
 */
public record ChainReport(long rows, ChainEnd end, List<ChainFault> faults) {

    public boolean intact() {
        return faults.isEmpty();
    }
}
