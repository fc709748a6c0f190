package vn.hoso.reconciliation;

/** The statement that puts values of the same figure side by side. */
final class ComparedValuesSql {

    /** The measures of a row that has their columns under this name. */
    private static String measures(String row) {
        return """
                 cross join lateral (values
                    ('FULL_PROCESS_RECEIVED', %1$s.full_process_received), ('FULL_PROCESS_ONLINE', %1$s.full_process_online),
                    ('PARTIAL_RECEIVED', %1$s.partial_received), ('PARTIAL_ONLINE', %1$s.partial_online),
                    ('DOSSIERS_RECEIVED', %1$s.dossiers_received), ('ONLINE_REPORTED', %1$s.online_reported),
                    ('PAYABLE', %1$s.payable), ('PAID_ONLINE', %1$s.paid_online)) m (measure, value)
                """.formatted(row);
    }

    /**
     * The values of the years from {@code :first} to {@code :last} of the units {@code :mine}, or of every one and of all together,
     * for the statements below.
     * stated: values from outside; measured: of one unit and month; summed: these and their sums by month, by unit and of all;
     * owed: every unit's every month, also those before the program was in use: others state whole years; due: how many returns a
     * sum needs; compared: what stands side by side.
     */
    private static final String VALUES = """
            with stated as (
                select unit_id, year, month, measure, source, value from outside_total
                where state = 'IN_FORCE' and year between :first and :last and (:every or unit_id = any(:mine))
                union all
                select cast(null as bigint), p.year, cast(null as date), m.measure, m.source, m.value
                from published_year p cross join lateral (values
                    ('FULL_PROCESS_RECEIVED', 'PUBLISHED', p.full_process_received),
                    ('FULL_PROCESS_ONLINE', 'PUBLISHED', p.full_process_online),
                    ('PARTIAL_RECEIVED', 'PUBLISHED', p.partial_received), ('PARTIAL_ONLINE', 'PUBLISHED', p.partial_online),
                    ('DOSSIERS_RECEIVED', 'PUBLISHED', p.dossiers_received), ('ONLINE_REPORTED', 'PUBLISHED', p.online_reported),
                    ('ONLINE_REPORTED', 'CLASSES', p.full_process_online + p.partial_online)) m (measure, source, value)
                where :every and p.year between :first and :last),
            listed as (
                select * from extract_count
                where in_force and month between make_date(:first, 1, 1) and make_date(:last, 12, 31)
                    and (:every or unit_id = any(:mine))),
            years as (
                select year from stated union select cast(extract(year from month) as integer) from listed),
            owed as (
                select v.unit_id, y.year, cast(d as date) as month
                from years y
                cross join lateral generate_series(make_date(y.year, 1, 1), make_date(y.year, 12, 1), interval '1 month') d
                cross join lateral unit_at(cast(d as date)) v
                where :every or v.unit_id = any(:mine)),
            due as (
                select unit_id, year, month, count(*) as returns from owed
                group by grouping sets ((year, month), (year, unit_id), (year))),
            typed as (
                select r.unit_id, r.month, r.full_process_na, r.partial_na,
                    case when r.full_process_na then 0 else r.full_process_received end as full_process_received,
                    case when r.full_process_na then 0 else r.full_process_online end as full_process_online,
                    case when r.partial_na then 0 else r.partial_received end as partial_received,
                    case when r.partial_na then 0 else r.partial_online end as partial_online,
                    r.dossiers_received,
                    coalesce(r.online_reported, coalesce(r.full_process_online, 0) + coalesce(r.partial_online, 0)) as online_reported,
                    r.payable, r.paid_online
                from monthly_return r
                join years y on r.month between make_date(y.year, 1, 1) and make_date(y.year, 12, 1)
                where r.complete and (:every or r.unit_id = any(:mine))),
            measured as (
                select t.unit_id, t.month, m.measure, 'TYPED' as source, m.value,
                    (t.full_process_na and m.measure like 'FULL%') or (t.partial_na and m.measure like 'PARTIAL%') as na
                from typed t
                """ + measures("t") + """
                 where m.value is not null
                union all
                select l.unit_id, l.month, m.measure, 'COUNTED', m.value, false from listed l
                """ + measures("l") + """
                 where m.value is not null),
            summed as (
                select m.unit_id, cast(extract(year from m.month) as integer) as year, m.month, m.measure, m.source, sum(m.value) as value,
                    bool_or(m.na) as na, count(o.unit_id) as returns
                from measured m left join owed o on o.unit_id = m.unit_id and o.month = m.month
                group by grouping sets ((m.unit_id, extract(year from m.month), m.month, m.measure, m.source),
                    (extract(year from m.month), m.month, m.measure, m.source),
                    (m.unit_id, extract(year from m.month), m.measure, m.source), (extract(year from m.month), m.measure, m.source))),
            compared as (
                select unit_id, year, month, measure, source, value, false as na from stated
                union all
                select s.unit_id, s.year, s.month, s.measure, s.source, s.value, s.na
                from summed s
                where s.unit_id is not null and s.month is not null
                union all
                select s.unit_id, s.year, s.month, s.measure, s.source, s.value, false
                from summed s
                join due d on d.year = s.year and coalesce(d.unit_id, 0) = coalesce(s.unit_id, 0)
                    and coalesce(d.month, date 'infinity') = coalesce(s.month, date 'infinity') and d.returns = s.returns
                where (s.unit_id is null or s.month is null) and exists (
                    select from stated o where o.year = s.year and o.measure = s.measure
                        and coalesce(o.unit_id, 0) = coalesce(s.unit_id, 0)
                        and coalesce(o.month, date 'infinity') = coalesce(s.month, date 'infinity'))),
            beside as (
                select unit_id, year, month, measure, string_agg(source || '=' || case when na then 'na' else cast(value as text) end, ' '
                        order by source collate "C") as seen,
                    max(value) - min(value) as size, count(*) as sources, bool_or(source not in ('TYPED', 'COUNTED')) as stated
                from compared group by unit_id, year, month, measure)
            """;

