-- Where a unit is reminded, and what it was sent: each stage of a month once, whichever copy of the program sends.
create table unit_contact (
    unit_id         bigint primary key references unit (id),
    email           text not null constraint unit_contact_email check (email ~ '^[^@[:space:]]{1,64}@[^@[:space:]]{1,189}$'),
    changed_by      bigint not null references app_user (id),
    changed_at      timestamptz not null
);

create table reminder_sent (
    id              bigint generated always as identity primary key,
    unit_id         bigint not null references unit (id),
    month           date not null constraint reminder_sent_month check (extract(day from month) = 1),
    stage           text not null constraint reminder_sent_stage check (stage in ('BEFORE', 'ON', 'AFTER', 'BY_HAND')),
    sent_on         date not null,
    sent_at         timestamptz not null,
    email           text not null
);
create unique index reminder_sent_once on reminder_sent (unit_id, month, stage) where stage <> 'BY_HAND';
create unique index reminder_sent_by_hand_once_a_day on reminder_sent (unit_id, month, sent_on) where stage = 'BY_HAND';
