-- A file may bring figures of several sheets and months in one act: which sheet each stands in, and what was stored by month.
alter table return_revision add column import_sheet text;

-- units: how many units' figures of the month the file changed; null while it has changed none.
create table import_file_month (
    file_id             bigint not null references import_file (id) on delete cascade,
    month               date not null constraint import_file_month_first_day check (extract(day from month) = 1),
    units               integer constraint import_file_month_units check (units >= 0),
    primary key (file_id, month)
);
insert into import_file_month (file_id, month, units)
    select id, month, units_changed from import_file where month is not null;

-- What a person answered about one file: how its dashes are read, which sheets are meant, of which month a sheet is.
create table import_answer (
    file_id             bigint not null references import_file (id) on delete cascade,
    question            text not null constraint import_answer_question check (length(question) between 1 and 400),
    answer              text not null constraint import_answer_answer check (length(answer) <= 2000),
    answered_by         bigint not null references app_user (id),
    answered_at         timestamptz not null,
    primary key (file_id, question)
);