    /** Differences, and figures about which somebody spoke. */
    static final String DIFFERENCES = VALUES + """
            , said as (
                select unit_id, year, month, measure, max(id) filter (where kind = 'ASSIGNED') as asked,
                    max(id) filter (where kind <> 'ASSIGNED') as judged
                from difference_statement
                where year between :first and :last and (:every or unit_id = any(:mine))
                group by unit_id, year, month, measure),
            found as (
                select coalesce(b.unit_id, s.unit_id) as unit_id, coalesce(b.year, s.year) as year,
                    coalesce(b.month, s.month) as month, coalesce(b.measure, s.measure) as measure,
                    coalesce(b.seen, '') as seen, s.asked, s.judged
                from beside b
                full join said s on s.year = b.year and s.measure = b.measure
                    and coalesce(s.unit_id, 0) = coalesce(b.unit_id, 0)
                    and coalesce(s.month, date 'infinity') = coalesce(b.month, date 'infinity')
                where b.size > 0 or s.year is not null)
            select f.unit_id, f.year, f.month, f.measure, f.seen, named.name as unit,
                case when f.unit_id is null and f.month is null and f.measure = 'ONLINE_REPORTED' then p.note end as beginning,
                case when f.unit_id is null and f.month is null then p.source end as published,
                a.words as a_words, a.kind as a_kind, a.owner as a_owner, a.person as a_person, a.seen_values as a_seen,
                a.said_by_name as a_by, a.said_at as a_at, greatest(f.asked, f.judged) as last_statement,
                j.words as j_words, j.kind as j_kind, j.owner as j_owner, j.person as j_person, j.seen_values as j_seen,
                j.said_by_name as j_by, j.said_at as j_at
            from found f
            left join difference_statement a on a.id = f.asked
            left join difference_statement j on j.id = f.judged
            left join published_year p on p.year = f.year
            left join lateral (
                select v.name from unit_version v
                where v.unit_id = f.unit_id
                order by v.valid >> case when f.month is null
                        then daterange(make_date(f.year, 1, 1), make_date(f.year, 12, 31), '[]') else daterange(f.month, f.month, '[]') end,
                    v.valid desc limit 1) named on true
            where :every or f.unit_id = any(:mine)
            """;

    /** The values beside each figure that somebody from outside states. */
    static final String STATED = VALUES + """
            select unit_id, year, month, measure, seen from beside where stated and (:every or unit_id = any(:mine))
            """;

    /** How many figures have values to compare, and how many are stated that have none beside them and of which nobody spoke. */
    static final String EXTENT = VALUES + """
            select count(*) filter (where sources > 1) as compared,
                count(*) filter (where sources = 1 and stated and not exists (
                    select from difference_statement s where s.year = b.year and s.measure = b.measure
                        and s.unit_id is not distinct from b.unit_id and s.month is not distinct from b.month)) as uncompared
            from beside b where :every or unit_id = any(:mine)
            """;

    private ComparedValuesSql() {}
}
