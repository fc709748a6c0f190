package vn.hoso.rates;

import org.jspecify.annotations.Nullable;

/**
 * Dossiers that carry a fee, and those of them paid online; the optional pair behind solution 3.4 of the plan.
 *
 * @param payable dossiers with a fee, ≥ 0
 * @param paidOnline of these, paid online, 0 to {@code payable}
 * @param returns how many returns these were added up from; 0 where it was not counted, in reports issued before it was
 */
public record PaymentCounts(long payable, long paidOnline, int returns) {

    public PaymentCounts {
        if (paidOnline < 0 || paidOnline > payable) {
            throw new IllegalArgumentException("paid online " + paidOnline + " of " + payable);
        }
    }

    /** The pair of one return. */
    public PaymentCounts(long payable, long paidOnline) {
        this(payable, paidOnline, 1);
    }

    /** Of what was reported; null where neither was. */
    static @Nullable PaymentCounts sum(@Nullable PaymentCounts a, @Nullable PaymentCounts b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : a.plus(b);
    }

    PaymentCounts plus(PaymentCounts other) {
        return new PaymentCounts(
                Math.addExact(payable, other.payable),
                Math.addExact(paidOnline, other.paidOnline),
                Math.addExact(returns, other.returns));
    }
}
