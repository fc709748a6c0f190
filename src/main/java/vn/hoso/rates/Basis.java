package vn.hoso.rates;

/**
 * On which returns some counts rest. A return is one unit's month; it counts where it holds every figure that is asked
 * about.
 *
 * @param reported returns that hold the figures, 0 to {@code expected}
 * @param expected returns that should: each unit, each month of the period in which it existed
 * @param unapproved complete returns of these months that nobody has approved, so that they may still be changed
 */
public record Basis(long reported, long expected, long unapproved) {

    public boolean complete() {
        return reported >= expected;
    }

    /** How final the counts are. */
    public DataStatus finality() {
        return DataStatus.of(expected - reported, unapproved);
    }
}
