package vn.hoso.units;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hoso.security.CurrentUser;

/** Writes units and what they are called by date, in the transaction of a change to the register. */
@Repository
class UnitVersions {

    private final JdbcClient jdbc;
    private final Clock clock;

    UnitVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Two people who change the register at once come one after the other, whichever units they mean. */
    void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hoso.units')) is null")
                .query(Boolean.class)
                .single();
    }

    /** The same, and waits for figures of the unit that are just being stored. */
    void lock(long unit) {
        lockAll();
        jdbc.sql("select id from unit where id = ? for update")
                .param(unit)
                .query(Long.class)
                .optional();
    }

    long begin() {
        return jdbc.sql("insert into unit (version) values (0) returning id")
                .query(Long.class)
                .single();
    }

    /** Counts a change, so that whoever saw the unit before it is told. */
    void count(long unit) {
        jdbc.sql("update unit set version = version + 1 where id = ?")
                .param(unit)
                .update();
    }

    void insert(long unit, LocalDate from, @Nullable LocalDate end, UnitWords words, CurrentUser by) {
        written(words, by, """
                        insert into unit_version (unit_id, kind, code, name, unit_group, valid, changed_by_name, changed_at)
                        values (:id, :kind, :code, :name, :group, daterange(cast(:from as date), cast(:end as date)), :by, :now)
                        """)
                .param("id", unit)
                .param("from", from)
                .param("end", end)
                .update();
    }

    /** Puts other words in place of a version's, and another first day. */
    void correct(long version, LocalDate from, UnitWords words, CurrentUser by) {
        written(words, by, """
                        update unit_version set code = :code, name = :name, kind = :kind, unit_group = :group,
                            valid = daterange(cast(:from as date), upper(valid)), changed_by_name = :by, changed_at = :now
                        where id = :id
                        """).param("id", version).param("from", from).update();
    }

    /** Lets a version hold during these days; null: without a beginning, or still. */
    void span(long version, @Nullable LocalDate from, @Nullable LocalDate end) {
        jdbc.sql("update unit_version set valid = daterange(cast(:from as date), cast(:end as date)) where id = :id")
                .param("id", version)
                .param("from", from)
                .param("end", end)
                .update();
    }

    void delete(long version) {
        jdbc.sql("delete from unit_version where id = ?").param(version).update();
    }

    /** Removes a unit with all it was called; the database refuses where anything refers to it. */
    void deleteUnit(long unit) {
        jdbc.sql("delete from unit_version where unit_id = ?").param(unit).update();
        jdbc.sql("delete from unit where id = ?").param(unit).update();
    }

    private JdbcClient.StatementSpec written(UnitWords words, CurrentUser by, String sql) {
        return jdbc.sql(sql)
                .param("code", words.code())
                .param("name", words.name())
                .param("kind", words.kind().code())
                .param("group", words.group())
                .param("by", by.displayName())
                .param("now", OffsetDateTime.now(clock));
    }
}
