-- By which day of the next month figures are in time, from which month on. Nothing here is changed: a new day is a new row for
-- later months, so who was late under the old one stays late, and nobody else becomes late.
create table deadline_setting (
    id                  bigint generated always as identity primary key,
    valid_from_month    date not null constraint deadline_setting_month check (extract(day from valid_from_month) = 1),
    day                 smallint not null constraint deadline_setting_day check (day between 1 and 28),
    set_by              bigint references app_user (id),
    set_by_name         text not null,
    set_at              timestamptz not null
);
comment on column deadline_setting.set_by is 'null where the program''s own configuration said so';
create trigger deadline_setting_append_only before update or delete on deadline_setting
    for each row execute function refuse_change();
