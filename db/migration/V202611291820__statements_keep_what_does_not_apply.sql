-- A class of procedures that a unit does not have is compared as 0 but is not 0: what people saw says which of the two it was.
alter table difference_statement drop constraint difference_statement_seen_values;
alter table difference_statement add constraint difference_statement_seen_values
    check (seen_values ~ '^[A-Z]+=([0-9]+|na)( [A-Z]+=([0-9]+|na))*$');
comment on column difference_statement.seen_values is 'The values that the person saw, such as COUNTED=120 TYPED=118, na for not applicable; where they are others now, it is no longer about them';
