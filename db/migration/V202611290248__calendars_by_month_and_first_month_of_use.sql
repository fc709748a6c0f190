-- A calendar holds from a month on, as a deadline does: one chosen later leaves the months before it alone.
create table calendar_setting (
    id               bigint generated always as identity primary key,
    valid_from_month date not null constraint calendar_setting_month check (extract(day from valid_from_month) = 1),
    calendar         text not null constraint calendar_setting_calendar check (calendar in ('CALENDAR_MONTHS', 'DECREE_09')),
    set_by           bigint references app_user (id),
    set_by_name      text not null,
    set_at           timestamptz not null
);
comment on table calendar_setting is 'Which days a reporting month spans, from which month on. Never changed: another calendar is a new row for later months';
comment on column calendar_setting.id is 'Key of the row';
comment on column calendar_setting.valid_from_month is 'First month for which the calendar holds';
comment on column calendar_setting.calendar is 'CALENDAR_MONTHS (1st to last day) or DECREE_09 (15th of the month before to the 14th); a stored month keeps its own days';
comment on column calendar_setting.set_by is 'null where the program itself said so';
comment on column calendar_setting.set_by_name is 'Who set it';
comment on column calendar_setting.set_at is 'When this happened (set)';

insert into calendar_setting (valid_from_month, calendar, set_by_name, set_at)
select date '2000-01-01', calendar, 'Chương trình', now() from installation;

-- Nothing before an office's first month is owed; it may still bring figures of earlier years.
alter table installation
    drop column calendar,
    add column in_use_since date constraint installation_first_month check (extract(day from in_use_since) = 1),
    add column version integer not null default 0;
comment on table installation is 'What this installation is: one row';
comment on column installation.in_use_since is 'First day of the first month for which units must report here; null: every month is owed';
comment on column installation.version is 'Counts changes of this row, so that two editors do not overwrite each other';

create trigger calendar_setting_append_only before update or delete on calendar_setting for each row execute function refuse_change();
create trigger calendar_setting_counts_change after insert or update or delete or truncate on calendar_setting
    for each statement execute function count_change();

-- Whether the returns of a month are expected: from the first month of use on, and of an earlier month once it holds some.
create function month_due(at_month date) returns boolean language sql stable parallel safe as $$
    select coalesce(in_use_since <= at_month, true) or exists (select from monthly_return where month = at_month) from installation
$$;
