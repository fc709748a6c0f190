-- Figures as known on a day are computed from revisions, and a correction's figures become a return's: both keep the rules of a
-- return. The rules are taken from the catalogue, so that the three tables cannot differ; FigureChecksTest compares them.
do $$
declare
    rule record;
    holder text;
begin
    for rule in
        select substr(conname, length('monthly_return_') + 1) as name, pg_get_constraintdef(oid) as condition
        from pg_constraint
        where conrelid = 'monthly_return'::regclass and contype = 'c' and conname <> 'monthly_return_maker_is_not_approver'
    loop
        foreach holder in array array['return_revision', 'return_correction'] loop
            -- A proposal has neither a status nor a source.
            if holder = 'return_revision' or rule.name not in ('status', 'source') then
                execute format('alter table %I add constraint %I %s', holder, holder || '_' || rule.name, rule.condition);
            end if;
        end loop;
    end loop;
end $$;
