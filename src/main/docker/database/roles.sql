-- Run once by PostgreSQL's image when the volume is empty, as the superuser, who is nobody's program: who changes the schema at start,
-- and who the program works as, who owns nothing and can therefore neither alter the trail nor reach the server's files.
\getenv owner_password HOSO_DB_OWNER_PASSWORD
\getenv program_password HOSO_DB_PASSWORD
create role hoso_owner login nosuperuser nocreatedb nocreaterole noreplication password :'owner_password';
create role hoso login nosuperuser nocreatedb nocreaterole noreplication password :'program_password';
alter database hoso owner to hoso_owner;
alter schema public owner to hoso_owner;
revoke all on database hoso from public;
grant connect on database hoso to hoso;
