package vn.hoso.rates;

import static vn.hoso.rates.Count.DOSSIERS_RECEIVED;
import static vn.hoso.rates.Count.FULL_PROCESS_ONLINE;
import static vn.hoso.rates.Count.FULL_PROCESS_RECEIVED;
import static vn.hoso.rates.Count.ONLINE_TOTAL;
import static vn.hoso.rates.Count.PAID_ONLINE;
import static vn.hoso.rates.Count.PARTIAL_ONLINE;
import static vn.hoso.rates.Count.PARTIAL_RECEIVED;
import static vn.hoso.rates.Count.PAYABLE;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured: a share of dossiers, sums over sums of counts. A new one stands at the end; what it is called is in
 * {@code messages/indicators.properties}, in documents in {@code reports/sentences.properties}.
 *
 * <p>The denominator is part of the definition: {@link #OVERALL} counts all dossiers, {@link #ELIGIBLE_ONLINE} only
 * those of procedures offered online.
 */
public enum Indicator {
    /** Full-process dossiers submitted online among those received for full-process procedures. */
    FULL_PROCESS("toan_trinh", List.of(FULL_PROCESS_ONLINE), List.of(FULL_PROCESS_RECEIVED)),
    /** Partial dossiers submitted online among those received for partial procedures. */
    PARTIAL("mot_phan", List.of(PARTIAL_ONLINE), List.of(PARTIAL_RECEIVED)),
    /** All online dossiers, unclassified ones included, among all dossiers received. */
    OVERALL("tong_so", List.of(ONLINE_TOTAL), List.of(DOSSIERS_RECEIVED)),
    /** Online dossiers of a known class among the dossiers that could have been online. */
    ELIGIBLE_ONLINE(
            "duoc_cung_cap",
            List.of(FULL_PROCESS_ONLINE, PARTIAL_ONLINE),
            List.of(FULL_PROCESS_RECEIVED, PARTIAL_RECEIVED)),
    /** Dossiers with a fee whose fee was paid online; unknown while nobody reports the pair. */
    ONLINE_PAYMENT("thanh_toan", List.of(PAID_ONLINE), List.of(PAYABLE));

    private final String code;
    private final List<Count> numerator;
    private final List<Count> denominator;

    /**
     * Declares an indicator.
     *
     * @param numerator the counts whose sum is the dossiers that count
     * @param denominator the counts whose sum is the dossiers that could count
     */
    Indicator(String code, List<Count> numerator, List<Count> denominator) {
        this.code = code;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** What names of its figures begin with, in reports and in offices' own words: "toan_trinh". It never changes. */
    public String code() {
        return code;
    }

    /** Whether its numerator or its denominator adds this count. */
    public boolean adds(Count count) {
        return numerator.contains(count) || denominator.contains(count);
    }

    /** Whether a complete return may lack the figures, so that the rate may rest on fewer returns than others do. */
    public boolean optional() {
        return Stream.concat(numerator.stream(), denominator.stream()).anyMatch(Count::optional);
    }

    /** On which of these returns the rate rests, or null where the counts it needs were not reported. */
    @Nullable
    Basis basis(Counts counts, Basis returns) {
        if (!optional()) {
            return returns;
        }
        PaymentCounts payment = counts.payment();
        return payment == null ? null : new Basis(payment.returns(), returns.expected());
    }

    /** The rate of these counts, or null where the counts it needs were not reported. */
    @Nullable
    Rate of(Counts counts) {
        if (optional() && counts.payment() == null) {
            return null;
        }
        return counts.whole()
                ? new Rate(sum(numerator, counts), sum(denominator, counts))
                : Rate.of(exactly(numerator, counts), exactly(denominator, counts));
    }

    private static long sum(List<Count> parts, Counts counts) {
        return parts.stream().mapToLong(count -> count.of(counts)).reduce(0, Math::addExact);
    }

    private static Fraction exactly(List<Count> parts, Counts counts) {
        return parts.stream().map(counts::exactly).reduce(Fraction.ZERO, Fraction::plus);
    }
}
