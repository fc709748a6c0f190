-- Figures that were counted in a list of dossiers say so, and lead to the list. What a list words in its own way is asked about
-- once; of that alone the word is kept.

alter table monthly_return drop constraint monthly_return_source;
alter table monthly_return add constraint monthly_return_source
    check (source in ('FORM', 'IMPORT', 'DEMONSTRATION', 'CORRECTION', 'EXTRACT'));

alter table return_revision drop constraint return_revision_source;
alter table return_revision add constraint return_revision_source
    check (source in ('FORM', 'IMPORT', 'DEMONSTRATION', 'CORRECTION', 'EXTRACT'));
alter table return_revision
    add column extract_id bigint,
    add column extract_dossiers integer,
    add constraint return_revision_extract_id_fkey foreign key (extract_id) references dossier_extract (id),
    add constraint return_revision_extract check ((extract_id is null) = (extract_dossiers is null) and extract_dossiers >= 0);
comment on column return_revision.extract_id is 'The list of dossiers in which these figures were counted; null where none was';
comment on column return_revision.extract_dossiers is 'How many dossiers of it were counted; null where there is none';
create index return_revision_by_extract on return_revision (extract_id) where (extract_id is not null);

alter table dossier_extract
    add column reading text not null default '{}';
comment on column dossier_extract.reading is 'What was found while reading, as JSON: sheet, columns kept and dropped, rows that are no dossiers';

alter table extract_dossier
    add column channel_word text,
    add column class_word text,
    add constraint extract_dossier_channel_word check (length(channel_word) <= 60),
    add constraint extract_dossier_class_word check (length(class_word) <= 60);
comment on column extract_dossier.channel_word is 'What the row calls the channel where that is none known, empty where it has nothing; null: it is known';
comment on column extract_dossier.class_word is 'What the row calls the class where that is none known, empty where it has nothing; null: it is known';

create table extract_memory (
    id         bigint generated always as identity,
    kind       text not null,
    what       text not null,
    meaning    text not null,
    chosen_by  bigint not null,
    chosen_at  timestamptz not null,
    constraint extract_memory_pkey primary key (id),
    constraint extract_memory_once unique (kind, what, chosen_by),
    constraint extract_memory_chosen_by_fkey foreign key (chosen_by) references app_user (id),
    constraint extract_memory_kind check (kind in ('COLUMNS', 'CHANNEL', 'CLASS'))
);
comment on table extract_memory is 'What people said about lists of dossiers, for the next list';
comment on column extract_memory.id is 'Key of the row';
comment on column extract_memory.kind is 'COLUMNS: which column is which; CHANNEL, CLASS: what a word means';
comment on column extract_memory.what is 'The signature of a heading, or the word without case and marks';
comment on column extract_memory.meaning is 'Columns by name and number, or the channel or class';
comment on column extract_memory.chosen_by is 'Account of the person who said so';
comment on column extract_memory.chosen_at is 'When they said so';

-- The folded name of a procedure, where a list has no codes, is as long as names are.
alter table procedure drop constraint procedure_code;
alter table procedure add constraint procedure_code check (code is nfc normalized and length(code) between 1 and 500);
