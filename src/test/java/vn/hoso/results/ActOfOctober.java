package vn.hoso.results;

import org.springframework.jdbc.core.simple.JdbcClient;

/** An act within the demonstration's year: from October 2024 on a commune that two came together to, and two offices of one. */
public final class ActOfOctober {

    private static final String DIVIDED = "Phòng Nông nghiệp và Phát triển nông thôn";

    private ActOfOctober() {}

    public static void apply(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into reorganisation (effective_on, instrument, lines, undo, applied_by_name, applied_at)
                        values ('2024-10-01', '12/NQ-HĐND', '[]', '{}', 'thử', now())
                        """).update();
        came(jdbc, "Xã Phước An Thành", "COMMUNE", 1, 1, "Xã Phước An", "Xã Phước Thành");
        came(jdbc, "Phòng Nông nghiệp", "DISTRICT_OFFICE", 1, 3, DIVIDED);
        came(jdbc, "Phòng Nông thôn", "DISTRICT_OFFICE", 2, 3, DIVIDED);
        jdbc.sql("""
                        update unit_version set valid = daterange(lower(valid), '2024-10-01')
                        where unit_id in (select predecessor from unit_succession)
                        """).update();
    }

    private static void came(
            JdbcClient jdbc, String name, String kind, int numerator, int denominator, String... former) {
        jdbc.sql("""
                        with made as (insert into unit (version) values (0) returning id),
                        named as (
                            insert into unit_version (unit_id, kind, code, name, valid)
                            select id, :kind, 'M-' || id, :name, daterange('2024-10-01', null) from made)
                        insert into unit_succession (predecessor, successor, numerator, denominator, reorganisation_id)
                        select v.unit_id, made.id, :numerator, :denominator, act.id
                        from unit_at(date '2024-09-01') v, made, reorganisation act where v.name = any(:former)
                        """)
                .param("name", name)
                .param("kind", kind)
                .param("numerator", numerator)
                .param("denominator", denominator)
                .param("former", former)
                .update();
    }
}
