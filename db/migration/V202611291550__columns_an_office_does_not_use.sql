-- Columns of the month's sheet that an office does not use and has put out of sight; the trail tells who did.

create table unused_column (
    name  text,
    constraint unused_column_pkey primary key (name),
    constraint unused_column_name check (name in ('onlineReported', 'payment'))
);
comment on table unused_column is 'Columns of the month''s sheet that stay out of sight while no unit has a figure in them';
comment on column unused_column.name is 'onlineReported or payment (the pair of fees)';
