package vn.hoso.units;

import java.sql.Array;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.rates.Fraction;

/** Which units came of which: the way from the units that reported to the units that are there now. */
@Component
public class Successions {

    private final JdbcClient jdbc;

    Successions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part of a unit's figures.
     *
     * @param unitId the unit for which it counts
     * @param part more than 0, at most 1; the parts of a unit make one
     */
    public record Share(long unitId, Fraction part) {}

    /**
     * Where the figures of each unit that had ended by a reorganisation until the day count now, through any number of acts. A
     * unit that is not a key counts for itself. One statement.
     */
    public Map<Long, List<Share>> until(LocalDate day) {
        Map<Long, List<Share>> shares = new LinkedHashMap<>();
        lineage(day)
                .until(day)
                .forEach((unit, parts) -> shares.put(
                        unit,
                        parts.stream()
                                .map(part -> new Share(part.unitId(), part.part()))
                                .toList()));
        return shares;
    }

    /**
     * The end of a unit.
     *
     * @param gone the first day on which it is there no more
     * @param successors the units that came of it, as they are called last; empty where none did
     */
    public record End(LocalDate gone, List<String> successors) {}

    /** Of these units, those that end, or ended. One statement. */
    public Map<Long, End> ends(Collection<Long> units) {
        Map<Long, End> ends = new HashMap<>();
        jdbc.sql("""
                        select v.unit_id, max(upper(v.valid)) as gone,
                            (select array_agg(distinct named.name order by named.name)
                                from unit_succession s
                                join lateral (
                                    select w.name from unit_version w where w.unit_id = s.successor
                                    order by lower(w.valid) desc nulls last limit 1) named on true
                                where s.predecessor = v.unit_id) as successors
                        from unit_version v where v.unit_id = any(:units)
                        group by v.unit_id having not bool_or(upper_inf(v.valid))
                        """).param("units", units.toArray(Long[]::new)).query(row -> {
            Array successors = row.getArray("successors");
            ends.put(
                    row.getLong("unit_id"),
                    new End(
                            row.getObject("gone", LocalDate.class),
                            successors == null ? List.of() : List.of((String[]) successors.getArray())));
        });
        return ends;
    }

    /**
     * What changed on a day.
     *
     * @param from the day
     * @param instruments the documents of its acts; none where the register alone says so
     * @param ended the units that are there no more from that day on
     * @param begun those that are there from that day on
     */
    public record Restructured(LocalDate from, List<String> instruments, Set<Long> ended, Set<Long> begun) {}

    /**
     * The days after the first and until the last on which acts took effect, or units began or ended, the earliest first. One
     * statement.
     */
    public List<Restructured> between(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        with life as (
                            select unit_id, case when not bool_or(lower_inf(valid)) then min(lower(valid)) end as begun,
                                case when not bool_or(upper_inf(valid)) then max(upper(valid)) end as gone
                            from unit_version group by unit_id)
                        select day,
                            array(select distinct instrument from reorganisation where effective_on = day order by 1) as instruments,
                            array(select unit_id from life where gone = day) as ended,
                            array(select unit_id from life where begun = day) as begun
                        from (select effective_on as day from reorganisation
                            union select gone from life union select begun from life) days
                        where day > :first and day <= :last order by day
                        """)
                .param("first", first)
                .param("last", last)
                .query((row, n) -> new Restructured(
                        row.getObject("day", LocalDate.class),
                        List.of((String[]) row.getArray("instruments").getArray()),
                        Set.of((Long[]) row.getArray("ended").getArray()),
                        Set.of((Long[]) row.getArray("begun").getArray())))
                .list();
    }

    /** What the acts until the day say. One statement. */
    public Lineage lineage(LocalDate day) {
        return new Lineage(jdbc.sql("""
                        select s.predecessor, s.numerator, s.denominator, act.effective_on, act.instrument,
                            (select v.name from unit_version v where v.unit_id = s.predecessor
                                order by lower(v.valid) desc nulls last limit 1) as was,
                            (select lower(v.valid) from unit_version v where v.unit_id = s.predecessor
                                order by lower(v.valid) nulls first limit 1) as since,
                            (select upper(v.valid) from unit_version v where v.unit_id = s.successor
                                order by upper(v.valid) desc nulls first limit 1) as until,
                            s.successor as id, named.code, named.name, named.there, %s
                        from unit_succession s
                        join reorganisation act on act.id = s.reorganisation_id
                        join lateral (
                            select v.code, v.name, v.kind, v.valid @> cast(:day as date) as there from unit_version v
                            where v.unit_id = s.successor and (lower(v.valid) <= cast(:day as date) or lower_inf(v.valid))
                            order by lower(v.valid) desc nulls last limit 1) named on true
                        join unit_kind kind on kind.code = named.kind
                        where act.effective_on <= cast(:day as date)
                        order by act.effective_on desc, act.id desc, s.predecessor, s.successor
                        """.formatted(Units.KIND))
                .param("day", day)
                .query((row, n) -> new Lineage.Step(
                        row.getLong("predecessor"),
                        row.getString("was"),
                        row.getObject("since", LocalDate.class),
                        Units.unit(row),
                        row.getBoolean("there"),
                        row.getObject("until", LocalDate.class),
                        Fraction.of(row.getInt("numerator"), row.getInt("denominator")),
                        row.getObject("effective_on", LocalDate.class),
                        row.getString("instrument")))
                .list());
    }
}
