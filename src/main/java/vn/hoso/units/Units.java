package vn.hoso.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UnitOptions.Option;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;

/** Looks up units as of a month, each user only what is theirs. */
@Component
public class Units {

    /** The columns of {@code unit_kind kind} that {@link #unit} and {@link #kind} read. */
    public static final String KIND = """
            kind.code as kind, kind.name as kind_name, kind.heading, kind.short_forms, kind.place, kind.office
            """;

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units of the month that the user may see, in the order of documents: by the kinds' order, then by code. */
    public List<Unit> visibleTo(CurrentUser user, YearMonth month) {
        return find(month.atDay(1), user.seesAllUnits(), user.unitIds().toArray(Long[]::new));
    }

    /** Those of these units that there are in the month and that the user may see, in the order of documents. */
    public List<Unit> visibleTo(CurrentUser user, YearMonth month, Collection<Long> ids) {
        return find(
                month.atDay(1),
                false,
                ids.stream().filter(user::maySee).distinct().toArray(Long[]::new));
    }

    /**
     * The unit of the month, if the user may see it; one that does not exist and one that is somebody else's look the
     * same from outside.
     *
     * @throws UserFacingException with 404 if there is no such unit for them
     */
    public Unit visibleTo(CurrentUser user, YearMonth month, long id) {
        return visibleTo(user, month, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.place"));
    }

    /**
     * Holds units until the transaction ends: whoever ends one of them, or changes its days, waits. To be called before it is
     * asked whether they exist, so that no figure is stored for a unit that ends meanwhile.
     */
    public void hold(Collection<Long> ids) {
        jdbc.sql("select id from unit where id = any(?) order by id for share")
                .param(ids.toArray(Long[]::new))
                .query(row -> {});
    }

    /** Every unit of the month, for the program's own work. */
    public List<Unit> all(YearMonth month) {
        return all(month.atDay(1));
    }

    /** What every unit has ever been called, the oldest first. */
    public List<Unit> ever() {
        return jdbc.sql("""
                        select v.unit_id as id, v.code, v.name, %s
                        from unit_version v join unit_kind kind on kind.code = v.kind order by v.valid, v.code
                        """.formatted(KIND)).query((row, n) -> unit(row)).list();
    }

    /** A unit by its latest name, and its last day where it has ended. */
    public record Lasting(
            long id, String code, String name, @Nullable LocalDate lastDay) {

        /** As it is offered: with its last day where it has ended. */
        public Option option(UnaryOperator<String> ended) {
            return new Option(id, code, name, lastDay == null ? name : ended.apply(Formats.date(lastDay)));
        }
    }

    /** Every unit that there was on a day or has been since, in the order of documents, for the program's own work. */
    public List<Lasting> since(LocalDate day) {
        return jdbc.sql("""
                        select id, code, name, last_day from (
                            select distinct on (v.unit_id) v.unit_id as id, v.name, v.code, kind.place,
                                case when not upper_inf(v.valid) then upper(v.valid) - 1 end as last_day
                            from unit_version v join unit_kind kind on kind.code = v.kind
                            where v.valid && daterange(cast(:day as date), null)
                            order by v.unit_id, v.valid desc) latest
                        order by place, code, id
                        """)
                .param("day", day)
                .query((row, n) -> new Lasting(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** Every unit of the day, for the program's own work. */
    public List<Unit> all(LocalDate day) {
        return find(day, true, new Long[0]);
    }

    /**
     * The first of the units on any of the days that the user may see and that a text may mean, by their latest names there:
     * those with the code or name itself, then those of which it is a part, without regard to case and accents.
     *
     * @param from null for all earlier days
     * @param until null for all later days
     */
    public List<Unit> matching(
            String text, @Nullable LocalDate from, @Nullable LocalDate until, CurrentUser reader, int most) {
        return jdbc.sql("""
                        select latest.id, latest.code, latest.name, %s
                        from (select distinct on (v.unit_id) v.unit_id as id, v.code, v.name, v.kind
                            from unit_version v
                            where v.valid && daterange(cast(:from as date), cast(:until as date), '[]')
                                and (:every or v.unit_id = any(:these))
                            order by v.unit_id, v.valid desc) latest
                        join unit_kind kind on kind.code = latest.kind
                        where position(:text in %s) > 0
                        order by (:text in (%s, %s)) desc, kind.place, latest.code, latest.id limit :most
                        """.formatted(
                                KIND,
                                UserText.unaccentedSql("(latest.name || ' – ' || latest.code)"),
                                UserText.unaccentedSql("latest.code"),
                                UserText.unaccentedSql("latest.name")))
                .param("text", UserText.unaccented(UserText.keptName(text)))
                .param("from", from)
                .param("until", until)
                .param("every", reader.seesAllUnits())
                .param("these", reader.unitIds().toArray(Long[]::new))
                .param("most", most)
                .query((row, n) -> unit(row))
                .list();
    }

    private List<Unit> find(LocalDate day, boolean every, Long[] these) {
        Map<String, UnitKind> kinds = new HashMap<>();
        return jdbc.sql("""
                        select v.unit_id as id, v.code, v.name, %s
                        from unit_at(cast(:day as date)) v join unit_kind kind on kind.code = v.kind
                        where :every or v.unit_id = any(:these) order by kind.place, v.code
                        """.formatted(KIND))
                .param("day", day)
                .param("every", every)
                .param("these", these)
                .query((row, n) ->
                        new Unit(row.getLong("id"), row.getString("code"), row.getString("name"), kind(row, kinds)))
                .list();
    }

    /** The unit of a row that has its id, code, name and the columns of {@link #KIND}. */
    public static Unit unit(ResultSet row) throws SQLException {
        return new Unit(row.getLong("id"), row.getString("code"), row.getString("name"), kind(row));
    }

    /** There are few kinds and many units: each is read once. */
    private static UnitKind kind(ResultSet row, Map<String, UnitKind> known) throws SQLException {
        UnitKind kind = known.get(row.getString("kind"));
        if (kind == null) {
            kind = kind(row);
            known.put(kind.code(), kind);
        }
        return kind;
    }

    static UnitKind kind(ResultSet row) throws SQLException {
        return new UnitKind(
                row.getString("kind"),
                row.getString("kind_name"),
                row.getString("heading"),
                List.of((String[]) row.getArray("short_forms").getArray()),
                row.getInt("place"),
                row.getBoolean("office"));
    }
}
