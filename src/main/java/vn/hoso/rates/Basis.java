package vn.hoso.rates;

/**
 * On how many returns some counts rest. A return is one unit's month; it counts where it holds every figure that is asked
 * about.
 *
 * @param reported returns that hold the figures, 0 to {@code expected}
 * @param expected returns that should: each unit, each month of the period in which it existed
 */
public record Basis(long reported, long expected) {

    public boolean complete() {
        return reported >= expected;
    }
}
