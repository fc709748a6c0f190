-- A map of the units holds from its day until the next map's day. One that was brought is looked at before it is kept.
create table unit_map (
    id              bigint generated always as identity primary key,
    valid_from      date not null,
    attribution     text not null constraint unit_map_attribution check (char_length(attribution) between 1 and 300),
    licence         text not null constraint unit_map_licence check (char_length(licence) <= 4000),
    drawing         jsonb not null,
    shapes          integer not null constraint unit_map_shapes check (shapes > 0),
    kept            boolean not null,
    version         integer not null default 0,
    changed_by_name text not null,
    changed_at      timestamptz not null
);
create unique index unit_map_day on unit_map (valid_from) where kept;
comment on table unit_map is 'Maps of the units by date: outlines matched by code and simplified when they were brought';
comment on column unit_map.id is 'Key of the row';
comment on column unit_map.valid_from is 'First day for which the map holds, until the next map''s';
comment on column unit_map.attribution is 'The source, as the map''s page states it';
comment on column unit_map.licence is 'The terms under which the source may be used; empty where none were stated';
comment on column unit_map.drawing is 'Size, outlines as SVG path data with the unit''s code of the first day, and the codes of the file that are no unit''s';
comment on column unit_map.shapes is 'How many units have an outline';
comment on column unit_map.kept is 'Whether the map is in use; otherwise it was brought and is only looked at';
comment on column unit_map.version is 'Counts changes of this row, so that two editors do not overwrite each other';
comment on column unit_map.changed_by_name is 'Who brought or kept it last';
comment on column unit_map.changed_at is 'When this happened (brought or kept)';
