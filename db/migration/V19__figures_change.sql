-- Counts every change of what results are made of, whoever makes it, so that an answer can be given again while nothing changed.
-- A change is seen with the transaction that made it: two readers who count the same see the same figures.
create table figures_change (
    id      bigint generated always as identity primary key,
    changes bigint not null default 1 constraint figures_change_changes check (changes > 0)
);

create function count_change() returns trigger language plpgsql as $$
declare
    counted bigint;
begin
    insert into figures_change default values returning id into counted;
    -- Now and then many lines become one; their sum stays. Lines of others that are at it are left to them.
    if counted % 500 = 0 then
        with gone as (
            delete from figures_change
            where id in (select id from figures_change where id <= counted for update skip locked)
            returning changes)
        insert into figures_change (changes) select sum(changes) from gone;
    end if;
    return null;
end $$;

do $$
declare
    source text;
begin
    foreach source in array array['unit', 'unit_version', 'reporting_month', 'monthly_return', 'return_revision',
            'published_year', 'legal_instrument', 'target', 'target_instrument', 'target_decision', 'installation'] loop
        execute format('create trigger %1$s_counts_change after insert or update or delete or truncate on %1$s'
            || ' for each statement execute function count_change()', source);
    end loop;
end $$;
