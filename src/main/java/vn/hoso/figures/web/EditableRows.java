package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Holds a sent form against the units that its writer may enter. */
@Component
class EditableRows {

    private final Units units;

    EditableRows(Units units) {
        this.units = units;
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
