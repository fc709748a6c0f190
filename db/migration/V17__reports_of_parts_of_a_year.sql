-- A report is about a year as far as its figures reach, or about a month, a quarter, its first six or nine months. Each of
-- these is followed by its own next issue; what was issued before was a year's.
alter table issued_report
    add column span text not null default 'YEAR' constraint issued_report_span
        check (span in ('MONTH', 'QUARTER', 'SIX_MONTHS', 'NINE_MONTHS', 'YEAR')),
    -- Why this report takes the place of the one issued before for the same term.
    add column replacement_reason text constraint issued_report_replacement_reason
        check (replacement_reason is nfc normalized and length(replacement_reason) between 1 and 1000),
    drop constraint issued_report_follows_once;
create unique index issued_report_follows_once
    on issued_report (year, span, (case when span = 'YEAR' then null else last_month end), previous_id) nulls not distinct;

-- Words belong to the term they were written for, named by its last month; December stands for a year's.
alter table report_wording
    add column span text not null default 'YEAR' constraint report_wording_span
        check (span in ('MONTH', 'QUARTER', 'SIX_MONTHS', 'NINE_MONTHS', 'YEAR')),
    add column last_month date constraint report_wording_last_month
        check (extract(day from last_month) = 1 and extract(year from last_month) = year);
update report_wording set last_month = make_date(year, 12, 1);
alter table report_wording
    alter column last_month set not null,
    drop constraint report_wording_once,
    add constraint report_wording_once unique (span, last_month, part);
