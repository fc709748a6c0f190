-- A report that was issued never changes: what it was made of, its files, and the revisions it counted stay as they were.
create table issued_report (
    id                  bigint generated always as identity primary key,
    year                integer not null constraint issued_report_year check (year between 2000 and 2100),
    last_month          date not null constraint issued_report_last_month check (extract(day from last_month) = 1),
    -- The year's report issued before; each is followed once, so the same press sent twice issues one report.
    previous_id         bigint references issued_report (id),
    provisional_reason  text constraint issued_report_provisional_reason
                            check (provisional_reason is nfc normalized and length(provisional_reason) between 1 and 1000),
    -- Results and text as JSON, from which the files can be made again.
    inputs              text not null,
    inputs_sha256       text not null constraint issued_report_inputs_sha256 check (inputs_sha256 ~ '^[0-9a-f]{64}$'),
    issued_by           bigint not null references app_user (id),
    issued_by_name      text not null,
    issued_at           timestamptz not null,
    constraint issued_report_follows_once unique nulls not distinct (year, previous_id)
);

create table issued_report_file (
    report_id           bigint not null references issued_report (id),
    kind                text not null constraint issued_report_file_kind check (kind in ('DOCUMENT', 'ANNEX')),
    plain_name          text not null,
    name                text not null,
    media_type          text not null,
    bytes               bytea not null,
    sha256              text not null,
    primary key (report_id, kind),
    constraint issued_report_file_sha256 check (sha256 = encode(sha256(bytes), 'hex'))
);

create table issued_report_return (
    report_id           bigint not null references issued_report (id),
    return_id           bigint not null,
    version             integer not null,
    primary key (report_id, return_id),
    constraint issued_report_return_revision foreign key (return_id, version) references return_revision (return_id, version)
);
create index issued_report_return_by_return on issued_report_return (return_id);

-- The registry enters number and date later, beside the content; a slip is put right by a further entry.
create table issued_report_registration (
    id                  bigint generated always as identity primary key,
    report_id           bigint not null references issued_report (id),
    number              text not null constraint issued_report_registration_number
                            check (number is nfc normalized and length(number) between 1 and 60),
    signed_on           date not null,
    registered_by       bigint not null references app_user (id),
    registered_by_name  text not null,
    registered_at       timestamptz not null
);
create index issued_report_registration_by_report on issued_report_registration (report_id, id);

create trigger issued_report_append_only before update or delete on issued_report for each row execute function refuse_change();
create trigger issued_report_file_append_only before update or delete on issued_report_file for each row execute function refuse_change();
create trigger issued_report_return_append_only before update or delete on issued_report_return for each row execute function refuse_change();
create trigger issued_report_registration_append_only before update or delete on issued_report_registration
    for each row execute function refuse_change();
