package vn.hoso.rates;

/**
 * Dossiers that carry a fee, and those of them paid online; the optional pair behind solution 3.4 of the plan.
 *
 * @param payable dossiers with a fee, ≥ 0
 * @param paidOnline of these, paid online, 0 to {@code payable}
 */
public record PaymentCounts(long payable, long paidOnline) {

    public PaymentCounts {
        if (paidOnline < 0 || paidOnline > payable) {
            throw new IllegalArgumentException("paid online " + paidOnline + " of " + payable);
        }
    }

    PaymentCounts plus(PaymentCounts other) {
        return new PaymentCounts(Math.addExact(payable, other.payable), Math.addExact(paidOnline, other.paidOnline));
    }
}
