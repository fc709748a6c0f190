-- What a unit is becomes data, and dated like its name: a thị trấn that becomes a phường is the same unit.

create table unit_kind (
    code             text,
    name             text not null,
    heading          text not null,
    short_forms      text[] not null default '{}',
    place            integer not null,
    office           boolean not null,
    version          integer not null default 0,
    changed_by_name  text not null,
    changed_at       timestamptz not null default now(),
    constraint unit_kind_pkey primary key (code),
    constraint unit_kind_name_once unique (name),
    constraint unit_kind_code check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    constraint unit_kind_name check (name is nfc normalized and length(name) between 1 and 100),
    constraint unit_kind_heading check (heading is nfc normalized and length(heading) between 1 and 100),
    constraint unit_kind_short_forms check (cardinality(short_forms) <= 20),
    constraint unit_kind_place check (place between 1 and 9999)
);
comment on table unit_kind is 'What units are: xã, phường, sở, phòng chuyên môn and whatever else an office has';
comment on column unit_kind.code is 'Key of the row; stays when the name changes';
comment on column unit_kind.name is 'The kind as sentences name it, in lower case: thị trấn';
comment on column unit_kind.heading is 'Heading over units of this kind: Thị trấn';
comment on column unit_kind.short_forms is 'What names of such units begin with besides the kind''s name, as sheets write it: TT.';
comment on column unit_kind.place is 'Order of lists and documents, lower first; units of one place by their codes';
comment on column unit_kind.office is 'A part of the organisation''s own administration, without a place on the map; ranked among its like';
comment on column unit_kind.version is 'Counts changes, so that two people do not overwrite each other';
comment on column unit_kind.changed_by_name is 'Name of the person who wrote it last';
comment on column unit_kind.changed_at is 'When it was written last';

insert into unit_kind (code, name, heading, short_forms, place, office, changed_by_name) values
    ('WARD', 'phường', 'Phường', '{P.}', 10, false, 'Chương trình'),
    ('TOWNSHIP', 'thị trấn', 'Thị trấn', '{TT.,T.T.,TTr.,T.Trấn}', 20, false, 'Chương trình'),
    ('COMMUNE', 'xã', 'Xã', '{X.}', 30, false, 'Chương trình'),
    ('SPECIAL_ZONE', 'đặc khu', 'Đặc khu', '{ĐK.}', 40, false, 'Chương trình'),
    ('DEPARTMENT', 'sở, ban, ngành', 'Sở, ban, ngành', '{Sở,Ban}', 50, true, 'Chương trình'),
    ('BUREAU', 'văn phòng', 'Văn phòng', '{VP.}', 60, true, 'Chương trình'),
    ('DISTRICT_OFFICE', 'phòng chuyên môn', 'Phòng chuyên môn', '{Phòng,P.}', 70, true, 'Chương trình'),
    ('CENTRE', 'trung tâm', 'Trung tâm', '{TT.}', 80, true, 'Chương trình');

alter table unit_version
    add column kind text,
    add column unit_group text,
    add column changed_by_name text,
    add column changed_at timestamptz;
update unit_version v set kind = u.kind from unit u where u.id = v.unit_id;
alter table unit_version
    alter column kind set not null,
    add constraint unit_version_kind_fkey foreign key (kind) references unit_kind (code),
    add constraint unit_version_unit_group check (unit_group is nfc normalized and length(unit_group) between 1 and 200),
    -- As above, a one-point range stands for equality: two units never share a code or a name on a day.
    add constraint unit_version_code_once exclude using gist
        (int8range(hashtextextended(code, 0), hashtextextended(code, 0), '[]') with &&, valid with &&),
    add constraint unit_version_name_once exclude using gist
        (int8range(hashtextextended(name, 0), hashtextextended(name, 0), '[]') with &&, valid with &&);
comment on table unit_version is 'Code, name, kind and group of a unit during a time; one at a time for each unit';
comment on column unit_version.kind is 'What the unit is';
comment on column unit_version.unit_group is 'A group of units it belongs to, as cụm thi đua or a former district; null: none';
comment on column unit_version.changed_by_name is 'Name of the person who wrote it last; null: the program itself';
comment on column unit_version.changed_at is 'When it was written last; null: with the installation';
comment on column unit_version.valid is 'Days in which code, name, kind and group hold';

alter table unit
    drop column kind,
    add column version integer not null default 0;
comment on column unit.version is 'Counts changes of its versions, so that two people do not overwrite each other';

-- Who only counts the units of a month, or asks for their names, needs no row of "unit_kind": a left join to it, which the foreign
-- key makes the same, is one that PostgreSQL leaves out where none of its columns are asked for.
drop function unit_at(date);
create function unit_at(at_month date)
    returns table (unit_id bigint, kind text, code text, name text, unit_group text, place integer)
    language sql stable parallel safe as $$
    select v.unit_id, v.kind, v.code, v.name, v.unit_group, k.place
    from unit_version v left join unit_kind k on k.code = v.kind
    where v.valid @> at_month
$$;

create trigger unit_kind_counts_change after insert or delete or update or truncate on unit_kind for each statement execute function count_change();
