package vn.hoso.backup;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people may do before and after a restore: whoever was locked since the package was made is not any more, and a link to the wall
 * screen that was revoked since then opens again.
 */
final class PeopleStates {

    private PeopleStates() {}

    /** What each person may do and how they sign in, as one text. */
    static Map<String, String> of(JdbcClient jdbc) {
        Map<String, String> people = new TreeMap<>();
        if (Restore.has(jdbc, "app_user")) {
            jdbc.sql("""
                            select u.username, concat_ws(', ', u.role, case when u.enabled then 'đang dùng' else 'đã khóa' end,
                                'mật khẩu từ ' || to_char(u.password_changed_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI'),
                                case when exists (select from second_factor f where f.user_id = u.id) then 'có mã xác thực' end)
                            from app_user u
                            """).query(row -> {
                people.put(row.getString(1), row.getString(2));
            });
        }
        if (Restore.has(jdbc, "wall_link")) {
            jdbc.sql("""
                            select 'màn hình treo tường “' || name || '”, tạo lúc '
                                || to_char(made_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI "ngày" DD/MM/YYYY'),
                                case when revoked_at is null then 'liên kết dùng được'
                                        || coalesce(' đến hết ngày ' || to_char((to_jsonb(wall_link) ->> 'last_day')::date, 'DD/MM/YYYY'), '')
                                    else 'liên kết đã thu hồi' end
                            from wall_link
                            """).query(row -> {
                people.put(row.getString(1), row.getString(2));
            });
        }
        return people;
    }

    /** What is different for whom; nothing where nobody was there before. */
    static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, String> differences = new TreeMap<>();
        before.forEach((name, state) -> {
            String now = after.getOrDefault(name, "không có");
            if (!now.equals(state)) {
                differences.put(name, state + " → " + now);
            }
        });
        if (!before.isEmpty()) {
            after.forEach((name, state) -> {
                if (!before.containsKey(name)) {
                    differences.put(name, "không có → " + state);
                }
            });
        }
        return differences;
    }
}
