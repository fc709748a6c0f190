-- The trail becomes a chain: every row carries the hash of the row before it, so that a row changed, removed or slipped in
-- afterwards is found and named. src/docs/decisions/0009 says how the hash is made; vn.hoso.audit.ChainText makes the same.
alter table audit_event
    add column sequence         bigint,
    add column month            date,
    add column unit_ids         bigint[] not null default '{}',
    add column changes          jsonb,
    add column reason           text,
    add column address          text,
    add column request_id       text,
    add column previous_hash    text,
    add column hash             text;

-- How long the chain is and how it ends: rows cut off at the end are missed as well. Whoever adds a row holds this one.
create table audit_chain (
    id              smallint primary key default 1 constraint audit_chain_single check (id = 1),
    length          bigint not null,
    hash            text not null
);

-- Each field as its length in bytes, a colon and its text, or a dash for null; one field a line.
create function audit_event_field(value text) returns text language sql immutable as $$
    select coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-') || E'\n'
$$;

create function audit_event_hash(event audit_event) returns text language sql stable as $$
    select encode(sha256(convert_to(
        audit_event_field(event.previous_hash)
        || audit_event_field(event.sequence::text)
        || audit_event_field(to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || audit_event_field(event.actor_id::text)
        || audit_event_field(event.actor_name)
        || audit_event_field(event.action)
        || audit_event_field(event.subject)
        || audit_event_field(event.detail)
        || audit_event_field(to_char(event.month, 'YYYY-MM'))
        || audit_event_field(array_to_string(event.unit_ids, ','))
        || audit_event_field(event.changes::text)
        || audit_event_field(event.reason)
        || audit_event_field(event.address)
        || audit_event_field(event.request_id), 'UTF8')), 'hex')
$$;

-- Rows written before there was a chain.
alter table audit_event disable trigger audit_event_append_only;
do $$
declare
    event audit_event;
    ends text := repeat('0', 64);
    number bigint := 0;
begin
    for event in select * from audit_event order by id loop
        number := number + 1;
        event.sequence := number;
        event.previous_hash := ends;
        if event.subject ~ '^\d{4}-(0[1-9]|1[0-2])$' then
            event.month := to_date(event.subject, 'YYYY-MM');
        end if;
        ends := audit_event_hash(event);
        update audit_event set sequence = number, previous_hash = event.previous_hash, month = event.month, hash = ends
        where id = event.id;
    end loop;
    insert into audit_chain (length, hash) values (number, ends);
end $$;
alter table audit_event enable trigger audit_event_append_only;

alter table audit_event
    alter column sequence set not null,
    alter column previous_hash set not null,
    alter column hash set not null,
    add constraint audit_event_sequence_once unique (sequence),
    add constraint audit_event_month check (extract(day from month) = 1);
create index audit_event_by_at on audit_event (at);
create index audit_event_by_actor on audit_event (actor_id, sequence);
create index audit_event_by_month on audit_event (month, sequence) where month is not null;
create index audit_event_by_unit on audit_event using gin (unit_ids);
create index audit_event_by_action on audit_event (action, sequence);

-- Runs with the rights of the tables' owner: the program may add a row, but neither choose its place nor its hash.
create function chain_audit_event() returns trigger language plpgsql security definer set search_path from current as $$
declare
    ends audit_chain;
begin
    select * into strict ends from audit_chain for update;
    new.sequence := ends.length + 1;
    new.previous_hash := ends.hash;
    new.hash := audit_event_hash(new);
    update audit_chain set length = new.sequence, hash = new.hash;
    return new;
end $$;
create trigger audit_event_chain before insert on audit_event for each row execute function chain_audit_event();

create trigger audit_event_never_emptied before truncate on audit_event for each statement execute function refuse_change();
create trigger audit_chain_stays before delete on audit_chain for each row execute function refuse_change();
create trigger audit_chain_never_emptied before truncate on audit_chain for each statement execute function refuse_change();
