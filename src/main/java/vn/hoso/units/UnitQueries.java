package vn.hoso.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UserFacingException;

/** Reads the register of units: those of a day, a page at a time, and one unit's whole life. Each method is one statement. */
@Component
public class UnitQueries {

    /** Units on a page of the list. */
    public static final int PAGE = 200;

    private static final String VERSION = """
            v.id, v.unit_id, v.code, v.name, lower(v.valid) as first_day, upper(v.valid) as end_day, v.unit_group,
            v.changed_by_name, v.changed_at, """ + " " + Units.KIND;

    private final JdbcClient jdbc;

    UnitQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a unit was called during a time, and what it was.
     *
     * @param id of the version
     * @param unitId of the unit
     * @param from first day, null: from the beginning
     * @param end first day on which it holds no more, null: still open
     * @param changedBy who wrote it last, null: it came with the installation
     * @param changedAt when
     */
    public record Version(
            long id,
            long unitId,
            @Nullable LocalDate from,
            @Nullable LocalDate end,
            UnitWords words,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {

        boolean holdsOn(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (end == null || end.isAfter(day));
        }
    }

    /**
     * A unit's life.
     *
     * @param version counts its changes
     * @param versions what it was called, from the first on
     */
    public record Life(long id, int version, List<Version> versions) {

        public Version last() {
            return versions.get(versions.size() - 1);
        }

        public Version first() {
            return versions.get(0);
        }
    }

    /**
     * What is asked of the list.
     *
     * @param day the day whose units are listed
     * @param text part of a code or name, without regard to case; empty for all
     * @param kind code of the kind, empty for all
     * @param group the group, empty for all
     * @param page counted from 1
     */
    public record Search(LocalDate day, String text, String kind, String group, int page) {}

    /**
     * One page of the list.
     *
     * @param total how many there are on all pages
     */
    public record Found(List<Version> units, long total) {}

    /** The units of a day in the order of documents. */
    public Found find(Search search) {
        long[] total = {0};
        List<Version> units = jdbc.sql("""
                        select count(*) over () as total, %s
                        from unit_version v join unit_kind kind on kind.code = v.kind
                        where v.valid @> cast(:day as date)
                            and (:text = '' or position(lower(:text) in lower(v.name)) > 0 or position(upper(:text) in v.code) > 0)
                            and (:kind = '' or v.kind = :kind) and (:group = '' or v.unit_group = :group)
                        order by kind.place, v.code limit :limit offset :offset
                        """.formatted(VERSION))
                .param("day", search.day())
                .param("text", search.text())
                .param("kind", search.kind())
                .param("group", search.group())
                .param("limit", PAGE)
                .param("offset", (search.page() - 1) * PAGE)
                .query((row, n) -> {
                    total[0] = row.getLong("total");
                    return version(row);
                })
                .list();
        return new Found(units, total[0]);
    }

    /** Every unit of a day, with what it is called then. */
    List<Version> findOn(LocalDate day) {
        return jdbc.sql("""
                        select %s
                        from unit_version v join unit_kind kind on kind.code = v.kind
                        where v.valid @> cast(? as date) order by kind.place, v.code
                        """.formatted(VERSION))
                .param(day)
                .query((row, n) -> version(row))
                .list();
    }

    /** The units of a day whose name begins with the word of another kind than theirs. */
    public List<Version> findContradicting(LocalDate day, List<UnitKind> kinds) {
        return findOn(day).stream()
                .filter(each -> each.words().contradiction(kinds).isPresent())
                .toList();
    }

    /** Every unit that is there on any of the days, each of its names there apart, in the order of documents. */
    public List<Version> findDuring(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select %s
                        from unit_version v join unit_kind kind on kind.code = v.kind
                        where v.valid && daterange(cast(? as date), cast(? as date), '[]')
                        order by kind.place, v.code, v.valid
                        """.formatted(VERSION))
                .params(first, last)
                .query((row, n) -> version(row))
                .list();
    }

    /** The groups that have been used, in the order of their names. */
    public List<String> groups() {
        return jdbc.sql("select distinct unit_group from unit_version where unit_group is not null order by unit_group")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The kinds in the order of documents. */
    public List<UnitKind> kinds() {
        return jdbc.sql("select %s from unit_kind kind order by kind.place, kind.code".formatted(Units.KIND))
                .query((row, n) -> Units.kind(row))
                .list();
    }

    /**
     * A unit's life.
     *
     * @throws UserFacingException with 404 if there is no such unit
     */
    public Life life(long id) {
        int[] counted = {0};
        List<Version> versions = jdbc.sql("""
                        select unit.version as counted, %s
                        from unit join unit_version v on v.unit_id = unit.id join unit_kind kind on kind.code = v.kind
                        where unit.id = :id order by v.valid
                        """.formatted(VERSION))
                .param("id", id)
                .query((row, n) -> {
                    counted[0] = row.getInt("counted");
                    return version(row);
                })
                .list();
        if (versions.isEmpty()) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "register.none");
        }
        return new Life(id, counted[0], versions);
    }

    /** What every other unit is called during days; those with one of the codes or names, whatever their case. */
    List<Version> findCalled(long besides, LocalDate from, @Nullable LocalDate end, List<UnitWords> words) {
        return jdbc.sql("""
                        select %s
                        from unit_version v join unit_kind kind on kind.code = v.kind
                        where v.unit_id <> :besides and v.valid && daterange(cast(:from as date), cast(:end as date))
                            and (v.code = any(:codes) or lower(v.name) = any(:names))
                        order by v.code
                        """.formatted(VERSION))
                .param("besides", besides)
                .param("from", from)
                .param("end", end)
                .param("codes", words.stream().map(UnitWords::code).toArray(String[]::new))
                .param(
                        "names",
                        words.stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query((row, n) -> version(row))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("id"),
                row.getLong("unit_id"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("end_day", LocalDate.class),
                new UnitWords(
                        row.getString("code"), row.getString("name"), Units.kind(row), row.getString("unit_group")),
                row.getString("changed_by_name"),
                Rows.instantOrNull(row, "changed_at"));
    }
}
