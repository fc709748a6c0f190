package vn.hoso.readiness;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.hoso.rates.Percentages;
import vn.hoso.rates.Rate;
import vn.hoso.readiness.UnitReadiness.State;

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

    /** Those of units at hand. */
    public static QuarterTotals of(Quarter quarter, List<UnitReadiness> units) {
        Map<State, List<UnitReadiness>> states = units.stream().collect(Collectors.groupingBy(UnitReadiness::state));
        List<UnitReadiness> reported = states.getOrDefault(State.REPORTED, List.of());
        Rate computers = new Rate(0, 0);
        Rate signatures = new Rate(0, 0);
        for (UnitReadiness each : reported) {
            Equipment said = Objects.requireNonNull(each.equipment());
            computers = computers.plus(said.computers());
            signatures = signatures.plus(said.signatures());
        }
        return new QuarterTotals(
                quarter,
                reported.size(),
                states.getOrDefault(State.OWED, List.of()).size(),
                states.getOrDefault(State.NO_SHOP, List.of()).size(),
                (int) reported.stream().filter(each -> each.shortBy() > 0).count(),
                computers,
                signatures);
    }

    /** Units of which a form is asked for: those with a shop, or that never said that they have none. */
    public int asked() {
        return reported + owed;
    }

    /** A rate that has arisen in percent, as it is printed: never as the 100 % of solution 3.1 where it is less. */
    public static BigDecimal percent(Rate rate) {
        return Percentages.alone(rate);
    }
}
