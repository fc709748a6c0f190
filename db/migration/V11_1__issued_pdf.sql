-- A report is issued as a PDF as well; those issued before stay as they are.
alter table issued_report_file
    drop constraint issued_report_file_kind,
    add constraint issued_report_file_kind check (kind in ('DOCUMENT', 'PDF', 'ANNEX'));
