-- The office's own words for parts of its reports; a part without any keeps the wording the program proposes.
-- "lasting" words are also the template of the years after, until one of those has words of its own.
create table report_wording (
    id         bigint generated always as identity primary key,
    year       integer not null constraint report_wording_year check (year between 2000 and 2999),
    part       text not null constraint report_wording_part check (part in
                   ('GROUNDS', 'OPENING', 'RESULTS', 'UNITS', 'SHORTCOMINGS', 'SOLUTIONS', 'CLOSING', 'AUTHORITY', 'RECIPIENTS')),
    lasting    boolean not null,
    words      text not null constraint report_wording_words check (words is nfc normalized and length(words) between 1 and 20000),
    -- What the program proposed when these words were written: if it proposes something else now, the page says so.
    proposal   text not null,
    written_by bigint not null references app_user (id),
    written_at timestamptz not null,
    constraint report_wording_once unique (year, part),
    constraint report_wording_lasting check (not lasting or part not in ('RESULTS', 'UNITS', 'SHORTCOMINGS'))
);
