package vn.hoso.audit;

import java.util.List;

/**
 * The result of checking the whole chain.
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
