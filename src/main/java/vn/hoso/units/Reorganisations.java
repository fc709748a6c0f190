package vn.hoso.units;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Stores reorganisations together with the rows as they were before, and puts these back. */
@Repository
class Reorganisations {

    private final JdbcClient jdbc;
    private final EntityManager entities;

    Reorganisations(JdbcClient jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /** Waits for figures of the units that are just being stored, and lets none be stored until the transaction ends. */
    void lock(Collection<Long> units) {
        jdbc.sql("select id from unit where id = any(?) order by id for no key update")
                .param(units.toArray(Long[]::new))
                .query(row -> {});
    }

    /** How units are before an act, as JSON. */
    String before(Collection<Long> units) {
        return jdbc.sql("""
                        select jsonb_build_object(
                            'counts', (select coalesce(jsonb_agg(to_jsonb(u)), '[]') from unit u where id = any(:units)),
                            'rows', (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from unit_version v where unit_id = any(:units)))
                        """)
                .param("units", units.toArray(Long[]::new))
                .query(String.class)
                .single();
    }

    /**
     * The same with how an act leaves them.
     *
     * @param units those that there were before
     * @param made the new ones
     * @param carried what takes back what was carried over, as JSON, by what it is
     */
    String undo(String before, Collection<Long> units, Collection<Long> made, Map<String, String> carried) {
        return jdbc.sql("""
                        select cast(:before as jsonb) || jsonb_build_object(
                            'made', to_jsonb(cast(:made as bigint[])), 'carried', cast(:carried as jsonb),
                            'left', (select coalesce(jsonb_agg(to_jsonb(u)), '[]') from unit u where id = any(:units)),
                            'words', %s)
                        """.formatted(words(":units")))
                .param("before", before)
                .param("units", units.toArray(Long[]::new))
                .param("made", made.toArray(Long[]::new))
                .param("carried", JsonMapper.shared().writeValueAsString(carried))
                .query(String.class)
                .single();
    }

    /** Stores an act with its ways; gives its id. */
    long store(Reorganisation act) {
        entities.persist(act);
        entities.flush();
        return act.id();
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

    /**
     * Puts the rows back as they were before the act, and removes it; the database refuses where anything refers to what it made.
     *
     * @param units all that it is about
     * @param made the new ones among them
     */
    void restore(long act, Collection<Long> units, Collection<Long> made) {
        Reorganisation stored = Objects.requireNonNull(entities.find(Reorganisation.class, act));
        entities.remove(stored);
        entities.flush();
        entities.createQuery("delete from UnitVersion v where v.unitId in :units")
                .setParameter("units", units)
                .executeUpdate();
        // By hand: the rows come back with their ids, as they were kept.
        jdbc.sql("""
                        insert into unit_version overriding system value
                        select * from jsonb_populate_recordset(cast(null as unit_version), cast(:undo as jsonb) -> 'rows')
                        """).param("undo", stored.undo()).update();
        // By hand: counts go back to what they were in the rows that were kept.
        jdbc.sql("""
                        update unit set version = case when unit.version = after.version then before.version else unit.version + 1 end
                        from jsonb_populate_recordset(cast(null as unit), cast(:undo as jsonb) -> 'counts') before
                            join jsonb_populate_recordset(cast(null as unit), cast(:undo as jsonb) -> 'left') after
                                on after.id = before.id
                        where unit.id = before.id
                        """).param("undo", stored.undo()).update();
        entities.createQuery("delete from StoredUnit u where u.id in :made")
                .setParameter("made", made)
                .executeUpdate();
        entities.clear();
    }
}
