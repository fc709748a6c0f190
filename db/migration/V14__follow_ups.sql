-- What is to be done about a missed target: by whom, until when, and what came of it. Open until somebody closes it with its
-- result; what was asked for never changes.
create table follow_up (
    id              bigint generated always as identity primary key,
    target_id       bigint not null references target (id),
    month           date not null constraint follow_up_month check (extract(day from month) = 1),
    unit_id         bigint references unit (id),
    task            text not null constraint follow_up_task check (task is nfc normalized and length(task) between 1 and 1000),
    responsible     text not null constraint follow_up_responsible
                        check (responsible is nfc normalized and length(responsible) between 1 and 200),
    due             date not null,
    made_by         bigint not null references app_user (id),
    made_by_name    text not null,
    made_at         timestamptz not null,
    state           text not null default 'OPEN' constraint follow_up_state check (state in ('OPEN', 'CLOSED')),
    result          text constraint follow_up_result check (result is nfc normalized and length(result) between 1 and 1000),
    closed_by       bigint references app_user (id),
    closed_by_name  text,
    closed_at       timestamptz,
    constraint follow_up_closed check ((state = 'CLOSED') = (result is not null) and (result is null) = (closed_by is null)
        and (result is null) = (closed_by_name is null) and (result is null) = (closed_at is null)),
    constraint follow_up_due check (due >= month)
);
-- The same press sent twice is one task.
create unique index follow_up_once on follow_up
    (target_id, month, unit_id, md5(task), md5(responsible), due) nulls not distinct where state = 'OPEN';
create index follow_up_open on follow_up (due) where state = 'OPEN';
create index follow_up_by_unit on follow_up (unit_id);

create function follow_up_is_closed_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'OPEN'
        or (to_jsonb(new) - array['state', 'result', 'closed_by', 'closed_by_name', 'closed_at'])
            <> (to_jsonb(old) - array['state', 'result', 'closed_by', 'closed_by_name', 'closed_at']) then
        raise exception 'follow_up: a task is closed once and never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger follow_up_closed_once before update or delete on follow_up
    for each row execute function follow_up_is_closed_once();
