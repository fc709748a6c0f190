package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.figures.MonthQueries;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Finds the units' months that an address or a form names, as far as they are the reader's. */
@Component
class UnitMonthLookup {

    private final MonthQueries reading;
    private final Units units;

    UnitMonthLookup(MonthQueries reading, Units units) {
        this.reading = reading;
        this.units = units;
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

    /**
     * Refuses a form with a row of any other unit: a unit that does not exist and one that is somebody else's look the
     * same from outside.
     *
     * @throws UserFacingException with 404 if there is one
     */
    void refuseForeign(MonthForm form, YearMonth month, CurrentUser writer) {
        List<Long> own = units.visibleTo(writer, month).stream()
                .map(Unit::id)
                .filter(writer::mayEnter)
                .toList();
        if (!own.containsAll(form.rows().keySet())) {
            throw foreignUnit();
        }
    }

    static UserFacingException foreignUnit() {
        return new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.unit");
    }
}
