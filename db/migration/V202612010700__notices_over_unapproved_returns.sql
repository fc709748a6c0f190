-- A notice said that a verdict might turn again only while returns were missing. It says so of returns that are not approved too;
-- notices from before stay as they were.
alter table verdict_notice add column unapproved_returns bigint;
alter table verdict_notice add constraint verdict_notice_unapproved
    check (unapproved_returns is null or (unapproved_returns > 0 and expected_returns is null));
comment on column verdict_notice.unapproved_returns is 'Monthly returns it rested on that nobody had approved, where none was missing; null: returns were missing, or all were approved';
