-- The table is named after what it tells: the revision of everything that results are made of.
alter table figures_change rename to results_revision;
alter table results_revision rename constraint figures_change_changes to results_revision_changes;
alter index figures_change_pkey rename to results_revision_pkey;
alter sequence figures_change_id_seq rename to results_revision_id_seq;

create or replace function count_change() returns trigger language plpgsql as $$
declare
    counted bigint;
begin
    insert into results_revision default values returning id into counted;
    -- Now and then many lines become one; their sum stays. Lines of others that are at it are left to them.
    if counted % 500 = 0 then
        with gone as (
            delete from results_revision
            where id in (select id from results_revision where id <= counted for update skip locked)
            returning changes)
        insert into results_revision (changes) select sum(changes) from gone;
    end if;
    return null;
end $$;
