package vn.hoso.results;

import java.math.BigDecimal;
import java.util.List;
import vn.hoso.rates.Fraction;
import vn.hoso.rates.Rate;

/**
 * Why the units' common rate changed: because units did better or worse (rate effect), and because dossiers moved between
 * units of different rates (mix effect). Percentage points, rounded for print with as many decimals as it takes to see
 * that the two add up to the change, which they do exactly.
 *
 * @param change the whole change
 * @param rate what it would have been had every unit kept its share of the dossiers
 * @param mix what it would have been had every unit kept its rate
 */
public record ResultsChangeSplit(BigDecimal change, BigDecimal rate, BigDecimal mix) {

    private static final int DECIMALS = 2;

    /** Beyond this nobody reads on. */
    private static final int MOST_DECIMALS = 12;

    private static final Rate NOTHING = new Rate(0, 0);

    /** A unit's rate then and now; nothing arisen is a share of 0 dossiers. */
    record Pair(Rate before, Rate after) {}

    /** The two effects, exactly; they add up to the change. */
    record Effects(Fraction rate, Fraction mix) {

        Fraction change() {
            return rate.plus(mix);
        }
    }

    static ResultsChangeSplit of(List<Pair> units) {
        Effects effects = effects(units);
        int decimals = DECIMALS;
        while (decimals < MOST_DECIMALS && !addsUp(effects, decimals)) {
            decimals++;
        }
        return new ResultsChangeSplit(
                effects.change().percent(decimals),
                effects.rate().percent(decimals),
                effects.mix().percent(decimals));
    }

    private static boolean addsUp(Effects effects, int decimals) {
        return effects.rate()
                        .percent(decimals)
                        .add(effects.mix().percent(decimals))
                        .compareTo(effects.change().percent(decimals))
                == 0;
    }

    /**
     * {@code Σ ½(w₁+w₀)(a₁−a₀)} and the rest of the change, which is {@code Σ (w₁−w₀)(½(a₁+a₀) − ½(r₁+r₀))}, with each
     * unit's share {@code w} of the dossiers and its rate {@code a}. A unit without dossiers in one of the periods has no
     * rate there: it is taken to have kept its rate, so that its coming or going is mix alone.
     *
     * @param units at least one dossier in each period
     */
    static Effects effects(List<Pair> units) {
        Rate before = units.stream().map(Pair::before).reduce(NOTHING, Rate::plus);
        Rate after = units.stream().map(Pair::after).reduce(NOTHING, Rate::plus);
        Fraction rate = Fraction.sum(units.stream()
                .filter(unit -> unit.before().arisen() && unit.after().arisen())
                .map(unit -> weight(unit.after(), after)
                        .plus(weight(unit.before(), before))
                        .half()
                        .times(Fraction.of(unit.after()).minus(Fraction.of(unit.before()))))
                .toList());
        Fraction change = Fraction.of(after).minus(Fraction.of(before));
        return new Effects(rate, change.minus(rate));
    }

    private static Fraction weight(Rate unit, Rate all) {
        return unit.exactDenominator().over(all.exactDenominator());
    }
}
