-- The Office may enter figures over a return that its unit had handed in, by hand, from a sheet or from a list of dossiers. It is a draft again
-- then, which nobody but the Office has made one: it is the Office's to submit, and its unit is not late with it.
alter table monthly_return add column handed_in boolean not null default false;
alter table monthly_return add column with_office boolean not null default false;
update monthly_return set handed_in = true,
    with_office = status = 'DRAFT' and exists (select from app_user where id = entered_by and role = 'REVIEWER')
where exists (select from return_revision v where v.return_id = monthly_return.id and v.status = 'SUBMITTED');
alter table monthly_return add constraint monthly_return_with_office check (not with_office or (handed_in and status = 'DRAFT'));
comment on column monthly_return.handed_in is 'Whether it had been handed in before its present figures were entered';
comment on column monthly_return.with_office is 'Whether it is a draft because the Office entered figures after it had been handed in: the Office submits it, and its unit does not owe it';
