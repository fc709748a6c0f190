package vn.hoso.units;

import java.time.YearMonth;
import java.util.List;

/** In which months a unit has figures, told by the module that holds them. */
@FunctionalInterface
public interface UnitMonths {

    /** The months for which something of the unit is stored, complete or not, ascending. */
    List<YearMonth> findByUnit(long unitId);
}
