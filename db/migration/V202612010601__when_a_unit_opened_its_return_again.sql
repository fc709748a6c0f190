-- A unit may put its figures right until they are approved: what it enters makes the return a draft again. The days until then lay with the
-- reviewers, so that it is owed anew from the day on which its unit opened it, as one that was sent back is.
alter table monthly_return add column opened_at timestamptz;
update monthly_return r set opened_at = (
    select min(again.changed_at) from return_revision again
    where again.return_id = r.id and again.status = 'DRAFT' and again.version > (
        select max(sent.version) from return_revision sent where sent.return_id = r.id and sent.status = 'SUBMITTED'))
where status = 'DRAFT' and handed_in and not with_office and sent_back_at(id) is null;
alter table monthly_return add constraint monthly_return_opened check (opened_at is null or handed_in);
comment on column monthly_return.opened_at is 'When its unit entered figures over those that it had handed in, and has not handed any in since; null for every other';
