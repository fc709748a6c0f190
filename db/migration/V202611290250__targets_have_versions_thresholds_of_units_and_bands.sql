-- A target that has begun is never edited: a change is a new version from a month on, which names the one it replaces.
alter table target
    drop constraint target_code_once,
    drop constraint target_valid,
    drop constraint target_rule,
    add column valid_from date,
    add column valid_until date,
    add column replaces bigint constraint target_replaced_once unique references target (id),
    add column replaced_until date,
    add column version integer not null default 0;
update target set valid_from = lower(valid), valid_until = upper(valid);
alter table target
    drop column valid,
    alter column valid_from set not null,
    add constraint target_valid check (valid_from < valid_until),
    add constraint target_rule check (rule in ('AT_LEAST', 'MORE_THAN', 'HAS_ARISEN', 'BANDS')),
    add constraint target_replaced_until check (replaces is not null or replaced_until is null),
    add column valid daterange not null generated always as (daterange(valid_from, valid_until)) stored,
    add constraint target_code_once unique (code, indicator, valid);
comment on column target.rule is 'AT_LEAST or MORE_THAN the threshold, HAS_ARISEN (one online dossier at least), or BANDS: points by the percent reached';
comment on column target.threshold is 'Percent, 0 to 100, four decimals, compared exactly; of BANDS the percent that brings most points; null for HAS_ARISEN';
comment on column target.valid_from is 'First day on which this version holds';
comment on column target.valid_until is 'First day on which it no longer holds; null: open';
comment on column target.replaces is 'The version that this one replaced; null: it is the first';
comment on column target.replaced_until is 'Where the replaced version would have ended, which it does again when this one is withdrawn';
comment on column target.version is 'Counts changes of this row, so that two editors do not overwrite each other';
comment on column target.valid is 'The days from valid_from until the day before valid_until; chosen by the month measured, not by today';

create table target_step (
    target_id   bigint not null references target (id),
    unit_id     bigint references unit (id),
    percent     numeric(7, 4) not null constraint target_step_percent check (percent between 0 and 100),
    points      numeric(6, 2) constraint target_step_points check (points > 0),
    constraint target_step_once unique nulls not distinct (target_id, unit_id, percent),
    constraint target_step_meaning check (unit_id is not null or points is not null)
);
create index target_step_unit on target_step (unit_id);
comment on table target_step is 'What a target asks beyond its threshold: the bands of its points, and what it asks of single units in place of all';
comment on column target_step.target_id is 'The target';
comment on column target_step.unit_id is 'The unit that has a threshold or bands of its own; null: the bands of all others';
comment on column target_step.percent is 'The percent from which on, compared exactly';
comment on column target_step.points is 'The points it brings; null where the target gives none';
create trigger target_step_counts_change after insert or update or delete or truncate on target_step
    for each statement execute function count_change();

alter table legal_instrument
    add column link text,
    add column replaced_by bigint references legal_instrument (id),
    add column version integer not null default 0,
    add constraint legal_instrument_replaced check (replaced_by <> id);
comment on column legal_instrument.link is 'Where its text can be read; null: not known';
comment on column legal_instrument.replaced_by is 'The document that came in its place; null: none';
comment on column legal_instrument.version is 'Counts changes of this row, so that two editors do not overwrite each other';

alter table published_year add column version integer not null default 0;
comment on column published_year.version is 'Counts changes of this row, so that two editors do not overwrite each other';
