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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured: a share of dossiers, sums over sums of counts. The program's own are the constants; the administrator defines
 * others over the return's fields. Two are equal if they have the same name. What the own ones are called is in
 * {@code messages/indicators.properties}, in documents in {@code reports/sentences.properties}; the others bring their title.
 *
 * <p>The denominator is part of the definition: {@link #OVERALL} counts all dossiers, {@link #ELIGIBLE_ONLINE} only
 * those of procedures offered online.
 */
public final class Indicator {
    /** Full-process dossiers submitted online among those received for full-process procedures. */
    public static final Indicator FULL_PROCESS =
            new Indicator("FULL_PROCESS", "toan_trinh", List.of(FULL_PROCESS_ONLINE), List.of(FULL_PROCESS_RECEIVED));
    /** Partial dossiers submitted online among those received for partial procedures. */
    public static final Indicator PARTIAL =
            new Indicator("PARTIAL", "mot_phan", List.of(PARTIAL_ONLINE), List.of(PARTIAL_RECEIVED));
    /** All online dossiers, unclassified ones included, among all dossiers received. */
    public static final Indicator OVERALL =
            new Indicator("OVERALL", "tong_so", List.of(ONLINE_TOTAL), List.of(DOSSIERS_RECEIVED));
    /** Online dossiers of a known class among the dossiers that could have been online. */
    public static final Indicator ELIGIBLE_ONLINE = new Indicator(
            "ELIGIBLE_ONLINE",
            "duoc_cung_cap",
            List.of(FULL_PROCESS_ONLINE, PARTIAL_ONLINE),
            List.of(FULL_PROCESS_RECEIVED, PARTIAL_RECEIVED));
    /** Dossiers with a fee whose fee was paid online; unknown while nobody reports the pair. */
    public static final Indicator ONLINE_PAYMENT =
            new Indicator("ONLINE_PAYMENT", "thanh_toan", List.of(PAID_ONLINE), List.of(PAYABLE));

    private static final List<Indicator> OWN = List.of(FULL_PROCESS, PARTIAL, OVERALL, ELIGIBLE_ONLINE, ONLINE_PAYMENT);

    private final String name;
    private final String code;
    private final List<Count> numerator;
    private final List<Count> denominator;
    private final @Nullable Definition definition;

    /**
     * What an indicator measures that the administrator defined.
     *
     * @param title what pages and documents call it, in every language
     * @param numerator the fields of a return whose sum counts
     * @param denominator the fields whose sum could count
     */
    public record Definition(String title, List<Field> numerator, List<Field> denominator) {

        public Definition {
            numerator = List.copyOf(numerator);
            denominator = List.copyOf(denominator);
        }
    }

    /**
     * A number of a return.
     *
     * @param code its name in files: "on_time", "dossiers_received"
     * @param title the words over its column, null of the program's own fields
     */
    public record Field(String code, @Nullable String title) {}

    /**
     * Declares one of the program's own.
     *
     * @param numerator the counts whose sum is the dossiers that count
     * @param denominator the counts whose sum is the dossiers that could count
     */
    private Indicator(String name, String code, List<Count> numerator, List<Count> denominator) {
        this.name = name;
        this.code = code;
        this.numerator = numerator;
        this.denominator = denominator;
        this.definition = null;
    }

    private Indicator(String name, Definition definition) {
        this.name = name;
        this.code = "chi_so_" + name;
        this.numerator = List.of();
        this.denominator = List.of();
        this.definition = definition;
    }

    /** The program's own, in the order of documents. */
    public static List<Indicator> own() {
        return OWN;
    }

    /** The own one of this name. */
    public static Optional<Indicator> own(String name) {
        return OWN.stream().filter(each -> each.name.equals(name)).findFirst();
    }

    /**
     * One that the administrator defined.
     *
     * @param name lower-case letters, digits and underscores: "dung_han"
     */
    public static Indicator defined(String name, Definition definition) {
        return new Indicator(name, definition);
    }

    /** Its name in files, addresses and the database; it never changes: "FULL_PROCESS", or "dung_han" of a defined one. */
    public String name() {
        return name;
    }

    /** The name in addresses of pages: "full-process", "dung-han". */
    public String word() {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What names of its figures begin with, in reports and in offices' own words: "toan_trinh". It never changes. */
    public String code() {
        return code;
    }

    /** What the administrator defined; null of the program's own. */
    public @Nullable Definition definition() {
        return definition;
    }

    /** Whether its numerator or its denominator adds this count. */
    public boolean adds(Count count) {
        return numerator.contains(count) || denominator.contains(count);
    }

    /** Whether a complete return may lack the figures, so that the rate may rest on fewer returns than others do. */
    public boolean optional() {
        return definition != null
                || Stream.concat(numerator.stream(), denominator.stream()).anyMatch(Count::optional);
    }

    /** On which of these returns the rate rests, or null where the counts it needs were not reported. */
    @Nullable
    Basis basis(Counts counts, Basis returns) {
        if (definition != null) {
            MeasuredCounts measured = MeasuredCounts.find(counts.measured(), this);
            return measured == null ? null : new Basis(measured.returns(), returns.expected(), returns.unapproved());
        }
        if (!optional()) {
            return returns;
        }
        PaymentCounts payment = counts.payment();
        return payment == null ? null : new Basis(payment.returns(), returns.expected(), returns.unapproved());
    }

    /** The rate of these counts, or null where the counts it needs were not reported. */
    @Nullable
    Rate of(Counts counts) {
        if (definition != null) {
            MeasuredCounts measured = MeasuredCounts.find(counts.measured(), this);
            return measured == null ? null : measured.rate();
        }
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Indicator that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
