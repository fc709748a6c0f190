package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.figures.MonthQueries;
import vn.hoso.figures.MonthQueries.MonthLock;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.MonthQueries.UnitMonth;
import vn.hoso.period.StoredMonth;
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

    /**
     * The unit and its month as the reader may see them.
     *
     * @param days those that the month counts
     * @param lock who locked the month and when, null while it is open
     * @param stored its return, null if there is none
     */
    record Found(
            YearMonth month,
            Unit unit,
            StoredMonth days,
            @Nullable MonthLock lock,
            @Nullable StoredReturn stored) {}

    /**
     * Reads it.
     *
     * @throws UserFacingException with 404 if there is no such unit in that month, or it is not the reader's to see
     */
    Found find(YearMonth month, long unitId, CurrentUser reader) {
        Unit unit = units.visibleTo(reader, month, unitId);
        UnitMonth now = reading.ofUnit(month, unitId);
        return new Found(month, unit, now.days(), now.lock(), now.stored());
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
        Set<Long> rows = form.rows().keySet();
        Set<Long> own = units.visibleTo(writer, month, rows).stream()
                .map(Unit::id)
                .filter(writer::mayEnter)
                .collect(Collectors.toSet());
        if (!own.containsAll(rows)) {
            throw foreignUnit();
        }
    }

    static UserFacingException foreignUnit() {
        return new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.unit");
    }
}
