-- Lists of dossiers as the one-stop system exports them (extracts): what they hold of each dossier without the citizen, the catalogue of
-- procedures that classifies them, and what was counted of them. The file itself is not kept.

create table procedure (
    id               bigint generated always as identity,
    code             text not null,
    name             text not null,
    field            text,
    version          integer not null default 0,
    changed_by       bigint not null,
    changed_by_name  text not null,
    changed_at       timestamptz not null,
    constraint procedure_pkey primary key (id),
    constraint procedure_code_once unique (code),
    constraint procedure_changed_by_fkey foreign key (changed_by) references app_user (id),
    constraint procedure_code check (code is nfc normalized and length(code) between 1 and 60),
    constraint procedure_name check (name is nfc normalized and length(name) between 1 and 1000),
    constraint procedure_field check (field is nfc normalized and length(field) between 1 and 300)
);
comment on table procedure is 'Catalogue of administrative procedures that units receive dossiers of';
comment on column procedure.id is 'Key of the row';
comment on column procedure.code is 'Code in the national catalogue such as 1.004441; the folded name in capitals where a list has no codes';
comment on column procedure.name is 'Name of the procedure';
comment on column procedure.field is 'Field of administration it belongs to; null: not known';
comment on column procedure.version is 'Counts changes of this row and of its classes, so that two editors do not overwrite each other';
comment on column procedure.changed_by is 'Account of the person who changed it last';
comment on column procedure.changed_by_name is 'Name of that person at the time';
comment on column procedure.changed_at is 'When it was changed last';

create table procedure_class (
    procedure_id     bigint not null,
    valid_from       date not null,
    service_class    text not null,
    instrument       text,
    changed_by       bigint not null,
    changed_by_name  text not null,
    changed_at       timestamptz not null,
    constraint procedure_class_pkey primary key (procedure_id, valid_from),
    constraint procedure_class_procedure_id_fkey foreign key (procedure_id) references procedure (id),
    constraint procedure_class_changed_by_fkey foreign key (changed_by) references app_user (id),
    constraint procedure_class_service_class check (service_class in ('FULL_PROCESS', 'PARTIAL', 'NOT_ONLINE')),
    constraint procedure_class_instrument check (instrument is nfc normalized and length(instrument) between 1 and 500)
);
comment on table procedure_class is 'How far a procedure is offered online, from a day until the next row of the same procedure';
comment on column procedure_class.procedure_id is 'The procedure';
comment on column procedure_class.valid_from is 'First day it holds';
comment on column procedure_class.service_class is 'FULL_PROCESS (toàn trình), PARTIAL (một phần) or NOT_ONLINE (not offered online)';
comment on column procedure_class.instrument is 'The decision that offers it so; null: not known';
comment on column procedure_class.changed_by is 'Account of the person who entered it';
comment on column procedure_class.changed_by_name is 'Name of that person at the time';
comment on column procedure_class.changed_at is 'When it was entered';

