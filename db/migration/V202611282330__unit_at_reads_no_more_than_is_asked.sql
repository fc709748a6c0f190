-- Who only counts the units of a month, or asks for their names, needs no row of "unit": a left join to it, which the foreign
-- key makes the same, is one that PostgreSQL leaves out where none of its columns are asked for.
create or replace function unit_at(at_month date)
    returns table (unit_id bigint, kind text, code text, name text, place integer)
    language sql stable parallel safe as $$
    select v.unit_id, u.kind, v.code, v.name, array_position(array['TOWNSHIP', 'COMMUNE', 'DISTRICT_OFFICE'], u.kind)
    from unit_version v left join unit u on u.id = v.unit_id
    where v.valid @> at_month
$$;
