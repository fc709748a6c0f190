-- What a unit answers to a remark before it submits again: once, with the version that carries the answer.
create table return_remark_answer (
    remark_id       bigint primary key references return_remark (id),
    version         integer not null,
    text            text not null constraint return_remark_answer_text
                        check (text is nfc normalized and length(text) between 1 and 1000),
    made_by         bigint references app_user (id),
    made_by_name    text not null,
    made_at         timestamptz not null
);
create trigger return_remark_answer_append_only before update or delete on return_remark_answer
    for each row execute function refuse_change();
