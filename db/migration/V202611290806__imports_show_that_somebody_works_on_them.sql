-- Whoever stores a file's figures says so again every few seconds; once they are silent, nobody works on it any more. A program that was
-- stopped before this change stored nothing of what it had begun: its files count as silent, having said nothing yet.
alter table import_file
    add column applying_key uuid,
    add column applying_seen_at timestamptz;
comment on column import_file.applying_key is 'The attempt that stores its figures; an attempt that finds another here stores nothing. Null: none does';
comment on column import_file.applying_seen_at is 'When that attempt last said that it goes on, by the database''s clock; null: it has not';
