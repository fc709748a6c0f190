package vn.hoso.readiness;

import java.math.BigDecimal;
import vn.hoso.rates.Percentages;
import vn.hoso.rates.Rate;

/**
 * A quarter of several units. What units did not report is no 0: they are counted apart and stand in no rate.
 *
 * @param reported units that have a one-stop shop and said what it has
 * @param owed units that have said nothing of the quarter
 * @param without units that have no one-stop shop
 * @param lacking of those that reported, how many lack a computer or a signature
 * @param computers officials with an adequate computer, of all at the shops
 * @param signatures officials with a personal digital signature, of all at the shops
 */
public record QuarterTotals(
        Quarter quarter, int reported, int owed, int without, int lacking, Rate computers, Rate signatures) {

    /** Units of which a form is asked for: those with a shop, or that never said that they have none. */
    public int asked() {
        return reported + owed;
    }

    /** A rate that has arisen in percent, as it is printed: never as the 100 % of solution 3.1 where it is less. */
    public static BigDecimal percent(Rate rate) {
        return Percentages.alone(rate);
    }
}
