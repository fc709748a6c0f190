-- Whose program this is, from which day on: names, levels and letterheads change (a commune becomes a ward, a district ends), and a
-- page, a file or a letter of a period speaks with the organisation of that period. A version holds until the next one begins; what
-- lies before the first one speaks with the first.
create table organisation_version (
    id              bigint generated always as identity primary key,
    valid_from      date not null constraint organisation_version_once unique,
    level           text not null constraint organisation_version_level check (level in ('PROVINCE', 'DISTRICT', 'COMMUNE', 'OTHER')),
    level_name      text not null,
    name            text not null,
    agency          text not null,
    superior        text not null,
    place           text not null,
    office          text not null,
    whole           text not null,
    units_below     text,
    letterhead_top    text not null,
    letterhead_bottom    text not null,
    symbol          text not null,
    office_symbol   text not null,
    report_ground   text,
    version         integer not null default 0,
    changed_by_name text not null,
    changed_at      timestamptz not null
);
comment on table organisation_version is 'The organisation whose program this is, dated: its names, its level and what its documents are headed with';
comment on column organisation_version.id is 'Key of the row';
comment on column organisation_version.changed_at is 'When they said so';
comment on column organisation_version.valid_from is 'First day on which it is called so; until the next version begins, and from ever where it is the first';
comment on column organisation_version.level is 'PROVINCE, DISTRICT (before 01/07/2025), COMMUNE or OTHER for another body';
comment on column organisation_version.level_name is 'The level as sentences name it: tỉnh, thành phố, huyện, xã, phường …';
comment on column organisation_version.name is 'The proper name without the level';
comment on column organisation_version.agency is 'The body that reports, in short: UBND tỉnh Gia Lai';
comment on column organisation_version.superior is 'The body above, to which reports are addressed';
comment on column organisation_version.place is 'The place name before a document''s date';
comment on column organisation_version.office is 'The office that runs the program and receives the units'' answers';
comment on column organisation_version.whole is 'The word for all units together: toàn tỉnh, toàn xã';
comment on column organisation_version.units_below is 'What the administrative units below are called together: xã, phường, đặc khu; null where there are none';
comment on column organisation_version.letterhead_top is 'First line of the letterhead';
comment on column organisation_version.letterhead_bottom is 'Second line of the letterhead';
comment on column organisation_version.symbol is 'The body''s part of a document''s symbol: the UBND of /BC-UBND';
comment on column organisation_version.office_symbol is 'The office''s part of a letter''s symbol: the VP of /UBND-VP';
comment on column organisation_version.report_ground is 'A document that every report of the organisation rests on; null where there is none';
comment on column organisation_version.changed_by_name is 'Who said so last; the trail knows more';
comment on column organisation_version.version is 'Counts changes of this row, so that two editors do not overwrite each other';

insert into organisation_version (valid_from, level, level_name, name, agency, superior, place, office, whole, units_below,
        letterhead_top, letterhead_bottom, symbol, office_symbol, report_ground, changed_by_name, changed_at)
    select date '2020-01-01', 'DISTRICT', level_name, district_name, 'UBND ' || level_name || ' ' || district_name,
        'UBND ' || province_name, district_name, 'Văn phòng HĐND và UBND ' || level_name, 'toàn ' || level_name, 'xã, thị trấn',
        'ỦY BAN NHÂN DÂN', upper(level_name || ' ' || district_name), 'UBND', 'VP',
        'Kế hoạch năm 2024 của UBND ' || level_name || ' ' || district_name
            || ' về các tiêu chí, chỉ tiêu huyện nông thôn mới, nông thôn mới nâng cao thuộc lĩnh vực hành chính công',
        'Chương trình', now()
    from installation;
alter table installation drop column level_name, drop column district_name, drop column province_name;

-- Results carry the organisation's name, so a change of it counts as a change of what they are made of.
create trigger organisation_version_counts_change after insert or update or delete or truncate on organisation_version
    for each statement execute function count_change();
