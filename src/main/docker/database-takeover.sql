-- For a volume made by the first compose file, in which the program was the superuser: gives PostgreSQL a superuser of its own and
-- the program the two roles of database/roles.sql. Back up first and stop the program; the passwords are those of .env:
--     docker compose stop program && docker compose up -d database
--     docker compose exec database psql -v ON_ERROR_STOP=1 -U hoso -d hoso -f /takeover.sql
--     docker compose up -d
-- The superuser that made the volume cannot be taken down, only renamed, and only by another.
\getenv superuser_password POSTGRES_PASSWORD
\getenv owner_password HOSO_DB_OWNER_PASSWORD
\getenv program_password HOSO_DB_PASSWORD
create role hoso_takeover superuser login password :'superuser_password';
\connect hoso hoso_takeover
alter role hoso rename to postgres;
alter role postgres password :'superuser_password';
create role hoso_owner login nosuperuser nocreatedb nocreaterole noreplication password :'owner_password';
create role hoso login nosuperuser nocreatedb nocreaterole noreplication password :'program_password';
-- What the former superuser owns of PostgreSQL itself stays its; of the program's, everything goes over, function by function.
do $$
declare
    statement text;
begin
    for statement in
        select format('alter table public.%I owner to hoso_owner', relname)
        from pg_class c
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
        union all
        -- A column's own sequence follows its table.
        select format('alter sequence public.%I owner to hoso_owner', relname)
        from pg_class c
        where relnamespace = 'public'::regnamespace and relkind = 'S'
            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
        union all
        select format('alter routine %s owner to hoso_owner', p.oid::regprocedure)
        from pg_proc p
        where pronamespace = 'public'::regnamespace
            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        union all
        select format('alter type public.%I owner to hoso_owner', typname)
        from pg_type t
        where typnamespace = 'public'::regnamespace and typtype in ('d', 'e')
            and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
    loop
        execute statement;
    end loop;
end $$;
alter database hoso owner to hoso_owner;
alter schema public owner to hoso_owner;
revoke all on database hoso from public;
grant connect on database hoso to hoso;
\connect hoso postgres
drop role hoso_takeover;
