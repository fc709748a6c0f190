-- The units that exist in a month under the names and codes of that month, and their place in the order of documents: kind, then
-- code. Plain SQL that PostgreSQL writes into the statement that asks, so it costs what the join it replaces did.
create function unit_at(at_month date)
    returns table (unit_id bigint, kind text, code text, name text, place integer)
    language sql stable parallel safe as $$
    select v.unit_id, u.kind, v.code, v.name, array_position(array['TOWNSHIP', 'COMMUNE', 'DISTRICT_OFFICE'], u.kind)
    from unit_version v join unit u on u.id = v.unit_id
    where v.valid @> at_month
$$;
