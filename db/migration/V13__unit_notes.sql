-- What a unit or the Office says of a unit's month: why the figures are as they are, what happened. A note is never written
-- over: changing or withdrawing it adds a version, and the earlier ones stay to be read.
create sequence unit_note_id_seq;
create table unit_note (
    id              bigint not null,
    version         integer not null constraint unit_note_version check (version >= 1),
    unit_id         bigint not null references unit (id),
    month           date not null constraint unit_note_month check (extract(day from month) = 1),
    kind            text not null constraint unit_note_kind check (kind in ('EXPLANATION', 'EVENT', 'OTHER')),
    text            text not null constraint unit_note_text check (text is nfc normalized and length(text) between 1 and 5000),
    for_report      boolean not null,
    withdrawn       boolean not null,
    written_by      bigint not null references app_user (id),
    written_by_name text not null,
    written_at      timestamptz not null,
    primary key (id, version)
);
create index unit_note_by_unit on unit_note (unit_id, month);
create index unit_note_by_month on unit_note (month);
create trigger unit_note_append_only before update or delete on unit_note for each row execute function refuse_change();
create trigger unit_note_never_emptied before truncate on unit_note for each statement execute function refuse_change();
