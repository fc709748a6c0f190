package vn.hoso.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.rates.Fraction;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.ReorganisationLine.Deed;

/** Reads the reorganisations that were applied. Each method is one statement. */
@Component
public class ReorganisationQueries {

    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ReorganisationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A reorganisation.
     *
     * @param from first day of what it made
     * @param instrument number of the document that orders it
     * @param issuer null: not known
     * @param decided day of the document, null: not known
     * @param note null: none
     */
    public record Applied(
            long id,
            LocalDate from,
            String instrument,
            @Nullable String issuer,
            @Nullable LocalDate decided,
            @Nullable String note,
            List<Line> lines,
            String by,
            Instant at) {

        /** The units that it is about, those that it made included. */
        public List<Long> unitIds() {
            return lines.stream().flatMap(Line::unitIds).distinct().sorted().toList();
        }
    }

    /**
     * A line of it, with the names of that time.
     *
     * @param from the units that ended or are called otherwise
     * @param to what came of them, null: nothing
     */
    public record Line(
            Deed deed, List<Named> from, @Nullable Named to) {

        Stream<Long> unitIds() {
            return Stream.concat(from.stream(), Stream.ofNullable(to)).map(Named::id);
        }
    }

    /**
     * A unit in a line.
     *
     * @param kind name of the kind
     * @param group null: none
     * @param numerator of the part of it that the line is about
     */
    public record Named(
            long id,
            String code,
            String name,
            String kind,
            @Nullable String group,
            long numerator,
            long denominator) {

        static Named of(long id, UnitWords words, Fraction part) {
            return new Named(
                    id,
                    words.code(),
                    words.name(),
                    words.kind().name(),
                    words.group(),
                    part.numerator().longValueExact(),
                    part.denominator().longValueExact());
        }

        public boolean whole() {
            return numerator == denominator;
        }
    }

    /** All of them, the latest day first. */
    public List<Applied> all() {
        return jdbc.sql("select * from reorganisation order by effective_on desc, id desc")
                .query(ReorganisationQueries::applied)
                .list();
    }

    /** @throws UserFacingException with 404 if there is none, or none any more */
    public Applied get(long id) {
        return jdbc.sql("select * from reorganisation where id = ?")
                .param(id)
                .query(ReorganisationQueries::applied)
                .optional()
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "reorganisation.none"));
    }

    /** Those applied after another that are about one of the units, the first of them first. */
    public List<Applied> findAfter(long id, Collection<Long> units) {
        return jdbc.sql("""
                        select * from reorganisation act where act.id > :id and exists (
                            select from jsonb_path_query(act.lines, '$[*].*.id') as unit (id)
                            where unit.id = any(select to_jsonb(each) from unnest(cast(:units as bigint[])) each))
                        order by act.id
                        """)
                .param("id", id)
                .param("units", units.toArray(Long[]::new))
                .query(ReorganisationQueries::applied)
                .list();
    }

    /** Those that are about a unit, the first of them first. */
    public List<Applied> findByUnit(long unit) {
        return findAfter(0, List.of(unit));
    }

    /** Those applied since the state that a text of {@link #seen} stands for; none where it is no such text. */
    List<Applied> findSince(String seen) {
        String latest = seen.split(";", 2)[0];
        return jdbc.sql("select * from reorganisation where id > ? order by id")
                .param(latest.matches("\\d{1,18}") ? Long.parseLong(latest) : Long.MAX_VALUE)
                .query(ReorganisationQueries::applied)
                .list();
    }

    /** By which instruments units went into others. */
    Map<Long, String> findGone(Collection<Long> units) {
        Map<Long, String> found = new HashMap<>();
        jdbc.sql("""
                        select distinct s.predecessor, act.instrument from unit_succession s
                        join reorganisation act on act.id = s.reorganisation_id where s.predecessor = any(?)
                        """).param(units.toArray(Long[]::new)).query(row -> {
            found.put(row.getLong("predecessor"), row.getString("instrument"));
        });
        return found;
    }

    /** On which day from another on units are called otherwise next. */
    Map<Long, LocalDate> findLater(Collection<Long> units, LocalDate from) {
        Map<Long, LocalDate> found = new HashMap<>();
        jdbc.sql("""
                        select unit_id, min(lower(valid)) as first_day from unit_version
                        where unit_id = any(:units) and lower(valid) >= :from group by unit_id
                        """)
                .param("units", units.toArray(Long[]::new))
                .param("from", from)
                .query(row -> {
                    found.put(row.getLong("unit_id"), row.getObject("first_day", LocalDate.class));
                });
        return found;
    }

    /** The state of the register as far as it is about these units: the latest act and each unit's count of changes. */
    String seen(Collection<Long> units) {
        return jdbc.sql("""
                        select coalesce((select max(id) from reorganisation), 0) || ';'
                            || coalesce((select string_agg(id || ':' || version, ',' order by id) from unit where id = any(?)), '')
                        """)
                .param(units.toArray(Long[]::new))
                .query(String.class)
                .single();
    }

    private static Applied applied(ResultSet row, int number) throws SQLException {
        return new Applied(
                row.getLong("id"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("instrument"),
                row.getString("issuer"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("note"),
                JsonMapper.shared().readValue(row.getString("lines"), LINES),
                row.getString("applied_by_name"),
                Rows.instant(row, "applied_at"));
    }
}
