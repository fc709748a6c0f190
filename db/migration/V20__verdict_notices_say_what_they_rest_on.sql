-- A verdict over missing returns is provisional, and a notice of it must say so for as long as it is read.
alter table verdict_notice
    add column reported_returns bigint,
    add column expected_returns bigint,
    add constraint verdict_notice_returns check (
        (reported_returns is null) = (expected_returns is null)
        and reported_returns >= 0 and reported_returns < expected_returns);
