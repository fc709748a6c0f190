-- A report's draft is given again until anything it is made of changes. Of what it says beside the figures – notes, tasks,
-- differences, what the one-stop shops have, the office's own words – a change counts as one of the figures does.
create trigger unit_note_counts_change after insert or delete or update or truncate on unit_note for each statement execute function count_change();
create trigger follow_up_counts_change after insert or delete or update or truncate on follow_up for each statement execute function count_change();
create trigger follow_up_carried_counts_change after insert or delete or update or truncate on follow_up_carried for each statement execute function count_change();
create trigger outside_total_counts_change after insert or delete or update or truncate on outside_total for each statement execute function count_change();
create trigger extract_count_counts_change after insert or delete or update or truncate on extract_count for each statement execute function count_change();
create trigger difference_statement_counts_change after insert or delete or update or truncate on difference_statement for each statement execute function count_change();
create trigger unit_readiness_counts_change after insert or delete or update or truncate on unit_readiness for each statement execute function count_change();
create trigger report_wording_counts_change after insert or delete or update or truncate on report_wording for each statement execute function count_change();
comment on table results_revision is 'Counts every change of what results and the drafts of reports are made of: the sum says whether an answer may be given again';
