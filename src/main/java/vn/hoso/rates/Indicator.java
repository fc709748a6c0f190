package vn.hoso.rates;

import org.jspecify.annotations.Nullable;

/**
 * What is measured: a share of dossiers, each with its own numerator and denominator.
 *
 * <p>The denominator is part of the definition: {@link #OVERALL} counts all dossiers, {@link #ELIGIBLE_ONLINE} only
 * those of procedures offered online.
 */
public enum Indicator {
    /** Full-process dossiers submitted online among those received for full-process procedures. */
    FULL_PROCESS {
        @Override
        long numerator(Counts counts) {
            return counts.fullProcessOnline();
        }

        @Override
        long denominator(Counts counts) {
            return counts.fullProcessReceived();
        }
    },
    /** Partial dossiers submitted online among those received for partial procedures. */
    PARTIAL {
        @Override
        long numerator(Counts counts) {
            return counts.partialOnline();
        }

        @Override
        long denominator(Counts counts) {
            return counts.partialReceived();
        }
    },
    /** All online dossiers, unclassified ones included, among all dossiers received. */
    OVERALL {
        @Override
        long numerator(Counts counts) {
            return counts.onlineTotal();
        }

        @Override
        long denominator(Counts counts) {
            return counts.dossiersReceived();
        }
    },
    /** Online dossiers of a known class among the dossiers that could have been online. */
    ELIGIBLE_ONLINE {
        @Override
        long numerator(Counts counts) {
            return counts.onlineClassified();
        }

        @Override
        long denominator(Counts counts) {
            return counts.eligible();
        }
    },
    /** Dossiers with a fee whose fee was paid online; unknown while nobody reports the pair. */
    ONLINE_PAYMENT {
        @Override
        public boolean optional() {
            return true;
        }

        @Override
        @Nullable
        Basis basis(Counts counts, Basis returns) {
            PaymentCounts payment = counts.payment();
            return payment == null ? null : new Basis(payment.returns(), returns.expected());
        }

        @Override
        @Nullable
        Rate of(Counts counts) {
            PaymentCounts payment = counts.payment();
            return payment == null ? null : new Rate(payment.paidOnline(), payment.payable());
        }

        @Override
        long numerator(Counts counts) {
            throw new IllegalStateException("payment counts are optional");
        }

        @Override
        long denominator(Counts counts) {
            throw new IllegalStateException("payment counts are optional");
        }
    };

    abstract long numerator(Counts counts);

    abstract long denominator(Counts counts);

    /** Whether a complete return may lack the figures, so that the rate may rest on fewer returns than others do. */
    public boolean optional() {
        return false;
    }

    /** On which of these returns the rate rests, or null where the counts it needs were not reported. */
    @Nullable
    Basis basis(Counts counts, Basis returns) {
        return returns;
    }

    /** The rate of these counts, or null where the counts it needs were not reported. */
    @Nullable
    Rate of(Counts counts) {
        return new Rate(numerator(counts), denominator(counts));
    }
}
