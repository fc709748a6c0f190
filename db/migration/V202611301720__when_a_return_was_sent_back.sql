-- A return that was sent back stays so until it is handed in again, also while its unit enters figures anew and it is a draft: it is
-- owed from the day on which it was sent back.
create function sent_back_at(of_return bigint) returns timestamptz language sql stable parallel safe as $$
    select max(said.made_at) from return_remark said
    where said.return_id = of_return and not exists (
        select from return_revision later
        where later.return_id = of_return and later.version > said.version and later.status <> 'DRAFT')
$$;
comment on function sent_back_at(bigint) is 'When a return was sent back that has not been handed in since; null for every other';
