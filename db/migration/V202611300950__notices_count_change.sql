-- The leaders' page shows the notices that its reader has not put away. A notice that comes, and one that is put away, count as
-- changes of what the page is made of, so that it asks for them no more often than for its figures.
create trigger verdict_notice_counts_change after insert or delete or update or truncate on verdict_notice for each statement execute function count_change();
create trigger verdict_notice_read_counts_change after insert or delete or update or truncate on verdict_notice_read for each statement execute function count_change();
