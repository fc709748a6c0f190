package vn.hoso.presentation;

import org.jspecify.annotations.Nullable;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.rates.Rate;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * A rate in print: the percentage never stands without its fraction, and its absence never reads as zero.
 *
 * @param title what is measured
 * @param percent such as 95,27%; "—" where there is none
 * @param fraction such as 10.682/11.212; the reason where there is no percentage
 * @param known whether there is a percentage
 * @param basis on how many returns it rests, where that may be fewer than others rest on; else null
 * @param trace where its figures come from, null where no page tells
 */
public record RateView(
        String title,
        String percent,
        String fraction,
        boolean known,
        @Nullable String basis,
        @Nullable String trace) {

    public static final String NONE = "—";

    public RateView(String title, String percent, String fraction, boolean known) {
        this(title, percent, fraction, known, null, null);
    }

    /** The fraction, and on how many returns it rests where these may be few. */
    public String figures() {
        return basis == null ? fraction : fraction + "; " + basis;
    }

    /** The same rate, leading to where its figures come from. */
    public RateView tracedTo(@Nullable String path) {
        return new RateView(title, percent, fraction, known, basis, known ? path : null);
    }

    /** As sentences and large figures print it: 78%. */
    public static RateView inProse(IndicatorResult result, PageMessages wording) {
        return of(result, wording, result.percent() == null ? NONE : Formats.percentInProse(result.percent()));
    }

    /** As columns print it: 78,00%. */
    public static RateView inTable(IndicatorResult result, PageMessages wording) {
        return of(result, wording, result.percent() == null ? NONE : Formats.percent(result.percent()));
    }

    private static RateView of(IndicatorResult result, PageMessages wording, String percent) {
        String title = IndicatorText.name(result.indicator(), wording);
        Rate rate = result.rate();
        if (rate == null) {
            return new RateView(
                    title,
                    NONE,
                    wording.of(
                            !result.measured()
                                    ? "dashboard.not-measured"
                                    : result.expected() ? "dashboard.not-reported" : "dashboard.not-expected"),
                    false);
        }
        if (!rate.arisen()) {
            return new RateView(title, NONE, wording.of("dashboard.nothing-arisen"), false);
        }
        return new RateView(
                title,
                percent,
                fraction(rate),
                true,
                IndicatorText.basis(result.indicator(), result.basis(), wording),
                null);
    }

    public static String fraction(Rate rate) {
        return Formats.count(rate.numerator()) + "/" + Formats.count(rate.denominator());
    }
}
