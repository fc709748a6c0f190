-- Who typed the figures, apart from who last moved the return on: nobody approves figures they typed themselves.
alter table monthly_return add column entered_by bigint references app_user (id);
update monthly_return set entered_by = changed_by;
alter table monthly_return add constraint monthly_return_maker_is_not_approver
    check (status <> 'APPROVED' or entered_by is null or entered_by is distinct from changed_by);

-- Why a return was sent back; null for changes that need no reason.
alter table return_revision add column reason text
    constraint return_revision_reason check (reason is nfc normalized and length(reason) between 1 and 1000);

-- What the reviewer asks the unit to look at: one remark on the whole return (measure null), others on single cells.
-- The version is that of the revision by which the return was sent back.
create table return_remark (
    id              bigint generated always as identity primary key,
    return_id       bigint not null references monthly_return (id),
    version         integer not null,
    measure         text constraint return_remark_measure check (measure in (
                        'FULL_PROCESS_RECEIVED', 'FULL_PROCESS_ONLINE', 'PARTIAL_RECEIVED', 'PARTIAL_ONLINE',
                        'DOSSIERS_RECEIVED', 'ONLINE_REPORTED', 'PAYABLE', 'PAID_ONLINE')),
    text            text not null constraint return_remark_text check (text is nfc normalized and length(text) between 1 and 1000),
    made_by         bigint references app_user (id),
    made_by_name    text not null,
    made_at         timestamptz not null,
    constraint return_remark_once unique nulls not distinct (return_id, version, measure)
);
create trigger return_remark_append_only before update or delete on return_remark for each row execute function refuse_change();

-- A reopened month is open up to the end of reopened_until, and counts as locked again from the next day on.
alter table reporting_month
    add column reason text constraint reporting_month_reason check (reason is nfc normalized and length(reason) between 1 and 1000),
    add column reopened_until date,
    add constraint reporting_month_reopened check (reopened_until is null or (state = 'OPEN' and reason is not null));
