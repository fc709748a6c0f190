-- Which indicators there are is declared in one place, in the program, which refuses an unknown one when it reads a target.
-- A second list here had to be changed with every new indicator; the form of a code is what the database keeps.
alter table target
    drop constraint target_indicator,
    add constraint target_indicator check (indicator ~ '^[A-Z]+(_[A-Z]+)*$');
