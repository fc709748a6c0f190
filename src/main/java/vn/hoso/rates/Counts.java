package vn.hoso.rates;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Dossier counts of any scope and period: one unit's month, a unit's year, the district. All are numbers of dossiers,
 * ≥ 0; sums of months and units stay exact because only counts are ever added, never rates.
 *
 * <p>A unit that was divided leaves parts of its dossiers: {@link #times}. Such a part is kept exactly beside the whole
 * number that pages print, and whatever is added, compared or derived comes from the exact one.
 *
 * @param fullProcessReceived received for full-process procedures, every channel (toàn trình, phát sinh)
 * @param fullProcessOnline of these, submitted online
 * @param partialReceived received for partial procedures, every channel (một phần, phát sinh)
 * @param partialOnline of these, submitted online
 * @param dossiersReceived all dossiers received, procedures not offered online included
 * @param onlineTotal all online dossiers: as the source reports them, else full-process plus partial
 * @param payment the optional pair of payable and paid dossiers, null while not reported
 * @param exact the numbers of these that are no whole ones, by the name of their {@link Count}; the number itself is then
 *     rounded half up. Null where all are whole, which is everything that anybody reported
 * @param measured what was reported of indicators that the administrator defined, by name; without those that no return holds
 */
public record Counts(
        long fullProcessReceived,
        long fullProcessOnline,
        long partialReceived,
        long partialOnline,
        long dossiersReceived,
        long onlineTotal,
        @Nullable PaymentCounts payment,
        @Nullable Map<String, Fraction> exact,
        List<MeasuredCounts> measured) {

    /** Nothing counted yet; the neutral element of {@link #plus}. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, null);

    private static final Count[] ELIGIBLE = {Count.FULL_PROCESS_RECEIVED, Count.PARTIAL_RECEIVED};

    private static final Count[] CLASSIFIED = {Count.FULL_PROCESS_ONLINE, Count.PARTIAL_ONLINE};

    public Counts {
        if (exact == null) {
            requireWithin(fullProcessOnline, fullProcessReceived, "full-process online");
            requireWithin(partialOnline, partialReceived, "partial online");
            requireWithin(Math.addExact(fullProcessReceived, partialReceived), dossiersReceived, "eligible");
            requireWithin(onlineTotal, dossiersReceived, "online total");
        }
        // What was frozen before indicators could be defined has none.
        measured = measured == null ? List.of() : MeasuredCounts.byName(measured);
    }

    /** Whole numbers of dossiers, without defined indicators. */
    public Counts(
            long fullProcessReceived,
            long fullProcessOnline,
            long partialReceived,
            long partialOnline,
            long dossiersReceived,
            long onlineTotal,
            @Nullable PaymentCounts payment) {
        this(
                fullProcessReceived,
                fullProcessOnline,
                partialReceived,
                partialOnline,
                dossiersReceived,
                onlineTotal,
                payment,
                null,
                List.of());
    }

    /** The same counts with what was reported of defined indicators. */
    public Counts measuring(List<MeasuredCounts> reported) {
        return new Counts(
                fullProcessReceived,
                fullProcessOnline,
                partialReceived,
                partialOnline,
                dossiersReceived,
                onlineTotal,
                payment,
                exact,
                reported);
    }

    private static void requireWithin(long part, long whole, String what) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(what + " " + part + " of " + whole);
        }
    }

    /** Online dossiers whose class is known: full-process plus partial. */
    public long onlineClassified() {
        return exact == null
                ? fullProcessOnline + partialOnline
                : sum(CLASSIFIED).rounded();
    }

    /** Reported online dossiers without a class (chưa phân loại); negative if the report names fewer than it lists. */
    public long onlineUnclassified() {
        return exact == null
                ? onlineTotal - onlineClassified()
                : exactly(Count.ONLINE_TOTAL).minus(sum(CLASSIFIED)).rounded();
    }

    /** Dossiers of procedures that are offered online: all of these could have been online. */
    public long eligible() {
        return exact == null
                ? fullProcessReceived + partialReceived
                : sum(ELIGIBLE).rounded();
    }

    /** Dossiers handed in on paper although the procedure is offered online (solution 3.3 of the plan). */
    public long paperThoughOnline() {
        return paper().numerator();
    }

    /** Dossiers of procedures that are not offered online. */
    public long notOffered() {
        return exact == null
                ? dossiersReceived - eligible()
                : exactly(Count.DOSSIERS_RECEIVED).minus(sum(ELIGIBLE)).rounded();
    }

    /** The most that {@link Indicator#OVERALL} can reach with these procedures: eligible over all dossiers. */
    public Rate ceiling() {
        return exact == null
                ? new Rate(eligible(), dossiersReceived)
                : Rate.of(sum(ELIGIBLE), exactly(Count.DOSSIERS_RECEIVED));
    }

    /** Dossiers handed in on paper among those that could have been online. */
    public Rate paper() {
        return exact == null
                ? new Rate(eligible() - onlineClassified(), eligible())
                : Rate.of(sum(ELIGIBLE).minus(sum(CLASSIFIED)), sum(ELIGIBLE));
    }

    /** Whether they are whole dossiers, as they are reported, and not parts of a divided unit's. */
    public boolean whole() {
        return exact == null;
    }

    /** One of the numbers, exactly. */
    public Fraction exactly(Count count) {
        Fraction part = exact == null ? null : exact.get(count.name());
        return part == null ? Fraction.of(count.of(this), 1) : part;
    }

    private Fraction sum(Count... these) {
        return Arrays.stream(these).map(this::exactly).reduce(Fraction.ZERO, Fraction::plus);
    }

    /**
     * A part of these dossiers, exactly; on as many returns as the whole.
     *
     * @param part from 0 to 1
     */
    public Counts times(Fraction part) {
        return part.equals(Fraction.ONE)
                ? this
                : of(count -> exactly(count).times(part), payment)
                        .measuring(
                                measured.stream().map(each -> each.times(part)).toList());
    }

    /**
     * From exact numbers.
     *
     * @param pair on how many returns the optional pair rests; null where it was not reported
     */
    private static Counts of(Function<Count, Fraction> numbers, @Nullable PaymentCounts pair) {
        Map<Count, Fraction> exactly = new TreeMap<>();
        for (Count count : Count.values()) {
            if (pair != null || !count.optional()) {
                exactly.put(count, numbers.apply(count));
            }
        }
        Map<String, Fraction> parts = new TreeMap<>();
        exactly.forEach((count, number) -> {
            if (!number.isWhole()) {
                parts.put(count.name(), number);
            }
        });
        Function<Count, Long> rounded =
                count -> exactly.getOrDefault(count, Fraction.ZERO).rounded();
        return new Counts(
                rounded.apply(Count.FULL_PROCESS_RECEIVED),
                rounded.apply(Count.FULL_PROCESS_ONLINE),
                rounded.apply(Count.PARTIAL_RECEIVED),
                rounded.apply(Count.PARTIAL_ONLINE),
                rounded.apply(Count.DOSSIERS_RECEIVED),
                rounded.apply(Count.ONLINE_TOTAL),
                pair == null
                        ? null
                        : new PaymentCounts(
                                rounded.apply(Count.PAYABLE), rounded.apply(Count.PAID_ONLINE), pair.returns()),
                parts.isEmpty() ? null : Map.copyOf(parts),
                List.of());
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
        if (exact != null || other.exact != null) {
            return of(count -> partOf(count).plus(other.partOf(count)), PaymentCounts.sum(payment, other.payment))
                    .measuring(MeasuredCounts.sum(measured, other.measured));
        }
        return new Counts(
                Math.addExact(fullProcessReceived, other.fullProcessReceived),
                Math.addExact(fullProcessOnline, other.fullProcessOnline),
                Math.addExact(partialReceived, other.partialReceived),
                Math.addExact(partialOnline, other.partialOnline),
                Math.addExact(dossiersReceived, other.dossiersReceived),
                Math.addExact(onlineTotal, other.onlineTotal),
                PaymentCounts.sum(payment, other.payment),
                null,
                MeasuredCounts.sum(measured, other.measured));
    }

    private Fraction partOf(Count count) {
        return count.optional() && payment == null ? Fraction.ZERO : exactly(count);
    }
}
