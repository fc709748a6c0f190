-- A save of a month changes a row of every unit and leaves a revision of each, one statement for each of them: it wrote some fifty lines,
-- and every tenth save made five hundred lines one. Readers see a transaction's changes together or not at all, so one line tells of all.
-- The setting ends with the transaction, and is taken back with the line where a part of the transaction is.
create or replace function count_change() returns trigger language plpgsql as $$
declare
    counted bigint;
    this_transaction text := pg_current_xact_id();
begin
    if current_setting('hoso.counted_transaction', true) = this_transaction then
        return null;
    end if;
    perform set_config('hoso.counted_transaction', this_transaction, true);
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
comment on table results_revision is 'Counts the transactions that change what results are made of: the sum says whether an answer may be given again';
comment on column results_revision.changes is 'How many of them this row stands for';
