package vn.hoso.followups;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.units.UnitCarriage;

/** Open tasks of units that end: they stay about the unit's figures, and whoever comes of it sees and carries them on. */
@Component
class TaskCarriage implements UnitCarriage {

    private final FollowUps tasks;
    private final JdbcClient jdbc;

    TaskCarriage(FollowUps tasks, JdbcClient jdbc) {
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @Override
    public What what() {
        return What.TASKS;
    }

    /** Those that a unit carries on for an earlier one go over to its successors as well. */
    @Override
    public List<Item> find(Ways ways) {
        return jdbc.sql("""
                        select way.unit, way.successor, task.task, task.due
                        from unnest(cast(:of as bigint[]), cast(:to as bigint[])) with ordinality as way (unit, successor, place)
                        join follow_up task on task.state = 'OPEN' and (task.unit_id = way.unit or exists (
                            select from follow_up_carried c where c.follow_up_id = task.id and c.unit_id = way.unit))
                        order by way.place, task.due, task.id
                        """)
                .param("of", ways.of())
                .param("to", ways.to())
                .query((row, n) -> new Item(
                        row.getLong("unit"),
                        row.getLong("successor"),
                        row.getString("task") + " (" + Formats.date(row.getObject("due", LocalDate.class)) + ")",
                        true))
                .list();
    }

    @Override
    public String carry(Ways ways, CurrentUser by) {
        tasks.findOpenOf(ways.ended()).forEach(task -> task.carryOn(ways));
        tasks.flush();
        return "{}";
    }

    @Override
    public void takeBack(String undo, Collection<Long> successors) {
        tasks.findCarriedBy(successors).forEach(task -> task.carryOnNoMore(successors));
        tasks.flush();
    }
}
