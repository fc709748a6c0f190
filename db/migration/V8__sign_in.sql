-- Who may do what: the clerk who takes the reports, assignments with dates, second factors, throttling and sessions.
alter table app_user drop constraint app_user_role;
alter table app_user add constraint app_user_role
    check (role in ('ADMINISTRATOR', 'REVIEWER', 'LEADER', 'REPORT_CLERK', 'UNIT_STAFF'));

alter table app_user add column password_changed_at timestamptz;
update app_user set password_changed_at = created_at where password_hash is not null;

-- A stand-in's assignment has a first and a last day, both counted; an assignment without days holds until it is taken away.
alter table user_unit add column from_day date, add column to_day date,
    add constraint user_unit_days check (from_day <= to_day);

-- The secret of a person's authenticator, encrypted with a key that is not in this database.
create table second_factor (
    user_id         bigint primary key references app_user (id),
    secret          bytea not null,
    created_at      timestamptz not null,
    confirmed_at    timestamptz,
    -- Codes of this 30-second step and of earlier ones are used up.
    last_step       bigint not null default 0
);

create table recovery_code (
    user_id         bigint not null references app_user (id),
    code_hash       text not null,
    used_at         timestamptz,
    primary key (user_id, code_hash)
);

-- Failed tries, shared by every copy of the program. The subject is a hash: what was typed as a name may be a password.
create table sign_in_throttle (
    kind            text not null constraint sign_in_throttle_kind check (kind in ('ACCOUNT', 'ADDRESS', 'PERSON')),
    subject         text not null,
    user_id         bigint references app_user (id),
    failures        integer not null,
    last_failure_at timestamptz not null,
    locked_until    timestamptz,
    primary key (kind, subject)
);
create index sign_in_throttle_by_person on sign_in_throttle (user_id);
create index sign_in_throttle_by_age on sign_in_throttle (last_failure_at);

-- Where a person has signed in from: strangers who lock the account out do not lock out its owner at their usual place.
create table known_address (
    user_id         bigint not null references app_user (id),
    address         text not null,
    last_used_at    timestamptz not null,
    primary key (user_id, address)
);

-- Spring Session's own tables, as its PostgreSQL schema has them.
create table spring_session (
    primary_id              char(36) not null constraint spring_session_pk primary key,
    session_id              char(36) not null,
    creation_time           bigint not null,
    last_access_time        bigint not null,
    max_inactive_interval   int not null,
    expiry_time             bigint not null,
    principal_name          varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id      char(36) not null
        constraint spring_session_attributes_fk references spring_session (primary_id) on delete cascade,
    attribute_name          varchar(200) not null,
    attribute_bytes         bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);
