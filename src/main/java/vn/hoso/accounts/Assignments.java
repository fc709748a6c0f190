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

    boolean allExist(List<Assignment> assignments) {
        Long[] ids = assignments.stream().map(Assignment::unitId).distinct().toArray(Long[]::new);
        return jdbc.sql("select count(*) from unit where id = any(?)")
                        .param(ids)
                        .query(Integer.class)
                        .single()
                == ids.length;
    }
}
