-- A described sheet is known again by its whole heading, the words above it and its tab. What was kept by the last row of
-- a heading alone may mean another sheet: it is asked about once more.
delete from sheet_layout;
alter table sheet_layout add column id bigint generated always as identity unique;
alter table sheet_layout add column sheet text not null;

-- The name as the sheet writes it; null for what was remembered before.
alter table unit_alias add column id bigint generated always as identity unique;
alter table unit_alias add column written text;
