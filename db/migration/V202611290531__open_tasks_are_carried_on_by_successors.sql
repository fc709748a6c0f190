-- A task stays about the unit whose figures gave rise to it; who carries it on after a reorganisation is told beside it.
create table follow_up_carried (
    follow_up_id  bigint references follow_up (id),
    unit_id       bigint references unit (id),
    constraint follow_up_carried_pkey primary key (follow_up_id, unit_id)
);
create index follow_up_carried_by_unit on follow_up_carried (unit_id);
comment on table follow_up_carried is 'Which units carry on a task of a unit that ended by a reorganisation';
comment on column follow_up_carried.follow_up_id is 'The task';
comment on column follow_up_carried.unit_id is 'The unit that carries it on';
