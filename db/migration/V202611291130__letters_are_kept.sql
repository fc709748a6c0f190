-- Letters (công văn) that the office wrote to units, as they were written: the files are made of the frozen text at any time.

create table letter (
    id               bigint generated always as identity,
    shape            text not null,
    subject          text not null,
    recipient        text,
    recipients       integer not null,
    inputs           text not null,
    inputs_sha256    text not null,
    written_by       bigint not null,
    written_by_name  text not null,
    written_at       timestamptz not null,
    constraint letter_pkey primary key (id),
    constraint letter_written_by_fkey foreign key (written_by) references app_user (id),
    constraint letter_shape check (shape in ('UNIT', 'ANNEX', 'EACH')),
    constraint letter_subject check (subject is nfc normalized and length(subject) between 1 and 300),
    constraint letter_recipient check ((recipient is null) = (shape <> 'UNIT') and length(recipient) between 1 and 300),
    constraint letter_recipients check (recipients between 1 and 10000),
    constraint letter_inputs_sha256 check (inputs_sha256 = encode(sha256(convert_to(inputs, 'UTF8')), 'hex'))
);
comment on table letter is 'Letters that remind units, as they were written; never changed';
comment on column letter.id is 'Key of the row';
comment on column letter.shape is 'UNIT: to one unit; ANNEX: one letter to all late units with a list; EACH: one letter to each of them';
comment on column letter.subject is 'What it is about, as typed';
comment on column letter.recipient is 'Name of the unit it is written to; null: to several';
comment on column letter.recipients is 'How many units it is written to';
comment on column letter.inputs is 'The text of each letter as JSON, of which the files are made';
comment on column letter.inputs_sha256 is 'SHA-256 of the inputs, hexadecimal; checked by the database';
comment on column letter.written_by is 'Account of the person who wrote it';
comment on column letter.written_by_name is 'Name of that person at the time';
comment on column letter.written_at is 'When it was written';

create trigger letter_append_only before delete or update on letter for each row execute function refuse_change();