create table dossier_extract (
    id               bigint generated always as identity,
    name             text not null,
    sha256           text not null,
    size             bigint not null,
    brought_by       bigint not null,
    brought_by_name  text not null,
    brought_at       timestamptz not null,
    unit_id          bigint,
    state            text not null,
    rows_read        integer not null,
    answers          text not null default '{}',
    version          integer not null default 0,
    applied_by       bigint,
    applied_by_name  text,
    applied_at       timestamptz,
    forgotten_at     timestamptz,
    constraint dossier_extract_pkey primary key (id),
    constraint dossier_extract_brought_by_fkey foreign key (brought_by) references app_user (id),
    constraint dossier_extract_applied_by_fkey foreign key (applied_by) references app_user (id),
    constraint dossier_extract_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint dossier_extract_name check (name is nfc normalized and length(name) between 1 and 200),
    constraint dossier_extract_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint dossier_extract_size check (size > 0),
    constraint dossier_extract_state check (state in ('READ', 'APPLIED', 'DISCARDED')),
    constraint dossier_extract_rows_read check (rows_read >= 0),
    constraint dossier_extract_applied check ((state = 'APPLIED') = (applied_at is not null)),
    constraint dossier_extract_applied_by_name check ((applied_by is null) = (applied_at is null) and (applied_by_name is null) = (applied_at is null))
);
comment on table dossier_extract is 'Lists of dossiers that were brought: which file, by whom and what became of it; the file itself is not kept';
comment on column dossier_extract.id is 'Key of the row';
comment on column dossier_extract.name is 'Name of the file';
comment on column dossier_extract.sha256 is 'SHA-256 of the file, hexadecimal';
comment on column dossier_extract.size is 'Bytes of the file';
comment on column dossier_extract.brought_by is 'Account of the person who brought it';
comment on column dossier_extract.brought_by_name is 'Name of that person at the time';
comment on column dossier_extract.brought_at is 'When it was brought';
comment on column dossier_extract.unit_id is 'The unit of all its dossiers where the file has no column for it; null: the file says';
comment on column dossier_extract.state is 'READ: to be looked at; APPLIED: counted into returns; DISCARDED: left aside, its dossiers are gone';
comment on column dossier_extract.rows_read is 'Rows of dossiers in the file, repeated ones included';
comment on column dossier_extract.answers is 'What people answered about the file, as JSON: units that names mean, classes';
comment on column dossier_extract.version is 'Counts changes of this row, so that two editors do not overwrite each other';
comment on column dossier_extract.applied_by is 'Account of the person who had it counted; null: not yet';
comment on column dossier_extract.applied_by_name is 'Name of that person at the time';
comment on column dossier_extract.applied_at is 'When it was counted into returns; null: not yet';
comment on column dossier_extract.forgotten_at is 'When its single dossiers were deleted because the time for keeping them was over; null: they are there';

create table extract_dossier (
    extract_id      bigint not null,
    row_number      integer not null,
    code            text,
    unit_name       text,
    unit_id         bigint,
    received_on     date,
    month           date,
    procedure_code  text,
    procedure_name  text,
    service_class   text,
    counted_class   text,
    channel         text,
    received_by     text,
    received_by_key text,
    fee_due         bigint,
    paid_online     boolean,
    repeats_row     integer,
    constraint extract_dossier_pkey primary key (extract_id, row_number),
    constraint extract_dossier_extract_id_fkey foreign key (extract_id) references dossier_extract (id),
    constraint extract_dossier_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint extract_dossier_month check (extract(day from month) = 1),
    constraint extract_dossier_service_class check (service_class in ('FULL_PROCESS', 'PARTIAL', 'NOT_ONLINE')),
    constraint extract_dossier_counted_class check (counted_class in ('FULL_PROCESS', 'PARTIAL', 'NOT_ONLINE')),
    constraint extract_dossier_channel check (channel in ('ONLINE', 'PAPER', 'POST')),
    constraint extract_dossier_fee_due check (fee_due >= 0),
    constraint extract_dossier_received_by check ((received_by is null) = (received_by_key is null))
);
comment on table extract_dossier is 'Dossiers of an extract, without anything about the citizen; deleted when the time for keeping them is over';
comment on column extract_dossier.extract_id is 'The extract';
comment on column extract_dossier.row_number is 'Row of the file, from 1';
comment on column extract_dossier.code is 'Code of the dossier; null: the row has none';
comment on column extract_dossier.unit_name is 'What the row calls the receiving unit; null: no such column';
comment on column extract_dossier.unit_id is 'The receiving unit; null until a name is known';
comment on column extract_dossier.received_on is 'Day it was received; null: the row states none that can be read';
comment on column extract_dossier.month is 'First day of the month whose return it is counted in, by the calendar of that month; null: not of a month that is counted';
comment on column extract_dossier.procedure_code is 'Code of the procedure; null: the row has none';
comment on column extract_dossier.procedure_name is 'Name of the procedure; null: the row has none';
comment on column extract_dossier.service_class is 'Class that the row states; null: none';
comment on column extract_dossier.counted_class is 'Class it is counted under: the row''s own, else the catalogue''s of that day; null: not known yet';
comment on column extract_dossier.channel is 'ONLINE, PAPER (over the counter) or POST (public postal service); null: not known yet';
comment on column extract_dossier.received_by is 'Official who received it, as the row writes the name; null: none stated';
comment on column extract_dossier.received_by_key is 'The name by which one official is the same however it is written: NFC, one space, lower case';
comment on column extract_dossier.fee_due is 'Fee due in đồng; null: no such column';
comment on column extract_dossier.paid_online is 'Whether the fee was paid online; null: no such column';
comment on column extract_dossier.repeats_row is 'The earlier row of the same extract with the same code, which alone is counted; null: this one is';
create index extract_dossier_person on extract_dossier (unit_id, received_by_key, month);

