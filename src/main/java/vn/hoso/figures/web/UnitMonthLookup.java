package vn.hoso.figures.web;

import java.time.YearMonth;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.figures.MonthQueries;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;

/** Finds the unit's month that an address names. */
@Component
class UnitMonthLookup {

    private final MonthQueries reading;

    UnitMonthLookup(MonthQueries reading) {
        this.reading = reading;
    }

    /** The unit and its month as the reader may see them. */
    record Found(YearMonth month, Unit unit, MonthSnapshot snapshot) {}

    /**
     * Reads it.
     *
     * @throws UserFacingException with 404 if there is no such unit in that month, or it is not the reader's to see
     */
    Found find(YearMonth month, long unitId, CurrentUser reader) {
        MonthSnapshot snapshot = reading.read(month, reader);
        return snapshot.units().stream()
                .filter(unit -> unit.id() == unitId)
                .findFirst()
                .map(unit -> new Found(month, unit, snapshot))
                .orElseThrow(UnitMonthLookup::notFound);
    }

    /** A unit that does not exist and one that is somebody else's look the same from outside. */
    static UserFacingException notFound() {
        return new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.place");
    }
}
