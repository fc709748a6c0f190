-- Why dossiers of procedures offered online were received on paper, as the units explain it, and for how long single dossiers are kept.

create table paper_explanation (
    id                bigint generated always as identity,
    unit_id           bigint not null,
    month             date not null,
    received_by_key   text,
    received_by       text,
    dossier_code      text,
    dossiers          integer not null,
    reason            text not null,
    words             text,
    state             text not null,
    proposed_by       bigint not null,
    proposed_by_name  text not null,
    proposed_at       timestamptz not null,
    decided_by        bigint,
    decided_by_name   text,
    decided_at        timestamptz,
    answer            text,
    forgotten_at      timestamptz,
    constraint paper_explanation_pkey primary key (id),
    constraint paper_explanation_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint paper_explanation_proposed_by_fkey foreign key (proposed_by) references app_user (id),
    constraint paper_explanation_decided_by_fkey foreign key (decided_by) references app_user (id),
    constraint paper_explanation_month check (extract(day from month) = 1),
    constraint paper_explanation_received_by check ((received_by is null) = (received_by_key is null)),
    constraint paper_explanation_dossiers check (dossiers > 0 and (dossier_code is null or dossiers = 1)),
    constraint paper_explanation_about check (forgotten_at is not null or received_by_key is not null or dossier_code is not null),
    constraint paper_explanation_reason check (reason in ('ELDERLY', 'VULNERABLE', 'SYSTEM_DOWN', 'OTHER')),
    constraint paper_explanation_words check (words is nfc normalized and length(words) between 1 and 500
        and (reason <> 'OTHER' or words is not null or forgotten_at is not null)),
    constraint paper_explanation_state check (state in ('PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    constraint paper_explanation_decided check ((state = 'PROPOSED') = (decided_at is null)
        and (decided_by is null) = (decided_at is null) and (decided_by_name is null) = (decided_at is null)),
    constraint paper_explanation_second_person check (state not in ('ACCEPTED', 'REFUSED') or decided_by <> proposed_by),
    constraint paper_explanation_answer check (answer is nfc normalized and length(answer) between 1 and 500),
    constraint paper_explanation_forgotten check (forgotten_at is null or (received_by_key is null and received_by is null
        and dossier_code is null and words is null and answer is null))
);
comment on table paper_explanation is 'Why dossiers of procedures offered online were received on paper: proposed by the unit, decided by the Office, never deleted';
comment on column paper_explanation.id is 'Key of the row';
comment on column paper_explanation.unit_id is 'The receiving unit';
comment on column paper_explanation.month is 'First day of the month of the dossiers';
comment on column paper_explanation.received_by_key is 'The official whose dossiers are explained, as received_dossier knows them; null: none stated, or forgotten';
comment on column paper_explanation.received_by is 'Name of that official when it was proposed; null: none stated, or forgotten';
comment on column paper_explanation.dossier_code is 'The dossier that is explained; null: so many of the official''s month, or forgotten';
comment on column paper_explanation.dossiers is 'How many paper dossiers it explains';
comment on column paper_explanation.reason is 'ELDERLY or VULNERABLE (the citizen), SYSTEM_DOWN, or OTHER, which its words tell';
comment on column paper_explanation.words is 'The reason in words, without the citizen''s name; null: none, or forgotten';
comment on column paper_explanation.state is 'PROPOSED, ACCEPTED or REFUSED by the Office, or WITHDRAWN';
comment on column paper_explanation.proposed_by is 'Account of the person who proposed it';
comment on column paper_explanation.proposed_by_name is 'Name of that person at the time';
comment on column paper_explanation.proposed_at is 'When it was proposed';
comment on column paper_explanation.decided_by is 'Account of the person who accepted, refused or withdrew it; null: not yet';
comment on column paper_explanation.decided_by_name is 'Name of that person at the time';
comment on column paper_explanation.decided_at is 'When that was; null: not yet';
comment on column paper_explanation.answer is 'What the Office said to it; null: nothing, or forgotten';
comment on column paper_explanation.forgotten_at is 'When names, codes and words of it were deleted because the time for keeping them was over; null: they are there';
create unique index paper_explanation_once on paper_explanation (unit_id, month, dossier_code) where state in ('PROPOSED', 'ACCEPTED') and dossier_code is not null;
create index paper_explanation_of_person on paper_explanation (unit_id, received_by_key, month);
create index paper_explanation_waiting on paper_explanation (proposed_at) where state = 'PROPOSED';

create table dossier_keeping (
    id           bigint generated always as identity,
    months       integer not null,
    set_by       bigint not null,
    set_by_name  text not null,
    set_at       timestamptz not null,
    constraint dossier_keeping_pkey primary key (id),
    constraint dossier_keeping_set_by_fkey foreign key (set_by) references app_user (id),
    constraint dossier_keeping_months check (months between 3 and 120)
);
comment on table dossier_keeping is 'For how long single dossiers of extracts are kept, as administrators decided; the latest row holds, 24 months without one';
comment on column dossier_keeping.id is 'Key of the row; the highest holds';
comment on column dossier_keeping.months is 'Whole months after the end of a month during which its dossiers are kept';
comment on column dossier_keeping.set_by is 'Account of the person who decided';
comment on column dossier_keeping.set_by_name is 'Name of that person at the time';
comment on column dossier_keeping.set_at is 'When it was decided';
create trigger dossier_keeping_append_only before delete or update on dossier_keeping for each row execute function refuse_change();
