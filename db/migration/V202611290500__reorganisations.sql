-- A reorganisation is one act with its lines. What was one unit and what came out of it are different units, whatever they are
-- called: a figure keeps the unit that reported it, and the way from one geography to the other is a table, not a guess.
create table reorganisation (
    id              bigint generated always as identity primary key,
    effective_on    date not null,
    instrument      text not null constraint reorganisation_instrument check (instrument is nfc normalized and length(instrument) between 1 and 100),
    issuer          text constraint reorganisation_issuer check (issuer is nfc normalized and length(issuer) between 1 and 200),
    decided_on      date constraint reorganisation_decided_on check (decided_on <= effective_on),
    note            text constraint reorganisation_note check (note is nfc normalized and length(note) between 1 and 2000),
    lines           jsonb not null constraint reorganisation_lines check (jsonb_typeof(lines) = 'array'),
    undo            jsonb not null,
    applied_by      bigint references app_user (id),
    applied_by_name text not null,
    applied_at      timestamptz not null
);
comment on table reorganisation is 'Acts by which units are merged, divided, renamed, begun or ended; applied whole, withdrawn whole while nothing is reported under what they made';
comment on column reorganisation.id is 'Key of the row';
comment on column reorganisation.effective_on is 'First day on which the new units are there';
comment on column reorganisation.instrument is 'Number of the document that orders it: 1664/NQ-UBTVQH15';
comment on column reorganisation.issuer is 'Who issued the document; null: not known';
comment on column reorganisation.decided_on is 'Day of the document; null: not known';
comment on column reorganisation.note is 'Anything to be remembered about it; null: nothing';
comment on column reorganisation.lines is 'Its lines as they were applied: what each does, from which units, to which';
comment on column reorganisation.undo is 'The rows as they were before, for whoever withdraws it';
comment on column reorganisation.applied_by is 'Account of the person who did this (applied); null: the program itself';
comment on column reorganisation.applied_by_name is 'Name of that person at the time';
comment on column reorganisation.applied_at is 'When this happened (applied)';

create table unit_succession (
    predecessor       bigint references unit (id),
    successor         bigint references unit (id),
    numerator         integer not null,
    denominator       integer not null,
    reorganisation_id bigint not null references reorganisation (id),
    constraint unit_succession_pkey primary key (predecessor, successor),
    constraint unit_succession_others check (predecessor <> successor),
    constraint unit_succession_part check (numerator between 1 and denominator and denominator <= 1000000)
);
create index unit_succession_by_successor on unit_succession (successor);
create index unit_succession_by_act on unit_succession (reorganisation_id);
comment on table unit_succession is 'Which unit went into which, and with which part of its figures; the parts of a unit make one';
comment on column unit_succession.predecessor is 'The unit that ended';
comment on column unit_succession.successor is 'The unit that came of it';
comment on column unit_succession.numerator is 'Numerator of the part of the predecessor''s figures that counts for the successor: 1 where it went into it whole';
comment on column unit_succession.denominator is 'Denominator of that part, as the act declares it';
comment on column unit_succession.reorganisation_id is 'The act';

create trigger reorganisation_counts_change after insert or delete or update or truncate on reorganisation for each statement execute function count_change();
create trigger unit_succession_counts_change after insert or delete or update or truncate on unit_succession for each statement execute function count_change();
