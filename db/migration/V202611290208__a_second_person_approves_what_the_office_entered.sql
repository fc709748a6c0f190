-- Nobody approves what they entered themselves. An Office with one reviewer names a second person who approves that, and nothing else.
alter table app_user add column second_approver boolean not null default false,
    add constraint app_user_second_approver_only_reads check (not second_approver or role in ('LEADER', 'REPORT_CLERK'));

comment on column app_user.second_approver is 'True: approves figures and corrections that reviewers entered, without being one';
