-- Nothing reads when the words that hold now were written: each writing stands in the trail with its time, its author and
-- the words before.
alter table report_wording drop column written_at;
