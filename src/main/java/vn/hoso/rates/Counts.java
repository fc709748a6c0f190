package vn.hoso.rates;

import org.jspecify.annotations.Nullable;

/**
 * Dossier counts of any scope and period: one unit's month, a unit's year, the district. All are numbers of dossiers,
 * ≥ 0; sums of months and units stay exact because only counts are ever added, never rates.
 *
 * @param fullProcessReceived received for full-process procedures, every channel (toàn trình, phát sinh)
 * @param fullProcessOnline of these, submitted online
 * @param partialReceived received for partial procedures, every channel (một phần, phát sinh)
 * @param partialOnline of these, submitted online
 * @param dossiersReceived all dossiers received, procedures not offered online included
 * @param onlineTotal all online dossiers: as the source reports them, else full-process plus partial
 * @param payment the optional pair of payable and paid dossiers, null while not reported
 */
public record Counts(
        long fullProcessReceived,
        long fullProcessOnline,
        long partialReceived,
        long partialOnline,
        long dossiersReceived,
        long onlineTotal,
        @Nullable PaymentCounts payment) {

    /** Nothing counted yet; the neutral element of {@link #plus}. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, null);

    public Counts {
        requireWithin(fullProcessOnline, fullProcessReceived, "full-process online");
        requireWithin(partialOnline, partialReceived, "partial online");
        requireWithin(Math.addExact(fullProcessReceived, partialReceived), dossiersReceived, "eligible");
        requireWithin(onlineTotal, dossiersReceived, "online total");
    }

    private static void requireWithin(long part, long whole, String what) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(what + " " + part + " of " + whole);
        }
    }

    /** Online dossiers whose class is known: full-process plus partial. */
    public long onlineClassified() {
        return fullProcessOnline + partialOnline;
    }

    /** Reported online dossiers without a class (chưa phân loại); negative if the report names fewer than it lists. */
    public long onlineUnclassified() {
        return onlineTotal - onlineClassified();
    }

    /** Dossiers of procedures that are offered online: all of these could have been online. */
    public long eligible() {
        return fullProcessReceived + partialReceived;
    }

    /** Dossiers handed in on paper although the procedure is offered online (solution 3.3 of the plan). */
    public long paperThoughOnline() {
        return eligible() - onlineClassified();
    }

    /** Dossiers of procedures that are not offered online. */
    public long notOffered() {
        return dossiersReceived - eligible();
    }

    /** The most that {@link Indicator#OVERALL} can reach with these procedures: eligible over all dossiers. */
    public Rate ceiling() {
        return new Rate(eligible(), dossiersReceived);
    }

    /** The exact rate of an indicator, or null where the counts it needs were not reported. */
    public @Nullable Rate rate(Indicator indicator) {
        return indicator.of(this);
    }

    /**
     * On how many returns the rate of an indicator rests, or null where the counts it needs were not reported.
     *
     * @param returns the returns that these counts were added up from
     */
    public @Nullable Basis basis(Indicator indicator, Basis returns) {
        return indicator.basis(this, returns);
    }

    public Counts plus(Counts other) {
        return new Counts(
                Math.addExact(fullProcessReceived, other.fullProcessReceived),
                Math.addExact(fullProcessOnline, other.fullProcessOnline),
                Math.addExact(partialReceived, other.partialReceived),
                Math.addExact(partialOnline, other.partialOnline),
                Math.addExact(dossiersReceived, other.dossiersReceived),
                Math.addExact(onlineTotal, other.onlineTotal),
                sum(payment, other.payment));
    }

    private static @Nullable PaymentCounts sum(@Nullable PaymentCounts a, @Nullable PaymentCounts b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : a.plus(b);
    }
}
