package vn.hoso.units;

import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;

/** Looks up units as of a month, each person only what is theirs. */
@Component
public class Units {

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units of the month that the person may see, in the order of documents: townships, communes, offices. */
    public List<Unit> visibleTo(CurrentUser person, YearMonth month) {
        return find(month, person.seesAllUnits(), person.unitIds().toArray(Long[]::new));
    }

    /** Every unit of the month, for the program's own work. */
    public List<Unit> all(YearMonth month) {
        return find(month, true, new Long[0]);
    }

    private List<Unit> find(YearMonth month, boolean every, Long[] these) {
        return jdbc.sql("""
                        select unit.id, version.code, version.name, unit.kind
                        from unit
                        join unit_version version on version.unit_id = unit.id and version.valid @> cast(:day as date)
                        where :every or unit.id = any(:these)
                        order by array_position(array['TOWNSHIP', 'COMMUNE', 'DISTRICT_OFFICE'], unit.kind), version.code
                        """)
                .param("day", month.atDay(1))
                .param("every", every)
                .param("these", these)
                .query(Unit.class)
                .list();
    }
}
