-- A list of dossiers that was counted by mistake is taken out of use, with who did it and why; nothing takes its place by itself.

alter table extract_count
    add column withdrawn_by bigint,
    add column withdrawn_by_name text,
    add column withdrawn_at timestamptz,
    add column withdrawn_reason text,
    add constraint extract_count_withdrawn_by_fkey foreign key (withdrawn_by) references app_user (id),
    add constraint extract_count_withdrawn check (
        (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by_name is null) = (withdrawn_at is null)
        and (withdrawn_reason is null) = (withdrawn_at is null) and (withdrawn_at is null or not in_force)),
    add constraint extract_count_withdrawn_reason
        check (withdrawn_reason is nfc normalized and length(withdrawn_reason) between 1 and 500);
comment on column extract_count.withdrawn_by is 'Account of the person of the Office who took it out of force; null: nobody did';
comment on column extract_count.withdrawn_by_name is 'Name of that person at the time';
comment on column extract_count.withdrawn_at is 'When it was taken out of force; null: never';
comment on column extract_count.withdrawn_reason is 'Why it was taken out of force';
comment on column extract_count.in_force is 'Whether it is the latest extract of this unit and month and nobody took it out of force; another is kept but counts no longer';
comment on view received_dossier is 'The dossiers that count now: each once, of the latest extract of its unit and month, unless that was taken out of force';
