package vn.hoso.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UnitOptions.Option;
import vn.hoso.shared.UserText;

/** Reads the trail, the latest line first. Each method is one statement. */
@Component
public class TrailSearch {

    private static final int AT_ONCE = 1_000;

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;

    TrailSearch(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A page of lines.
     *
     * @param before only lines with a smaller sequence, null for the latest
     * @param most how many at most
     */
    public List<TrailLine> lines(TrailFilter filter, @Nullable Long before, int most) {
        MapSqlParameterSource values = values(filter).addValue("before", before).addValue("most", most);
        String sql = select(filter) + (before == null ? "" : " and sequence < :before")
                + " order by sequence desc limit :most";
        return jdbc.query(sql, values, (row, n) -> line(ChainVerification.read(row)));
    }

    /** Every line, the earliest first, one after the other without keeping them in memory. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void each(TrailFilter filter, Consumer<TrailLine> reader) {
        RowCallbackHandler rows = row -> reader.accept(line(ChainVerification.read(row)));
        NamedParameterJdbcTemplate passing = new NamedParameterJdbcTemplate(fetching());
        passing.query(select(filter) + " order by sequence", values(filter), rows);
    }

    private JdbcTemplate fetching() {
        JdbcTemplate template =
                new JdbcTemplate(Objects.requireNonNull(jdbc.getJdbcTemplate().getDataSource()));
        template.setFetchSize(AT_ONCE);
        return template;
    }

    /**
     * The users who may occur in the trail, by name; what a unit's code is to a unit, the name they sign in with is to them. Of more than a
     * list takes, enough to know that, the one who is chosen and the first whom the typed text may mean: those who are called so, then
     * those of whose names it is a part.
     *
     * @param picked an id as it was sent
     * @param typed a name or a part of one as it was typed, null for none
     */
    public UnitOptions users(String picked, @Nullable String typed) {
        String text = UserText.unaccented(UserText.keptName(Objects.requireNonNullElse(typed, "")));
        String name = text.split(" – ", 2)[0];
        return new UnitOptions(
                jdbc.query(
                        """
                        with called as (select id, display_name, username, %s as plain_name, %s as plain_username from app_user)
                        select id, display_name, username from called where cast(id as text) = :picked
                        union (select id, display_name, username from called order by display_name, username limit :most)
                        union (select id, display_name, username from called
                            where :name <> '' and position(:name in plain_name || ' – ' || plain_username) > 0
                            order by :text in (plain_name, plain_username, plain_name || ' – ' || plain_username) desc,
                                display_name, username
                            limit :most)
                        order by display_name, username
                        """.formatted(UserText.unaccentedSql("display_name"), UserText.unaccentedSql("username")),
                        new MapSqlParameterSource()
                                .addValue("picked", picked)
                                .addValue("text", text)
                                .addValue("name", name)
                                .addValue("most", UnitOptions.LISTED + 1),
                        (row, n) ->
                                Option.of(row.getLong("id"), row.getString("username"), row.getString("display_name"))),
                null,
                null);
    }

    /** The codes of what was ever done; jumps from one to the next in the index instead of reading every line. */
    public List<String> actions() {
        return jdbc.getJdbcTemplate().query("""
                        with recursive found as (
                            (select action from audit_event order by action limit 1)
                            union all
                            select (select action from audit_event where action > found.action order by action limit 1)
                            from found where found.action is not null)
                        select action from found where action is not null
                        """, (row, n) -> row.getString("action"));
    }

    private static String select(TrailFilter filter) {
        StringBuilder sql = new StringBuilder("""
                select sequence, at, actor_id, actor_name, action, subject, detail, month, unit_ids,
                    cast(changes as text) as changes, reason, address, request_id, previous_hash, hash
                from audit_event where true""");
        and(sql, filter.user(), "actor_id = :person");
        and(sql, filter.unit(), "unit_ids @> array[cast(:unit as bigint)]");
        and(sql, filter.month(), "month = :month");
        and(sql, filter.action(), "action = :action");
        and(sql, filter.from(), "at >= :from");
        and(sql, filter.to(), "at < :until");
        return sql.toString();
    }

    private static void and(StringBuilder sql, @Nullable Object wanted, String condition) {
        if (wanted != null) {
            sql.append(" and ").append(condition);
        }
    }

    private static MapSqlParameterSource values(TrailFilter filter) {
        return new MapSqlParameterSource()
                .addValue("person", filter.user())
                .addValue("unit", filter.unit())
                .addValue(
                        "month", filter.month() == null ? null : filter.month().atDay(1))
                .addValue("action", filter.action())
                .addValue("from", start(filter.from()))
                .addValue(
                        "until", filter.to() == null ? null : start(filter.to().plusDays(1)));
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Formats.ZONE).toOffsetDateTime();
    }

    private TrailLine line(TrailRow row) {
        return new TrailLine(
                row.sequence(),
                row.at(),
                row.actorName(),
                row.action(),
                row.subject(),
                row.detail(),
                row.month(),
                row.unitIds(),
                row.changes() == null ? List.of() : Arrays.asList(json.readValue(row.changes(), Change[].class)),
                row.reason(),
                row.address(),
                row.requestId(),
                row.hash());
    }
}
