-- Whom a leader calls about a unit. People change without the unit changing, so both belong to the unit and to no day; who was there
-- before is in the trail.
alter table unit
    add column contact_name text constraint unit_contact_name_said check (length(btrim(contact_name)) between 1 and 100),
    add column contact_phone text constraint unit_contact_phone_dialled check (contact_phone ~ '^\+?[0-9][0-9 .]{5,22}[0-9]$');

comment on column unit.contact_name is 'Whom to call about the unit; null while nobody entered anyone';
comment on column unit.contact_phone is 'Their telephone as it was written: digits, blanks, full stops, perhaps a plus before; null while nobody entered one';
