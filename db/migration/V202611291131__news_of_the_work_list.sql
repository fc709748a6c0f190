-- A line of news on somebody's work list (a month locked or reopened, a correction decided) stays there until they put it away.
-- What waits itself is stored nowhere: it is read from the figures, targets, reports and people it is about.
create table work_read (
    user_id    bigint,
    kind       text,
    reference  text,
    read_at    timestamptz not null,
    constraint work_read_pkey primary key (user_id, kind, reference),
    constraint work_read_user_id_fkey foreign key (user_id) references app_user (id),
    constraint work_read_kind_check check (kind in ('REOPENED', 'CORRECTED', 'LOCKED')),
    constraint work_read_reference_check check (reference ~ '^[!-~]{1,100}$')
);
comment on table work_read is 'Which news a person has put away from their work list';
comment on column work_read.user_id is 'The person';
comment on column work_read.kind is 'What kind of news it is';
comment on column work_read.reference is 'What it is about, another text once it happens again';
comment on column work_read.read_at is 'When it was put away';