create table extract_count (
    extract_id             bigint not null,
    unit_id                bigint not null,
    month                  date not null,
    in_force               boolean not null,
    full_process_received  integer not null,
    full_process_online    integer not null,
    partial_received       integer not null,
    partial_online         integer not null,
    dossiers_received      integer not null,
    online_reported        integer not null,
    payable                integer,
    paid_online            integer,
    constraint extract_count_pkey primary key (extract_id, unit_id, month),
    constraint extract_count_extract_id_fkey foreign key (extract_id) references dossier_extract (id),
    constraint extract_count_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint extract_count_month check (extract(day from month) = 1),
    constraint extract_count_pairs check (
        0 <= full_process_online and full_process_online <= full_process_received
        and 0 <= partial_online and partial_online <= partial_received
        and full_process_received + partial_received <= dossiers_received
        and 0 <= online_reported and online_reported <= dossiers_received
        and (payable is null) = (paid_online is null) and 0 <= paid_online and paid_online <= payable)
);
comment on table extract_count is 'What an applied extract counted for each unit and month; stays when single dossiers are deleted';
comment on column extract_count.extract_id is 'The extract';
comment on column extract_count.unit_id is 'The unit';
comment on column extract_count.month is 'First day of the month the return is for';
comment on column extract_count.in_force is 'Whether it is the latest extract of this unit and month; an earlier one is kept but counts no longer';
comment on column extract_count.full_process_received is 'Dossiers received for full-process procedures, every channel';
comment on column extract_count.full_process_online is 'Of these, submitted online';
comment on column extract_count.partial_received is 'Dossiers received for partial procedures, every channel';
comment on column extract_count.partial_online is 'Of these, submitted online';
comment on column extract_count.dossiers_received is 'All dossiers received';
comment on column extract_count.online_reported is 'All dossiers submitted online';
comment on column extract_count.payable is 'Dossiers with a fee; null: the file has no such column';
comment on column extract_count.paid_online is 'Of these, paid online; null: the file has no such column';
create unique index extract_count_in_force on extract_count (unit_id, month) where in_force;

-- The dossiers that count now: each once, of the latest extract of its unit and month.
create view received_dossier as
select counted.unit_id, counted.month, dossier.extract_id, dossier.row_number, dossier.code, dossier.received_on,
       dossier.procedure_code, dossier.procedure_name, dossier.counted_class as service_class, dossier.channel,
       dossier.received_by, dossier.received_by_key, dossier.fee_due, dossier.paid_online
from extract_count counted
join extract_dossier dossier
  on dossier.extract_id = counted.extract_id
 and dossier.unit_id = counted.unit_id
 and dossier.month = counted.month
where counted.in_force and dossier.repeats_row is null and dossier.counted_class is not null and dossier.channel is not null;
comment on view received_dossier is 'The dossiers that count now: each once, of the latest extract of its unit and month';
comment on column received_dossier.unit_id is 'The unit';
comment on column received_dossier.month is 'First day of the month';
comment on column received_dossier.extract_id is 'The extract';
comment on column received_dossier.row_number is 'Row of the file';
comment on column received_dossier.code is 'Code of the dossier';
comment on column received_dossier.received_on is 'Day it was received';
comment on column received_dossier.procedure_code is 'Code of the procedure';
comment on column received_dossier.procedure_name is 'Name of the procedure';
comment on column received_dossier.service_class is 'Class it is counted under';
comment on column received_dossier.channel is 'ONLINE, PAPER or POST';
comment on column received_dossier.received_by is 'Official who received it, as the row writes the name';
comment on column received_dossier.received_by_key is 'The name by which one official is the same however it is written';
comment on column received_dossier.fee_due is 'Fee due in đồng';
comment on column received_dossier.paid_online is 'Whether the fee was paid online';
