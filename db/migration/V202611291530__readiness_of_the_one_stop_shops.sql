-- Solution 3.1 of the plan asks for a computer and a signature of their own for every official at a one-stop shop. Each unit says once
-- a quarter what its shop has; a later form of the same quarter is one more row, and the earlier ones stay.
create table unit_readiness (
    unit_id          bigint,
    quarter          date,
    version          integer,
    has_shop         boolean not null,
    officials        integer,
    with_computer    integer,
    with_signature   integer,
    line_mbps        integer,
    scanners         integer,
    lacking          text,
    written_by       bigint,
    written_by_name  text not null,
    written_at       timestamptz not null,
    constraint unit_readiness_pkey primary key (unit_id, quarter, version),
    constraint unit_readiness_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint unit_readiness_written_by_fkey foreign key (written_by) references app_user (id),
    constraint unit_readiness_quarter check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
    constraint unit_readiness_version check (version >= 1),
    constraint unit_readiness_officials check (officials between 0 and 1000),
    constraint unit_readiness_with_computer check (with_computer between 0 and officials),
    constraint unit_readiness_with_signature check (with_signature between 0 and officials),
    constraint unit_readiness_line_mbps check (line_mbps between 0 and 100000),
    constraint unit_readiness_scanners check (scanners between 0 and 1000),
    constraint unit_readiness_lacking check (lacking is nfc normalized and length(lacking) between 1 and 1000),
    constraint unit_readiness_shop check (
        case when has_shop then officials is not null and with_computer is not null and with_signature is not null
        else coalesce(officials, with_computer, with_signature, line_mbps, scanners) is null and lacking is null end)
);
comment on table unit_readiness is 'What a unit''s one-stop shop had in a quarter. Never written over: changing it adds a version';
comment on column unit_readiness.unit_id is 'The unit';
comment on column unit_readiness.quarter is 'First day of the quarter';
comment on column unit_readiness.version is 'Number of the version, from 1 on; the highest is in force';
comment on column unit_readiness.has_shop is 'Whether the unit has a one-stop shop; where it has none, later quarters are not asked for either';
comment on column unit_readiness.officials is 'Officials who work at the one-stop shop; null: there is no shop';
comment on column unit_readiness.with_computer is 'Of these, with an adequate computer; null: there is no shop';
comment on column unit_readiness.with_signature is 'Of these, with a personal digital signature; null: there is no shop';
comment on column unit_readiness.line_mbps is 'Speed of the line in Mbit/s; null: not known';
comment on column unit_readiness.scanners is 'Scanners; null: not known';
comment on column unit_readiness.lacking is 'What is lacking, in the unit''s words; null: nothing was said';
comment on column unit_readiness.written_by is 'Account of the person who did this (written); null: illustrative data of the demonstration';
comment on column unit_readiness.written_by_name is 'Name of that person at the time';
comment on column unit_readiness.written_at is 'When this happened (written)';
create index unit_readiness_by_quarter on unit_readiness (quarter);
create trigger unit_readiness_append_only before delete or update on unit_readiness for each row execute function refuse_change();
create trigger unit_readiness_never_emptied before truncate on unit_readiness for each statement execute function refuse_change();
