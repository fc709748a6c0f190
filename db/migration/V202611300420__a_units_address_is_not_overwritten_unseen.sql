-- Two who correct a unit's address at once learn of each other: each sends the version that they saw. The row outlives its address,
-- or one that is entered after it was taken away would have a version that somebody saw before.
alter table unit_contact alter column email drop not null;
alter table unit_contact add column version integer not null default 0;
comment on column unit_contact.version is 'Counts changes of this row, so that two editors do not overwrite each other';
comment on column unit_contact.email is 'E-mail address; null: it was taken away';
