-- Installation: whose program this is. One row; names are data so that another district needs no new program.
create table installation (
    id              smallint primary key default 1 constraint installation_single check (id = 1),
    level_name      text not null,
    district_name   text not null,
    province_name   text not null,
    calendar        text not null constraint installation_calendar check (calendar in ('CALENDAR_MONTHS', 'DECREE_09')),
    demonstration   boolean not null default false
);

-- People ---------------------------------------------------------------------------------------------------------
create table app_user (
    id              bigint generated always as identity primary key,
    username        text not null constraint app_user_username check (username = lower(username) and username ~ '^[a-z0-9._-]{3,40}$'),
    display_name    text not null constraint app_user_display_name check (display_name is nfc normalized and length(display_name) between 1 and 120),
    password_hash   text,
    role            text not null constraint app_user_role check (role in ('ADMINISTRATOR', 'REVIEWER', 'LEADER', 'UNIT_STAFF')),
    enabled         boolean not null default true,
    created_at      timestamptz not null,
    version         integer not null default 0,
    constraint app_user_username_once unique (username)
);

-- Only the hash of a link's token is kept; the link itself is shown once.
create table one_time_link (
    id              bigint generated always as identity primary key,
    token_hash      text not null constraint one_time_link_token_once unique,
    user_id         bigint references app_user (id),
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    used_at         timestamptz
);

-- Units ----------------------------------------------------------------------------------------------------------
-- Codes and names change hands (21952 means another unit after 01/7/2025), so a unit is only its own id.
create table unit (
    id              bigint generated always as identity primary key,
    kind            text not null constraint unit_kind check (kind in ('TOWNSHIP', 'COMMUNE', 'DISTRICT_OFFICE'))
);

create table unit_version (
    id              bigint generated always as identity primary key,
    unit_id         bigint not null references unit (id),
    code            text not null constraint unit_version_code check (code ~ '^[A-Z0-9-]{1,20}$'),
    name            text not null constraint unit_version_name check (name is nfc normalized and length(name) between 1 and 200),
    valid           daterange not null constraint unit_version_valid check (not isempty(valid)),
    -- A one-point int8range stands for equality, which plain GiST offers only with an extension.
    constraint unit_version_one_at_a_time exclude using gist (int8range(unit_id, unit_id, '[]') with &&, valid with &&)
);
create index unit_version_by_unit on unit_version (unit_id);

create table user_unit (
    user_id         bigint not null references app_user (id),
    unit_id         bigint not null references unit (id),
    primary key (user_id, unit_id)
);

-- Monthly figures ------------------------------------------------------------------------------------------------
-- Savers take the month's row FOR SHARE, lockers FOR UPDATE: no save can land after its lock.
create table reporting_month (
    month           date primary key constraint reporting_month_first_day check (extract(day from month) = 1),
    first_day       date not null,
    last_day        date not null,
    state           text not null default 'OPEN' constraint reporting_month_state check (state in ('OPEN', 'LOCKED')),
    changed_by      bigint references app_user (id),
    changed_by_name text,
    changed_at      timestamptz,
    constraint reporting_month_days check (first_day <= last_day)
);

-- The program takes fifty ids at a time.
create sequence monthly_return_id_seq increment by 50;
create table monthly_return (
    id                      bigint primary key,
    unit_id                 bigint not null references unit (id),
    month                   date not null references reporting_month (month),
    full_process_received   integer,
    full_process_online     integer,
    full_process_na         boolean not null default false,
    partial_received        integer,
    partial_online          integer,
    partial_na              boolean not null default false,
    dossiers_received       integer,
    online_reported         integer,
    payable                 integer,
    paid_online             integer,
    note                    text,
    status                  text not null constraint monthly_return_status check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')),
    source                  text not null constraint monthly_return_source check (source in ('FORM', 'IMPORT', 'DEMONSTRATION')),
    version                 integer not null,
    changed_by              bigint references app_user (id),
    changed_by_name         text not null,
    changed_at              timestamptz not null,
    -- Only a complete return is added to totals: a missing figure is not a zero.
    complete                boolean generated always as (
        dossiers_received is not null
        and (full_process_na or (full_process_received is not null and full_process_online is not null))
        and (partial_na or (partial_received is not null and partial_online is not null))) stored,
    constraint monthly_return_once unique (unit_id, month),
    constraint monthly_return_counts check (
        coalesce(full_process_received, 0) between 0 and 9999999 and coalesce(full_process_online, 0) between 0 and 9999999
        and coalesce(partial_received, 0) between 0 and 9999999 and coalesce(partial_online, 0) between 0 and 9999999
        and coalesce(dossiers_received, 0) between 0 and 9999999 and coalesce(online_reported, 0) between 0 and 9999999
        and coalesce(payable, 0) between 0 and 9999999 and coalesce(paid_online, 0) between 0 and 9999999),
    constraint monthly_return_full_process check (full_process_online <= full_process_received),
    constraint monthly_return_partial check (partial_online <= partial_received),
    constraint monthly_return_eligible check (coalesce(full_process_received, 0) + coalesce(partial_received, 0) <= dossiers_received),
    constraint monthly_return_online_total check (
        coalesce(online_reported, coalesce(full_process_online, 0) + coalesce(partial_online, 0)) <= dossiers_received),
    constraint monthly_return_payment check (paid_online <= payable),
    constraint monthly_return_payment_pair check ((payable is null) = (paid_online is null)),
    constraint monthly_return_full_process_na check (not full_process_na or (full_process_received is null and full_process_online is null)),
    constraint monthly_return_partial_na check (not partial_na or (partial_received is null and partial_online is null)),
    constraint monthly_return_note check (note is nfc normalized and length(note) <= 1000)
);
create index monthly_return_by_month on monthly_return (month, unit_id);

