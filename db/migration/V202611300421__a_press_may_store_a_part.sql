-- A month's grid stores each row that it can: whoever presses again learns that the others are still not stored.
alter table used_form_key add column partly boolean not null default false;
comment on column used_form_key.partly is 'Whether the press stored a part of what was typed and its answer refused the rest';
