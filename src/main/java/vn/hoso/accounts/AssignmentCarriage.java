package vn.hoso.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.UnitCarriage;

/** Who enters the figures of units, and of those that come of them too. */
@Component
class AssignmentCarriage implements UnitCarriage {

    private final Users users;
    private final JdbcClient jdbc;

    AssignmentCarriage(Users users, JdbcClient jdbc) {
        this.users = users;
        this.jdbc = jdbc;
    }

    /** What is kept of it: what was given, and how often each user had been changed after it. */
    private record Carried(List<Given> given, List<Counted> counted) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Given(
            long userId,
            long unitId,
            @Nullable LocalDate fromDay,
            @Nullable LocalDate toDay) {

        static Given of(User user, UserAssignment given) {
            return new Given(user.id(), given.unitId(), given.from(), given.to());
        }

        UserAssignment assignment() {
            return new UserAssignment(unitId, fromDay, toDay);
        }
    }

    private record Counted(long id, int version) {}

    @Override
    public What what() {
        return What.PEOPLE;
    }

    /** Whoever may sign in and enters a unit's figures on the first day or later. */
    @Override
    public List<Item> find(Ways ways) {
        return jdbc.sql("""
                        select mine.unit_id as unit, way.successor, person.display_name as text, true as fits
                        from unnest(cast(:of as bigint[]), cast(:to as bigint[])) with ordinality as way (unit, successor, place)
                        join user_unit mine on mine.unit_id = way.unit and coalesce(mine.to_day >= :from, true)
                        join app_user person on person.id = mine.user_id and person.enabled
                        order by way.place, person.display_name
                        """)
                .param("of", ways.of())
                .param("to", ways.to())
                .param("from", ways.from())
                .query((row, n) -> Item.read(row))
                .list();
    }

    /** Gives them the new unit too; who stood in for several units does so on all the days. */
    @Override
    public String carry(Ways ways, CurrentUser by) {
        List<User> theirs = users.loadUnits(users.lockEntering(ways.ended(), ways.from()));
        List<Given> given = new ArrayList<>();
        ways.predecessors()
                .forEach((successor, units) -> theirs.forEach(user -> user.enterToo(successor, units, ways.from())
                        .ifPresent(each -> given.add(Given.of(user, each)))));
        users.flush();
        return JsonMapper.shared()
                .writeValueAsString(new Carried(
                        given,
                        theirs.stream()
                                .map(user -> new Counted(user.id(), user.version()))
                                .toList()));
    }

    /** Takes the new units from those who were given them; a user who was changed since keeps counting on. */
    @Override
    public void takeBack(String undo, Collection<Long> successors) {
        Carried carried = JsonMapper.shared().readValue(undo, Carried.class);
        List<User> theirs = users.loadUnits(
                users.lockAllById(carried.given().stream().map(Given::userId).toList()));
        List<Long> asLeft = theirs.stream()
                .filter(user -> carried.counted().contains(new Counted(user.id(), user.version())))
                .map(User::id)
                .toList();
        theirs.forEach(user -> user.enterNoMore(carried.given().stream()
                .filter(each -> each.userId() == user.id())
                .map(Given::assignment)
                .toList()));
        users.flush();
        users.countBack(asLeft);
    }
}