-- Every state a return ever had, written with it and never changed.
-- The program takes fifty ids at a time.
create sequence return_revision_id_seq increment by 50;
create table return_revision (
    id                      bigint primary key,
    return_id               bigint not null references monthly_return (id),
    version                 integer not null,
    full_process_received   integer,
    full_process_online     integer,
    full_process_na         boolean not null,
    partial_received        integer,
    partial_online          integer,
    partial_na              boolean not null,
    dossiers_received       integer,
    online_reported         integer,
    payable                 integer,
    paid_online             integer,
    note                    text,
    status                  text not null,
    source                  text not null,
    changed_by              bigint references app_user (id),
    changed_by_name         text not null,
    changed_at              timestamptz not null,
    constraint return_revision_once unique (return_id, version)
);

-- District-year totals taken from a document, without a breakdown.
create table published_year (
    year                    integer primary key constraint published_year_range check (year between 2000 and 2100),
    full_process_received   bigint not null,
    full_process_online     bigint not null,
    partial_received        bigint not null,
    partial_online          bigint not null,
    dossiers_received       bigint not null,
    online_reported         bigint not null,
    source                  text not null,
    note                    text,
    constraint published_year_counts check (
        full_process_online between 0 and full_process_received and partial_online between 0 and partial_received
        and full_process_received + partial_received <= dossiers_received and online_reported between 0 and dossiers_received)
);

-- Targets --------------------------------------------------------------------------------------------------------
create table legal_instrument (
    id              bigint generated always as identity primary key,
    number          text not null constraint legal_instrument_once unique,
    issuer          text not null,
    issued_on       date,
    title           text not null
);

create table target (
    id              bigint generated always as identity primary key,
    code            text not null,
    label           text not null,
    clause          text,
    indicator       text not null constraint target_indicator check (indicator in ('FULL_PROCESS', 'PARTIAL', 'OVERALL', 'ELIGIBLE_ONLINE', 'ONLINE_PAYMENT')),
    rule            text not null constraint target_rule check (rule in ('AT_LEAST', 'MORE_THAN', 'HAS_ARISEN')),
    threshold       numeric(7, 4) constraint target_threshold_range check (threshold between 0 and 100),
    scope           text not null constraint target_scope check (scope in ('DISTRICT', 'DISTRICT_AND_UNITS', 'EVERY_UNIT')),
    aspiration      boolean not null default false,
    valid           daterange not null constraint target_valid check (not isempty(valid)),
    position        integer not null,
    constraint target_threshold check ((rule = 'HAS_ARISEN') = (threshold is null)),
    constraint target_code_once unique (code, indicator, valid)
);

create table target_instrument (
    target_id       bigint not null references target (id),
    instrument_id   bigint not null references legal_instrument (id),
    position        integer not null,
    primary key (target_id, instrument_id)
);

-- A person's confirmation of a suggested verdict, with the figures it rested on. Rows are added, never changed.
create table target_decision (
    id                      bigint generated always as identity primary key,
    target_id               bigint not null references target (id),
    year                    integer not null constraint target_decision_year check (year between 2000 and 2100),
    verdict                 text not null constraint target_decision_verdict check (verdict in ('MET', 'NOT_MET', 'NOT_ASSESSED')),
    note                    text constraint target_decision_note check (note is nfc normalized and length(note) <= 1000),
    evidence_numerator      bigint,
    evidence_denominator    bigint,
    evidence_to             date,
    decided_by              bigint not null references app_user (id),
    decided_by_name         text not null,
    decided_at              timestamptz not null
);
create index target_decision_by_year on target_decision (year, target_id, id);

-- The trail ------------------------------------------------------------------------------------------------------
create table audit_event (
    id              bigint generated always as identity primary key,
    at              timestamptz not null,
    actor_id        bigint references app_user (id),
    actor_name      text not null,
    action          text not null,
    subject         text not null,
    detail          text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% only grows: rows are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger return_revision_append_only before update or delete on return_revision for each row execute function refuse_change();
create trigger target_decision_append_only before update or delete on target_decision for each row execute function refuse_change();
create trigger audit_event_append_only before update or delete on audit_event for each row execute function refuse_change();
