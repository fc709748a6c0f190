-- The leaders' page names who is late to be called: that hangs on the deadlines, so a change of them counts as a change of what
-- the page is made of.
create trigger deadline_setting_counts_change after insert or delete or update or truncate on deadline_setting for each statement execute function count_change();
