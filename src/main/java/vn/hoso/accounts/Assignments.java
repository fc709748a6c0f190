package vn.hoso.accounts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which units each person enters. */
@Component
class Assignments {

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Assignment> of(long userId) {
        return jdbc.sql("""
                        select unit_id, from_day as "from", to_day as "to" from user_unit where user_id = ? order by unit_id
                        """).param(userId).query(Assignment.class).list();
    }

    /** These and no others from now on, in the caller's transaction. */
    void replace(long userId, List<Assignment> assignments) {
        jdbc.sql("delete from user_unit where user_id = ?").param(userId).update();
        for (Assignment each : assignments) {
            jdbc.sql("insert into user_unit (user_id, unit_id, from_day, to_day) values (?, ?, ?, ?)")
                    .params(userId, each.unitId(), each.from(), each.to())
                    .update();
        }
    }

    boolean allExist(List<Assignment> assignments) {
        Long[] ids = assignments.stream().map(Assignment::unitId).distinct().toArray(Long[]::new);
        return jdbc.sql("select count(*) from unit where id = any(?)")
                        .param(ids)
                        .query(Integer.class)
                        .single()
                == ids.length;
    }
}
