-- A target may also ask for an indicator that the administrator defined; those go by lower-case names.
alter table target drop constraint target_indicator;
alter table target add constraint target_indicator check (indicator ~ '^([A-Z]+(_[A-Z]+)*|[a-z][a-z0-9_]{1,39})$');
