-- When packages of everything were made and proved. One at a time, whichever copy of the program makes it.
create table backup_run (
    id               bigint generated always as identity primary key,
    kind             text not null constraint backup_run_kind check (kind in ('BACKUP', 'DRILL')),
    file             text not null constraint backup_run_file check (file ~ '^[A-Za-z0-9-]{1,80}[.]zip$'),
    started_by_name  text,
    started_at       timestamptz not null,
    beat_at          timestamptz not null,
    steps_done       integer not null default 0,
    steps_all        integer not null default 0,
    finished_at      timestamptz,
    bytes            bigint,
    row_count        bigint,
    elsewhere        boolean,
    failure          text,
    constraint backup_run_outcome check (
        case when finished_at is null then bytes is null and failure is null else (bytes is null) <> (failure is null) end)
);
create unique index backup_run_one_at_a_time on backup_run ((true)) where finished_at is null;
create index backup_run_latest on backup_run (started_at desc);
comment on table backup_run is 'Packages of everything: when they were made, or restored for a trial, and what came of it; no part of a package itself';
comment on column backup_run.id is 'Key of the row';
comment on column backup_run.kind is 'BACKUP: a package was written and read back; DRILL: a package was restored for a trial and compared row for row';
comment on column backup_run.file is 'Name of the package in the folder of backups';
comment on column backup_run.started_by_name is 'Who asked for it, by name; null: the program, by its schedule';
comment on column backup_run.started_at is 'When it began';
comment on column backup_run.beat_at is 'When the copy that works on it last said so; long ago and unfinished: that copy is gone';
comment on column backup_run.steps_done is 'How many steps are done';
comment on column backup_run.steps_all is 'How many steps there are';
comment on column backup_run.finished_at is 'When it ended; null while it is under way';
comment on column backup_run.bytes is 'Size of the package; null while it is under way and when it failed';
comment on column backup_run.row_count is 'Rows in the package';
comment on column backup_run.elsewhere is 'Whether the package also lies in the second folder; null where there is none';
comment on column backup_run.failure is 'Why it failed, in Vietnamese, for the administrator';
