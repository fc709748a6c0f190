-- Totals that somebody else states of the same dossiers, and what people say about differences. Differences themselves are computed
-- whenever they are read: a stored one would be wrong as soon as a figure moves.

create table outside_total (
    id               bigint generated always as identity,
    unit_id          bigint,
    year             integer not null,
    month            date,
    measure          text not null,
    source           text not null,
    value            bigint not null,
    source_text      text not null,
    source_date      date not null,
    state            text not null,
    entered_by       bigint not null,
    entered_by_name  text not null,
    entered_at       timestamptz not null,
    end_reason       text,
    ended_by         bigint,
    ended_by_name    text,
    ended_at         timestamptz,
    constraint outside_total_pkey primary key (id),
    constraint outside_total_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint outside_total_entered_by_fkey foreign key (entered_by) references app_user (id),
    constraint outside_total_ended_by_fkey foreign key (ended_by) references app_user (id),
    constraint outside_total_month check (extract(day from month) = 1 and extract(year from month) = year),
    constraint outside_total_year check (year between 2000 and 2100),
    constraint outside_total_measure check (measure in ('FULL_PROCESS_RECEIVED', 'FULL_PROCESS_ONLINE', 'PARTIAL_RECEIVED',
        'PARTIAL_ONLINE', 'DOSSIERS_RECEIVED', 'ONLINE_REPORTED', 'PAYABLE', 'PAID_ONLINE')),
    constraint outside_total_source check (source in ('PORTAL', 'NOTICE', 'REPORT')),
    constraint outside_total_value check (value between 0 and 999999999),
    constraint outside_total_source_text check (source_text is nfc normalized and length(source_text) between 1 and 500),
    constraint outside_total_state check (state in ('IN_FORCE', 'CORRECTED', 'WITHDRAWN')),
    constraint outside_total_ended check (
        (state = 'IN_FORCE') = (ended_at is null) and (ended_at is null) = (ended_by is null)
        and (ended_at is null) = (ended_by_name is null) and (ended_at is null) = (end_reason is null)),
    constraint outside_total_end_reason check (end_reason is nfc normalized and length(end_reason) between 1 and 1000)
);
comment on table outside_total is 'Totals of dossiers that somebody else states: a portal, a notice, an earlier report; a corrected or withdrawn one stays';
comment on column outside_total.id is 'Key of the row';
comment on column outside_total.unit_id is 'Whose dossiers; null: those of all units together';
comment on column outside_total.year is 'The year';
comment on column outside_total.month is 'First day of the month; null: the whole year';
comment on column outside_total.measure is 'Which figure of the return it is';
comment on column outside_total.source is 'PORTAL (portal or 766 sheet), NOTICE (of the level above) or REPORT (an earlier one)';
comment on column outside_total.value is 'Dossiers';
comment on column outside_total.source_text is 'The document or page it stands in, as pages cite it';
comment on column outside_total.source_date is 'Day of the document, or on which the page showed it';
comment on column outside_total.state is 'IN_FORCE; CORRECTED: a later row states another value; WITHDRAWN: it should not have been entered';
comment on column outside_total.entered_by is 'Account of the person who entered it';
comment on column outside_total.entered_by_name is 'Name of that person at the time';
comment on column outside_total.entered_at is 'When it was entered';
comment on column outside_total.end_reason is 'Why it was corrected or withdrawn; null: it is in force';
comment on column outside_total.ended_by is 'Account of the person who corrected or withdrew it; null: it is in force';
comment on column outside_total.ended_by_name is 'Name of that person at the time';
comment on column outside_total.ended_at is 'When it was corrected or withdrawn; null: it is in force';
-- One source states one value at a time.
create unique index outside_total_in_force on outside_total (year, month, unit_id, measure, source) nulls not distinct
    where state = 'IN_FORCE';

create function outside_total_is_ended_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'IN_FORCE'
        or (to_jsonb(new) - array['state', 'end_reason', 'ended_by', 'ended_by_name', 'ended_at'])
            <> (to_jsonb(old) - array['state', 'end_reason', 'ended_by', 'ended_by_name', 'ended_at']) then
        raise exception 'outside_total: a total is ended once and never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger outside_total_ended_once before delete or update on outside_total
    for each row execute function outside_total_is_ended_once();

create table difference_statement (
    id            bigint generated always as identity,
    unit_id       bigint,
    year          integer not null,
    month         date,
    measure       text not null,
    kind          text not null,
    words         text,
    owner         text,
    person        text,
    seen_values   text not null,
    said_by       bigint not null,
    said_by_name  text not null,
    said_at       timestamptz not null,
    constraint difference_statement_pkey primary key (id),
    constraint difference_statement_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint difference_statement_said_by_fkey foreign key (said_by) references app_user (id),
    constraint difference_statement_month check (extract(day from month) = 1 and extract(year from month) = year),
    constraint difference_statement_measure check (measure in ('FULL_PROCESS_RECEIVED', 'FULL_PROCESS_ONLINE', 'PARTIAL_RECEIVED',
        'PARTIAL_ONLINE', 'DOSSIERS_RECEIVED', 'ONLINE_REPORTED', 'PAYABLE', 'PAID_ONLINE')),
    constraint difference_statement_kind check (kind in ('ASSIGNED', 'EXPLAINED', 'ACCEPTED', 'REOPENED')),
    constraint difference_statement_words check (words is nfc normalized and length(words) between 1 and 1000),
    constraint difference_statement_person check (person is nfc normalized and length(person) between 1 and 200),
    constraint difference_statement_owner check (owner in ('UNIT', 'OFFICE')),
    constraint difference_statement_whole check (
        (kind = 'ASSIGNED') = (owner is not null) and (person is null or owner is not null) and (kind = 'ASSIGNED' or words is not null)),
    constraint difference_statement_seen_values check (seen_values ~ '^[A-Z]+=[0-9]+( [A-Z]+=[0-9]+)*$')
);
comment on table difference_statement is 'What people said about a difference between figures of the same dossiers, with the values that they saw; the last word counts';
comment on column difference_statement.id is 'Key of the row';
comment on column difference_statement.unit_id is 'Whose dossiers; null: those of all units together';
comment on column difference_statement.year is 'The year';
comment on column difference_statement.month is 'First day of the month; null: the whole year';
comment on column difference_statement.measure is 'Which figure of the return';
comment on column difference_statement.kind is 'ASSIGNED: who has to explain it; EXPLAINED; ACCEPTED: it stays as it is and is closed; REOPENED: the explanation does not do';
comment on column difference_statement.words is 'The explanation or the reason; null where somebody is only asked to explain';
comment on column difference_statement.owner is 'UNIT or OFFICE has to explain; null: this row is about something else';
comment on column difference_statement.person is 'Who there; null: nobody is named';
comment on column difference_statement.seen_values is 'The values that the person saw, such as COUNTED=120 TYPED=118; where they are others now, it is no longer about them';
comment on column difference_statement.said_by is 'Account of the person';
comment on column difference_statement.said_by_name is 'Name of that person at the time';
comment on column difference_statement.said_at is 'When it was said';
create index difference_statement_place on difference_statement (year, month, unit_id, measure, id);
create trigger difference_statement_append_only before delete or update on difference_statement
    for each row execute function refuse_change();
