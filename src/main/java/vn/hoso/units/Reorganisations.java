package vn.hoso.units;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.rates.Fraction;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.ReorganisationQueries.Line;

/** Stores reorganisations together with the rows as they were before, and puts these back. */
@Repository
class Reorganisations {

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Clock clock;

    Reorganisations(JdbcClient jdbc, EntityManager entities, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.clock = clock;
    }

    /** Waits for figures of the units that are just being stored, and lets none be stored until the transaction ends. */
    void lock(Collection<Long> units) {
        jdbc.sql("select id from unit where id = any(?) order by id for no key update")
                .param(units.toArray(Long[]::new))
                .query(row -> {});
    }

    /** Begins an act by keeping how the units are before it. */
    long begin(ReorganisationDraft draft, Collection<Long> units, CurrentUser by) {
        return jdbc.sql("""
                        insert into reorganisation (effective_on, instrument, issuer, decided_on, note, lines, undo, applied_by,
                            applied_by_name, applied_at)
                        select :from, :instrument, :issuer, :decided, :note, '[]', jsonb_build_object(
                            'counts', (select coalesce(jsonb_agg(to_jsonb(u)), '[]') from unit u where id = any(:units)),
                            'rows', (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from unit_version v where unit_id = any(:units))),
                            :by, :name, :now
                        returning id
                        """)
                .param("from", draft.from())
                .param("instrument", draft.instrument())
                .param("issuer", draft.issuer())
                .param("decided", draft.decided())
                .param("note", draft.note())
                .param("units", units.toArray(Long[]::new))
                .param("by", by.id())
                .param("name", by.displayName())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** That a unit, or a part of it, went into another. */
    void insertWay(long act, long predecessor, long successor, Fraction part) {
        jdbc.sql("""
                        insert into unit_succession (predecessor, successor, numerator, denominator, reorganisation_id)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        predecessor,
                        successor,
                        part.numerator().intValueExact(),
                        part.denominator().intValueExact(),
                        act)
                .update();
    }

    /**
     * Completes an act by how it leaves the units.
     *
     * @param units those that there were before
     * @param made the new ones
     * @param carried what takes back what was carried over, as JSON, by what it is
     */
    void complete(
            long act, List<Line> lines, Collection<Long> units, Collection<Long> made, Map<String, String> carried) {
        jdbc.sql("""
                        update reorganisation set lines = cast(:lines as jsonb), undo = undo || jsonb_build_object(
                            'made', to_jsonb(cast(:made as bigint[])), 'carried', cast(:carried as jsonb),
                            'left', (select coalesce(jsonb_agg(to_jsonb(u)), '[]') from unit u where id = any(:units)),
                            'words', %s)
                        where id = :act
                        """.formatted(words(":units")))
                .param("act", act)
                .param("lines", JsonMapper.shared().writeValueAsString(lines))
                .param("units", units.toArray(Long[]::new))
                .param("made", made.toArray(Long[]::new))
                .param("carried", JsonMapper.shared().writeValueAsString(carried))
                .update();
    }

    /** What units are called by date, without who wrote it and when. */
    private static String words(String units) {
        return """
                (select coalesce(jsonb_agg(to_jsonb(v) - array['id', 'changed_by_name', 'changed_at'] order by unit_id, valid), '[]')
                 from unit_version v where unit_id = any(%s))
                """.formatted(units);
    }

    /** The units that an act began. */
    List<Long> findMade(long act) {
        return jdbc.sql("select cast(jsonb_array_elements(undo -> 'made') as bigint) from reorganisation where id = ?")
                .param(act)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Whether what its units are called is still as the act left it. */
    boolean isAsLeft(long act) {
        return jdbc.sql("""
                        select undo -> 'words' = %s from reorganisation act where id = ?
                        """.formatted(words(
                        "select cast(each ->> 'id' as bigint) from jsonb_array_elements(act.undo -> 'left') each")))
                .param(act)
                .query(Boolean.class)
                .single();
    }

    /** What takes back what the act carried over, by what it is. */
    Map<String, String> findCarried(long act) {
        Map<String, String> carried = new HashMap<>();
        jdbc.sql("""
                        select each.key, each.value from reorganisation, jsonb_each_text(undo -> 'carried') each where id = ?
                        """).param(act).query(row -> {
            carried.put(row.getString("key"), row.getString("value"));
        });
        return carried;
    }

    /** Puts the rows back as they were before the act, and removes it; the database refuses where anything refers to what it made. */
    void restore(long act) {
        entities.flush();
        for (String sql : List.of(
                "delete from unit_succession where reorganisation_id = :act",
                """
                delete from unit_version where unit_id in (
                    select cast(jsonb_array_elements(undo -> 'made') as bigint) from reorganisation where id = :act
                    union all select cast(each ->> 'id' as bigint)
                        from reorganisation, jsonb_array_elements(undo -> 'left') each where reorganisation.id = :act)
                """,
                """
                insert into unit_version overriding system value
                select before.* from reorganisation, jsonb_populate_recordset(cast(null as unit_version), undo -> 'rows') before
                where reorganisation.id = :act
                """,
                """
                update unit set version = case when unit.version = after.version then before.version else unit.version + 1 end
                from reorganisation act, jsonb_populate_recordset(cast(null as unit), act.undo -> 'counts') before
                    join jsonb_populate_recordset(cast(null as unit), (select undo -> 'left' from reorganisation where id = :act)) after
                        on after.id = before.id
                where act.id = :act and unit.id = before.id
                """,
                """
                delete from unit where id in (
                    select cast(jsonb_array_elements(undo -> 'made') as bigint) from reorganisation where id = :act)
                """,
                "delete from reorganisation where id = :act")) {
            jdbc.sql(sql).param("act", act).update();
        }
        entities.clear();
    }
}
