package vn.hoso.units;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** In which months units have figures or owe them, told by the module that holds them. */
public interface UnitMonths {

    /**
     * The months of a unit.
     *
     * @param stored for which something is stored, complete or not, ascending
     * @param owed that have begun and for which a return is due that is not complete, ascending
     * @param returned whose return was sent back and waits for the unit, ascending
     */
    record Months(List<YearMonth> stored, List<YearMonth> owed, List<YearMonth> returned) {

        /** Of a unit without figures that owes none. */
        public static final Months NONE = new Months(List.of(), List.of(), List.of());

        /** Whether something of them is still to be done by the unit. */
        public boolean open() {
            return !owed.isEmpty() || !returned.isEmpty();
        }
    }

    /** The months for which something of the unit is stored, complete or not, ascending. */
    List<YearMonth> findByUnit(long unitId);

    /** The months of units that exist before a day; those stored for later months too. One statement. */
    Map<Long, Months> findByUnits(Collection<Long> unitIds, LocalDate until);
}
