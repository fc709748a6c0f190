-- How each target's verdict on the year to date was last seen; moved on by comparing, so that a change is noticed once.
create table verdict_seen (
    target_id       bigint not null references target (id),
    year            integer not null,
    status          text not null,
    -- How many changes were noticed so far.
    changes         integer not null default 0,
    primary key (target_id, year)
);

-- One row for each change of a verdict, whichever copy of the program noticed it.
create table verdict_notice (
    id              bigint generated always as identity primary key,
    target_id       bigint not null references target (id),
    year            integer not null,
    change          integer not null constraint verdict_notice_change check (change >= 1),
    status_before   text not null constraint verdict_notice_before
                        check (status_before in ('MET', 'NOT_MET', 'NOT_ASSESSED', 'NOTHING_ARISEN')),
    status_after    text not null constraint verdict_notice_after
                        check (status_after in ('MET', 'NOT_MET', 'NOT_ASSESSED', 'NOTHING_ARISEN')),
    last_day        date not null,
    numerator       bigint,
    denominator     bigint,
    noticed_at      timestamptz not null,
    constraint verdict_notice_once unique (target_id, year, change),
    constraint verdict_notice_differs check (status_before <> status_after)
);
create trigger verdict_notice_append_only before update or delete on verdict_notice for each row execute function refuse_change();

-- Who has put a notice away; it is not shown to them again.
create table verdict_notice_read (
    notice_id       bigint not null references verdict_notice (id),
    user_id         bigint not null references app_user (id),
    read_at         timestamptz not null,
    primary key (notice_id, user_id)
);

-- The letter about a notice. A try is counted before the letter is handed over: should the program die in between, the letter
-- is given up rather than sent twice.
create table verdict_notice_letter (
    notice_id       bigint primary key references verdict_notice (id),
    state           text not null constraint verdict_notice_letter_state check (state in ('WAITING', 'SENDING', 'SENT')),
    tries           integer not null default 0,
    next_try_at     timestamptz not null,
    sent_at         timestamptz,
    constraint verdict_notice_letter_sent check ((state = 'SENT') = (sent_at is not null))
);
create index verdict_notice_letter_waiting on verdict_notice_letter (next_try_at) where state = 'WAITING';
