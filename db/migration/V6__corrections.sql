-- Approved figures change by a proposal with a reason that another person approves; until then the old ones count.

-- Each revision says itself whether it counts, by the rule of monthly_return, so that figures can be read as they were known on a day.
-- "As known" takes of each return the last revision before an instant: return_revision_once (return_id, version) leads there.
alter table return_revision add column complete boolean generated always as (
    dossiers_received is not null
    and (full_process_na or (full_process_received is not null and full_process_online is not null))
    and (partial_na or (partial_received is not null and partial_online is not null))) stored;

alter table monthly_return drop constraint monthly_return_source,
    add constraint monthly_return_source check (source in ('FORM', 'IMPORT', 'DEMONSTRATION', 'CORRECTION'));

create table return_correction (
    id                      bigint generated always as identity primary key,
    return_id               bigint not null references monthly_return (id),
    base_version            integer not null,
    full_process_received   integer,
    full_process_online     integer,
    full_process_na         boolean not null,
    partial_received        integer,
    partial_online          integer,
    partial_na              boolean not null,
    dossiers_received       integer not null,
    online_reported         integer,
    payable                 integer,
    paid_online             integer,
    note                    text,
    reason                  text not null constraint return_correction_reason
                                check (reason is nfc normalized and length(reason) between 1 and 1000),
    state                   text not null constraint return_correction_state
                                check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    proposed_by             bigint not null references app_user (id),
    proposed_by_name        text not null,
    proposed_at             timestamptz not null,
    decided_by              bigint references app_user (id),
    decided_by_name         text,
    decided_at              timestamptz,
    remark                  text constraint return_correction_remark
                                check (remark is nfc normalized and length(remark) between 1 and 1000),
    -- The revision by which the proposal came into force.
    result_version          integer,
    constraint return_correction_base foreign key (return_id, base_version) references return_revision (return_id, version),
    constraint return_correction_result foreign key (return_id, result_version) references return_revision (return_id, version),
    -- Approved figures are whole, and stay so.
    constraint return_correction_whole check (
        (full_process_na or (full_process_received is not null and full_process_online is not null))
        and (partial_na or (partial_received is not null and partial_online is not null))),
    constraint return_correction_decided check ((state = 'PROPOSED') = (decided_by is null)
        and (decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_by_name is null)),
    constraint return_correction_in_force check ((state = 'APPROVED') = (result_version is not null)),
    constraint return_correction_refusal_says_why check (state not in ('REFUSED', 'WITHDRAWN') or remark is not null),
    constraint return_correction_maker_is_not_approver check (state not in ('APPROVED', 'REFUSED') or decided_by <> proposed_by)
);
create unique index return_correction_one_at_a_time on return_correction (return_id) where state = 'PROPOSED';
create index return_correction_by_return on return_correction (return_id, id);
create unique index return_correction_by_result on return_correction (return_id, result_version) where result_version is not null;

-- A proposal is decided once; what was proposed never changes.
create function return_correction_is_decided_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'PROPOSED'
        or (to_jsonb(new) - array['state', 'decided_by', 'decided_by_name', 'decided_at', 'remark', 'result_version'])
            <> (to_jsonb(old) - array['state', 'decided_by', 'decided_by_name', 'decided_at', 'remark', 'result_version']) then
        raise exception 'return_correction: a proposal is decided once and never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger return_correction_decided_once before update or delete on return_correction
    for each row execute function return_correction_is_decided_once();
