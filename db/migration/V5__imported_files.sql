-- Files that people brought, kept as they came. One that changed no figure goes after seven days.
create table import_file (
    id                  bigint generated always as identity primary key,
    sha256              text not null constraint import_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    name                text not null constraint import_file_name check (name is nfc normalized and length(name) between 1 and 200),
    bytes               bytea not null constraint import_file_bytes check (octet_length(bytes) between 1 and 10485760),
    uploaded_by         bigint not null references app_user (id),
    uploaded_by_name    text not null,
    uploaded_at         timestamptz not null,
    month               date constraint import_file_first_day check (extract(day from month) = 1),
    sheet               text,
    applied_at          timestamptz,
    units_changed       integer,
    -- While many figures are stored, and why that stopped.
    applying_since      timestamptz,
    outcome             text
);
create index import_file_by_time on import_file (uploaded_at desc, id desc);

-- The cells a file changed are the revisions it is named in.
alter table return_revision add column import_file_id bigint references import_file (id);
alter table return_revision add column import_row integer constraint return_revision_import_row check (import_row >= 1);
create index return_revision_by_import_file on return_revision (import_file_id) where import_file_id is not null;

-- What a sheet calls a unit, once a person has said which unit is meant; null: no unit, the row is left out.
-- The Office's answers hold for everybody, a unit's own staff answer for themselves.
create table unit_alias (
    folded              text not null constraint unit_alias_folded check (length(folded) between 1 and 400),
    unit_id             bigint references unit (id),
    chosen_by           bigint not null references app_user (id),
    chosen_at           timestamptz not null,
    primary key (folded, chosen_by)
);

-- Where the figures stand in a sheet that the program does not recognise by itself, known again by its heading.
create table sheet_layout (
    signature           text not null constraint sheet_layout_signature check (signature ~ '^[0-9a-f]{64}$'),
    unit_column         integer not null constraint sheet_layout_unit_column check (unit_column between 1 and 200),
    columns             text not null,
    chosen_by           bigint not null references app_user (id),
    chosen_at           timestamptz not null,
    primary key (signature, chosen_by)
);
