-- What a return asks beyond its own figures, and what is measured with them, become data.
create table return_field (
    code             text primary key constraint return_field_code check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    name             text not null constraint return_field_name check (name is nfc normalized and length(name) between 1 and 100),
    not_above        text constraint return_field_not_above check (not_above ~ '^[a-z][a-z0-9_]{1,39}$' and not_above <> code),
    required         boolean not null,
    place            integer not null constraint return_field_place check (place between 1 and 9999),
    valid_from       date not null constraint return_field_valid_from check (extract(day from valid_from) = 1),
    valid_until      date constraint return_field_valid_until check (extract(day from valid_until) = 1 and valid_until > valid_from),
    version          integer not null default 0,
    changed_by_name  text not null,
    changed_at       timestamptz not null,
    constraint return_field_name_once unique (name)
);
comment on table return_field is 'Numbers of dossiers that the monthly return asks for beyond its own, from a month on';
comment on column return_field.code is 'Name in files and formulas; never changes: on_time';
comment on column return_field.name is 'The words over its column';
comment on column return_field.not_above is 'Field of the return that it must not exceed, its own ones or one of these; null: none';
comment on column return_field.required is 'A return without it is incomplete';
comment on column return_field.place is 'Order of the columns, lower first';
comment on column return_field.valid_from is 'First month that asks for it';
comment on column return_field.valid_until is 'First month that no longer does; null: open';
comment on column return_field.version is 'Counts changes of this row, so that two editors do not overwrite each other';
comment on column return_field.changed_by_name is 'Name of the person who wrote it last';
comment on column return_field.changed_at is 'When it was written last';

create table indicator (
    code             text primary key constraint indicator_code check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    name             text not null constraint indicator_name check (name is nfc normalized and length(name) between 1 and 200),
    numerator        text[] not null constraint indicator_numerator check (cardinality(numerator) between 1 and 8),
    denominator      text[] not null constraint indicator_denominator check (cardinality(denominator) between 1 and 8),
    examples         jsonb not null constraint indicator_examples check (jsonb_array_length(examples) between 2 and 20),
    place            integer not null constraint indicator_place check (place between 1 and 9999),
    valid_from       date not null constraint indicator_valid_from check (extract(day from valid_from) = 1),
    valid_until      date constraint indicator_valid_until check (extract(day from valid_until) = 1 and valid_until > valid_from),
    version          integer not null default 0,
    changed_by_name  text not null,
    changed_at       timestamptz not null,
    constraint indicator_name_once unique (name)
);
comment on table indicator is 'Shares measured beyond the program''s own five: sums over sums of fields of the return';
comment on column indicator.code is 'Name in files and addresses; never changes: dung_han';
comment on column indicator.name is 'What pages and documents call it';
comment on column indicator.numerator is 'Codes of the fields whose sum counts';
comment on column indicator.denominator is 'Codes of the fields whose sum could count';
comment on column indicator.examples is 'Worked examples that came out right when it was kept: numbers by field, and the percent';
comment on column indicator.place is 'Order in lists and documents, lower first';
comment on column indicator.valid_from is 'First month that it measures';
comment on column indicator.valid_until is 'First month that it no longer does; null: open';
comment on column indicator.version is 'Counts changes of this row, so that two editors do not overwrite each other';
comment on column indicator.changed_by_name is 'Name of the person who wrote it last';
comment on column indicator.changed_at is 'When it was written last';

-- Figures of such fields by code. An absent key is a figure that was not reported.
alter table monthly_return add column extra jsonb not null default '{}' constraint monthly_return_extra check
    (jsonb_typeof(extra) = 'object' and not extra @? '$.* ? (@.type() != "number" || @ < 0 || @ > 9999999 || @.floor() != @)');
alter table return_revision add column extra jsonb not null default '{}' constraint return_revision_extra check
    (jsonb_typeof(extra) = 'object' and not extra @? '$.* ? (@.type() != "number" || @ < 0 || @ > 9999999 || @.floor() != @)');
alter table return_correction add column extra jsonb not null default '{}' constraint return_correction_extra check
    (jsonb_typeof(extra) = 'object' and not extra @? '$.* ? (@.type() != "number" || @ < 0 || @ > 9999999 || @.floor() != @)');
comment on column monthly_return.extra is 'Figures of the fields in return_field, by code; without a key where not reported';
comment on column return_revision.extra is 'Figures of the fields in return_field, by code; without a key where not reported';
comment on column return_correction.extra is 'Figures of the fields in return_field, by code; without a key where not reported';

create trigger return_field_counts_change after insert or delete or update or truncate on return_field for each statement execute function count_change();
create trigger indicator_counts_change after insert or delete or update or truncate on indicator for each statement execute function count_change();
