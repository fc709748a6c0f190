-- A target that names its units asks nothing of all together: of those units a change of their own verdict is noticed. The first look after
-- this migration notes how they stand and notices nothing.
alter table verdict_seen
    add column unit_id bigint not null default 0,
    drop constraint verdict_seen_pkey,
    add constraint verdict_seen_pkey primary key (target_id, year, unit_id);
alter table verdict_seen alter column unit_id drop default;
comment on column verdict_seen.unit_id is 'Whose verdict: a unit that the target names, 0 of all units together';
comment on table verdict_seen is 'How a target''s verdict on the year to date was last seen, so that a change is noticed once';
alter table verdict_notice
    add column unit_id bigint constraint verdict_notice_unit_id_fkey references unit (id),
    drop constraint verdict_notice_once,
    add constraint verdict_notice_once unique nulls not distinct (target_id, year, unit_id, change);
create index verdict_notice_unit on verdict_notice (unit_id) where unit_id is not null;
comment on column verdict_notice.unit_id is 'Whose verdict: a unit that the target names, null of all units together';
comment on column verdict_notice.change is 'Which change of this target, year and unit, from 1 on';
