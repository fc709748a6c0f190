-- A return is complete with what its month asked for when it was entered: a field that is added later makes none incomplete.
alter table monthly_return add column lacking text[] not null default '{}';
alter table return_revision add column lacking text[] not null default '{}';
alter table return_correction add column lacking text[] not null default '{}';
comment on column monthly_return.lacking is 'Codes of required fields in return_field without a figure when it was entered; a return that lacks one is incomplete';
comment on column return_revision.lacking is 'Codes of required fields in return_field without a figure when it was entered; a return that lacks one is incomplete';
comment on column return_correction.lacking is 'Codes of required fields in return_field without a figure: none, since approved figures are whole';

alter table monthly_return alter column complete set expression as (
    dossiers_received is not null
    and (full_process_na or (full_process_received is not null and full_process_online is not null))
    and (partial_na or (partial_received is not null and partial_online is not null))
    and cardinality(lacking) = 0);
alter table return_revision alter column complete set expression as (
    dossiers_received is not null
    and (full_process_na or (full_process_received is not null and full_process_online is not null))
    and (partial_na or (partial_received is not null and partial_online is not null))
    and cardinality(lacking) = 0);
alter table return_correction drop constraint return_correction_whole;
alter table return_correction add constraint return_correction_whole check (
    (full_process_na or (full_process_received is not null and full_process_online is not null))
    and (partial_na or (partial_received is not null and partial_online is not null))
    and cardinality(lacking) = 0);

-- Reviewers ask about figures of added fields as well, by their codes.
alter table return_remark drop constraint return_remark_measure;
alter table return_remark add constraint return_remark_measure check (
    measure in ('FULL_PROCESS_RECEIVED', 'FULL_PROCESS_ONLINE', 'PARTIAL_RECEIVED', 'PARTIAL_ONLINE',
                'DOSSIERS_RECEIVED', 'ONLINE_REPORTED', 'PAYABLE', 'PAID_ONLINE')
    or measure ~ '^[a-z][a-z0-9_]{1,39}$');

-- A figure belongs to a field that its month is asked for. The field's row is shared, so that nobody ends or removes it meanwhile.
create function added_figures_are_asked_for() returns trigger language plpgsql as $$
declare
    asked integer;
begin
    if new.extra = '{}' or (tg_op = 'UPDATE' and new.extra = old.extra) then
        return new;
    end if;
    perform from return_field
        where code in (select jsonb_object_keys(new.extra))
            and valid_from <= new.month and (valid_until is null or valid_until > new.month)
        for share;
    get diagnostics asked = row_count;
    if asked <> (select count(*) from jsonb_object_keys(new.extra)) then
        raise exception 'figures of fields that % is not asked for: %', new.month, new.extra using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger monthly_return_added_figures before insert or update on monthly_return
    for each row execute function added_figures_are_asked_for();

-- What returns, their revisions and proposals hold, keeps its field in all its months.
create function return_field_keeps_its_figures() returns trigger language plpgsql as $$
begin
    if exists (
            select from return_revision v join monthly_return r on r.id = v.return_id
            where v.extra ? old.code and (tg_op = 'DELETE' or r.month < new.valid_from or r.month >= new.valid_until))
        or exists (
            select from return_correction c join monthly_return r on r.id = c.return_id
            where c.extra ? old.code and (tg_op = 'DELETE' or r.month < new.valid_from or r.month >= new.valid_until))
        or exists (
            select from return_remark m join monthly_return r on r.id = m.return_id
            where m.measure = old.code and (tg_op = 'DELETE' or r.month < new.valid_from or r.month >= new.valid_until)) then
        raise exception 'field % has figures', old.code using errcode = 'check_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;
create trigger return_field_keeps_its_figures before update or delete on return_field
    for each row execute function return_field_keeps_its_figures();
