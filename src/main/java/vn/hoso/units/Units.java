package vn.hoso.units;

import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UserFacingException;

/** Looks up units as of a month, each user only what is theirs. */
@Component
public class Units {

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units of the month that the user may see, in the order of documents: townships, communes, offices. */
    public List<Unit> visibleTo(CurrentUser user, YearMonth month) {
        return find(month, user.seesAllUnits(), user.unitIds().toArray(Long[]::new));
    }

    /**
     * The unit of the month, if the user may see it; one that does not exist and one that is somebody else's look the
     * same from outside.
     *
     * @throws UserFacingException with 404 if there is no such unit for them
     */
    public Unit visibleTo(CurrentUser user, YearMonth month, long id) {
        return visibleTo(user, month).stream()
                .filter(unit -> unit.id() == id)
                .findFirst()
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.place"));
    }

    /** Every unit of the month, for the program's own work. */
    public List<Unit> all(YearMonth month) {
        return find(month, true, new Long[0]);
    }

    private List<Unit> find(YearMonth month, boolean every, Long[] these) {
        return jdbc.sql("""
                        select unit_id as id, code, name, kind from unit_at(cast(:day as date))
                        where :every or unit_id = any(:these) order by place, code
                        """)
                .param("day", month.atDay(1))
                .param("every", every)
                .param("these", these)
                .query(new SimplePropertyRowMapper<>(Unit.class))
                .list();
    }
}
